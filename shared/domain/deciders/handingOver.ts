// domain/deciders/ — the end of a visit: ready, customer called, settled, handed over; and whether the promise was kept.
import { localDay } from '../../time/shopTime.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { isKept, originalPromiseOf, ratedPromiseOf } from '../job.ts';
import { callReasonOf, isInLounge } from '../loungeCall.ts';
import { refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, ShopState } from '../state.ts';
import type { Instant, JobId, LocalDay } from '../words.ts';
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
  const moved = job.location.kind === 'parking' ? [] : [toParking(job)];
  return accepted([...moved, { type: 'CarReady', job: job.id }]);
}

/**
 * Takes it back that a car is ready, as long as it is here: something was still found [RDY-2]. Who was called is to be called again.
 * Refused: not ready.
 */
export function takeBackReady(state: ShopState, command: CommandOf<'TakeBackReady'>): Result<DomainEvent[]> {
  const found = readyJob(state, command.job);
  return found.ok ? accepted([{ type: 'ReadyWithdrawn', job: found.value.id }]) : found;
}

/**
 * Records a call to the customer of a ready car: that they know [CAL-1], or that nobody answered [CAL-2]. Refused: not ready;
 * called already.
 */
export function callCustomer(state: ShopState, command: CommandOf<'CallCustomer'>): Result<DomainEvent[]> {
  const found = readyJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  if (job.calledAt !== null) return refused(refusal('alreadyCalled', { job: job.id }));
  return accepted([{ type: command.reached === false ? 'CallUnanswered' : 'CustomerCalled', job: job.id }]);
}

/**
 * Has the customer called on the lounge screens, once more [CAL-3]: of a car that is ready, or with additional work that waits for
 * their answer. Refused: there is nothing to call for; they do not wait here, or chose not to be shown.
 */
export function callInLounge(state: ShopState, command: CommandOf<'CallInLounge'>): Result<DomainEvent[]> {
  const found = hereJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  if (callReasonOf(job) === null) return refused(refusal('nothingToCallFor', { job: job.id }));
  if (!isInLounge(state, job)) return refused(refusal('notInLounge', { job: job.id }));
  return accepted([{ type: 'CalledInLounge', job: job.id }]);
}

/** Records that the bill of a car that is here is settled [STL-2]. Refused: settled already. */
export function settle(state: ShopState, command: CommandOf<'Settle'>): Result<DomainEvent[]> {
  const found = hereJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  if (job.settledAt !== null) return refused(refusal('alreadySettled', { job: job.id }));
  return accepted([{ type: 'BillSettled', job: job.id }]);
}

/**
 * Hands a ready car over and records whether its promise was kept, by the promise that counts and by the original one [HND-1]
 * [OTR-1] [OTR-5]. Refused: not ready; not settled where the shop wants that first [STL-1]; late without a cause [HND-2]; the
 * customer's fault without a note [OTR-6].
 */
export function handOver(state: ShopState, command: CommandOf<'HandOver'>, { at }: Context): Result<DomainEvent[]> {
  const found = readyJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  if (state.shop?.rules.settleFirst && job.settledAt === null) return refused(refusal('notSettled', { job: job.id }));
  const dayOf = (moment: Instant): LocalDay => localDay(moment, state.shop?.timeZone ?? 'UTC');
  const promisedAt = ratedPromiseOf(job)?.promisedAt ?? null;
  const originalAt = originalPromiseOf(job)?.promisedAt ?? null;
  const onTime = promisedAt === null ? null : isKept(job, promisedAt, at);
  const cause = onTime === false ? (command.cause ?? null) : null;
  const note = command.note ?? null;
  if (onTime === false && cause === null) return refused(refusal('causeNeeded', { job: job.id }));
  if (cause === 'customer' && note === null) return refused(refusal('noteNeeded', { job: job.id }));
  return accepted([
    {
      type: 'CarHandedOver',
      job: job.id,
      day: dayOf(at),
      promisedAt,
      dueDay: promisedAt === null ? null : dayOf(promisedAt),
      originalAt,
      originalDueDay: originalAt === null ? null : dayOf(originalAt),
      onTime,
      onTimeOriginal: originalAt === null ? null : isKept(job, originalAt, at),
      cause,
      excuse: cause === 'customer' ? 'asked' : 'none',
      note,
    },
  ]);
}

/** A car that is here and ready for its customer. Refused: not ready. */
function readyJob(state: ShopState, id: JobId): Result<Job> {
  const found = hereJob(state, id);
  return found.ok && found.value.readyAt === null ? refused(refusal('notReady', { job: id })) : found;
}
