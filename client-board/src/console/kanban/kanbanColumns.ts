// kanban/ — columns by stage; a crowded one gets more width and more cards side by side, an empty one shrinks to its heading.
import { stageOf } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Stage } from '@zhunshi/shared/domain/words.ts';
import { inOrderOfBreaking } from '@zhunshi/shared/plan/standing.ts';
import { localDay } from '@zhunshi/shared/time/shopTime.ts';
import type { ShopView } from '../desk/shopView.ts';

export interface KanbanColumn {
  stage: Stage;
  jobs: Job[];
  /** Cards side by side; 0 for an empty column. */
  lanes: number;
}

const shown = [
  'booked',
  'waiting',
  'dispatched',
  'working',
  'held',
  'inspecting',
  'washing',
  'ready',
  'delivered',
] as const;
/** Lanes that fit beside each other at the least width of a card. */
const mostLanes = 7;

/** The columns of a moment. Booked and delivered ones are today's. */
export function kanbanColumnsOf(view: ShopView): KanbanColumn[] {
  const today = localDay(view.asOf, view.timeZone);
  const isToday = (at: number | null): boolean => at !== null && localDay(at, view.timeZone) === today;
  const ordered = inOrderOfBreaking(Object.values(view.state.jobs), view.forecast, view.asOf);
  const columns = shown.map((stage) => ({
    stage,
    jobs: ordered.filter((job) => {
      if (stageOf(job) !== stage) return false;
      if (stage === 'booked') return isToday(job.arrivalAt) || job.arrivalAt <= view.asOf;
      return stage === 'delivered' ? isToday(job.handedOverAt) : true;
    }),
  }));
  const lanes = shareLanes(
    columns.map(({ jobs }) => jobs.length),
    mostLanes,
  );
  return columns.map((column, index) => ({ ...column, lanes: lanes[index] ?? 0 }));
}

/** Gives each column that has cars one lane, and the lanes left over to the longest columns, one by one. */
export function shareLanes(counts: readonly number[], most: number): number[] {
  const lanes: number[] = counts.map((count) => (count > 0 ? 1 : 0));
  const length = (index: number): number => (counts[index] ?? 0) / Math.max(1, lanes[index] ?? 1);
  for (let left = most - lanes.filter((one) => one > 0).length; left > 0; left -= 1) {
    const longest = counts.map((_, index) => index).sort((a, b) => length(b) - length(a))[0] ?? 0;
    if (length(longest) <= 4) break;
    lanes[longest] = (lanes[longest] ?? 0) + 1;
  }
  return lanes;
}
