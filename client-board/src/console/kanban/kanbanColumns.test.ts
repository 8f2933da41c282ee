import { describe, expect, it } from 'vitest';
import { shareLanes } from './kanbanColumns.ts';

describe('sharing the width of the kanban', () => {
  it('given nothing, when it is shared, then every column shrinks to its heading', () => {
    expect(shareLanes([0, 0, 0], 7)).toEqual([0, 0, 0]);
  });

  it('given a few cars, when it is shared, then each stage with cars has one lane', () => {
    expect(shareLanes([2, 0, 1, 4], 7)).toEqual([1, 0, 1, 1]);
  });

  it('given a crowded stage, when it is shared, then it gets the lanes left over', () => {
    expect(shareLanes([3, 0, 16, 0, 2], 7)).toEqual([1, 0, 4, 0, 1]);
  });

  it('given all cars in one stage, when it is shared, then it takes the whole width', () => {
    expect(shareLanes([0, 60, 0], 7)).toEqual([0, 7, 0]);
  });
});
