// Tests of the waits between tries.
import { expect, it } from 'vitest';
import { retryDelayMs } from './retryDelay.ts';

it('waits longer each time, at most five seconds, up to a half more or less by chance', () => {
  expect([0, 1, 2, 3, 4, 50].map((retries) => retryDelayMs(retries, 0.5))).toEqual([
    500, 1_000, 2_000, 4_000, 5_000, 5_000,
  ]);
  expect(retryDelayMs(4, 0)).toBe(2_500);
  expect(retryDelayMs(4, 1)).toBe(7_500);
});
