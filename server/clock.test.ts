// clock — real time by Redis' clock, scaled time for the demo.
import { expect, it } from 'vitest';
import { realClock } from './clock.ts';

it('given a measurement of Redis’ clock, then real time goes on from there', () => {
  const clock = realClock();
  const sentAt = performance.now();
  clock.adjust(1_000_000, sentAt, sentAt);
  const passed = performance.now() - sentAt;
  expect(clock.real() - 1_000_000).toBeGreaterThanOrEqual(0);
  expect(clock.real() - 1_000_000).toBeLessThanOrEqual(Math.ceil(passed) + 1000);
  expect(clock.speed).toBe(1);
});
