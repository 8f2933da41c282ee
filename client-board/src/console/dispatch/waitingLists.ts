// dispatch/ — the left column: who waits, in the order of what breaks first; who is held; who comes soon.
import { operationAtHand, stageOf } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { inOrderOfBreaking } from '@zhunshi/shared/plan/standing.ts';
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
  const jobs = Object.values(state.jobs).filter((job) => passes(view, filter, job));
  const ordered = inOrderOfBreaking(jobs, forecast, asOf);
  const inStage = (...stages: string[]): Job[] => ordered.filter((job) => stages.includes(stageOf(job)));
  const booked = inStage('booked').sort((a, b) => a.arrivalAt - b.arrivalAt);
  return {
    waiting: inStage('waiting'),
    next: inStage('inspecting', 'washing').filter((job) => {
      const atHand = operationAtHand(job);
      return atHand === null || atHand.status === 'planned';
    }),
    held: inStage('held'),
    soon: booked.filter((job) => job.arrivalAt - asOf <= soonMs),
    later: booked.filter((job) => job.arrivalAt - asOf > soonMs),
  };
}
