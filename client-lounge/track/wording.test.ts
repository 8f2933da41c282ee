// Times, money, refusals and the language of the page, as a customer reads them.
import { trackWords } from '@zhunshi/shared/i18n/trackWords.ts';
import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';
import { refusalText } from './refusalText.ts';
import { priceText, timeText } from './timeText.ts';

const timeZone = 'Asia/Shanghai';
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const now = at('2026-11-23T10:00');

describe('times', () => {
  it.each([
    ['2026-11-23T15:30', '15:30', '15:30'],
    ['2026-11-24T09:05', '明天 09:05', 'tomorrow 09:05'],
    ['2026-11-22T17:00', '昨天 17:00', 'yesterday 17:00'],
    ['2026-11-25T09:00', '11月25日 周三 09:00', 'Wed 25 Nov 09:00'],
  ])('given %s, then it is told by the shop’s clock, with the day where it is another one', (when, zh, en) => {
    expect(timeText(at(when), { language: 'zh-CN', timeZone, now })).toBe(zh);
    expect(timeText(at(when), { language: 'en', timeZone, now })).toBe(en);
  });
});

it.each(['zh-CN', 'en'] as const)(
  'given a price, read in %s, then it has its thousands apart and its hundredths',
  (language) => {
    const prices = [128_850, 48_000, 5].map((cents) => priceText(cents, { language }));
    expect(prices).toEqual(['¥1,288.50', '¥480.00', '¥0.05']);
  },
);

it('given minutes, then from an hour on they are told in hours', () => {
  expect([30, 60, 95].map(trackWords['zh-CN'].minutes)).toEqual(['30 分钟', '1 小时', '1 小时 35 分钟']);
});

describe('refusals', () => {
  it('given whatever code, then there is a sentence that says what to do, and no word of the rules [TRK-4]', () => {
    for (const code of ['quoteChanged', 'proposalClosed', 'promiseInPast', 'alreadyReady', 'notAllowed', 'whatever']) {
      expect(refusalText(code, trackWords.en)).toMatch(/^[A-Z].*[.]$/);
      expect(refusalText(code, trackWords['zh-CN'])).not.toContain(code);
    }
    expect(refusalText('proposalClosed', trackWords.en)).not.toBe(refusalText('whatever', trackWords.en));
  });
});

describe('the language', () => {
  it.each([
    [['zh-TW', 'en'], 'zh-CN'],
    [['en-GB', 'zh-CN'], 'en'],
    [['fr-FR', 'de'], 'en'],
    [['fr-FR', 'zh-CN'], 'zh-CN'],
    [[], 'zh-CN'],
  ] as const)('given a browser that wants %j, then the page speaks %s', (wanted, language) => {
    expect(languageOf({ getItem: () => null }, wanted)).toBe(language);
  });

  it('given a language that was chosen here, then that one', () => {
    expect(languageOf({ getItem: () => 'en' }, ['zh-CN'])).toBe('en');
  });
});
