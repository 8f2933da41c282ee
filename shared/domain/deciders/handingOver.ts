// domain/deciders/ — the end of a visit: ready, customer called, handed over; and whether the promise was kept.
import { localDay } from '../../time/shopTime.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { promiseOf } from '../job.ts';
import { refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, ShopState } from '../state.ts';
import type { Instant } from '../words.ts';
import { toParking } from './carPlace.ts';
import { hereJob } from './found.ts';

/** Marks a car ready for its customer. Refused: something of it is not done [RDY-1]; it is ready already. */
export function markReady(state: ShopState, command: CommandOf<'MarkReady'>): Result<DomainEvent[]> {
  const found = hereJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  if (job.readyAt !== null) return refused(refusal('alreadyReady', { job: job.id }));
  const open = job.operations.find(({ status }) => status !== 'done');
  if (open) return refused(refusal('workNotDone', { job: job.id, operation: open.id }));
  const moved = job.location.kind === 'bay' ? [toParking(job)] : [];
  return accepted([...moved, { type: 'CarReady', job: job.id }]);
}

/** Records that the customer of a ready car was called [CAL-1]. Refused: not ready; called already. */
export function callCustomer(state: ShopState, command: CommandOf<'CallCustomer'>): Result<DomainEvent[]> {
  const found = hereJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  if (job.readyAt === null) return refused(refusal('notReady', { job: job.id }));
  if (job.calledAt !== null) return refused(refusal('alreadyCalled', { job: job.id }));
  return accepted([{ type: 'CustomerCalled', job: job.id }]);
}

/** Hands a ready car over and records whether its promise was kept [HND-1] [OTR-1]. */
export function handOver(state: ShopState, command: CommandOf<'HandOver'>, { at }: Context): Result<DomainEvent[]> {
  const found = hereJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  if (job.readyAt === null) return refused(refusal('notReady', { job: job.id }));
  const promisedAt = promiseOf(job)?.promisedAt ?? null;
  const day = localDay(at, state.shop?.timeZone ?? 'UTC');
  return accepted([
    {
      type: 'CarHandedOver',
      job: job.id,
      day,
      promisedAt,
      onTime: promisedAt === null ? null : kept(job, promisedAt, at),
    },
  ]);
}

/** Kept: handed over by the promise in force, or ready and the customer called by then [OTR-1]. */
function kept(job: Job, promisedAt: Instant, handedOverAt: Instant): boolean {
  if (handedOverAt <= promisedAt) return true;
  return job.readyAt !== null && job.readyAt <= promisedAt && job.calledAt !== null && job.calledAt <= promisedAt;
}
