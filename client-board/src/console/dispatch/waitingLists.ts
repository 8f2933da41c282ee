// dispatch/ — the left column: who waits, in the order of what breaks first; who is held; who comes soon.
import { operationAtHand } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId, Stage } from '@zhunshi/shared/domain/words.ts';
import { keptOrder } from '@zhunshi/shared/plan/calmOrder.ts';
import { inOrderOfBreaking } from '@zhunshi/shared/plan/standing.ts';
import { byStage } from '../desk/keptStage.ts';
import { everything, passes } from '../desk/shopFilter.ts';
import type { ShopFilter } from '../desk/shopFilter.ts';
import type { ShopView } from '../desk/shopView.ts';

export interface WaitingLists {
  waiting: Job[];
  /** Work is done, but inspection, wash or the word "ready" has not been given yet. */
  next: Job[];
  held: Job[];
  /** Due within the hour, or late to come. */
  soon: Job[];
  /** Due later, today or another day. */
  later: Job[];
}

const soonMs = 60 * 60_000;

/**
 * Sorts the cars that somebody has to decide about, of those that are looked for; `before`: the order in which they were seen last, which
 * is kept while it is about right [STD-3].
 */
export function waitingListsOf(
  view: ShopView,
  filter: ShopFilter = everything,
  before: readonly JobId[] = [],
): WaitingLists {
  const { state, forecast, asOf } = view;
  const stages = byStage(Object.values(state.jobs).filter((job) => passes(view, filter, job)));
  const ordered = (...of: Stage[]): Job[] =>
    inOrderOfBreaking(
      of.flatMap((stage) => stages.get(stage) ?? []),
      forecast,
      asOf,
      before,
    );
  const booked = ordered('booked').sort((a, b) => a.arrivalAt - b.arrivalAt);
  return {
    waiting: ordered('waiting'),
    next: ordered('inspecting', 'washing').filter((job) => {
      const atHand = operationAtHand(job);
      return atHand === null || atHand.status === 'planned';
    }),
    held: ordered('held'),
    soon: booked.filter((job) => job.arrivalAt - asOf <= soonMs),
    later: booked.filter((job) => job.arrivalAt - asOf > soonMs),
  };
}

/** All cars of the lists, from the top to the bottom. */
export function orderOf({ waiting, next, held, soon, later }: WaitingLists): JobId[] {
  return [...waiting, ...next, ...held, ...soon, ...later].map(({ id }) => id);
}

/** The lists with their cars in the order of before [CON-4]. */
export function keepOrder(lists: WaitingLists, before: readonly JobId[]): WaitingLists {
  const kept = (jobs: readonly Job[]): Job[] => keptOrder(jobs, before, ({ id }) => id);
  return {
    waiting: kept(lists.waiting),
    next: kept(lists.next),
    held: kept(lists.held),
    soon: kept(lists.soon),
    later: kept(lists.later),
  };
}
