// access/ — the set-up of a shop that runs is changed: names to the directory, first PINs for who comes, one command, and who goes or
// gets other roles is cut off [ACC-7] [ACC-8]. From a file (import/), by hand (http/): all of it this one way.
import { commandSchema } from '@zhunshi/shared/domain/commands.ts';
import type { CommandOf, SetUpChange } from '@zhunshi/shared/domain/commands.ts';
import { decide } from '@zhunshi/shared/domain/decide.ts';
import type { StaffEntry } from '@zhunshi/shared/domain/directory.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import { sameContent } from '@zhunshi/shared/domain/sameContent.ts';
import { realChanges } from '@zhunshi/shared/domain/setUpChanges.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { StaffId } from '@zhunshi/shared/domain/words.ts';
import type { FirstPin, SetUpAnswer } from '@zhunshi/shared/wire/setUpFile.ts';
import type { Clock } from '../clock.ts';
import { handleCommand } from '../shop/handleCommand.ts';
import type { ServedShop } from '../shop/shop.ts';
import type { AccessStore } from './accessStore.ts';
import type { Connections } from './connections.ts';
import { forgetTries } from './lockout.ts';
import type { LockoutLimits } from './lockout.ts';
import { hashPin, nobodysPin } from './pinHash.ts';
import type { PinCost } from './pinHash.ts';
import { firstPins } from './pinRules.ts';
import { untilKnown } from './untilKnown.ts';

/** A request sent again after a lost answer gets the same PINs for so long; then they are gone for good. */
const ANSWER_MS = 5 * 60_000;

/** What is to change. */
export interface SetUpPlan {
  changes: SetUpChange[];
  /** Names of everybody whom the plan names. */
  names: Record<StaffId, StaffEntry>;
}

/** Who asks for a change. */
export interface SetUpChanger {
  /** Id of the command. */
  id: string;
  by: StaffId;
  /** Hash of what was asked: the same id with another one is refused. */
  request: string;
}

export interface RunningSetUps {
  /**
   * Changes the set-up by one command, and gives who is new a first PIN. What is so already changes nothing. Refused: as the plan; as
   * `ChangeSetUp`; `commandReused`.
   */
  change(shop: ServedShop, changer: SetUpChanger, plan: () => Result<SetUpPlan>): Promise<Result<SetUpAnswer>>;
  /** The command that a plan comes to in the shop as it is now, or what the rules say to it. */
  check(shop: ServedShop, id: string, plan: SetUpPlan): Result<CommandOf<'ChangeSetUp'>>;
  /** Gives somebody a new first PIN: what they had is over, and a lock too [ACC-9]. Refused: `unknownStaff`. */
  newPin(shop: ServedShop, staff: StaffId): Promise<Result<FirstPin>>;
}

interface RunningSetUpParts {
  store: AccessStore;
  limits: LockoutLimits;
  connections: Connections;
  clock: Clock;
  /** Of first PINs. */
  cost: PinCost;
}

/** Changing the set-ups of this node's shops. */
export function createRunningSetUps({ store, limits, connections, clock, cost }: RunningSetUpParts): RunningSetUps {
  const given = new Map<string, { request: string; at: number; answer: SetUpAnswer }>();

  function check(shop: ServedShop, id: string, plan: SetUpPlan): Result<CommandOf<'ChangeSetUp'>> {
    const { names } = plan;
    const { changes } = realChanges(shop.state, plan.changes);
    const renewed = Object.keys(renewedNames(shop, names));
    const command = { id, type: 'ChangeSetUp' as const, changes, ...(renewed.length > 0 ? { renewed } : {}) };
    const read = commandSchema.safeParse(command);
    if (!read.success) {
      return refused(refusal('malformed', { where: read.error.issues[0]?.path.join('.') ?? 'changes' }));
    }
    const decided = decide(shop.state, command, { at: Math.max(clock.now(), shop.at), by: null });
    return decided.ok ? accepted(command) : decided;
  }

  /** PINs that end all sessions of whoever had one before. */
  async function keepFirstPins(shop: ServedShop, pins: ReadonlyMap<StaffId, string | null>): Promise<void> {
    const stored = [...pins].map(async ([staff, pin]) => {
      const generation = ((await store.pinOf(shop.id, staff))?.generation ?? 0) + 1;
      const hash = pin === null ? nobodysPin(cost) : await hashPin(pin, cost);
      return [staff, { pin: hash, first: true, generation }] as const;
    });
    await store.keepPins(shop.id, new Map(await Promise.all(stored)));
  }

  function cut(shop: ServedShop, gone: readonly StaffId[]): void {
    connections.cutWhere(
      (who) => who.kind === 'staff' && who.session.shop === shop.id && gone.includes(who.session.staff),
    );
  }

  async function carryOut(
    shop: ServedShop,
    command: CommandOf<'ChangeSetUp'>,
    { by }: SetUpChanger,
    names: SetUpPlan['names'],
  ): Promise<Result<SetUpAnswer>> {
    const people = newcomers(shop, command.changes, names);
    await keepFirstPins(shop, new Map(people.map(({ staff, pin }) => [staff, pin])));
    const newNames = Object.fromEntries(people.map(({ staff, name }) => [staff, { name }]));
    const written = { staff: { ...renewedNames(shop, names), ...newNames } };
    const before = shop.state;
    const answer = await untilKnown(() => handleCommand(shop, command, by, written));
    if (!answer.ok) return refused(answer.refusal);
    const gone = leavers(before, command.changes);
    await keepFirstPins(shop, new Map(gone.map((staff) => [staff, null])));
    cut(shop, [...gone, ...othersOfRoles(before, command.changes)]);
    return accepted({ version: answer.version, people });
  }

  return {
    check,

    async change(shop, changer, plan) {
      const now = clock.real();
      for (const [id, { at }] of given) if (now - at > ANSWER_MS) given.delete(id);
      const before = given.get(`${shop.id} ${changer.id}`);
      if (before) {
        return before.request === changer.request ? accepted(before.answer) : refused(refusal('commandReused', {}));
      }
      const planned = plan();
      if (!planned.ok) return planned;
      const checked = check(shop, changer.id, planned.value);
      if (!checked.ok) return checked;
      const { changes, renewed } = checked.value;
      if (changes.length === 0 && renewed === undefined) return accepted({ version: shop.version, people: [] });
      const carried = await carryOut(shop, checked.value, changer, planned.value.names);
      if (carried.ok) {
        given.set(`${shop.id} ${changer.id}`, { request: changer.request, at: now, answer: carried.value });
      }
      return carried;
    },

    async newPin(shop, staff) {
      const member = shop.state.staff[staff];
      const [pin] = firstPins(1);
      if (!member || pin === undefined) return refused(refusal('unknownStaff', { staff }));
      await keepFirstPins(shop, new Map([[staff, pin]]));
      await forgetTries(limits, shop.id, staff);
      cut(shop, [staff]);
      return accepted({ staff, name: shop.directory.staff[staff]?.name ?? staff, roles: member.roles, pin });
    },
  };
}

/** Who comes, with a first PIN each, no two alike [ACC-7]. */
function newcomers(shop: ServedShop, changes: readonly SetUpChange[], names: SetUpPlan['names']): FirstPin[] {
  const members = changes.flatMap((change) =>
    change.kind === 'saveStaff' && !shop.state.staff[change.member.id] ? [change.member] : [],
  );
  const pins = firstPins(members.length);
  return members.map(({ id, roles }, index) => ({
    staff: id,
    name: names[id]?.name ?? id,
    roles,
    pin: pins[index] ?? '',
  }));
}

function leavers({ staff }: ShopState, changes: readonly SetUpChange[]): StaffId[] {
  return changes.flatMap((change) => (change.kind === 'removeStaff' && staff[change.staff] ? [change.staff] : []));
}

/** Who is somebody else from now on: what they see is made for their roles, so they come in anew [ACC-8]. */
function othersOfRoles({ staff }: ShopState, changes: readonly SetUpChange[]): StaffId[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'saveStaff') return [];
    const { id, roles } = change.member;
    const known = staff[id];
    return known && !sameContent(known.roles, roles) ? [id] : [];
  });
}

/** Names that differ from those in the directory, of people who are here already. */
function renewedNames({ state, directory }: ServedShop, names: SetUpPlan['names']): SetUpPlan['names'] {
  return Object.fromEntries(
    Object.entries(names).filter(([id, { name }]) => state.staff[id] && directory.staff[id]?.name !== name),
  );
}
