// plan/ — alarms about the promise: passed, about to break, tight, not given; and the call before the hand-over.
import { promiseOf } from '../domain/job.ts';
import { isToMarkReady } from '../domain/nextActs.ts';
import type { Job, Promise } from '../domain/state.ts';
import type { Instant } from '../domain/words.ts';
import {
  minutesAfter,
  minutesSince,
  type AlarmAdvice,
  type AlarmActor,
  type AlarmLook,
  type Raised,
} from './alarmLook.ts';
import { TIGHT_MINUTES } from './standing.ts';

const MINUTE = 60_000;
const TWO_DAYS = 2 * 86_400_000;
/** What the customer was told stays an alarm until the prediction is better by this much: it does not come and go by the minute. */
const STEADY_MINUTES = 5;
/** So far a prediction must be late before it is believed: a share of its spread, and of the minutes to go beyond the last half hour. */
const DOUBT_SHARE = 0.25;
const NEAR_MINUTES = 30;
/** The customer was told a time that is so much later than the promise. */
const TOLD_LATE_MS = 20 * 60_000;
/** Progress is asked for where the slack is not much more than tight. */
const NEARLY_TIGHT_MINUTES = 15;
/** The customer of a car that was here for two days or more is called so many times earlier. */
const LONG_VISIT_FACTOR = 4;

/** Alarms about the promise of a car that is here and not ready [ALM-1]. */
export function promiseAlarms(look: AlarmLook): Raised[] {
  const { job } = look;
  if (job.checkedInAt === null || job.readyAt !== null) return [];
  const promise = promiseOf(job);
  if (!promise) return noPromise(look);
  const overdue = minutesSince(promise.promisedAt, look);
  if (overdue > 0) return overdue > look.limits.promisePassed.limit ? [passed(look, promise, overdue)] : [];
  return [...aboutToBreak(look, promise), ...progress(look, promise), ...callAhead(look, promise, job.checkedInAt)];
}

/** The customer is told; where all is done, the car only wants to be marked ready [ALM-16]. */
function adviceOf(job: Job): AlarmAdvice {
  return isToMarkReady(job) ? 'markReady' : 'tellCustomer';
}

function passed({ job, limits }: AlarmLook, { promisedAt: since }: Promise, minutes: number): Raised {
  const raisedAt = minutesAfter(since, limits.promisePassed.limit);
  const advice = adviceOf(job);
  return { code: 'promisePassed', actor: 'advisor', advice, minutes, since, raisedAt, episode: revision(job) };
}

/**
 * Predicted late, and tight [ALM-7]. Where the finish cannot be said, the soonest tells: if even that is late, so is the car. The more
 * is still to come, the later it must be predicted to be believed: till then it is tight. Once the customer was told a much later time,
 * it stays until the prediction is well again. Its minutes are the slack itself, as every screen says it.
 */
function aboutToBreak(look: AlarmLook, promise: Promise): Raised[] {
  const { job, stage, predicted, limits } = look;
  const slack = predicted?.atBestSlackMinutes ?? null;
  if (!predicted || slack === null) return [];
  const waiting = stage === 'waiting';
  const actor: AlarmActor = waiting ? 'dispatcher' : 'advisor';
  const advice: AlarmAdvice = waiting ? 'dispatchFirst' : adviceOf(job);
  const raised = { actor, advice, episode: revision(job) };
  const left = -minutesSince(promise.promisedAt, look);
  const expected = slack - predicted.betweenMinutes;
  const knownAt = Math.max(job.told?.at ?? lastChangeOf(job), promise.madeAt);
  const told = job.told?.finishAt ?? 0;
  const doubt = DOUBT_SHARE * (predicted.spreadMinutes + Math.max(0, left - NEAR_MINUTES));
  const steady = told >= promise.promisedAt + TOLD_LATE_MS ? STEADY_MINUTES : 0;
  if (limits.predictedLate.on && expected < steady - doubt - limits.predictedLate.limit) {
    const since = job.toldLateSince ?? knownAt;
    return [{ code: 'predictedLate', ...raised, minutes: -slack, since, raisedAt: since }];
  }
  const toldTight = told > promise.promisedAt - limits.tight.limit * MINUTE;
  if (slack >= limits.tight.limit + (toldTight ? STEADY_MINUTES : 0)) return [];
  return [{ code: 'tight', ...raised, minutes: slack, since: knownAt, raisedAt: knownAt }];
}

/** Most of the planned time has gone, work is still open, and little would make it tight: somebody asks how far it is [ALM-8]. */
function progress({ job, predicted, limits, calendar, asOf }: AlarmLook, { promisedAt }: Promise): Raised[] {
  const slack = predicted?.atBestSlackMinutes ?? null;
  const from = job.checkedInAt ?? asOf;
  const worked = job.operations.every(({ kind, status }) => kind !== 'work' || status === 'done');
  if (worked || slack === null || slack >= TIGHT_MINUTES + NEARLY_TIGHT_MINUTES) return [];
  const plannedMs = calendar.between(from, promisedAt);
  const dueMs = (plannedMs * limits.progressCheck.limit) / 100;
  if (calendar.between(from, asOf) < dueMs) return [];
  const since = calendar.add(from, dueMs);
  const raised = { minutes: slack, since, raisedAt: since, episode: revision(job) };
  return [{ code: 'progressCheck', actor: 'technician', advice: 'askProgress', ...raised }];
}

/** The customer who is not here is told that the car will be ready as promised: an hour before, or four where it was here for long [ALM-9]. */
function callAhead(look: AlarmLook, { promisedAt }: Promise, checkedInAt: Instant): Raised[] {
  const { job, limits, asOf } = look;
  const long = promisedAt - checkedInAt >= TWO_DAYS;
  const since = minutesAfter(promisedAt, -limits.callAhead.limit * (long ? LONG_VISIT_FACTOR : 1));
  if (job.waits !== 'away' || asOf < since || since <= checkedInAt) return [];
  const raised = { minutes: -minutesSince(promisedAt, look), since, raisedAt: since, episode: revision(job) };
  return [{ code: 'callAhead', actor: 'advisor', advice: 'callCustomer', ...raised }];
}

/** What is wrong with the car is known, and its customer was promised nothing [ALM-10]. */
function noPromise(look: AlarmLook): Raised[] {
  const { job, limits } = look;
  const known = job.operations
    .filter(({ kind, status }) => kind === 'work' && status === 'done')
    .map(({ since }) => since);
  const since = Math.min(...known, ...job.proposals.map(({ proposedAt }) => proposedAt));
  const minutes = minutesSince(since, look);
  if (!Number.isFinite(since) || minutes < limits.noPromise.limit) return [];
  const raisedAt = minutesAfter(since, limits.noPromise.limit);
  return [
    { code: 'noPromise', actor: 'advisor', advice: 'makePromise', minutes, since, raisedAt, episode: revision(job) },
  ];
}

/** Another promise, another alarm. */
function revision({ promises }: Job): string {
  return `promise ${String(promises.length)}`;
}

/** When something about the work of a job last changed. */
function lastChangeOf({ operations, checkedInAt, bookedAt }: Job): Instant {
  return Math.max(checkedInAt ?? bookedAt, ...operations.map(({ since }) => since));
}
