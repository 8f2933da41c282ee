// wire/ — beat → the shop's time, and how far a screen may be trusted. Pure: what a monotonic clock says comes in. All screens use it.
import type { Instant } from '../domain/words.ts';
import type { ClockBeat } from './protocol.ts';

/** A beat that made a screen certain, and the reading of the screen's monotonic clock (real ms) when it came. */
export interface ReceivedBeat {
  readonly beat: ClockBeat;
  readonly receivedMs: number;
}

/** fresh: trust it; aging: no certainty for more than 10 s, its age is told; stale: more than 30 s, the screen must say so [LIVE-1]. */
export type Freshness = 'fresh' | 'aging' | 'stale';

const AGING_AFTER_MS = 10_000;
const STALE_AFTER_MS = 30_000;

/** The shop's time at `nowMs` of the same monotonic clock: what the beat said, and the real time since at the shop's speed. */
export function shopTimeAt({ beat, receivedMs }: ReceivedBeat, nowMs: number): Instant {
  return Math.round(beat.now + (nowMs - receivedMs) * beat.speed);
}

/** Real ms since this screen was last certain of what it shows: its own waiting, and the server's before it. */
export function uncertainForMs({ beat, receivedMs }: ReceivedBeat, nowMs: number): number {
  return beat.certainForMs + Math.max(0, nowMs - receivedMs);
}

/** How far a screen may be trusted that was last certain so many real ms ago; `Infinity`: it never was. */
export function freshnessOf(ms: number): Freshness {
  if (ms > STALE_AFTER_MS) return 'stale';
  return ms > AGING_AFTER_MS ? 'aging' : 'fresh';
}

/** Does a beat make a screen certain that holds this version? Only where the screen is as new as the beat [LIVE-1]. */
export function vouchesFor(beat: ClockBeat, version: number): boolean {
  return version >= beat.version;
}
