// domain/deciders/ — setting a shop up, once, and changing its set-up while it runs.
import { localDay } from '../../time/shopTime.ts';
import type { CommandOf, SetUpChange } from '../commands.ts';
import type { Context } from '../context.ts';
import { defaultRules } from '../defaultRules.ts';
import type { DomainEvent } from '../events.ts';
import { settingUp } from '../folds/settingUp.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import { realChanges, thingOf } from '../setUpChanges.ts';
import { whyNotDay, whyNotSetUp } from '../soundSetUp.ts';
import { whyStillNeeded } from '../stillNeeded.ts';
import type { ShopState } from '../state.ts';
import type { Instant, LocalDay } from '../words.ts';

/**
 * Sets the shop up. Refused: it is already [SET-1]; a code twice, no manager, a zone that nobody knows [SET-2]; windows that run
 * backwards [SET-3]; a team that is not there [SET-11].
 */
export function setUpShop(state: ShopState, command: CommandOf<'SetUpShop'>): Result<DomainEvent[]> {
  if (state.shop) return refused(refusal('alreadySetUp', {}));
  const { shop, bays, teams, staff } = command;
  const twice =
    repeated(bays.map(({ code }) => code)) ??
    repeated(staff.map(({ id }) => id)) ??
    repeated(teams.map(({ id }) => id)) ??
    repeated(shop.serviceTypes.map(({ code }) => code)) ??
    repeated(shop.operations.map(({ name }) => name));
  if (twice !== undefined) return refused(refusal('duplicateCode', { value: twice }));
  const complete = { ...shop, calendar: shop.calendar ?? {}, rules: shop.rules ?? defaultRules };
  const event = { type: 'ShopSetUp', shop: complete, bays, teams, staff } as const;
  const no = whyNotSetUp(settingUp.ShopSetUp(state, event, { version: 1, at: 0, by: null }));
  return no ? refused(no) : accepted([event]);
}

/**
 * Changes the set-up, all of a list or nothing of it [SET-8]; the event holds what really changes [SET-12]. Refused: one thing named
 * twice; what comes out is not a shop that could be set up so [SET-8] [SET-11]; something that is open still needs what goes [SET-10];
 * a day that is over [SET-9].
 */
export function changeSetUp(
  state: ShopState,
  command: CommandOf<'ChangeSetUp'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const twice = namedTwice(command.changes);
  if (twice) return refused(refusal('duplicateCode', { value: twice }));
  const { changes, after } = realChanges(state, command.changes);
  const days = changes.flatMap((change) => (change.kind === 'dayHours' ? [change.day] : []));
  const no =
    whyNotDays(state, days, at) ?? whyNotLast(changes, after) ?? whyStillNeeded(state, after, at) ?? whyNotSetUp(after);
  if (no) return refused(no);
  const renewed = (command.renewed ?? []).filter((staff) => state.staff[staff] && after.staff[staff]);
  const events: DomainEvent[] = [];
  if (changes.length > 0) events.push({ type: 'SetUpChanged', changes });
  if (renewed.length > 0) events.push({ type: 'DirectoryRenewed', vehicles: [], persons: [], staff: renewed });
  return accepted(events);
}

/**
 * Gives a day hours of its own, or its usual ones again [SET-9]. Refused: the day is over; its windows run backwards [SET-3], a holiday
 * has some, or another day none.
 */
export function setDayHours(
  state: ShopState,
  { day, hours }: CommandOf<'SetDayHours'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const { changes } = realChanges(state, [{ kind: 'dayHours', day, hours }]);
  if (changes.length === 0) return accepted([]);
  const no = whyNotDays(state, [day], at) ?? (hours ? whyNotDay(day, hours) : null);
  return no ? refused(no) : accepted([{ type: 'DayHoursSet', day, hours }]);
}

/** Days that are over keep the hours that they had [SET-9]: what was worked and promised then was reckoned with them. */
function whyNotDays({ shop }: ShopState, days: readonly LocalDay[], at: Instant): Refusal | null {
  const today = localDay(at, shop?.timeZone ?? 'UTC');
  return days.some((day) => day < today) ? refusal('daysBackwards', {}) : null;
}

/** A shop has a bay and a service type [SET-11]. */
function whyNotLast(changes: readonly SetUpChange[], after: ShopState): Refusal | null {
  const last = changes.find(
    ({ kind }) =>
      (kind === 'removeBay' && Object.keys(after.bays).length === 0) ||
      (kind === 'removeServiceType' && after.shop?.serviceTypes.length === 0),
  );
  return last ? refusal('lastOfItsKind', { value: thingOf(last).code }) : null;
}

/** The code of a thing that two changes are about; `basics` and `rules` have none and stand for themselves. */
function namedTwice(changes: readonly SetUpChange[]): string | undefined {
  const seen = new Set<string>();
  const twice = changes.map(thingOf).find(({ what, code }) => {
    const key = `${what} ${code}`;
    return seen.has(key) || !seen.add(key);
  });
  return twice && (twice.code || twice.what);
}

function repeated(values: string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}
