// domain/folds/ — the shop as it is set up, and as its set-up changes while it runs.
import type { SetUpChange } from '../commands.ts';
import type { Bay, ShopConfig, ShopState, StaffMember } from '../state.ts';
import { must, type Folds } from './changes.ts';

const hereNow: Pick<StaffMember, 'present' | 'onBreak' | 'leave'> = { present: true, onBreak: null, leave: [] };

export const settingUp: Folds<'ShopSetUp' | 'SetUpChanged' | 'DayHoursSet'> = {
  ShopSetUp: (state, { shop, bays, teams, staff }) => ({
    ...state,
    shop,
    bays: byKey(
      bays.map((bay, position): Bay => ({ ...bay, position, closed: null })),
      ({ code }) => code,
    ),
    teams: byKey(teams, ({ id }) => id),
    staff: byKey(
      staff.map((member): StaffMember => ({ ...member, ...hereNow })),
      ({ id }) => id,
    ),
  }),
  SetUpChanged: (state, { changes }) => changes.reduce(withChange, state),
  DayHoursSet: (state, { day, hours }) => withChange(state, { kind: 'dayHours', day, hours }),
};

/** The state with one thing of its set-up changed. Used by `decide` too, to look at the whole before it accepts it [SET-8]. */
export function withChange(state: ShopState, change: SetUpChange): ShopState {
  switch (change.kind) {
    case 'basics': {
      const { kind: _kind, ...basics } = change;
      return changeShop(state, () => present(basics));
    }
    case 'saveBay': {
      const { bay } = change;
      const known = state.bays[bay.code];
      const position = known?.position ?? Math.max(-1, ...Object.values(state.bays).map((one) => one.position)) + 1;
      return { ...state, bays: { ...state.bays, [bay.code]: { ...bay, position, closed: known?.closed ?? null } } };
    }
    case 'removeBay':
      return { ...state, bays: without(state.bays, change.code) };
    case 'saveTeam':
      return { ...state, teams: { ...state.teams, [change.team.id]: change.team } };
    case 'removeTeam':
      return { ...state, teams: without(state.teams, change.team) };
    case 'saveStaff': {
      const { member } = change;
      return { ...state, staff: { ...state.staff, [member.id]: { ...hereNow, ...state.staff[member.id], ...member } } };
    }
    case 'removeStaff':
      return { ...state, staff: without(state.staff, change.staff) };
    case 'saveServiceType':
      return changeShop(state, ({ serviceTypes }) => ({
        serviceTypes: saved(serviceTypes, change.serviceType, ({ code }) => code),
      }));
    case 'removeServiceType':
      return changeShop(state, ({ serviceTypes }) => ({
        serviceTypes: serviceTypes.filter(({ code }) => code !== change.code),
      }));
    case 'saveStandardTime':
      return changeShop(state, ({ operations }) => ({
        operations: saved(operations, change.standardTime, ({ name }) => name),
      }));
    case 'removeStandardTime':
      return changeShop(state, ({ operations }) => ({
        operations: operations.filter(({ name }) => name !== change.name),
      }));
    case 'rules':
      return changeShop(state, ({ rules }) => ({ rules: { ...rules, ...present(change.rules) } }));
    case 'dayHours':
      return changeShop(state, ({ calendar }) => ({
        calendar: change.hours ? { ...calendar, [change.day]: change.hours } : without(calendar, change.day),
      }));
  }
}

function changeShop(state: ShopState, change: (shop: ShopConfig) => Partial<ShopConfig>): ShopState {
  const shop = must(state.shop ?? undefined, 'a shop');
  return { ...state, shop: { ...shop, ...change(shop) } };
}

type Present<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };

/** The fields that were given. */
function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
}

function saved<Item>(items: Item[], item: Item, key: (item: Item) => string): Item[] {
  const known = items.some((one) => key(one) === key(item));
  return known ? items.map((one) => (key(one) === key(item) ? item : one)) : [...items, item];
}

function byKey<Value>(values: readonly Value[], key: (value: Value) => string): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [key(value), value]));
}

function without<Value>(all: Record<string, Value>, key: string): Record<string, Value> {
  const { [key]: _gone, ...rest } = all;
  return rest;
}
