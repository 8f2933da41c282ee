// wall/ — the rows of the board as the components want them: by kind, each kind in its order.
import type {
  WallAlarmRow,
  WallBayRow,
  WallFiguresRow,
  WallGroupRow,
  WallJobRow,
  WallRow,
  WallShopRow,
} from '@zhunshi/shared/views/wallBoard.ts';
import { isWallStage, wallStages } from './wallStages.ts';
import type { WallStage } from './wallStages.ts';

export interface BayGroup {
  group: WallGroupRow;
  bays: WallBayRow[];
}

export interface WallRows {
  shop: WallShopRow | null;
  figures: WallFiguresRow | null;
  /** Every stage of the wall, its cars by promise: so that a car keeps its place while its slack changes. */
  jobs: ReadonlyMap<WallStage, readonly WallJobRow[]>;
  cars: number;
  /** All cars by promise. */
  byPromise: readonly WallJobRow[];
  groups: readonly BayGroup[];
  /** The most urgent first. */
  alarms: readonly WallAlarmRow[];
}

/** Sorts the rows of a board. */
export function wallRowsOf(rows: Iterable<WallRow>): WallRows {
  let shop: WallShopRow | null = null;
  let figures: WallFiguresRow | null = null;
  let cars = 0;
  const jobs = new Map<WallStage, WallJobRow[]>(wallStages.map((stage) => [stage, []]));
  const bays: WallBayRow[] = [];
  const groups: WallGroupRow[] = [];
  const alarms: WallAlarmRow[] = [];
  for (const row of rows) {
    if (row.kind === 'shop') shop = row;
    else if (row.kind === 'figures') figures = row;
    else if (row.kind === 'bay') bays.push(row);
    else if (row.kind === 'group') groups.push(row);
    else if (row.kind === 'alarm') alarms.push(row);
    else if (isWallStage(row.stage)) {
      jobs.get(row.stage)?.push(row);
      cars += 1;
    }
  }
  for (const ofStage of jobs.values()) ofStage.sort(byPromise);
  return {
    shop,
    figures,
    jobs,
    cars,
    byPromise: [...jobs.values()].flat().sort(byPromise),
    groups: bayGroups(groups, bays),
    alarms: alarms.sort(byUrgency),
  };
}

function byPromise(one: WallJobRow, other: WallJobRow): number {
  const due = (one.promisedAt ?? Infinity) - (other.promisedAt ?? Infinity);
  // Two cars without a promise differ by NaN, and are told apart by their keys.
  return due || (one.key < other.key ? -1 : 1);
}

function byUrgency(one: WallAlarmRow, other: WallAlarmRow): number {
  return one.rank - other.rank || (one.key < other.key ? -1 : 1);
}

function bayGroups(groups: readonly WallGroupRow[], bays: readonly WallBayRow[]): BayGroup[] {
  return groups
    .toSorted((one, other) => one.position - other.position)
    .map((group) => ({
      group,
      bays: bays
        .filter((bay) => bay.group === group.workType)
        .sort((one, other) => one.position - other.position || (one.code < other.code ? -1 : 1)),
    }))
    .filter(({ bays: ofGroup }) => ofGroup.length > 0);
}
