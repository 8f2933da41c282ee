// import/ — what a set-up file would change: the changes for the command, and the differences for whoever looks first [SET-13].
import type { CommandOf, SetUpChange } from '@zhunshi/shared/domain/commands.ts';
import type { Directory, StaffEntry } from '@zhunshi/shared/domain/directory.ts';
import { sameContent } from '@zhunshi/shared/domain/sameContent.ts';
import { realChanges, thingOf } from '@zhunshi/shared/domain/setUpChanges.ts';
import type { ChangedThing } from '@zhunshi/shared/domain/setUpChanges.ts';
import type { ShopState, StandardTime } from '@zhunshi/shared/domain/state.ts';
import type { LocalDay, StaffId } from '@zhunshi/shared/domain/words.ts';
import { differenceKinds } from '@zhunshi/shared/wire/setUpFile.ts';
import type { DifferenceKind, SetUpDifference } from '@zhunshi/shared/wire/setUpFile.ts';

/** What a file wants: everything that it names, and the things of the shop that it leaves out. */
export interface WantedSetUp {
  saves: SetUpChange[];
  /** Removals, carried out only when they are asked for. */
  leftOut: SetUpChange[];
  names: Record<StaffId, StaffEntry>;
}

/** What a shop file wants. Rules and calendar that it does not speak of stay; so do days that are over. */
export function wantedByFile(
  state: ShopState,
  { command, names }: { command: CommandOf<'SetUpShop'>; names: Record<StaffId, StaffEntry> },
  today: LocalDay,
): WantedSetUp {
  const { bays, teams, staff, shop } = command;
  const { name, timeZone, locale, hours, onTimeTarget, stageMinutes, calendar, rules } = shop;
  const days = Object.entries(calendar ?? {}).filter(([day]) => day >= today);
  const present = state.shop?.calendar ?? {};
  const goneDays = calendar ? Object.keys(present).filter((day) => day >= today && !Object.hasOwn(calendar, day)) : [];
  const times = wantedTimes(state, shop.operations);
  return {
    names,
    saves: [
      { kind: 'basics', name, timeZone, locale, hours, onTimeTarget, stageMinutes },
      ...bays.map((bay): SetUpChange => ({ kind: 'saveBay', bay })),
      ...teams.map((team): SetUpChange => ({ kind: 'saveTeam', team })),
      ...staff.map((member): SetUpChange => ({ kind: 'saveStaff', member })),
      ...shop.serviceTypes.map((serviceType): SetUpChange => ({ kind: 'saveServiceType', serviceType })),
      ...times.saves,
      ...(rules ? [{ kind: 'rules', rules } as const] : []),
      ...days.map(([day, special]): SetUpChange => ({ kind: 'dayHours', day, hours: special })),
    ],
    leftOut: [
      ...leftOut(Object.keys(state.bays), bays, ({ code }) => code).map(
        (code) => ({ kind: 'removeBay', code }) as const,
      ),
      ...leftOut(Object.keys(state.teams), teams, ({ id }) => id).map(
        (team) => ({ kind: 'removeTeam', team }) as const,
      ),
      ...leftOut(Object.keys(state.staff), staff, ({ id }) => id).map((one) => {
        return { kind: 'removeStaff', staff: one } as const;
      }),
      ...leftOut(state.shop?.serviceTypes.map(({ code }) => code) ?? [], shop.serviceTypes, ({ code }) => code).map(
        (code) => ({ kind: 'removeServiceType', code }) as const,
      ),
      ...times.leftOut,
      ...goneDays.map((day) => ({ kind: 'dayHours', day, hours: null }) as const),
    ],
  };
}

/** What a table of standard times wants. */
export function wantedTimes({ shop }: ShopState, times: readonly StandardTime[]): WantedSetUp {
  const known = shop?.operations.map(({ name }) => name) ?? [];
  return {
    names: {},
    saves: times.map((standardTime) => ({ kind: 'saveStandardTime', standardTime })),
    leftOut: leftOut(known, times, ({ name }) => name).map((name) => ({ kind: 'removeStandardTime', name })),
  };
}

function leftOut<Item>(known: readonly string[], wanted: readonly Item[], key: (item: Item) => string): string[] {
  const there = new Set(wanted.map(key));
  return known.filter((one) => !there.has(one));
}

/** The changes that a file makes to a shop as it is, and all the differences; what is alike is not among them. */
export function compareSetUp(
  state: ShopState,
  directory: Directory,
  { saves, leftOut: removals, names }: WantedSetUp,
  removeMissing: boolean,
): { changes: SetUpChange[]; differences: SetUpDifference[] } {
  const { changes } = realChanges(state, removeMissing ? [...saves, ...removals] : saves);
  const differences = changes.map((change) => differenceOf(state, change));
  const renamed = Object.entries(names).filter(([id, { name }]) => {
    return state.staff[id] !== undefined && directory.staff[id]?.name !== name;
  });
  for (const [id] of renamed) {
    const known = differences.find(({ what, code }) => what === 'staff' && code === id);
    if (known) known.fields.unshift('name');
    else differences.push({ what: 'staff', code: id, kind: 'changed', fields: ['name'] });
  }
  const missing = removeMissing ? [] : removals;
  return {
    changes,
    differences: [
      ...differences,
      ...missing.map((change): SetUpDifference => ({ ...thingOf(change), kind: 'missing', fields: [] })),
    ],
  };
}

/** How many differences there are of each kind. */
export function countDifferences(differences: readonly SetUpDifference[]): Record<DifferenceKind, number> {
  const count = (kind: DifferenceKind): number => differences.filter((one) => one.kind === kind).length;
  return Object.fromEntries(differenceKinds.map((kind) => [kind, count(kind)])) as Record<DifferenceKind, number>;
}

function differenceOf(state: ShopState, change: SetUpChange): SetUpDifference {
  const thing = thingOf(change);
  const before = thingIn(state, thing);
  const after = savedBy(change);
  if (after === null) return { ...thing, kind: 'removed', fields: [] };
  if (before === undefined) return { ...thing, kind: 'added', fields: [] };
  const known = new Map<string, unknown>(Object.entries(before));
  const fields = Object.entries(after).filter(([field, value]) => !sameContent(value, known.get(field)));
  return { ...thing, kind: 'changed', fields: fields.map(([field]) => field) };
}

/** A thing as it is in the shop now. */
function thingIn({ shop, bays, teams, staff }: ShopState, { what, code }: ChangedThing): object | undefined {
  switch (what) {
    case 'basics':
      return shop ?? undefined;
    case 'rules':
      return shop?.rules;
    case 'bay':
      return bays[code];
    case 'team':
      return teams[code];
    case 'staff':
      return staff[code];
    case 'serviceType':
      return shop?.serviceTypes.find((one) => one.code === code);
    case 'standardTime':
      return shop?.operations.find(({ name }) => name === code);
    case 'day':
      return shop?.calendar[code];
  }
}

/** What a change makes of its thing; null: it is no more. */
function savedBy(change: SetUpChange): object | null {
  switch (change.kind) {
    case 'basics': {
      const { kind: _kind, ...basics } = change;
      return basics;
    }
    case 'rules':
      return change.rules;
    case 'saveBay':
      return change.bay;
    case 'saveTeam':
      return change.team;
    case 'saveStaff':
      return change.member;
    case 'saveServiceType':
      return change.serviceType;
    case 'saveStandardTime':
      return change.standardTime;
    case 'dayHours':
      return change.hours;
    default:
      return null;
  }
}
