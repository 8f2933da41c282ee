// dispatch/ — shop hours → the time axis of the bays: one day or several, nights left out. Positions are fractions, 0..1.
import type { ShopConfig } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { hoursOf } from '@zhunshi/shared/time/workCalendar.ts';
import { addDays, instantOf, localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';

/** A stretch of the axis, as wide as it is long. */
interface Stretch {
  day: string;
  from: Instant;
  to: Instant;
  /** When the doors open and close within it. */
  opens: Instant;
  closes: Instant;
  /** Ms of the axis before it. */
  before: number;
}

/** A mark on the axis. */
export interface Tick {
  at: number;
  text: string;
  /** Where a day begins, if the axis has several; else null. */
  day: string | null;
}

export interface TimeScale {
  /** Where a moment is, 0..1; what lies outside is at the nearest edge. */
  fraction: (at: Instant) => number;
  /** True for a moment that the axis shows. */
  shows: (at: Instant) => boolean;
  ticks: Tick[];
  /** Breaks within a day, as fractions. */
  breaks: { from: number; to: number }[];
  /** Before the doors open and after they close, as fractions. */
  closed: { from: number; to: number }[];
}

const hourMs = 3_600_000;
const usualDay = [['08:00', '18:00']] as const;

/** The axis of `days` days from the one of `asOf` on; days without hours are left out unless it is the first. */
export function timeScaleOf(
  shop: Pick<ShopConfig, 'hours' | 'timeZone' | 'calendar'>,
  asOf: Instant,
  days: number,
): TimeScale {
  const stretches = stretchesOf(shop, asOf, days);
  const last = stretches.at(-1);
  const total = last ? last.before + (last.to - last.from) : 1;
  const fraction = (at: Instant): number => {
    const inside = stretches.findLast(({ from }) => from <= at);
    return inside ? (inside.before + Math.min(at, inside.to) - inside.from) / total : 0;
  };
  return {
    fraction,
    shows: (at) => stretches.some(({ from, to }) => from <= at && at <= to),
    ticks: stretches.flatMap((stretch) => ticksOf(stretch, shop.timeZone, stretches.length, fraction)),
    breaks: stretches.flatMap(({ day }) => breaksOf(shop, day, fraction)),
    closed: stretches.flatMap((stretch) => closedOf(stretch, fraction)),
  };
}

function stretchesOf(
  shop: Pick<ShopConfig, 'hours' | 'timeZone' | 'calendar'>,
  asOf: Instant,
  days: number,
): Stretch[] {
  const stretches: Stretch[] = [];
  let day = localDay(asOf, shop.timeZone);
  let before = 0;
  for (let looked = 0; stretches.length < days && looked < days + 7; looked += 1, day = addDays(day, 1)) {
    const first = looked === 0;
    const hours = hoursOf(shop, day);
    const windows = hours.length > 0 ? hours : first ? usualDay : [];
    const opens = instantOf(`${day} ${windows[0]?.[0] ?? ''}`, shop.timeZone);
    const closes = instantOf(`${day} ${windows.at(-1)?.[1] ?? ''}`, shop.timeZone);
    if (opens === null || closes === null) continue;
    // Cars come before the doors open and work may go on after they close: half an hour of margin, and always the present.
    const from = Math.min(opens - hourMs / 2, first ? asOf - hourMs / 4 : Infinity);
    const to = Math.max(closes + hourMs / 2, first ? asOf + hourMs : 0);
    stretches.push({ day, from, to, opens, closes, before });
    before += to - from;
  }
  return stretches;
}

function ticksOf(stretch: Stretch, timeZone: string, days: number, fraction: (at: Instant) => number): Tick[] {
  const stepHours = days > 1 ? 3 : 1;
  const ticks: Tick[] = days > 1 ? [{ at: fraction(stretch.from), text: '', day: stretch.day }] : [];
  for (let hour = 0; hour < 24; hour += stepHours) {
    const at = instantOf(`${stretch.day} ${String(hour).padStart(2, '0')}:00`, timeZone);
    if (at === null || at <= stretch.from || at > stretch.to - hourMs / 4) continue;
    ticks.push({ at: fraction(at), text: localTime(at, timeZone).replace(/^0/, ''), day: null });
  }
  return ticks;
}

function breaksOf(
  shop: Pick<ShopConfig, 'hours' | 'timeZone' | 'calendar'>,
  day: string,
  fraction: (at: Instant) => number,
): { from: number; to: number }[] {
  const windows = hoursOf(shop, day);
  return windows.slice(1).flatMap((next, index) => {
    const from = instantOf(`${day} ${windows[index]?.[1] ?? ''}`, shop.timeZone);
    const to = instantOf(`${day} ${next[0]}`, shop.timeZone);
    return from === null || to === null ? [] : [{ from: fraction(from), to: fraction(to) }];
  });
}

function closedOf(
  { from, to, opens, closes }: Stretch,
  fraction: (at: Instant) => number,
): { from: number; to: number }[] {
  const early = opens > from ? [{ from: fraction(from), to: fraction(opens) }] : [];
  return closes < to ? [...early, { from: fraction(closes), to: fraction(to) }] : early;
}
