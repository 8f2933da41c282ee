// console/displays/ — where a TV finds its board, and how long ago it was last heard of.
import type { DisplayWords } from '@zhunshi/shared/i18n/displayWords.ts';
import type { DisplayKind } from '@zhunshi/shared/wire/displays.ts';

const minuteMs = 60_000;
const minutesPerHour = 60;
const minutesPerDay = 24 * minutesPerHour;
/** A display that was heard of within this time is there now, minutes. */
const nowMinutes = 2;

/** The address to open on the TV. */
export function displayAddress(origin: string, kind: DisplayKind): string {
  return `${origin}/${kind}`;
}

/** The same with the token in its fragment, which browsers never send to a server. */
export function displayLink(origin: string, kind: DisplayKind, shop: string, token: string): string {
  return `${displayAddress(origin, kind)}#${new URLSearchParams({ token, shop }).toString()}`;
}

/** What a display says that it shows, in words; what is not known stands as it is. */
export function shownText(shows: string, words: DisplayWords): string {
  const known: Readonly<Record<string, string>> = words.shows;
  return known[shows] ?? shows;
}

/** When a display was last heard of, in words; both times real, epoch ms. */
export function lastSeenText(lastSeenAt: number | null, now: number, words: DisplayWords): string {
  if (lastSeenAt === null) return words.never;
  const minutes = Math.floor((now - lastSeenAt) / minuteMs);
  if (minutes < nowMinutes) return words.now;
  if (minutes < minutesPerHour) return words.minutesAgo(minutes);
  if (minutes < minutesPerDay) return words.hoursAgo(Math.floor(minutes / minutesPerHour));
  return words.daysAgo(Math.floor(minutes / minutesPerDay));
}
