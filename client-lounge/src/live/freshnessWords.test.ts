// Tests of the freshness in words.
import { expect, it } from 'vitest';
import { freshnessWords } from './freshnessWords.ts';

it('tells in both languages when the screen was last certain, and for how many minutes it has not been [LIVE-1]', () => {
  expect(freshnessWords('stale', '', null)).toEqual({ zh: '正在连接…', en: 'Connecting…' });
  expect(freshnessWords('fresh', '14:32', 500)).toEqual({ zh: '更新于 14:32', en: 'Updated 14:32' });
  expect(freshnessWords('stale', '14:32', 125_000).zh).toBe('画面 2 分钟未更新，请问前台');
});
