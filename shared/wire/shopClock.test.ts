// The clock of a screen and its freshness: reckoned from beats, in real time.
import { describe, expect, test } from 'vitest';
import { freshnessOf, shopTimeAt, uncertainForMs, vouchesFor } from './shopClock.ts';

const beat = { now: 1_000_000, speed: 1, certainForMs: 400, version: 7 };

describe('the clock of a screen', () => {
  test('given a beat, when 3 s pass, then the shop is 3 s later', () => {
    expect(shopTimeAt({ beat, receivedMs: 50 }, 3_050)).toBe(1_003_000);
  });

  test('given a shop at speed 60, when 1 s passes, then the shop is a minute later and the screen a second older [LIVE-1]', () => {
    const fast = { beat: { ...beat, speed: 60 }, receivedMs: 0 };
    expect(shopTimeAt(fast, 1_000)).toBe(1_060_000);
    expect(uncertainForMs(fast, 1_000)).toBe(1_400);
  });
});

describe('how fresh a screen is', () => {
  test("given a server that was uncertain itself, when the screen reckons, then it adds the server's waiting to its own [LIVE-1]", () => {
    expect(uncertainForMs({ beat, receivedMs: 500 }, 2_500)).toBe(2_400);
  });

  test.each([
    [0, 'fresh'],
    [10_000, 'fresh'],
    [10_001, 'aging'],
    [30_000, 'aging'],
    [30_001, 'stale'],
    [Infinity, 'stale'],
  ] as const)('given %d ms without certainty, then it is %s [LIVE-1]', (ms, freshness) => {
    expect(freshnessOf(ms)).toBe(freshness);
  });

  test('given a beat of a version, then it vouches for screens that are as new, and for no older one [LIVE-1]', () => {
    expect([6, 7, 8].map((version) => vouchesFor(beat, version))).toEqual([false, true, true]);
  });
});
