// wall/ — how the promise list is laid on the wall: how large, in how many columns, and what takes turns when it is crowded
// (docs/SPEC.md, [WAL-1], [WAL-3], [WAL-6]). Pure: from counts to places.
import { laneOf } from './lane.ts';
import type { Lane } from './lane.ts';

/** The room for the list, in vh, and what a row of it needs at size 1. */
export interface PromiseRoom {
  widthVh: number;
  heightVh: number;
  /** Place and work beside each other. */
  rowWidthVh: number;
  /** Place and work one above the other. */
  stackedWidthVh: number;
}

export interface PromiseLayout {
  /** Size of the text, 1 is the size of the design: it grows when there is room and never shrinks. */
  size: number;
  columns: number;
  columnVh: number;
  /** Rows of a column. */
  rows: number;
  rowVh: number;
  /** Place and work stand one above the other. */
  stacked: boolean;
  lane: Lane;
}

export const LIST_GAP_VH = 1.2;
export const LIST_HEADING_VH = 3.7;
/** Lowest rows at size 1. */
const ROW_VH = 5.7;
const STACKED_ROW_VH = 7.6;
/** A row is never higher than a large one can fill. */
const HIGHEST_ROW_VH = 15;
const LARGEST = 1.8;
/** A car that takes turns is seen again after so many pages: about a minute. */
const MOST_PAGES = 6;

/**
 * The layout of so many cars, of which so many are late: the one with the largest text at which every car has a place. Where there is
 * none they take turns at size 1, those that are late pinned [WAL-3].
 */
export function promiseLayout({ cars, late }: { cars: number; late: number }, room: PromiseRoom): PromiseLayout {
  const rowsVh = room.heightVh - LIST_HEADING_VH;
  const narrowest = Math.min(room.rowWidthVh, room.stackedWidthVh);
  const mostColumns = Math.max(1, Math.floor((room.widthVh + LIST_GAP_VH) / (narrowest + LIST_GAP_VH)));
  const choices = Array.from({ length: mostColumns }, (_, index) => index + 1).flatMap((columns) =>
    [true, false].map((stacked) => choice(columns, stacked, Math.max(1, cars), room)),
  );
  const best = choices.reduce((one, other) => (other.size > one.size ? other : one));
  if (best.size >= 1) return { ...best, lane: laneOf(cars, late, cars) };

  const columnsAtSizeOne = Math.floor((room.widthVh + LIST_GAP_VH) / (room.rowWidthVh + LIST_GAP_VH));
  const columns = Math.max(1, columnsAtSizeOne);
  const rows = Math.max(1, Math.floor(rowsVh / ROW_VH));
  const slots = columns * rows;
  return {
    size: 1,
    columns,
    columnVh: columnWidth(columns, room),
    rows,
    rowVh: rowsVh / rows,
    stacked: false,
    lane: laneOf(cars, mostPinned(cars, late, slots), slots),
  };
}

function choice(columns: number, stacked: boolean, cars: number, room: PromiseRoom): Omit<PromiseLayout, 'lane'> {
  const rows = Math.ceil(cars / columns);
  const rowVh = Math.min(HIGHEST_ROW_VH, (room.heightVh - LIST_HEADING_VH) / rows);
  const columnVh = columnWidth(columns, room);
  const byWidth = columnVh / (stacked ? room.stackedWidthVh : room.rowWidthVh);
  const byHeight = rowVh / (stacked ? STACKED_ROW_VH : ROW_VH);
  return { size: Math.min(LARGEST, byWidth, byHeight), columns, columnVh, rows, rowVh, stacked };
}

function columnWidth(columns: number, { widthVh }: PromiseRoom): number {
  return (widthVh + LIST_GAP_VH) / columns - LIST_GAP_VH;
}

/** As many late cars as leave the others through in about a minute; a quarter of the places is always theirs. */
function mostPinned(cars: number, late: number, slots: number): number {
  const leaving = Math.floor((slots * MOST_PAGES - cars) / (MOST_PAGES - 1));
  return Math.min(late, Math.max(leaving, Math.floor(slots / 4)));
}

/** The cars of each column, down the first and on in the next. */
export function inColumns<Car>(shown: readonly Car[], { columns, rows }: PromiseLayout): Car[][] {
  return Array.from({ length: columns }, (_, column) => shown.slice(column * rows, (column + 1) * rows));
}
