// Tests of the shift against burn-in.
import { expect, it } from 'vitest';
import { burnInShift } from './burnInShift.ts';

it('moves by 1 to 4 LEDs each minute and never further than 2 from the middle', () => {
  for (let minute = 0; minute < 60; minute += 1) {
    const here = burnInShift(minute);
    const next = burnInShift(minute + 1);
    const moved = Math.abs(next.x - here.x) + Math.abs(next.y - here.y);
    expect(moved).toBeGreaterThanOrEqual(1);
    expect(moved).toBeLessThanOrEqual(4);
    expect(Math.max(Math.abs(here.x), Math.abs(here.y))).toBeLessThanOrEqual(2);
  }
});
