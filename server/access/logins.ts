// access/ — logging in, and who a session belongs to [ACC-1]. http/ and socket/ ask here; secrets go no further.
import { randomBytes } from 'node:crypto';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import { sameContent } from '@zhunshi/shared/domain/sameContent.ts';
import type { Role, ShopId, StaffId } from '@zhunshi/shared/domain/words.ts';
import type { ServedShop, Shops } from '../shop/shop.ts';
import type { AccessStore, StoredPin } from './accessStore.ts';
import { hashOf } from './crockford.ts';
import { guarded } from './lockout.ts';
import type { LockoutLimits } from './lockout.ts';
import { hashPin, isPin, nobodysPin } from './pinHash.ts';
import type { PinCosts } from './pinHash.ts';
import { isGoodPin } from './pinRules.ts';
import { servedShop } from './servedShop.ts';

/** A session ends so long after it was last used [ACC-6]. */
const SESSION_MS = 12 * 3_600_000;

/** Somebody who is logged in. */
export interface Session {
  shop: ShopId;
  staff: StaffId;
  name: string;
  roles: Role[];
  mustChangePin: boolean;
  /** Knows the session again without being able to open it. */
  tokenHash: string;
}

/** A session just opened: `ticket` goes into the cookie and is kept nowhere else. */
export interface OpenedSession {
  ticket: string;
  session: Session;
}

export interface Logins {
  /** Opens a session. Refused: `wrongPin` (also where nobody has that name), `lockedOut`, `unknownShop`, `notSetUp`. */
  logIn(request: {
    shop?: string | undefined;
    staff: string;
    pin: string;
    address: string;
  }): Promise<Result<OpenedSession>>;
  /** Changes the PIN of a session's person; all their sessions end, a new one is opened. Refused: `wrongPin`, `lockedOut`, `weakPin`. */
  changePin(session: Session, pin: string, newPin: string, address: string): Promise<Result<OpenedSession>>;
  /** Whose ticket it is; null: nobody's, or not any more. Counts as use: the session lives on from now. */
  sessionOf(ticket: string): Promise<Session | null>;
  /** True while a session has not ended, and its person has the roles that it was opened for; a mere look, it lives no longer for it. */
  isOpen(session: Session): Promise<boolean>;
  /** Notes that a session is used. */
  used(session: Session): Promise<void>;
  logOut(session: Session): Promise<void>;
}

interface LoginParts {
  shops: Shops;
  store: AccessStore;
  limits: LockoutLimits;
  costs: PinCosts;
}

/** Logins over the shops of this node. */
export function createLogins({ shops, store, limits, costs }: LoginParts): Logins {
  const nobody = { chosen: nobodysPin(costs.chosen), first: nobodysPin(costs.first) };

  /** Whether it is the PIN. A chosen and a first one are checked each time, one of them nobody's: all take the same time. */
  async function isPinOf(stored: StoredPin | null, pin: string): Promise<boolean> {
    const [chosen, first] = await Promise.all([
      isPin(pin, stored && !stored.first ? stored.pin : nobody.chosen),
      isPin(pin, stored?.first ? stored.pin : nobody.first),
    ]);
    return chosen || first;
  }

  async function open(shop: ServedShop, staff: StaffId, generation: number, first: boolean): Promise<OpenedSession> {
    const token = randomBytes(32).toString('base64url');
    const tokenHash = hashOf(token);
    await store.keepSession(shop.id, tokenHash, { staff, generation }, SESSION_MS);
    return { ticket: `${shop.id}.${token}`, session: describe(shop, staff, first, tokenHash) };
  }

  async function find(shop: ServedShop, tokenHash: string, lifeMs: number | null): Promise<Session | null> {
    const found = await store.session(shop.id, tokenHash, lifeMs);
    if (!found || found.session.generation !== found.pin.generation) return null;
    const { staff } = found.session;
    return shop.state.staff[staff] ? describe(shop, staff, found.pin.first, tokenHash) : null;
  }

  return {
    async logIn({ shop: shopId, staff: typed, pin, address }) {
      const shop = servedShop(shops, shopId);
      if (!shop) return refused(refusal(shopId === undefined ? 'notSetUp' : 'unknownShop', {}));
      const staff = staffCalled(shop, typed);
      const stored = await store.pinOf(shop.id, staff ?? typed);
      const trier = { shop: shop.id, person: staff ?? typed, address };
      // A person who does not exist costs the same time and gets the same answers.
      const outcome = await guarded(limits, trier, () => isPinOf(stored, pin));
      if (outcome.kind === 'locked') return refused(refusal('lockedOut', { minutes: outcome.minutes }));
      if (outcome.kind === 'wrong' || staff === null || stored === null) return refused(refusal('wrongPin', {}));
      return accepted(await open(shop, staff, stored.generation, stored.first));
    },

    async changePin(session, pin, newPin, address) {
      const shop = shops.get(session.shop);
      const stored = await store.pinOf(session.shop, session.staff);
      if (!shop || !stored) return refused(refusal('notLoggedIn', {}));
      const trier = { shop: session.shop, person: session.staff, address };
      const outcome = await guarded(limits, trier, () => isPinOf(stored, pin));
      if (outcome.kind === 'locked') return refused(refusal('lockedOut', { minutes: outcome.minutes }));
      if (outcome.kind === 'wrong') return refused(refusal('wrongPin', {}));
      if (!isGoodPin(newPin) || newPin === pin) return refused(refusal('weakPin', {}));
      const generation = stored.generation + 1;
      const changed = { pin: await hashPin(newPin, costs.chosen), first: false, generation };
      const won = await store.replacePin(session.shop, session.staff, stored.generation, changed);
      if (!won) return refused(refusal('conflict', {}));
      await store.dropSession(session.shop, session.tokenHash);
      return accepted(await open(shop, session.staff, generation, false));
    },

    async sessionOf(ticket) {
      const [shopId = '', token = ''] = ticket.split('.', 2);
      const shop = shops.get(shopId);
      return shop && token !== '' ? find(shop, hashOf(token), SESSION_MS) : null;
    },
    async isOpen({ shop: shopId, tokenHash, roles }) {
      const shop = shops.get(shopId);
      const now = shop && (await find(shop, tokenHash, null));
      return now !== null && now !== undefined && sameContent(now.roles, roles);
    },
    async used({ shop, tokenHash }) {
      await store.session(shop, tokenHash, SESSION_MS);
    },

    async logOut(session) {
      await store.dropSession(session.shop, session.tokenHash);
    },
  };
}

function describe(shop: ServedShop, staff: StaffId, first: boolean, tokenHash: string): Session {
  const name = shop.directory.staff[staff]?.name ?? staff;
  const roles = shop.state.staff[staff]?.roles ?? [];
  return { shop: shop.id, staff, name, roles, mustChangePin: first, tokenHash };
}

/** The person with that number or exactly that name; null where nobody has it, or two have. */
function staffCalled(shop: ServedShop, typed: string): StaffId | null {
  const wanted = typed.normalize('NFKC').trim();
  const ids = Object.keys(shop.state.staff);
  const byNumber = ids.find((id) => id.toUpperCase() === wanted.toUpperCase());
  if (byNumber !== undefined) return byNumber;
  const [first, ...others] = ids.filter((id) => shop.directory.staff[id]?.name.normalize('NFKC') === wanted);
  return first !== undefined && others.length === 0 ? first : null;
}
