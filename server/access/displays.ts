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
  DisplayKind,
  DisplayTold,
} from '@zhunshi/shared/wire/displays.ts';
import { uuidv7 } from 'uuidv7';
import type { Clock } from '../clock.ts';
import type { Shops } from '../shop/shop.ts';
import type { AccessStore, StoredDisplay } from './accessStore.ts';
import { hashOf, randomCode, readCode } from './crockford.ts';
import { displayOf } from './displayOnRecord.ts';
import { servedShop, shopsSetUp } from './servedShop.ts';

/** More than any workshop has walls for. */
const MOST_DISPLAYS = 200;

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
  /** Renames a display, or chooses how it shows its board; what it is told from now on. Null: it is not there [DSPL-2]. */
  change(shop: ShopId, id: string, change: ChangeDisplayRequest): Promise<DisplayTold | null>;
  /** Shuts a display out; one that is not there is no error. */
  revoke(shop: ShopId, id: string): Promise<void>;
  /** Whose token it is, as somebody typed it; null: nobody's. `shop` may be '' where there is only one. */
  knownBy(shop: string, token: string): Promise<KnownDisplay | null>;
  /** What a display is told about itself by now; null: it has been shut out. */
  toldTo(display: Pick<KnownDisplay, 'shop' | 'tokenHash'>): Promise<DisplayTold | null>;
  /** Notes that it is there. */
  seen(display: KnownDisplay): Promise<void>;
}

interface DisplayParts {
  shops: Shops;
  store: AccessStore;
  clock: Clock;
}

/** Displays over the shops of this node. */
export function createDisplays({ shops, store, clock }: DisplayParts): Displays {
  return {
    async list(shop) {
      const displays = await store.displays(shop);
      return displays.sort((a, b) => a.createdAt - b.createdAt);
    },
    async create(shop, { name, kind, wall }) {
      if ((await store.displays(shop)).length >= MOST_DISPLAYS) return refused(refusal('tooLarge', {}));
      const token = randomCode(4, 5);
      const asked = { id: uuidv7(), name, kind, createdAt: clock.real() };
      const display = displayOf(kind === 'wall' && wall ? { ...asked, wall } : asked);
      await store.keepDisplay(shop, hashOf(readCode(token)), display);
      return accepted({ display: { ...display, lastSeenAt: null }, token });
    },
    async change(shop, id, change) {
      const changed = await store.changeDisplay(shop, id, change);
      return changed && toldOf(changed);
    },
    revoke: (shop, id) => store.dropDisplay(shop, id),
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
    seen: ({ shop, id }) => store.displaySeen(shop, id, clock.real()),
  };
}

function toldOf({ id, name, wall }: StoredDisplay): DisplayTold {
  return { id, name, wall };
}
