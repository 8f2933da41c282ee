// live/ — how long to wait before trying again: longer each time, and never in step with the other screens.

const FIRST_MS = 500;
const LONGEST_MS = 5_000;

/**
 * Milliseconds to wait before a retry.
 * @param retries tries that failed before, from 0
 * @param chance 0..1, moves the wait by up to a half either way
 */
export function retryDelayMs(retries: number, chance: number): number {
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(retries, 10));
  return Math.round(wait * (0.5 + chance));
}
