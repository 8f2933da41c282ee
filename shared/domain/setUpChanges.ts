// domain/ — a list of changes to the set-up: what each is about, and which of them really change something.
import type { SetUpChange } from './commands.ts';
import { withChange } from './folds/settingUp.ts';
import { sameContent } from './sameContent.ts';
import type { ShopState } from './state.ts';

/** What a change is about. */
export interface ChangedThing {
  what: 'basics' | 'bay' | 'team' | 'staff' | 'serviceType' | 'standardTime' | 'rules' | 'day';
  /** Its code, number, name or day; '' of basics and rules. */
  code: string;
}

/** The thing that a change is about: one list names each thing once [SET-8]. */
export function thingOf(change: SetUpChange): ChangedThing {
  switch (change.kind) {
    case 'basics':
    case 'rules':
      return { what: change.kind, code: '' };
    case 'saveBay':
      return { what: 'bay', code: change.bay.code };
    case 'removeBay':
      return { what: 'bay', code: change.code };
    case 'saveTeam':
      return { what: 'team', code: change.team.id };
    case 'removeTeam':
      return { what: 'team', code: change.team };
    case 'saveStaff':
      return { what: 'staff', code: change.member.id };
    case 'removeStaff':
      return { what: 'staff', code: change.staff };
    case 'saveServiceType':
      return { what: 'serviceType', code: change.serviceType.code };
    case 'removeServiceType':
      return { what: 'serviceType', code: change.code };
    case 'saveStandardTime':
      return { what: 'standardTime', code: change.standardTime.name };
    case 'removeStandardTime':
      return { what: 'standardTime', code: change.name };
    case 'dayHours':
      return { what: 'day', code: change.day };
  }
}

/** The changes that change something, each cut down to what differs, and the state after them [SET-12]. */
export function realChanges(
  state: ShopState,
  changes: readonly SetUpChange[],
): { changes: SetUpChange[]; after: ShopState } {
  const real: SetUpChange[] = [];
  let after = state;
  for (const change of changes) {
    const cut = cutDown(after, change);
    const next = withChange(after, cut);
    if (sameContent(setUpOf(after), setUpOf(next))) continue;
    real.push(cut);
    after = next;
  }
  return { changes: real, after };
}

function setUpOf({ shop, bays, teams, staff }: ShopState): Pick<ShopState, 'shop' | 'bays' | 'teams' | 'staff'> {
  return { shop, bays, teams, staff };
}

/** Of basics and rules, which come as several fields, those that are not so already. */
function cutDown({ shop }: ShopState, change: SetUpChange): SetUpChange {
  if (!shop) return change;
  if (change.kind === 'basics') return { kind: change.kind, ...differing(change, { kind: change.kind, ...shop }) };
  if (change.kind === 'rules') return { kind: change.kind, rules: differing(change.rules, { ...shop.rules }) };
  return change;
}

function differing<Fields extends object>(fields: Fields, present: Readonly<Record<string, unknown>>): Partial<Fields> {
  const wanted = Object.entries(fields).filter(
    ([key, value]) => value !== undefined && !sameContent(value, present[key]),
  );
  return Object.fromEntries(wanted) as Partial<Fields>;
}
