// access/ — the set-up of a shop that runs, written down as a shop file: edited and imported again it changes what was edited [SET-15].
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { ShopState, StaffMember } from '@zhunshi/shared/domain/state.ts';
import type { ShopFile } from './shopFile.ts';

type Person = ShopFile['people'][number];

/** The shop file of a shop as it is now; null while it is not set up. What people can do stands with each of them. */
export function presentShopFile({ shop, bays, teams, staff }: ShopState, directory: Directory): ShopFile | null {
  if (!shop) return null;
  const personOf = ({ id, roles, workTypes }: StaffMember): Person => {
    return { id, name: directory.staff[id]?.name ?? id, roles, workTypes };
  };
  const everybody = Object.values(staff);
  const { name, timeZone, locale, hours, onTimeTarget, serviceTypes, stageMinutes, operations, calendar, rules } = shop;
  return structuredClone({
    ...{ name, timeZone, locale, hours, onTimeTarget, serviceTypes, stageMinutes, operations, calendar, rules },
    bays: Object.values(bays)
      .sort((a, b) => a.position - b.position)
      .map(({ code, workTypes, capacity }) => ({ code, workTypes, capacity })),
    teams: Object.values(teams).map((team) => ({
      ...team,
      workTypes: [],
      members: everybody.filter((one) => one.team === team.id).map(personOf),
    })),
    people: everybody.filter((one) => one.team === null).map(personOf),
  });
}
