// Tests of breaking a text into lines.
import { expect, it } from 'vitest';
import { textWidth } from './measure.ts';
import { committedFonts } from './testing/committedFonts.ts';
import { balancedLines, wrapText } from './wrapText.ts';

const font = committedFonts()[16];

it('given a notice in Chinese, when it is wider than the wall, then it is broken, but never before a mark', () => {
  const lines = wrapText(font, '今日下午两点至四点停电，请各位客户稍候。', 80);
  expect(lines.join('')).toBe('今日下午两点至四点停电，请各位客户稍候。');
  for (const line of lines) {
    expect(textWidth(font, line)).toBeLessThanOrEqual(80);
    expect(line).not.toMatch(/^[，。]/);
  }
});

it('given a notice in English, then its words stay whole', () => {
  const lines = wrapText(font, 'No power from 2 pm to 4 pm, we are sorry.', 120);
  expect(lines.join(' ')).toBe('No power from 2 pm to 4 pm, we are sorry.');
  expect(lines.length).toBeGreaterThan(1);
});

it('given a text that fits, then it stays on one line', () => {
  expect(wrapText(font, '欢迎光临', 200)).toEqual(['欢迎光临']);
});

it('given a text that is a little wider than the wall, then no single word is left for its last line', () => {
  const text = 'Your car will appear here when it has been checked in';
  const room = textWidth(font, text) - 10;
  expect(wrapText(font, text, room)[1]).toBe('in');
  const [first = '', second = ''] = balancedLines(font, text, room);
  expect(Math.abs(textWidth(font, first) - textWidth(font, second))).toBeLessThan(80);
  expect(`${first} ${second}`).toBe(text);
});

it('given a Chinese sentence that is wider than the wall, then it is broken where it pauses', () => {
  expect(balancedLines(font, '您的爱车到店后，维修进度显示在这里', 200)).toEqual([
    '您的爱车到店后，',
    '维修进度显示在这里',
  ]);
});
