// dispatch/ — work that is under way, dragged by its bar to another bay: which work it is, and what each bay says to it.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Job, Operation, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { BayCode, Instant } from '@zhunshi/shared/domain/words.ts';
import type { Ask } from '../../live/wish.ts';

/** The work that goes with its bar: what runs in a bay, else what is held there. Null: there is none. */
export function workUnderWay(job: Job): Operation | null {
  const inBay = job.operations.filter(({ bay }) => bay !== null);
  const held = inBay.find(({ status, hold }) => status === 'held' && hold?.freesBay === false);
  return inBay.find(({ status }) => status === 'running') ?? held ?? null;
}

/** The command of such a move: the same hands, another bay [MOV-1]. */
export function bayMove(job: Job, { id, crew }: Operation, bay: BayCode): Extract<Ask, { type: 'Reassign' }> {
  return { type: 'Reassign', job: job.id, operation: id, bay, crew };
}

/** Why each other bay would refuse it, in the order of the floor; null where it may go on there. */
export function moveTargets(
  state: ShopState,
  job: Job,
  operation: Operation,
  at: Instant,
): ReadonlyMap<BayCode, Refusal | null> {
  const others = Object.values(state.bays)
    .filter(({ code }) => code !== operation.bay)
    .sort((a, b) => a.position - b.position);
  return new Map(
    others.map(({ code }) => {
      const decided = decide(state, { ...bayMove(job, operation, code), id: '' }, { at, by: null });
      return [code, decided.ok ? null : decided.refusal];
    }),
  );
}
