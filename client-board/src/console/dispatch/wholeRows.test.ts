import { describe, expect, it } from 'vitest';
import { wholeRowsPx } from './wholeRows.ts';

describe('a list of alarms with too little room', () => {
  it('given rows of different heights, when they do not all fit, then it ends with the last whole one', () => {
    expect(wholeRowsPx([60, 44, 60, 60], 200)).toBe(164);
    expect(wholeRowsPx([60, 44, 60, 60], 164)).toBe(164);
  });

  it('given room for less than one row, when it is fitted, then all the room is its', () => {
    expect(wholeRowsPx([90, 60], 70)).toBe(70);
  });
});
