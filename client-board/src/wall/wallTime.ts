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
/** From here on a span is said in hours. Not sooner: `1.5` beside `99` would stand for more than it. */
const MINUTES_TO_MIN = 2 * HOUR_MIN;
/** So long a span of hours says the half ones too. */
const HALVES_TO_MIN = 10 * HOUR_MIN;

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

/** Words of a span: in minutes, in hours and, where it says days, in days. */
interface SpanWords {
  minutes: (count: number) => string;
  hours: (count: number) => string;
  days?: (count: number) => string;
}

/** Minutes to 119, then half and whole hours, then whole days: a longer span never looks like a shorter one. */
function spanIn(minutes: number, words: SpanWords): string {
  const span = Math.abs(Math.trunc(minutes));
  if (span < MINUTES_TO_MIN) return words.minutes(span);
  if (words.days && span >= 2 * DAY_MIN) return words.days(Math.floor(span / DAY_MIN));
  return words.hours(span < HALVES_TO_MIN ? Math.floor(span / (HOUR_MIN / 2)) / 2 : Math.floor(span / HOUR_MIN));
}

/** Minutes as a short figure, as a car has room for: `35`, `2.5h`, `2天`. */
export function shortSpan(minutes: number, words: WallWords): string {
  return spanIn(minutes, words);
}

/** As `shortSpan`, without the half hour: where there is no room for it. */
export function shortestSpan(minutes: number, words: WallWords): string {
  return spanIn(minutes, { ...words, hours: (count) => words.hours(Math.floor(count)) });
}

/** Minutes as a span with its unit, as in an alarm. */
export function alarmSpan(minutes: number, words: WallWords): string {
  return spanIn(minutes, { ...words.alarmSpan, days: words.alarmDays });
}

/** How long a car waits, where the word before it says that it does: `刚到`, `32分`, `2.5h`. */
export function waitedShort(since: Instant, { words, now }: WallMoment): string {
  return waited(since, now, words, { minutes: words.spanMinutes, hours: words.hours });
}

/** How long a car waits: `刚到`, then minutes, then hours. */
export function waitedSpan(since: Instant, { words, now }: WallMoment): string {
  return waited(since, now, words, { minutes: words.waited, hours: words.waitedHours });
}

function waited(since: Instant, now: Instant, { justIn }: WallWords, words: SpanWords): string {
  const minutes = Math.max(0, Math.floor((now - since) / 60_000));
  return minutes < 3 ? justIn : spanIn(minutes, words);
}
