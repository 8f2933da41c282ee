// domain/deciders/ — setting a shop up, once.
import { isTimeZone } from '../../time/shopTime.ts';
import type { CommandOf } from '../commands.ts';
import { defaultRules } from '../defaultRules.ts';
import type { DomainEvent } from '../events.ts';
import { refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { ShopState } from '../state.ts';

/** Sets the shop up. Refused: it is already [SET-1]; a code twice, no manager, a zone that nobody knows [SET-2]; windows that run backwards [SET-3]. */
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
  if (!isTimeZone(shop.timeZone)) return refused(refusal('unknownTimeZone', { timeZone: shop.timeZone }));
  if (!staff.some(({ roles }) => roles.includes('manager'))) return refused(refusal('noManager', {}));
  const backwards = Object.entries(shop.hours).find(([, windows]) => !inOrder(windows));
  if (backwards) return refused(refusal('badShopFile', { where: `hours.${backwards[0]}` }));
  const complete = { ...shop, calendar: shop.calendar ?? {}, rules: shop.rules ?? defaultRules };
  return accepted([{ type: 'ShopSetUp', shop: complete, bays, teams, staff }]);
}

function repeated(values: string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

/** Each window ends after it begins, and the next begins after that. */
function inOrder(windows: readonly (readonly [string, string])[]): boolean {
  const times = windows.flat();
  return times.every((time, index) => index === 0 || (times[index - 1] ?? '') < time);
}

export function changeSetUp(_state: ShopState, _command: CommandOf<'ChangeSetUp'>): Result<DomainEvent[]> {
  throw new Error('ChangeSetUp is not decided yet');
}

export function setDayHours(_state: ShopState, _command: CommandOf<'SetDayHours'>): Result<DomainEvent[]> {
  throw new Error('SetDayHours is not decided yet');
}
