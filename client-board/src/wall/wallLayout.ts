// wall/ — how the cars of each stage are laid on the wall: how large, in which columns, and what takes turns when it is crowded
// (docs/SPEC.md, [WAL-1] to [WAL-3]). Pure: from counts to places.
import { columnFlow, columnHeight } from './columnFlow.ts';
import type { FlowRoom, Segment } from './columnFlow.ts';
import { laneOf } from './lane.ts';
import type { Lane } from './lane.ts';
import type { WallStage } from './wallStages.ts';

/** Cars of one stage, and how many of them are late. */
export interface StageLoad {
  stage: WallStage;
  cars: number;
  late: number;
}

/** The room for the columns, in vh. */
export interface WallRoom {
  widthVh: number;
  heightVh: number;
  /** Narrowest column that holds a card at size 1. */
  columnVh: number;
}

export interface WallLayout {
  /** Size of the text on the cards, 1 is the size of the design: it grows when there is room and never shrinks. */
  size: number;
  columns: Segment<WallStage>[][];
  columnVh: number;
  cardVh: number;
  headingVh: number;
  lanes: ReadonlyMap<WallStage, Lane>;
  /** Pages of the lane that needs most. */
  pages: number;
}

/** Between columns, and between stages in a column. */
export const GAP_VH = 1.2;
export const STAGE_GAP_VH = 0.8;
const CARD_VH = 9.6;
const HEADING_VH = 4.2;
const EMPTY_HEADING_VH = 3.6;
/** Sizes that are tried, largest first. */
const SIZES = [1.7, 1.5, 1.35, 1.2, 1.1, 1] as const;
/** A card may be so much higher than it must be, to fill its column. */
const STRETCH = 1.32;
/** Cards grow in steps of so much: a heading more or less is no reason to lay out every card anew. */
const STRETCH_STEP_VH = 0.2;
/** A car that takes turns is seen again after so many pages; only if that cannot be, fewer late cars are pinned. */
const MOST_PAGES = 6;

/**
 * The layout of the wall. The largest size at which every car has a place is taken; at size 1 the headings of empty stages give
 * way first, then the longest stages take turns, with their late cars pinned [WAL-3].
 * @param loads in the order of the stages
 */
export function wallLayout(loads: readonly StageLoad[], room: WallRoom): WallLayout {
  const all = allSlots(loads);
  for (const size of SIZES) {
    const flowRoom = flowRoomOf(room, size);
    const columns = columnFlow(slotsOf(loads, all), flowRoom);
    if (columns) return finished(loads, all, columns, room, flowRoom, size);
  }
  const flowRoom = flowRoomOf(room, 1);
  const occupied = loads.filter((load) => load.cars > 0);
  const slots = turnSlots(occupied, flowRoom);
  const columns = columnFlow(slotsOf(occupied, slots), flowRoom) ?? [
    occupied.map(({ stage }) => ({ stage, from: 0, to: slots.get(stage) ?? 0 })),
  ];
  return finished(occupied, slots, columns, room, flowRoom, 1);
}

type Slots = Map<WallStage, number>;

function allSlots(loads: readonly StageLoad[]): Slots {
  return new Map(loads.map(({ stage, cars }) => [stage, cars]));
}

function slotsOf(loads: readonly StageLoad[], slots: Slots): { stage: WallStage; slots: number }[] {
  return loads.map(({ stage }) => ({ stage, slots: slots.get(stage) ?? 0 }));
}

function flowRoomOf(room: WallRoom, size: number): FlowRoom {
  const headings = 1 + (size - 1) / 2;
  return {
    columns: Math.max(1, Math.floor((room.widthVh + GAP_VH) / (room.columnVh * size + GAP_VH))),
    heightVh: room.heightVh,
    cardVh: CARD_VH * size,
    headingVh: HEADING_VH * headings,
    emptyVh: EMPTY_HEADING_VH * headings,
    gapVh: STAGE_GAP_VH,
  };
}

/** Places of each stage where not every car has one: as few pages as can be, on as few stages as can be. */
function turnSlots(loads: readonly StageLoad[], room: FlowRoom): Slots {
  const all = allSlots(loads);
  const fits = (slots: Slots): boolean => columnFlow(slotsOf(loads, slots), room) !== null;
  if (fits(all)) return all;
  const mostCars = Math.max(...loads.map(({ cars }) => cars));
  for (const [pinned, mostPages] of [
    [Infinity, MOST_PAGES],
    [2, MOST_PAGES],
    [0, mostCars],
  ] as const) {
    for (let pages = 2; pages <= mostPages; pages += 1) {
      const slots: Slots = new Map(loads.map((load) => [load.stage, slotsForPages(load, pages, pinned)]));
      if (fits(slots)) return widened(loads, slots, fits);
    }
  }
  return new Map(loads.map(({ stage }) => [stage, 1]));
}

/** Places that a stage needs to be through in so many pages, with so many late cars pinned at most. */
function slotsForPages({ cars, late }: StageLoad, pages: number, mostPinned: number): number {
  const pinned = Math.min(late, mostPinned);
  return Math.min(cars, pinned + Math.ceil((cars - pinned) / pages));
}

/** Gives what room is left: first so that short stages need no turns, then place by place to the others. */
function widened(loads: readonly StageLoad[], slots: Slots, fits: (slots: Slots) => boolean): Slots {
  let best = slots;
  const shortFirst = [...loads].sort((one, other) => one.cars - other.cars);
  for (const { stage, cars } of shortFirst) {
    const more = new Map(best).set(stage, cars);
    if (fits(more)) best = more;
  }
  for (let grew = true; grew;) {
    grew = false;
    for (const { stage, cars } of shortFirst) {
      const now = best.get(stage) ?? 0;
      const more = new Map(best).set(stage, now + 1);
      if (now >= cars || !fits(more)) continue;
      best = more;
      grew = true;
    }
  }
  return best;
}

function finished(
  loads: readonly StageLoad[],
  slots: Slots,
  columns: Segment<WallStage>[][],
  room: WallRoom,
  flowRoom: FlowRoom,
  size: number,
): WallLayout {
  const lanes = new Map(loads.map(({ stage, cars, late }) => [stage, laneOf(cars, late, slots.get(stage) ?? 0)]));
  return {
    size,
    columns,
    columnVh: (room.widthVh + GAP_VH) / flowRoom.columns - GAP_VH,
    cardVh: stretchedCard(columns, flowRoom),
    headingVh: flowRoom.headingVh,
    lanes,
    pages: Math.max(1, ...[...lanes.values()].map((lane) => lane.pages)),
  };
}

/** One height for all cards, so that rows of neighbours line up: what the fullest column leaves, within bounds. */
function stretchedCard(columns: readonly Segment<WallStage>[][], room: FlowRoom): number {
  let card = room.cardVh * STRETCH;
  for (const segments of columns) {
    const cards = segments.reduce((sum, { from, to }) => sum + to - from, 0);
    const free = room.heightVh - columnHeight(segments, room);
    if (cards > 0) card = Math.min(card, room.cardVh + free / cards);
  }
  const steps = Math.floor((card - room.cardVh) / STRETCH_STEP_VH);
  return room.cardVh + Math.max(0, steps) * STRETCH_STEP_VH;
}
