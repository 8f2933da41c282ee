// domain/ — what any set-up must be, the first one and each one that it is changed to.
import { isTimeZone } from '../time/shopTime.ts';
import { refusal, type Refusal } from './refusals.ts';
import type { ShopState, SpecialDay, Window } from './state.ts';
import type { LocalDay } from './words.ts';

/**
 * Why a shop cannot be set up so; null: it can. A zone that nobody knows, no manager [SET-2]; windows that run backwards [SET-3]; a
 * day whose hours do not fit its kind [SET-9]; a team or a service type that is named and not there [SET-11].
 */
export function whyNotSetUp({ shop, teams, staff }: ShopState): Refusal | null {
  if (!shop) return refusal('notSetUp', {});
  const { timeZone, hours, calendar, rules, serviceTypes } = shop;
  if (!isTimeZone(timeZone)) return refusal('unknownTimeZone', { timeZone });
  const members = Object.values(staff);
  if (!members.some(({ roles }) => roles.includes('manager'))) return refusal('noManager', {});
  const lost = members.find(({ team }) => team !== null && !Object.hasOwn(teams, team));
  if (lost) return refusal('unknownTeam', { team: lost.team ?? '' });
  const backwards = Object.entries<Window[]>({ ...hours }).find(([, windows]) => !inOrder(windows));
  if (backwards) return refusal('badShopFile', { where: `hours.${backwards[0]}` });
  for (const [day, special] of Object.entries(calendar)) {
    const no = whyNotDay(day, special);
    if (no) return no;
  }
  const known = new Set(serviceTypes.map(({ code }) => code));
  const unknown = Object.keys(rules.inspections).find((serviceType) => !known.has(serviceType));
  return unknown === undefined ? null : refusal('unknownServiceType', { serviceType: unknown });
}

/** Why a day cannot have these hours: a holiday has none, any other day has some [SET-9], and they follow each other [SET-3]. */
export function whyNotDay(day: LocalDay, { kind, windows }: SpecialDay): Refusal | null {
  const fits = (kind === 'holiday') === (windows.length === 0);
  return fits && inOrder(windows) ? null : refusal('badShopFile', { where: `calendar.${day}` });
}

/** True where each window ends after it begins, and the next begins after that [SET-3]. */
export function inOrder(windows: readonly Window[]): boolean {
  const times = windows.flat();
  return times.every((time, index) => index === 0 || (times[index - 1] ?? '') < time);
}
