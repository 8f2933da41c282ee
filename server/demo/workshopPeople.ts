// demo/ — the people of the workshop: what each would do at a moment, from what they see on the board. Pure. The demo's day and the
// simulated week are both theirs; each kind of people stands in `people/`.
import { isHere, isOpen } from '@zhunshi/shared/domain/job.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { WorkCalendar } from '@zhunshi/shared/time/workCalendar.ts';
import { atWork, finishingWork, selfInspection } from './people/atWork.ts';
import { attendance } from './people/attendance.ts';
import { customers } from './people/customers.ts';
import { dispatching, helping, morning, starting } from './people/dispatching.ts';
import { afterwards, handingOver, markingReady } from './people/handingOver.ts';
import { inspecting, leaderInspection } from './people/inspecting.ts';
import { demoLuck, type Luck } from './people/luck.ts';
import { reception } from './people/reception.ts';
import { first, type Act, type Seen } from './people/seen.ts';

/** So long after the last work before a break a car is still marked ready. */
const LAST_WORD_MS = 5 * 60_000;

/** What somebody would do next at a moment; null when everybody is at work or waits. One at a time: each changes what the others see. */
export function nextActOfPeople(state: ShopState, asOf: Instant, luck: Luck = demoLuck): Act | null {
  const { shop } = state;
  if (!shop) return null;
  const calendar = WorkCalendar.of(shop, asOf - 7 * 86_400_000);
  const breakBegun = calendar.isFinishing(asOf);
  const working = calendar.nextWorking(asOf) === asOf;
  if (!working && !breakBegun && !calendar.isFinishing(asOf - LAST_WORD_MS)) return null;
  const jobs = Object.values(state.jobs);
  const open = jobs.filter(isOpen);
  const here = open.filter(isHere);
  const seen: Seen = { state, asOf, calendar, luck };
  if (breakBegun)
    return first(here, (job) => finishingWork(seen, job) ?? inspecting(seen, job) ?? markingReady(seen, job));
  if (!working) return first(here, (job) => markingReady(seen, job));
  return (
    attendance(seen) ??
    first(here, (job) => morning(seen, job)) ??
    first(open, (job) => reception(seen, job)) ??
    first(here, (job) => customers(seen, job) ?? handingOver(seen, job)) ??
    first(here, (job) => atWork(seen, job) ?? inspecting(seen, job)) ??
    first(here, (job) => selfInspection(seen, job) ?? leaderInspection(seen, job)) ??
    first(here, (job) => starting(seen, job)) ??
    first(here, (job) => helping(seen, job)) ??
    first(jobs, (job) => afterwards(seen, job)) ??
    dispatching(seen, open)
  );
}
