// wall/ — moments and spans as the wall says them: short, in the shop's own time.
import type { WallWords } from '@zhunshi/shared/i18n/wallWords.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { daysBetween, localDay, localTime, weekday } from '@zhunshi/shared/time/shopTime.ts';

/** What every text of the wall is made with: the words, the shop's zone, and its time now. */
export interface WallMoment {
  words: WallWords;
  timeZone: string;
  now: Instant;
}

/** A moment as said: on another day than today with the day's name. */
export interface SaidTime {
  /** null: today. */
  day: string | null;
  /** HH:MM */
  time: string;
}

const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;
/** From here on a span is said in whole hours: minutes have two digits at most, wherever the wall says them. */
const MINUTES_TO_MIN = 100;

/** Day and time of a moment, seen from now. */
export function saidTime(at: Instant, { words, timeZone, now }: WallMoment): SaidTime {
  const day = localDay(at, timeZone);
  const away = daysBetween(localDay(now, timeZone), day);
  return { day: away === 0 ? null : saidDay(day, away, words), time: localTime(at, timeZone) };
}

function saidDay(day: string, away: number, words: WallWords): string {
  if (away === -1) return words.yesterday;
  if (away === 1) return words.tomorrow;
  return away > 1 && away < 7 ? weekdayWord(day, words) : monthDay(day, words);
}

/** Today's date: `周一 11月23日`. */
export function saidDate({ words, timeZone, now }: WallMoment): string {
  const day = localDay(now, timeZone);
  return `${weekdayWord(day, words)} ${monthDay(day, words)}`;
}

function weekdayWord(day: string, words: WallWords): string {
  const names: Readonly<Record<number, string>> = words.weekdays;
  return names[weekday(day)] ?? '';
}

function monthDay(day: string, words: WallWords): string {
  return words.monthDay(Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** Minutes as a short figure: minutes to 99, then whole hours, then whole days. */
export function shortSpan(minutes: number, words: Pick<WallWords, 'minutes' | 'hours' | 'days'>): string {
  const span = Math.abs(Math.trunc(minutes));
  if (span < MINUTES_TO_MIN) return words.minutes(span);
  return span < 2 * DAY_MIN ? words.hours(Math.floor(span / HOUR_MIN)) : words.days(Math.floor(span / DAY_MIN));
}

/** Minutes as a span with its unit, as in an alarm. */
export function alarmSpan(minutes: number, words: WallWords): string {
  const span = Math.abs(Math.trunc(minutes));
  if (span < MINUTES_TO_MIN) return words.alarmSpan.minutes(span);
  return span < 2 * DAY_MIN
    ? words.alarmSpan.hours(Math.floor(span / HOUR_MIN))
    : words.alarmDays(Math.floor(span / DAY_MIN));
}

/** How long a car waits, where the word before it says that it does: `刚到`, `32分`, `2小时`. */
export function waitedShort(since: Instant, { words, now }: WallMoment): string {
  const minutes = Math.max(0, Math.floor((now - since) / 60_000));
  if (minutes < 3) return words.justIn;
  return minutes < MINUTES_TO_MIN ? words.spanMinutes(minutes) : words.hours(Math.floor(minutes / HOUR_MIN));
}

/** How long a car waits: `刚到`, then minutes, then hours. */
export function waitedSpan(since: Instant, { words, now }: WallMoment): string {
  const minutes = Math.max(0, Math.floor((now - since) / 60_000));
  if (minutes < 3) return words.justIn;
  return minutes < MINUTES_TO_MIN ? words.waited(minutes) : words.waitedHours(Math.floor(minutes / HOUR_MIN));
}
