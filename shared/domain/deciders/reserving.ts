// domain/deciders/ — a bay kept for a car by hand, and given up again.
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { refusal } from '../refusals.ts';
import { whyNotReserve, workTypesOf } from '../reservations.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, Reservation, ShopState } from '../state.ts';
import { openJob } from './found.ts';

/** Keeps a bay for a car for as long as is said; what was kept for it before is free again [RSV-5]. Refused: it cannot be kept [RSV-2]. */
export function reserveBay(state: ShopState, command: CommandOf<'ReserveBay'>, { at }: Context): Result<DomainEvent[]> {
  const { bay, from, to } = command;
  const found = openJob(state, command.job);
  if (!found.ok) return found;
  const { id, operations, readyAt, reservation: was } = found.value;
  if (readyAt !== null) return refused(refusal('alreadyReady', { job: id }));
  if (to <= Math.max(from, at)) return refused(refusal('expectedInPast', {}));
  if (was?.bay === bay && was.from === from && was.to === to) return accepted([]);
  const no = whyNotReserve(state, id, workTypesOf(operations), { bay, from, to });
  return no ? refused(no) : accepted([{ type: 'BayReserved', job: id, bay, from, to }]);
}

/** Gives up the bay that is kept for a car [RSV-5]. Refused: none is. */
export function releaseBay(state: ShopState, command: CommandOf<'ReleaseBay'>): Result<DomainEvent[]> {
  const found = openJob(state, command.job);
  if (!found.ok) return found;
  const { id, reservation } = found.value;
  return reservation ? accepted([{ type: 'BayReleased', job: id }]) : refused(refusal('notReserved', { job: id }));
}

/** The place that was kept goes with the visit, or is given up. */
export function placeMoved({ id: job, reservation: was }: Job, place: Reservation | null): DomainEvent[] {
  if (!place) return was ? [{ type: 'BayReleased', job }] : [];
  const same = was?.bay === place.bay && was.from === place.from && was.to === place.to;
  return same ? [] : [{ type: 'BayReserved', job, ...place }];
}
