// plan/ — when a break is over: as it was said, else after the usual time.
import type { StaffMember } from '../domain/state.ts';
import type { Instant } from '../domain/words.ts';

/** So long is a break of which nobody said how long it is. */
export const BREAK_MS = 15 * 60_000;

/** When somebody on a break is foreseen to be back; null: they are not on one [PLN-10]. */
export function breakEndOf({ onBreak }: Pick<StaffMember, 'onBreak'>): Instant | null {
  return onBreak ? (onBreak.until ?? onBreak.since + BREAK_MS) : null;
}
