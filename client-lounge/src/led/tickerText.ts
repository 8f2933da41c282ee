// led/ — the friendly sentences at the bottom of the wall, in both languages.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';

const BETWEEN = '     ';

/** The sentences one by one, each in Chinese and then in English. */
export function tickerSentences(shopName: string): string[] {
  const zh = loungeWords['zh-CN'];
  const en = loungeWords.en;
  const greeting = shopName === '' ? zh.welcome : `${zh.welcome}${shopName}`;
  const sentences = [greeting, en.welcome];
  zh.ticker.forEach((sentence, index) => sentences.push(sentence, en.ticker[index] ?? ''));
  return sentences;
}

/** All of them as one moving line. */
export function tickerLine(shopName: string): string {
  return tickerSentences(shopName).join(BETWEEN);
}
