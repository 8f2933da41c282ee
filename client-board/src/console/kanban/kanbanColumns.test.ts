import { describe, expect, it } from 'vitest';
import { book, checkIn, promise } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { everything } from '../desk/shopFilter.ts';
import { viewOf } from '../testing/viewOf.ts';
import { emptyPx, gapPx, kanbanColumnsOf, laneMinPx, shareLanes } from './kanbanColumns.ts';
import type { Kanban } from './kanbanColumns.ts';

/** Width of so many columns with cars and so many without, one lane each, with the gaps between all of them. */
const widthOf = (lanes: number, empty: number, columns: number): number =>
  lanes * laneMinPx + empty * emptyPx + (columns - 1) * gapPx;

describe('sharing the width of the kanban', () => {
  it('given nothing, when it is shared, then every column shrinks to its heading', () => {
    expect(shareLanes([0, 0, 0], 1100)).toEqual([0, 0, 0]);
  });

  it('given a few cars, when it is shared, then each stage with cars has one lane', () => {
    expect(shareLanes([2, 0, 1, 4], 1100)).toEqual([1, 0, 1, 1]);
  });

  it('given a crowded stage, when it is shared, then it gets the lanes left over', () => {
    expect(shareLanes([3, 0, 16, 0, 2], widthOf(6, 2, 5))).toEqual([1, 0, 4, 0, 1]);
  });

  it('given a crowded stage, when a second lane of it would push the last column over the edge, then it has one', () => {
    expect(shareLanes([5, 1, 1], widthOf(4, 0, 3))).toEqual([2, 1, 1]);
    expect(shareLanes([5, 1, 1], widthOf(4, 0, 3) - 1)).toEqual([1, 1, 1]);
  });

  it('given all cars in one stage, when it is shared, then it takes the whole width', () => {
    expect(shareLanes([0, 60, 0], widthOf(7, 2, 3))).toEqual([0, 7, 0]);
  });
});

describe('the kanban from one moment to the next', () => {
  const widthPx = widthOf(9, 0, 9);
  const kanban = ({ state }: Scenario, before?: Kanban, time = '08:35', filter = everything): Kanban =>
    kanbanColumnsOf(viewOf(state, clock(time)), widthPx, filter, before);
  const column = ({ columns }: Kanban, stage: string) => columns.find((one) => one.stage === stage);
  const waitingOf = (of: Kanban): string[] => column(of, 'waiting')?.jobs.map(({ id }) => id) ?? [];

  it('given a column whose last car leaves it, when that has just happened, then it keeps its width, and no other moves', () => {
    const one = given(book('WT1'), book('WT2'));
    const before = kanban(one);
    expect(column(before, 'booked')?.lanes).toBe(1);
    const after = one.and(checkIn('WT1'), checkIn('WT2'));
    const open = kanban(after, { ...before, columns: before.columns.map((each) => ({ ...each, lanes: 1 })) });
    expect(open.columns.map(({ lanes }) => lanes)).toEqual(Array(9).fill(1));
    expect(column(kanban(after, open, '08:36'), 'booked')?.lanes).toBe(0);
    expect(column(kanban(after, open, '08:35', { ...everything }), 'booked')?.lanes).toBe(0);
  });

  it('given a closed column, when a car comes into it, then it opens at once', () => {
    const booked = given(book('WT1'), book('WT2'));
    const before = kanban(booked);
    expect(column(before, 'waiting')?.lanes).toBe(0);
    expect(column(kanban(booked.and(checkIn('WT1')), before), 'waiting')?.lanes).toBe(1);
  });

  it('given two waiting cars, when one breaks earlier by a few minutes only, then they stay in place [STD-3]', () => {
    const waiting = given(
      book('WT1', { promisedAt: clock('15:00') }),
      book('WT2', { promisedAt: clock('15:10') }),
      checkIn('WT1'),
      checkIn('WT2'),
    );
    const before = kanban(waiting);
    expect(waitingOf(before)).toEqual(['WT1', 'WT2']);
    const nearer = waiting.and(promise('WT2', clock('14:50'), { reason: 'shop', cause: 'diagnosis' }));
    expect(waitingOf(kanban(nearer))).toEqual(['WT2', 'WT1']);
    expect(waitingOf(kanban(nearer, before))).toEqual(['WT1', 'WT2']);
    const near = nearer.and(promise('WT2', clock('12:00'), { reason: 'shop', cause: 'diagnosis' }));
    expect(waitingOf(kanban(near, before))).toEqual(['WT2', 'WT1']);
  });
});
