// domain/ — letting closed jobs go, so that the fold holds what is still of use; the log keeps everything.
import { addDays, localDay } from '../time/shopTime.ts';
import { closedAtOf } from './job.ts';
import type { ShopState } from './state.ts';
import type { Instant } from './words.ts';

const DAY = 86_400_000;
/** Closed jobs stay in the fold for three days [JOB-1]. */
const KEEP_CLOSED_MS = 3 * DAY;
/** Order numbers of jobs that left the fold are remembered for 90 days [IMP-7]. */
const KEEP_NUMBERS_MS = 90 * DAY;

/** Visits that are over, and the figures of days, are remembered for 62 days: this month and the last [JOB-2]. */
const KEEP_FIGURES_DAYS = 62;

/** Lets jobs go that closed long ago, and remembers their order numbers [JOB-1]; notices go a day after their time. Once a day of the log's own time. */
export function sweep(state: ShopState, at: Instant): ShopState {
  const jobs: ShopState['jobs'] = {};
  const closedOrders: ShopState['closedOrders'] = {};
  for (const [number, closedAt] of Object.entries(state.closedOrders)) {
    if (at - closedAt < KEEP_NUMBERS_MS) closedOrders[number] = closedAt;
  }
  for (const job of Object.values(state.jobs)) {
    const closedAt = closedAtOf(job);
    if (closedAt === null || at - closedAt < KEEP_CLOSED_MS) jobs[job.id] = job;
    else for (const order of job.orders) closedOrders[order.number] = closedAt;
  }
  const visits = Object.fromEntries(
    Object.entries(state.visits).filter(([, { handedOverAt }]) => at - handedOverAt < KEEP_FIGURES_DAYS * DAY),
  );
  const notices = Object.fromEntries(Object.entries(state.notices).filter(([, { until }]) => at - until < DAY));
  const firstDay = addDays(localDay(at, state.shop?.timeZone ?? 'UTC'), -KEEP_FIGURES_DAYS);
  const days = Object.fromEntries(Object.entries(state.days).filter(([day]) => day > firstDay));
  return { ...state, jobs, closedOrders, visits, days, notices, sweepDueAt: at + DAY };
}
