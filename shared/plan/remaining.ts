// plan/ — what is left of a piece of work, in the shop's own pace, and when work that is held goes on: input of the forecast.
import { learnedFactor } from '../domain/learned.ts';
import type { Job, Operation, ShopState } from '../domain/state.ts';
import type { Instant } from '../domain/words.ts';
import type { WorkCalendar } from '../time/workCalendar.ts';
import { BREAK_MS } from './breakEnd.ts';

const MINUTE = 60_000;
/** What has outrun its time is believed to need this much more, or this share of it where that is more. */
const AT_LEAST_MS = 5 * MINUTE;
const AT_LEAST_SHARE = 0.1;
/** What was expected by now is believed to come this much later. */
const LATER_MS = 10 * MINUTE;
/** A customer answers after about so long, where nobody said. */
const ANSWER_MS = 20 * MINUTE;
/** Later than any moment: nobody knows when. */
export const NEVER = Number.POSITIVE_INFINITY;

/** Ms that an operation is planned to take: standard minutes at the pace that this shop has shown [PLN-5]; drying takes what it takes. */
export function plannedMs(learned: ShopState['learned'], operation: Operation): number {
  const standard = operation.minutes * MINUTE;
  return operation.unattended ? standard : standard * learnedFactor(learned, operation);
}

/** Ms that an operation has had until a moment: of working time, or of any time where it runs unattended. */
export function spentMs(operation: Operation, at: Instant, calendar: WorkCalendar): number {
  return operation.runs.reduce((sum, { from, to }) => {
    const until = to ?? at;
    return sum + (operation.unattended ? Math.max(0, until - from) : calendar.between(from, until));
  }, 0);
}

/** Ms that are left of an operation at a moment; never nothing while it is not finished. */
export function remainingMs(
  learned: ShopState['learned'],
  operation: Operation,
  asOf: Instant,
  calendar: WorkCalendar,
): number {
  const planned = plannedMs(learned, operation);
  if (operation.runs.length === 0) return planned;
  const left = planned - spentMs(operation, asOf, calendar);
  // Who goes on although a break has begun is about to be done [PLN-4].
  return calendar.isFinishing(asOf) ? Math.max(MINUTE, left) : Math.max(AT_LEAST_MS, AT_LEAST_SHARE * planned, left);
}

/**
 * When an operation can go on: now, unless it is held [PLN-6]. Parts that came let it go on now, a break ends when it was said to, closing
 * time with the next opening, an unanswered question is believed to be answered soon; what was expected by now comes a little later.
 * `NEVER` where nobody knows.
 */
export function goesOnAt({ location }: Job, { hold }: Operation, asOf: Instant): Instant {
  if (!hold || hold.partsAt !== null) return asOf;
  const { reason, since, expectedAt } = hold;
  if (reason === 'closing') return Math.max(asOf, expectedAt ?? asOf);
  if (expectedAt !== null) return soonAfter(expectedAt, asOf);
  if (reason === 'break') return soonAfter(since + BREAK_MS, asOf);
  if (reason === 'approval') return soonAfter(since + ANSWER_MS, asOf);
  if (reason === 'sublet' && location.kind === 'sublet') return carHereAt(location, asOf);
  return NEVER;
}

/** When a car can be worked on: one at a subcontractor's when it is expected back, `NEVER` where nobody knows [PLN-7]. */
export function carHereAt(location: Job['location'], asOf: Instant): Instant {
  if (location.kind !== 'sublet') return asOf;
  return location.expectedAt === null ? NEVER : soonAfter(location.expectedAt, asOf);
}

/** True while the work waits for a customer's answer that nobody knows the time of: believed, but not to be told [PLN-8]. */
export function awaitsAnswer({ hold }: Operation): boolean {
  return hold?.reason === 'approval' && hold.expectedAt === null;
}

function soonAfter(expectedAt: Instant, asOf: Instant): Instant {
  return expectedAt >= asOf ? expectedAt : asOf + LATER_MS;
}
