// dispatch/ — the left column: who waits, in the order of what breaks first; who is held; who comes soon.
import { operationAtHand } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId, Stage } from '@zhunshi/shared/domain/words.ts';
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

/** Sorts the cars that somebody has to decide about, of those that are looked for. */
export function waitingListsOf(view: ShopView, filter: ShopFilter = everything): WaitingLists {
  const { state, forecast, asOf } = view;
  const stages = byStage(Object.values(state.jobs).filter((job) => passes(view, filter, job)));
  const ordered = (...of: Stage[]): Job[] =>
    inOrderOfBreaking(
      of.flatMap((stage) => stages.get(stage) ?? []),
      forecast,
      asOf,
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

/** The lists with their cars in an order of before: a new one stands below the car that it follows by now. [CON-4] */
export function keepOrder(lists: WaitingLists, before: readonly JobId[]): WaitingLists {
  const places = new Map(before.map((id, place) => [id, place]));
  const kept = (jobs: readonly Job[]): Job[] => {
    const known = jobs.filter(({ id }) => places.has(id));
    const all = known.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
    jobs.forEach((job, index) => {
      if (places.has(job.id)) return;
      const above = jobs[index - 1];
      all.splice(above ? all.indexOf(above) + 1 : 0, 0, job);
    });
    return all;
  };
  return {
    waiting: kept(lists.waiting),
    next: kept(lists.next),
    held: kept(lists.held),
    soon: kept(lists.soon),
    later: kept(lists.later),
  };
}
