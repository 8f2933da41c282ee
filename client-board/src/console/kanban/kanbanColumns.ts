// kanban/ — columns by stage; a crowded one gets more width and more cards side by side, an empty one shrinks to its heading.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Instant, Stage } from '@zhunshi/shared/domain/words.ts';
import { inOrderOfBreaking } from '@zhunshi/shared/plan/standing.ts';
import { localDay } from '@zhunshi/shared/time/shopTime.ts';
import { byStage } from '../desk/keptStage.ts';
import { everything, passes } from '../desk/shopFilter.ts';
import type { ShopFilter } from '../desk/shopFilter.ts';
import type { ShopView } from '../desk/shopView.ts';

export interface KanbanColumn {
  stage: Stage;
  jobs: Job[];
  /** Cards side by side; 0 for an empty column. */
  lanes: number;
}

/** The columns, and what they were made for. */
export interface Kanban {
  columns: readonly KanbanColumn[];
  asOf: Instant;
  widthPx: number;
  filter: ShopFilter;
}

const noKanban: Kanban = { columns: [], asOf: -1, widthPx: 0, filter: everything };

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
/** Least width of a card: at 1440 px every stage has room. Width of an empty column, and gap between two, px. */
export const laneMinPx = 152;
export const emptyPx = 34;
export const gapPx = 6;

/**
 * The columns of a moment in the order of what breaks first; booked ones as they come, delivered ones of today, the last first. Those of
 * before keep their cars in place while that is about right [STD-3], and in the same minute their width while each has room: a car
 * that passes through a column does not move all the others.
 */
export function kanbanColumnsOf(
  view: ShopView,
  widthPx: number,
  filter: ShopFilter = everything,
  before: Kanban = noKanban,
): Kanban {
  const { state, forecast, asOf, timeZone } = view;
  const today = localDay(asOf, timeZone);
  const isToday = (at: number): boolean => localDay(at, timeZone) === today;
  const isGone = (job: Job): boolean => job.handedOverAt !== null && isToday(job.handedOverAt);
  const stages = byStage(Object.values(state.jobs).filter((job) => passes(view, filter, job)));
  const jobs = shown.map((stage, index) => {
    const all = stages.get(stage) ?? [];
    if (stage === 'booked') return all.toSorted((a, b) => a.arrivalAt - b.arrivalAt || byId(a, b));
    if (stage === 'delivered') return all.filter(isGone).sort((a, b) => lastFirst(a, b) || byId(a, b));
    return inOrderOfBreaking(
      all,
      forecast,
      asOf,
      before.columns[index]?.jobs.map(({ id }) => id),
    );
  });
  const counts = jobs.map(({ length }) => length);
  const shared = before.columns.map(({ lanes }) => lanes);
  const same = before.asOf === asOf && before.widthPx === widthPx && before.filter === filter;
  const lanes = same && hasRoom(counts, shared) ? shared : shareLanes(counts, widthPx);
  const columns = shown.map((stage, index) => ({ stage, jobs: jobs[index] ?? [], lanes: lanes[index] ?? 0 }));
  return { columns, asOf, widthPx, filter };
}

/** Whether each column that has cars is open. */
function hasRoom(counts: readonly number[], lanes: readonly number[]): boolean {
  return counts.every((count, index) => count === 0 || (lanes[index] ?? 0) > 0);
}

function byId(a: Job, b: Job): number {
  return a.id.localeCompare(b.id);
}

function lastFirst(a: Job, b: Job): number {
  return (b.handedOverAt ?? 0) - (a.handedOverAt ?? 0);
}

/** Gives each column that has cars one lane, and the lanes that fit beside all columns to the longest of them, one by one. */
export function shareLanes(counts: readonly number[], widthPx: number): number[] {
  const lanes: number[] = counts.map((count) => (count > 0 ? 1 : 0));
  const empty = counts.filter((count) => count === 0).length;
  const most = Math.floor((widthPx - empty * emptyPx - (counts.length - 1) * gapPx) / laneMinPx);
  const length = (index: number): number => (counts[index] ?? 0) / Math.max(1, lanes[index] ?? 1);
  for (let left = most - lanes.filter((one) => one > 0).length; left > 0; left -= 1) {
    const longest = counts.map((_, index) => index).sort((a, b) => length(b) - length(a))[0] ?? 0;
    if (length(longest) <= 4) break;
    lanes[longest] = (lanes[longest] ?? 0) + 1;
  }
  return lanes;
}
