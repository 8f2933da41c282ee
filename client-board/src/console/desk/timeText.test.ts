import { consoleWords } from '@zhunshi/shared/i18n/consoleWords.ts';
import { describe, expect, it } from 'vitest';
import { spanText } from './timeText.ts';

const zh = { say: consoleWords['zh-CN'] };
const hour = 60;

describe('a span at the desk', () => {
  it('given minutes, when they are said, then to the minute while somebody reckons with them', () => {
    expect(spanText(zh, 45)).toBe('45 分');
    expect(spanText(zh, hour + 52)).toBe('1 小时 52 分');
    expect(spanText(zh, 5 * hour)).toBe('5 小时');
    expect(spanText(zh, 9 * hour + 59)).toBe('9 小时 59 分');
  });

  it('given ten hours and more, when they are said, then without minutes, and from two days on in days', () => {
    expect(spanText(zh, 10 * hour + 59)).toBe('10 小时');
    expect(spanText(zh, 47 * hour + 59)).toBe('47 小时');
    expect(spanText(zh, 48 * hour)).toBe('2 天');
  });
});
