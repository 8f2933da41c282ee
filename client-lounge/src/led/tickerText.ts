// led/ — the sentences at the bottom of the wall, in both languages: the standing ones, and between them what the shop tells everybody.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { BothLanguages } from './carText.ts';
import type { DotFont } from './dotFont.ts';
import { textWidth } from './measure.ts';
import { wrapText } from './wrapText.ts';

const BETWEEN = '     ';
/** LEDs: no wider picture is moved, for the graphics of old televisions have a widest one. */
const WIDEST_LINE = 4_000;

/**
 * The sentences one by one, each in Chinese and then in English. After each standing one it is the
 * turn of a notice, so that a lone one comes after each of them [LNG-6].
 * @param shopName null: the wall greets already, in large letters
 */
export function tickerSentences(shopName: string | null, notices: readonly BothLanguages[] = []): string[] {
  const zh = loungeWords['zh-CN'];
  const { en } = loungeWords;
  const standing: BothLanguages[] = shopName === null ? [] : [{ zh: `${zh.welcome}${shopName}`, en: en.welcome }];
  zh.ticker.forEach((sentence, index) => standing.push({ zh: sentence, en: en.ticker[index] ?? '' }));
  const inTurn: BothLanguages[] = [];
  for (let at = 0; at < Math.max(standing.length, notices.length); at += 1) {
    const next = [standing[at % standing.length], notices[at % notices.length]];
    for (const sentence of next) if (sentence !== undefined) inTurn.push(sentence);
  }
  const sentences: string[] = [];
  for (const sentence of inTurn) {
    for (const text of [sentence.zh, sentence.en]) if (text !== '') sentences.push(text);
  }
  return sentences;
}

/** The sentences as moving lines, which follow one another. */
export function tickerLines(sentences: readonly string[], font: DotFont): string[] {
  const lines: string[] = [];
  for (const sentence of sentences) {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? sentence : `${last}${BETWEEN}${sentence}`;
    if (last !== undefined && textWidth(font, longer) <= WIDEST_LINE) lines[lines.length - 1] = longer;
    else lines.push(sentence);
  }
  return lines;
}

/** The sentences as pieces that fit where nothing may move. */
export function stillPieces(sentences: readonly string[], font: DotFont, room: number): string[] {
  const fitting: string[] = [];
  for (const sentence of sentences) fitting.push(...wrapText(font, sentence, room));
  return fitting;
}
