// desk/ — moments and spans → the few characters that a card has room for.
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { daysBetween, localDay, localTime, weekday } from '@zhunshi/shared/time/shopTime.ts';
import type { ShopView } from './shopView.ts';

const hourMinutes = 60;
/** From here on nobody reckons with minutes. */
const roundHoursMinutes = 10 * 60;
const longestHoursMinutes = 48 * 60;

/** A span in one way everywhere at the desk: `45 分`, `1 小时 52 分`, `5 小时`, `14 小时`, `3 天`. */
export function spanText({ say }: Pick<ShopView, 'say'>, minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  if (whole < hourMinutes) return say.span.minutes(whole);
  if (whole < longestHoursMinutes) {
    const [hours, minutes] = [Math.floor(whole / hourMinutes), whole % hourMinutes];
    return minutes === 0 || whole >= roundHoursMinutes ? say.span.hours(hours) : say.span.hoursMinutes(hours, minutes);
  }
  return say.span.days(Math.floor(whole / 1440));
}

/** Minutes from one moment to another, not below 0. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((to - from) / 60_000));
}

/** A day as people name it from today: nothing for today, `明天`, `周三`, `12月2日`. */
export function dayText({ say, asOf, timeZone }: Pick<ShopView, 'say' | 'asOf' | 'timeZone'>, at: Instant): string {
  const day = localDay(at, timeZone);
  const days = daysBetween(localDay(asOf, timeZone), day);
  if (days === 0) return '';
  // A language whose words for these are long leaves them empty: then weekday and date do.
  if (days === 1 && say.day.tomorrow !== '') return say.day.tomorrow;
  if (days === -1 && say.day.yesterday !== '') return say.day.yesterday;
  if (days > 0 && days < 7) return say.day.weekdays[weekday(day)] ?? '';
  return say.day.date(Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** A moment: the time today, day and time else. */
export function momentText(view: Pick<ShopView, 'say' | 'asOf' | 'timeZone'>, at: Instant): string {
  return `${dayText(view, at)} ${localTime(at, view.timeZone)}`.trim();
}
