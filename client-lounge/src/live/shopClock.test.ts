// Tests of the clock and of freshness: reckoned from beats, in real time.
import { describe, expect, it } from 'vitest';
import { ageMs, freshnessOf, freshnessWords, shopNow } from './shopClock.ts';

function received(certainForMs = 0, speed = 1) {
  return { beat: { now: 1_000_000, speed, certainForMs, version: 7 }, receivedAt: 500 };
}

it('goes on from the last beat at the speed of the shop', () => {
  expect(shopNow(received(), 2_500)).toBe(1_002_000);
  expect(shopNow(received(0, 60), 2_500)).toBe(1_120_000);
});

describe('freshness [LIVE-1]', () => {
  it('counts what the server waited and what the screen waited', () => {
    expect(ageMs(received(4_000), 3_500)).toBe(7_000);
  });

  it('is real time, however fast the shop runs', () => {
    expect(ageMs(received(0, 60), 3_500)).toBe(3_000);
  });

  it.each([
    [0, 'fresh'],
    [10_000, 'fresh'],
    [10_001, 'aging'],
    [30_000, 'aging'],
    [30_001, 'stale'],
  ])('of a board last certain %i ms ago is %s', (age, freshness) => {
    expect(freshnessOf(age)).toBe(freshness);
  });

  it('of a screen that never heard the server is stale', () => {
    expect(freshnessOf(null)).toBe('stale');
  });

  it('is told in both languages', () => {
    expect(freshnessWords('stale', '', null)).toEqual({ zh: '正在连接…', en: 'Connecting…' });
    expect(freshnessWords('fresh', '14:32', 500)).toEqual({ zh: '更新于 14:32', en: 'Updated 14:32' });
    expect(freshnessWords('stale', '14:32', 125_000).zh).toBe('画面 2 分钟未更新，请问前台');
  });
});
