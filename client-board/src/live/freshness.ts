// live/ — how sure a display may be of what it shows, in real time: from the server's beats alone, never from a change.
import type { ClockBeat } from '@zhunshi/shared/wire/protocol.ts';

/** Real ms without certainty after which a screen shows the age. */
export const AGING_AFTER_MS = 10_000;
/** Real ms without certainty after which a screen says that it must not be trusted. */
export const STALE_AFTER_MS = 30_000;

export type Fresh = 'fresh' | 'aging' | 'stale';

/** A beat, and the screen's own monotonic time (ms, `performance.now()`) at which it came. */
export interface ReceivedBeat {
  beat: ClockBeat;
  receivedAt: number;
}

/** The monotonic time at which the server was last certain; the journey of the beat itself is left out. */
export function certainAt({ beat, receivedAt }: ReceivedBeat): number {
  return receivedAt - beat.certainForMs;
}

/** How fresh a screen is that was certain so many real ms ago. */
export function freshOf(ageMs: number): Fresh {
  if (ageMs > STALE_AFTER_MS) return 'stale';
  return ageMs > AGING_AFTER_MS ? 'aging' : 'fresh';
}

/** The shop's time (epoch ms) at a monotonic time: it runs on from the last beat, at the shop's speed. */
export function shopTimeAt({ beat, receivedAt }: ReceivedBeat, monotonic: number): number {
  return beat.now + (monotonic - receivedAt) * beat.speed;
}
