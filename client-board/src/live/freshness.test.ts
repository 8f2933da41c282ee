import { describe, expect, it } from 'vitest';
import { certainAt, freshOf, shopTimeAt } from './freshness.ts';

const received = { beat: { now: 1_000_000, speed: 60, certainForMs: 400, version: 7 }, receivedAt: 5_000 };

describe('freshness of a display', () => {
  it('given a beat of a server certain 400 ms ago, then the screen was last certain 400 ms before it came', () => {
    expect(certainAt(received)).toBe(4_600);
  });

  it.each([
    [0, 'fresh'],
    [10_000, 'fresh'],
    [10_001, 'aging'],
    [30_000, 'aging'],
    [30_001, 'stale'],
  ] as const)('when nothing was certain for %i ms, then it is %s', (age, fresh) => {
    expect(freshOf(age)).toBe(fresh);
  });

  it('given a shop whose day runs 60 times as fast, when 2 real seconds pass, then 2 minutes pass in the shop', () => {
    expect(shopTimeAt(received, 7_000)).toBe(1_120_000);
  });
});
