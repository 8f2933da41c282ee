// time/ — the shop's own clock: between moments (epoch ms) and its local days and times. Intl knows the zones; pure otherwise.
import type { Instant } from '../domain/words.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

interface LocalParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** True for a zone that this machine's Intl knows, such as `Asia/Shanghai`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

function partsAt(at: Instant, timeZone: string): LocalParts {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) parts[type] = Number(value);
  return {
    year: parts.year ?? 0,
    month: parts.month ?? 1,
    day: parts.day ?? 1,
    hour: parts.hour ?? 0,
    minute: parts.minute ?? 0,
    second: parts.second ?? 0,
  };
}

/** A quarter of an hour in a zone. */
interface Quarter {
  /** Ms that the zone is ahead of UTC. */
  offset: number;
  /** Its local day. */
  day: string;
}

/** Intl is slow, so what it says is kept by quarter of an hour: zones change on those, and so do days. */
const QUARTER = 15 * MINUTE;
const quarters = new Map<string, Map<number, Quarter>>();
function quarterAt(at: Instant, timeZone: string): Quarter {
  let ofZone = quarters.get(timeZone);
  if (!ofZone) {
    ofZone = new Map<number, Quarter>();
    quarters.set(timeZone, ofZone);
  }
  const number = Math.floor(at / QUARTER);
  let quarter = ofZone.get(number);
  if (quarter === undefined) {
    const start = number * QUARTER;
    const p = partsAt(start, timeZone);
    const local = Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second);
    quarter = { offset: local - start, day: dayOf(local) };
    if (ofZone.size > 5_000) ofZone.clear();
    ofZone.set(number, quarter);
  }
  return quarter;
}

function offsetAt(at: Instant, timeZone: string): number {
  return quarterAt(at, timeZone).offset;
}

function dayOf(local: number): string {
  return new Date(local).toISOString().slice(0, 10);
}

const two = (figure: number): string => String(figure).padStart(2, '0');

/** Shop-local day of a moment, `YYYY-MM-DD`. */
export function localDay(at: Instant, timeZone: string): string {
  const { offset, day } = quarterAt(at, timeZone);
  // Before zones were agreed on, a day could begin within a quarter.
  return offset % QUARTER === 0 ? day : dayOf(at + offset);
}

/** Shop-local time of a moment, `HH:MM`. */
export function localTime(at: Instant, timeZone: string): string {
  const local = new Date(at + offsetAt(at, timeZone));
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}

/** Day of the week of a shop-local day, 0 is Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The shop-local day some days later (or earlier). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Shop-local days from one to another: 1 is tomorrow. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/**
 * The moment of a shop-local text `YYYY-MM-DD HH:MM` (also with `/` or `T`, one-digit parts, and seconds); null when it is no such time.
 * A time that daylight saving skips is the one as much later; of one that comes twice, the first.
 */
export function instantOf(text: string, timeZone: string): Instant | null {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part || 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(local);
  const real = back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!real) return null;
  const before = offsetAt(local - DAY, timeZone);
  const after = offsetAt(local + DAY, timeZone);
  for (const offset of [before, after]) if (offsetAt(local - offset, timeZone) === offset) return local - offset;
  return local - before;
}
