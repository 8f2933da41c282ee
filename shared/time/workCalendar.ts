// time/ — working time: adding working minutes to a moment, within the shop's hours, lunch and closing time left out.
import type { ShopConfig, Window } from '../domain/state.ts';
import type { Instant } from '../domain/words.ts';
import { addDays, instantOf, localDay, weekday } from './shopTime.ts';

/** Days that a calendar goes on: a car may have been at work for months. A shop without any hours is given up after them. */
const HORIZON_DAYS = 370;

type CalendarOf = Pick<ShopConfig, 'hours' | 'timeZone' | 'calendar'>;
const calendars = new WeakMap<CalendarOf, Map<string, WorkCalendar>>();
const KEPT_DAYS = 40;
/** Work that ends so soon after a break begins is finished first. */
const FINISHED_FIRST_MS = 10 * 60_000;

/** Working windows of a shop as moments, made as far ahead as they are asked for. */
export class WorkCalendar {
  readonly #shop: CalendarOf;
  readonly #windows: [from: Instant, to: Instant][] = [];
  #nextDay: string;
  #daysLeft = HORIZON_DAYS;

  /** The calendar that begins on the day of a moment; kept by shop and day, for making one asks the time zone often. */
  static of(shop: CalendarOf, from: Instant): WorkCalendar {
    const day = localDay(from, shop.timeZone);
    const ofShop = calendars.get(shop) ?? new Map<string, WorkCalendar>();
    const calendar = ofShop.get(day) ?? new WorkCalendar(shop, day);
    if (ofShop.size > KEPT_DAYS) ofShop.clear();
    calendars.set(shop, ofShop.set(day, calendar));
    return calendar;
  }

  private constructor(shop: CalendarOf, day: string) {
    this.#shop = shop;
    this.#nextDay = day;
  }

  /** The first working moment at or after a moment; the moment itself beyond the horizon. */
  nextWorking(at: Instant): Instant {
    if (!Number.isFinite(at)) return at;
    const window = this.#window(this.#indexAfter(at));
    return window ? Math.max(at, window[0]) : at;
  }

  /**
   * The moment at which so many ms of working time have gone since a moment. What would end within ten minutes of a break or of
   * closing time is finished first: nobody leaves a wheel half tightened [PLN-4].
   */
  add(at: Instant, ms: number): Instant {
    let left = ms;
    let now = at;
    for (let index = this.#indexAfter(at - FINISHED_FIRST_MS); ; index += 1) {
      const window = this.#window(index);
      if (!window) return now + left;
      const [opens, closes] = window;
      now = Math.max(now, opens);
      if (left <= closes + FINISHED_FIRST_MS - now) return now + left;
      left -= Math.max(0, closes - now);
      now = Math.max(now, closes);
    }
  }

  /**
   * Ms of working time between two moments, counted from the calendar's first day. At a moment within ten minutes of a break the
   * work is believed to go on [PLN-4].
   */
  between(from: Instant, to: Instant): number {
    let sum = 0;
    for (let index = this.#indexAfter(from - FINISHED_FIRST_MS); ; index += 1) {
      const window = this.#window(index);
      if (!window || window[0] >= to) return sum;
      const [opens, closes] = window;
      const until = to < closes + FINISHED_FIRST_MS ? to : closes;
      sum += Math.max(0, until - Math.max(opens, from));
    }
  }

  /** True while people finish what they have at hand although a break has begun [PLN-4]. */
  isFinishing(at: Instant): boolean {
    const begun = at - FINISHED_FIRST_MS;
    return this.nextWorking(at) !== at && this.nextWorking(begun) === begun;
  }

  /** Windows that begin before a moment, for drawing the day. */
  windowsUntil(until: Instant): (readonly [from: Instant, to: Instant])[] {
    for (let index = 0; ; index += 1) {
      const window = this.#window(index);
      if (!window || window[0] >= until) break;
    }
    return this.#windows.filter(([from]) => from < until);
  }

  /** Index of the first window that ends after a moment: a forecast asks for thousands of them, so it is looked up, not searched. */
  #indexAfter(at: Instant): number {
    let last = this.#windows.at(-1) ?? this.#window(0);
    while (last && last[1] <= at) last = this.#window(this.#windows.length);
    let low = 0;
    let high = this.#windows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#windows[middle]?.[1] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #window(index: number): readonly [from: Instant, to: Instant] | undefined {
    while (this.#windows.length <= index && this.#daysLeft > 0) {
      const day = this.#nextDay;
      for (const [from, to] of hoursOf(this.#shop, day)) {
        const opens = instantOf(`${day} ${from}`, this.#shop.timeZone);
        const closes = instantOf(`${day} ${to}`, this.#shop.timeZone);
        if (opens !== null && closes !== null && closes > opens) this.#windows.push([opens, closes]);
      }
      this.#nextDay = addDays(day, 1);
      this.#daysLeft -= 1;
    }
    return this.#windows[index];
  }
}

/** The hours of a shop-local day: its own, where it has some [SET-9], or those of its weekday. */
export function hoursOf({ hours, calendar }: Pick<ShopConfig, 'hours' | 'calendar'>, day: string): readonly Window[] {
  const special = calendar[day];
  if (special) return special.windows;
  const name = weekday(day);
  if (name === 0) return hours.sunday;
  return name === 6 ? hours.saturday : hours.weekdays;
}
