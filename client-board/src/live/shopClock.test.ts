import { describe, expect, it } from 'vitest';
import { freshnessOf, shopTimeAt, uncertainForMs } from './shopClock.ts';

const beat = { now: 1_000_000, speed: 1, certainForMs: 400, version: 7 };

describe('the clock of a screen', () => {
  it('given a beat, when 3 s pass, then the shop is 3 s later', () => {
    expect(shopTimeAt({ beat, receivedMs: 50 }, 3050)).toBe(1_003_000);
  });

  it('given a shop at speed 60, when 1 s passes, then the shop is a minute later and the screen still one second old', () => {
    const fast = { beat: { ...beat, speed: 60, certainForMs: 0 }, receivedMs: 0 };
    expect(shopTimeAt(fast, 1000)).toBe(1_060_000);
    expect(uncertainForMs(fast, 1000)).toBe(1000);
  });

  it("[LIVE-1] given a server that was uncertain itself, when the screen reckons, then it adds the server's waiting to its own", () => {
    expect(uncertainForMs({ beat, receivedMs: 0 }, 2000)).toBe(2400);
  });

  it.each([
    [10_000, 'fresh'],
    [10_001, 'aging'],
    [30_000, 'aging'],
    [30_001, 'stale'],
  ] as const)('[LIVE-1] given %i ms without certainty, when asked, then it is %s', (ms, freshness) => {
    expect(freshnessOf(ms)).toBe(freshness);
  });
});
