// plan/ — how a job stands against its promise: what the screens colour, and the order of what breaks first.
import { operationAtHand, promiseOf } from '../domain/job.ts';
import type { Job } from '../domain/state.ts';
import type { Instant, JobId } from '../domain/words.ts';
import { localDay } from '../time/shopTime.ts';
import { calmOrder } from './calmOrder.ts';
import type { Urgency } from './calmOrder.ts';
import type { Forecast } from './forecast.ts';

const MINUTE = 60_000;
/** Less slack than this is tight [STD-1]. */
export const TIGHT_MINUTES = 30;

/** How a promise stands; colour, shape and word follow from it. */
export type Mark = 'late' | 'tight' | 'waiting' | 'ready' | 'inOrder' | 'laterDay';

export interface Standing {
  mark: Mark;
  /** Promise in force, null when none is given. */
  promisedAt: Instant | null;
  /** Predicted finish, null when it cannot be said. */
  predictedAt: Instant | null;
  /** Whole minutes from predicted finish to promise, negative when late; null when it cannot be said. */
  slackMinutes: number | null;
  /** Whole minutes since the promise passed and the car was not ready; 0 while it has not. */
  overdueMinutes: number;
}

/** How a job stands at a moment [STD-1]. */
export function standingOf(job: Job, forecast: Forecast, asOf: Instant, timeZone: string): Standing {
  const promisedAt = promiseOf(job)?.promisedAt ?? null;
  const predicted = forecast.jobs.get(job.id);
  const predictedAt = job.readyAt ?? predicted?.finishAt ?? null;
  const slackMinutes = job.readyAt === null ? (predicted?.slackMinutes ?? null) : null;
  const passed = promisedAt !== null && asOf > promisedAt && job.readyAt === null && job.checkedInAt !== null;
  const overdueMinutes = passed ? Math.floor((asOf - promisedAt) / MINUTE) : 0;
  const slackAtBest = predicted?.atBestSlackMinutes ?? null;
  const shared = { promisedAt, predictedAt, slackMinutes, overdueMinutes };
  return {
    ...shared,
    mark: markOf(job, slackAtBest, passed, promisedAt !== null && isLaterDay(promisedAt, asOf, timeZone)),
  };
}

/** By the slack; where the finish cannot be said, by that of the soonest: what is late even so is late. */
function markOf(job: Job, slack: number | null, passed: boolean, laterDay: boolean): Mark {
  if (job.readyAt !== null) return 'ready';
  if (passed || (slack !== null && slack < 0)) return 'late';
  if (operationAtHand(job)?.status === 'held') return 'waiting';
  if (slack !== null && slack < TIGHT_MINUTES) return 'tight';
  return laterDay ? 'laterDay' : 'inOrder';
}

/** Of a day after today, in the shop's own time. */
export function isLaterDay(promisedAt: Instant, asOf: Instant, timeZone: string): boolean {
  return localDay(promisedAt, timeZone) > localDay(asOf, timeZone);
}

/** Groups of {@link breakingOf}: passed, predicted late, tight, in order, without a promise. */
const [PASSED, LATE, TIGHT, IN_ORDER, NO_PROMISE] = [0, 1, 2, 3, 4];

/**
 * How soon a job's promise breaks [STD-2]: promises passed, the longest first; then the least slack, where none is known by the promise
 * itself; last those without a promise. What is coloured otherwise is of another group.
 */
function breakingOf(job: Job, forecast: Forecast, asOf: Instant): Urgency {
  const promisedAt = promiseOf(job)?.promisedAt;
  if (promisedAt === undefined) return { group: NO_PROMISE, minutes: 0 };
  const untilPromise = (promisedAt - asOf) / MINUTE;
  if (untilPromise < 0) return { group: PASSED, minutes: untilPromise };
  const minutes = Math.min(forecast.jobs.get(job.id)?.slackMinutes ?? untilPromise, untilPromise);
  return { group: minutes < 0 ? LATE : minutes < TIGHT_MINUTES ? TIGHT : IN_ORDER, minutes };
}

/** Jobs in the order of what breaks first [STD-2]; where they were seen in an order before, calmly [STD-3]. */
export function inOrderOfBreaking(
  jobs: readonly Job[],
  forecast: Forecast,
  asOf: Instant,
  before: readonly JobId[] = [],
): Job[] {
  return calmOrder(
    jobs,
    before,
    ({ id }) => id,
    (job) => breakingOf(job, forecast, asOf),
  );
}
