// live/ — beat → the shop's time and how fresh the screen is. Pure: what a monotonic clock says comes in as `elapsed`.
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { ClockBeat } from '@zhunshi/shared/wire/protocol.ts';

/** The last beat, and the reading of a monotonic clock (real ms) when it came. */
export interface ReceivedBeat {
  beat: ClockBeat;
  receivedMs: number;
}

/** fresh: trust it; aging: no certainty for more than 10 s; stale: more than 30 s, the screen must say so [LIVE-1]. */
export type Freshness = 'fresh' | 'aging' | 'stale';

const agingAfterMs = 10_000;
const staleAfterMs = 30_000;

/** The shop's time at `nowMs` of the same monotonic clock. */
export function shopTimeAt({ beat, receivedMs }: ReceivedBeat, nowMs: number): Instant {
  return Math.round(beat.now + (nowMs - receivedMs) * beat.speed);
}

/** Real ms since this screen was last certain of what it shows: its own waiting, and the server's before it. */
export function uncertainForMs({ beat, receivedMs }: ReceivedBeat, nowMs: number): number {
  return Math.max(0, nowMs - receivedMs + beat.certainForMs);
}

/** How far a screen may be trusted that was last certain `ms` ago. */
export function freshnessOf(ms: number): Freshness {
  if (ms > staleAfterMs) return 'stale';
  return ms > agingAfterMs ? 'aging' : 'fresh';
}
