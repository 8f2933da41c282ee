// calls/ — whether the shop wants no sound now. Pure.
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { localTime } from '@zhunshi/shared/time/shopTime.ts';

/**
 * True within the quiet hours, which may go over midnight; the first minute belongs to them, the last does not [ANN-4].
 * @param hours `HH:MM` in the shop's time zone
 */
export function isQuiet(hours: readonly [from: string, to: string] | null, now: Instant, timeZone: string): boolean {
  if (hours === null) return false;
  const [from, to] = hours;
  const time = localTime(now, timeZone);
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
