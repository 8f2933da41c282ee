import { describe, expect, it } from 'vitest';
import { emptyPx, gapPx, laneMinPx, shareLanes } from './kanbanColumns.ts';

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
