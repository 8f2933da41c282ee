// wall/ — what the header says when the board must not be trusted: since how long, and what to do meanwhile.
import type { WallWords } from '@zhunshi/shared/i18n/wallWords.ts';

/** The sentence for an age in seconds: seconds to two minutes, then minutes to two hours, then hours. */
export function staleSentence(ageSeconds: number, words: WallWords): string {
  if (ageSeconds < 120) return words.staleSeconds(ageSeconds);
  if (ageSeconds < 7_200) return words.staleMinutes(Math.floor(ageSeconds / 60));
  return words.staleHours(Math.floor(ageSeconds / 3_600));
}
