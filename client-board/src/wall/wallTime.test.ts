import { wallWords } from '@zhunshi/shared/i18n/wallWords.ts';
import { describe, expect, it } from 'vitest';
import { staleSentence } from './staleSentence.ts';
import { alarmSpan, saidDate, saidTime, shortSpan } from './wallTime.ts';

const words = wallWords['zh-CN'];
const moment = { words, timeZone: 'Asia/Shanghai', now: Date.parse('2026-11-23T23:50:00+08:00') };

describe('time on the wall, in the time of the shop', () => {
  it.each([
    ['2026-11-23T23:55:00+08:00', null, '23:55'],
    ['2026-11-24T00:05:00+08:00', '明天', '00:05'],
    ['2026-11-22T17:00:00+08:00', '昨天', '17:00'],
    ['2026-11-25T15:00:00+08:00', '周三', '15:00'],
    ['2026-11-29T15:00:00+08:00', '周日', '15:00'],
    ['2026-11-30T15:00:00+08:00', '11月30日', '15:00'],
    ['2026-11-20T15:00:00+08:00', '11月20日', '15:00'],
  ])('given %s, then the day is %s and the time %s', (at, day, time) => {
    expect(saidTime(Date.parse(at), moment)).toEqual({ day, time });
  });

  it('given today, then its weekday and date are said', () => {
    expect(saidDate(moment)).toBe('周一 11月23日');
    expect(saidDate({ ...moment, words: wallWords.en })).toBe('Mon 23 Nov');
  });

  it.each([
    [99, '99', '99 分'],
    [119, '119', '119 分'],
    [120, '2h', '2 小时'],
    [-155, '2.5h', '2.5 小时'],
    [599, '9.5h', '9.5 小时'],
    [2_879, '47h', '47 小时'],
    [2_880, '2天', '2 天'],
  ])(
    'given %i minutes, then the cars say %s and the alarms %s: never less than a shorter span',
    (minutes, short, alarm) => {
      expect([shortSpan(minutes, words), alarmSpan(minutes, words)]).toEqual([short, alarm]);
    },
  );

  it.each([
    [31, '已 31 秒没有更新，口头派工，事后补录'],
    [660, '已 11 分钟没有更新，口头派工，事后补录'],
    [7_300, '已 2 小时没有更新，口头派工，事后补录'],
  ])('given no news for %i s, then the header says since when and what to do', (age, sentence) => {
    expect(staleSentence(age, words)).toBe(sentence);
  });
});
