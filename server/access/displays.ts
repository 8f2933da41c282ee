// access/ — displays: screens without a person, let in by a token that a manager made [ACC-3]. Only its hash is kept.
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import type {
  ChangeDisplayRequest,
  CreateDisplayAnswer,
  CreateDisplayRequest,
  Display,
  DisplayAct,
  DisplayKind,
  DisplayPage,
  DisplayTold,
} from '@zhunshi/shared/wire/displays.ts';
import { uuidv7 } from 'uuidv7';
import type { Clock } from '../clock.ts';
import type { Shops } from '../shop/shop.ts';
import type { AccessStore, NotedDisplay, StoredDisplay } from './accessStore.ts';
import { hashOf, randomCode, readCode } from './crockford.ts';
import type { DisplayOrders } from './displayOrders.ts';
import { displayOf } from './displayOnRecord.ts';
import { servedShop, shopsSetUp } from './servedShop.ts';

/** More than any workshop has walls for. */
const MOST_DISPLAYS = 200;
/** A display that hangs on any node is noted every ten seconds (server/socket/recheck.ts); without a sign for so long it is off. */
const ONLINE_MS = 25_000;

/** A display that has shown its token. */
export interface KnownDisplay {
  shop: ShopId;
  id: string;
  kind: DisplayKind;
  tokenHash: string;
  /** What it is told about itself. */
  told: DisplayTold;
}

export interface Displays {
  list(shop: ShopId): Promise<Display[]>;
  /** Lets a display in: the token is told once, here. Refused: there are too many. */
  create(shop: ShopId, request: CreateDisplayRequest): Promise<Result<CreateDisplayAnswer>>;
  /** The same where the token is known to the screen alone [PAIR-1]. */
  letIn(shop: ShopId, request: CreateDisplayRequest, tokenHash: string): Promise<Result<Display>>;
  /** Renames a display, or chooses how it shows its board; what it is told from now on. Null: it is not there [DSPL-2]. */
  change(shop: ShopId, id: string, change: ChangeDisplayRequest): Promise<DisplayTold | null>;
  /** Asks the screens of a display for something, wherever they hang; false: there is no such display [DSPL-5]. */
  ask(shop: ShopId, id: string, act: DisplayAct): Promise<boolean>;
  /** Shuts a display out, wherever it hangs; one that is not there is no error. */
  revoke(shop: ShopId, id: string): Promise<void>;
  /** Whose token it is, as somebody typed it; null: nobody's. `shop` may be '' where there is only one. */
  knownBy(shop: string, token: string): Promise<KnownDisplay | null>;
  /** What a display is told about itself by now; null: it has been shut out. */
  toldTo(display: Pick<KnownDisplay, 'shop' | 'tokenHash'>): Promise<DisplayTold | null>;
  /** Notes that it is there, and what it says of its page [DSPL-4]. */
  seen(display: Pick<KnownDisplay, 'shop' | 'id'>, page?: DisplayPage): Promise<void>;
}

interface DisplayParts {
  shops: Shops;
  store: AccessStore;
  orders: DisplayOrders;
  clock: Clock;
}

/** Displays over the shops of this node. */
export function createDisplays({ shops, store, orders, clock }: DisplayParts): Displays {
  const described = (display: NotedDisplay): Display => {
    const { lastSeenAt } = display;
    return { ...display, online: lastSeenAt !== null && clock.real() - lastSeenAt < ONLINE_MS };
  };

  async function letIn(shop: ShopId, request: CreateDisplayRequest, tokenHash: string): Promise<Result<Display>> {
    if ((await store.displays(shop)).length >= MOST_DISPLAYS) return refused(refusal('tooLarge', {}));
    const { name, kind, wall = null, lounge = null } = request;
    const display = displayOf({
      ...{ id: uuidv7(), name, kind, createdAt: clock.real() },
      ...(wall && { wall }),
      ...(lounge && { lounge }),
    });
    await store.keepDisplay(shop, tokenHash, display);
    return accepted(described({ ...display, lastSeenAt: null, page: null }));
  }

  return {
    async list(shop) {
      const displays = await store.displays(shop);
      return displays.sort((a, b) => a.createdAt - b.createdAt).map(described);
    },
    async create(shop, request) {
      const token = randomCode(4, 5);
      const made = await letIn(shop, request, hashOf(readCode(token)));
      return made.ok ? accepted({ display: made.value, token }) : made;
    },
    letIn,
    async change(shop, id, change) {
      const changed = await store.changeDisplay(shop, id, change);
      if (changed) await orders.give(shop, { display: id, act: 'changed' });
      return changed && toldOf(changed);
    },
    async ask(shop, id, act) {
      if (!(await store.displays(shop)).some((display) => display.id === id)) return false;
      await orders.give(shop, { display: id, act });
      return true;
    },
    async revoke(shop, id) {
      await store.dropDisplay(shop, id);
      await orders.give(shop, { display: id, act: 'revoked' });
    },
    async knownBy(shopId, token) {
      const tokenHash = hashOf(readCode(token));
      const only = servedShop(shops, shopId);
      const candidates = shopId === '' ? shopsSetUp(shops) : only ? [only] : [];
      for (const shop of candidates) {
        const display = await store.displayByToken(shop.id, tokenHash);
        if (!display) continue;
        return { shop: shop.id, id: display.id, kind: display.kind, tokenHash, told: toldOf(display) };
      }
      return null;
    },
    async toldTo({ shop, tokenHash }) {
      const display = await store.displayByToken(shop, tokenHash);
      return display && toldOf(display);
    },
    seen: ({ shop, id }, page) => store.displaySeen(shop, id, clock.real(), page),
  };
}

function toldOf({ id, name, wall, lounge }: StoredDisplay): DisplayTold {
  return { id, name, wall, lounge };
}
