// live/ — beat → the shop's time and how certain the screen is. Pure: what the screen's steady clock says comes in as `now`.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { ClockBeat } from '@zhunshi/shared/wire/protocol.ts';

/** A beat that vouches for the board, and when it came (real ms of the screen's steady clock). */
export interface ReceivedBeat {
  beat: ClockBeat;
  receivedAt: number;
}

/** `aging`: its age is told. `stale`: a clear badge says not to rely on it [LIVE-1]. */
export type Freshness = 'fresh' | 'aging' | 'stale';

const AGING_AFTER_MS = 10_000;
const STALE_AFTER_MS = 30_000;
const MINUTE_MS = 60_000;

/** The shop's time, epoch ms: what the last beat said, and the real time since, at the shop's speed. */
export function shopNow({ beat, receivedAt }: ReceivedBeat, now: number): number {
  return beat.now + (now - receivedAt) * beat.speed;
}

/** Real ms since it was last certain that the screen shows everything: what the server waited, and what the screen waited. */
export function ageMs({ beat, receivedAt }: ReceivedBeat, now: number): number {
  return beat.certainForMs + Math.max(0, now - receivedAt);
}

/** The freshness of so many ms; a screen that never heard the server is stale. */
export function freshnessOf(age: number | null): Freshness {
  if (age === null || age > STALE_AFTER_MS) return 'stale';
  return age > AGING_AFTER_MS ? 'aging' : 'fresh';
}

/** The freshness in words, for the text twin: by the minute, so that nobody is told of it all the time. */
export function freshnessWords(
  freshness: Freshness,
  updatedAt: string,
  age: number | null,
): { zh: string; en: string } {
  const zh = loungeWords['zh-CN'];
  const { en } = loungeWords;
  if (age === null || updatedAt === '') return { zh: zh.connecting, en: en.connecting };
  if (freshness !== 'stale') return { zh: zh.updatedAt(updatedAt), en: en.updatedAt(updatedAt) };
  const minutes = Math.floor(age / MINUTE_MS);
  return { zh: zh.stale(minutes), en: en.stale(minutes) };
}
