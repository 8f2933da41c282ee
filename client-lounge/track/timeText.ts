// track/ — times and money as a customer reads them: the shop's clock, days by name where they are near.
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { trackWords } from '@zhunshi/shared/i18n/trackWords.ts';
import { daysBetween, localDay, localTime, weekday } from '@zhunshi/shared/time/shopTime.ts';

/** What times are told by. */
export interface Reading {
  language: Language;
  timeZone: string;
  /** Shop's time now. */
  now: number;
}

/** A moment: `15:30`, `明天 09:30`, `11月25日 周三 15:30`. */
export function timeText(at: number, { language, timeZone, now }: Reading): string {
  const words = trackWords[language];
  const day = localDay(at, timeZone);
  const time = localTime(at, timeZone);
  const ahead = daysBetween(localDay(now, timeZone), day);
  if (ahead === 0) return time;
  if (ahead === 1) return `${words.tomorrow} ${time}`;
  if (ahead === -1) return `${words.yesterday} ${time}`;
  return `${words.day(Number(day.slice(5, 7)), Number(day.slice(8)), weekday(day))} ${time}`;
}

/** Hundredths of the shop's currency, `¥1,480.00`. */
export function priceText(cents: number, { language }: Pick<Reading, 'language'>): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return `¥${(cents / 100).toLocaleString(language, digits)}`;
}
