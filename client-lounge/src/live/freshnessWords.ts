// live/ — how fresh the screen is, in words for the text twin: by the minute, so that nobody is told of it all the time.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { Freshness } from '@zhunshi/shared/wire/shopClock.ts';

const MINUTE_MS = 60_000;

/**
 * @param updatedAt shop's time of the last certainty as it is shown, '' where there is none
 * @param age real ms since then, null while the board was never certain
 */
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
