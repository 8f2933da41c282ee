// domain/deciders/ — the promise: given, made firm, revised for a reason; and what customers are told of the finish meanwhile.
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent, EventOf } from '../events.ts';
import { isHere, operationAtHand, promiseOf, ratedPromiseOf } from '../job.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, Promise, ShopState } from '../state.ts';
import type { EstimateReason, HoldReason, Instant } from '../words.ts';
import { openJob } from './found.ts';

/** Customers are told of the finish in steps of so many ms [EST-1]. */
const TOLD_IN_MS = 10 * 60_000;
/** What other cars do to a finish is told again after so long at the soonest [EST-5]. */
const CALM_MS = 10 * 60_000;

/**
 * Gives a job its first promise, makes a provisional one firm, or revises it for a reason [PRM-3]; the one before stays on record
 * [PRM-1]. Nothing when it is promised so already. Refused: in the past [PRM-6]; before the car is due; what does not fit the
 * promise in force, see `whyNotReason`.
 */
export function makePromise(
  state: ShopState,
  command: CommandOf<'MakePromise'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const found = openJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  const { promisedAt, kind, reason, cause, confirmed } = command;
  const inForce = promiseOf(job);
  if (inForce?.promisedAt === promisedAt && inForce.kind === kind) return accepted([]);
  const no = whyNotPromise(job, promisedAt, at) ?? whyNotReason(job, inForce, command);
  if (no) return refused(no);
  return accepted([
    promiseMade(job, { promisedAt, kind, reason, cause: reason === 'shop' ? cause : null, confirmed }, at),
  ]);
}

/** Tells customers of cars that are here, and not ready yet, when they will be done, wherever that is not what they know [EST-1]. */
export function publishEstimates(
  state: ShopState,
  command: CommandOf<'PublishEstimates'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const predicted = new Map(command.estimates.map(({ job, finishAt }) => [job, finishAt]));
  return accepted(
    [...predicted].flatMap(([id, exactly]): DomainEvent[] => {
      const job = state.jobs[id];
      if (!job || !isHere(job) || job.readyAt !== null) return [];
      const finishAt = exactly === null ? null : toldFinish(exactly);
      if (!hasMoved(job.told?.finishAt ?? null, finishAt) || isCalm(job, finishAt, at)) return [];
      return [{ type: 'EstimatePublished', job: id, finishAt, because: whyMoved(job, finishAt) }];
    }),
  );
}

/** The predicted minute, rounded up: the seconds of it, which nobody is shown, make no ten minutes more. */
function toldFinish(exactly: Instant): Instant {
  return Math.ceil((Math.floor(exactly / 60_000) * 60_000) / TOLD_IN_MS) * TOLD_IN_MS;
}

/** Told anew when it moved by ten minutes, became known, or can no longer be said. */
function hasMoved(told: Instant | null, finishAt: Instant | null): boolean {
  if (told === null || finishAt === null) return told !== finishAt;
  return Math.abs(finishAt - told) >= TOLD_IN_MS;
}

/**
 * A time that is known already moves for others' sake alone, and was told a moment ago: the queue may turn once more [EST-5]. Only where
 * both times keep the promise: that it breaks, by how much, and that it holds again, is told at once.
 */
function isCalm(job: Job, finishAt: Instant | null, at: Instant): boolean {
  const { told } = job;
  if (told === null || told.finishAt === null || finishAt === null || isNewsOf(job)) return false;
  const keeps = Math.max(told.finishAt, finishAt) <= (ratedPromiseOf(job)?.promisedAt ?? Infinity);
  return keeps && at - told.at < CALM_MS;
}

/** True of a car that something happened to since its customer was told of it, or that nothing was told of yet. */
export function isNewsOf({ told, touched }: Job): boolean {
  return told === null || touched > told.version;
}

const WAITING_FOR: Partial<Record<HoldReason, EstimateReason>> = {
  parts: 'parts',
  approval: 'approval',
  customer: 'approval',
  sublet: 'otherWait',
  equipment: 'otherWait',
};

/**
 * Why customers are told another finish than before [EST-4]: what the car waits for now, work that joined it since, or that it goes
 * faster or slower than was thought; of a car that nobody is at work on, that its turn comes sooner or later. A first time that breaks
 * the promise has a reason too. Null: there is no more to say.
 */
function whyMoved(job: Job, finishAt: Instant | null): EstimateReason | null {
  const { told } = job;
  const before = told?.finishAt ?? null;
  const sooner = finishAt !== null && before !== null && finishAt < before;
  const hold = operationAtHand(job)?.hold;
  const waiting = hold && !sooner ? WAITING_FOR[hold.reason] : undefined;
  if (waiting) return waiting;
  if (told === null) {
    const promisedAt = ratedPromiseOf(job)?.promisedAt ?? Infinity;
    return finishAt !== null && finishAt > promisedAt ? 'workload' : null;
  }
  if (!sooner && finishAt !== null && hasMoreSince(job, told.at)) return 'moreWork';
  if (finishAt === null || before === null) return null;
  if (isWorkedOn(job, told.at)) return sooner ? 'sooner' : 'later';
  return sooner ? 'earlierTurn' : 'workload';
}

/** Somebody is at work on it, or was since then. */
function isWorkedOn({ operations }: Job, since: Instant): boolean {
  return operations.some(
    ({ status, runs }) => status === 'running' || runs.some(({ to }) => to !== null && to >= since),
  );
}

/** Additional work was approved, or an inspection found something, after that. */
function hasMoreSince({ proposals, inspections }: Job, since: Instant): boolean {
  return (
    proposals.some(({ answer }) => answer?.approved === true && answer.at >= since) ||
    inspections.some(({ passed, at }) => !passed && at >= since)
  );
}

/** Why a time cannot be promised: it has passed [PRM-6], or the car is not even due by then. */
export function whyNotPromise(job: Job, promisedAt: Instant, at: Instant): Refusal | null {
  if (promisedAt <= at) return refusal('promiseInPast', {});
  return job.checkedInAt === null && promisedAt <= job.arrivalAt ? refusal('promiseBeforeArrival', {}) : null;
}

/** Why it cannot be promised for that reason: nothing to revise, firm already [PRM-7], no cause or confirmation [PRM-3]. */
function whyNotReason(
  job: Job,
  inForce: Promise | null,
  { kind, reason, cause, confirmed }: CommandOf<'MakePromise'>,
): Refusal | null {
  if (!inForce) return reason === 'firmedUp' ? null : refusal('noPromise', { job: job.id });
  const firm = inForce.kind === 'firm';
  if (firm && (kind === 'provisional' || reason === 'firmedUp')) return refusal('alreadyFirm', { job: job.id });
  if (reason === 'additionalWork' && confirmed === null) return refusal('confirmationNeeded', { job: job.id });
  const unexplained = reason === 'shop' ? cause === null : reason === 'firmedUp' && kind === 'provisional';
  return unexplained ? refusal('causeNeeded', { job: job.id }) : null;
}

/** The promise as an event, and whether the rate is reckoned against it from now on [PRM-4]. */
export function promiseMade(
  job: Job,
  promise: Omit<Promise, 'counts' | 'madeAt' | 'madeBy'>,
  at: Instant,
): EventOf<'PromiseMade'> {
  return { type: 'PromiseMade', job: job.id, ...promise, counts: doesCount(job, promise.reason, at) };
}

/**
 * The first promise counts. Once the one that counts has passed, none does any more; the customer's wish only while it was not
 * predicted to be broken; the shop's own reasons never rescue the rate [PRM-4].
 */
function doesCount(job: Job, reason: Promise['reason'], at: Instant): boolean {
  const rated = ratedPromiseOf(job);
  if (!rated) return true;
  if (reason === 'shop' || at > rated.promisedAt) return false;
  return reason !== 'customerWish' || job.toldLateSince === null;
}
