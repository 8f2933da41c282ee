// Tests of the line at the bottom: which sentences it has, and in which order.
import { describe, expect, it } from 'vitest';
import { textWidth } from './measure.ts';
import { committedFonts } from './testing/committedFonts.ts';
import { tickerLines, tickerSentences } from './tickerText.ts';

const font = committedFonts()[24];

describe('given the line at the bottom', () => {
  it('when the shop has notices, then each takes its turn after a standing sentence, in the languages that it has [LNG-6]', () => {
    const sentences = tickerSentences('准时', [
      { zh: '今日停电', en: 'No power today' },
      { zh: '', en: 'Closed on Monday' },
    ]);
    expect(sentences.slice(0, 7)).toEqual([
      ...['欢迎光临准时', 'Welcome', '今日停电', 'No power today'],
      ...['车辆进度实时更新，时间为预计完成时间', 'Live from our workshop; times are estimates', 'Closed on Monday'],
    ]);
  });

  it('when there is one notice, then it comes after each standing sentence, not once a round [LNG-6]', () => {
    const sentences = tickerSentences('准时', [{ zh: '今日停电', en: '' }]);
    expect(sentences.filter((sentence) => sentence === '今日停电')).toHaveLength(4);
    expect(sentences[2]).toBe('今日停电');
  });

  it('when the wall greets in large letters, then the line does not greet again, and says what is of use', () => {
    const sentences = tickerSentences(null);
    expect(sentences.join(' ')).not.toMatch(/欢迎|Welcome/);
    expect(sentences.join(' ')).toMatch(/二维码.*Scan the code/);
  });

  it('when there are more notices than standing sentences, then all of them come [LNG-6]', () => {
    const notices = Array.from({ length: 9 }, (_, index) => ({ zh: `通知${String(index)}`, en: '' }));
    for (const { zh } of notices) expect(tickerSentences('', notices)).toContain(zh);
  });

  it('when all of it is long, then it moves in several lines, none wider than a television can show [LNG-6]', () => {
    const notices = Array.from({ length: 9 }, () => ({ zh: '长'.repeat(60), en: 'long '.repeat(12) }));
    const sentences = tickerSentences('准时', notices);
    const lines = tickerLines(sentences, font);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(textWidth(font, line)).toBeLessThanOrEqual(4_000);
    expect(lines.join('     ')).toBe(sentences.join('     '));
  });
});
