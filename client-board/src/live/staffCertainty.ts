// live/ — beats → since when the console is certain. Pure. Only beats count that are no newer than what it has read [LIVE-1].
import type { ClockBeat } from '@zhunshi/shared/wire/protocol.ts';
import { freshnessOf, vouchesFor } from '@zhunshi/shared/wire/shopClock.ts';
import type { Freshness, ReceivedBeat } from '@zhunshi/shared/wire/shopClock.ts';

/** What the beats of a connection have said. */
export interface StaffCertainty {
  /** The last beat that vouched for what was read; null before the first. */
  readonly received: ReceivedBeat | null;
  /** How many beats in a row were newer than what was read. */
  readonly behind: number;
}

export const neverCertain: StaffCertainty = { received: null, behind: 0 };

/** A snapshot that was asked for and did not help is asked for again after so many beats, 2 s each. */
const ASK_EVERY_BEATS = 5;

/** After a beat. `version`: of the confirmed fold, null where there is none; `nowMs`: of a monotonic clock. */
export function afterBeat(
  before: StaffCertainty,
  beat: ClockBeat,
  { version, nowMs }: { version: number | null; nowMs: number },
): StaffCertainty {
  if (version !== null && vouchesFor(beat, version)) return { received: { beat, receivedMs: nowMs }, behind: 0 };
  return { ...before, behind: before.behind + 1 };
}

/** Entries have not come that the server had read two beats ago: they will not, and a snapshot is needed. */
export function asksForSnapshot({ behind }: StaffCertainty): boolean {
  return behind % ASK_EVERY_BEATS === 2;
}

/** How far the console may be trusted: a lost line is told at once, and not when the last word has grown old [LIVE-1]. */
export function trustOf(uncertainMs: number, connected: boolean): Freshness {
  const freshness = freshnessOf(uncertainMs);
  return freshness === 'fresh' && !connected ? 'aging' : freshness;
}
