// access/ — displays: screens without a person, let in by a token that a manager made [ACC-3]. Only its hash is kept.
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import type { CreateDisplayAnswer, CreateDisplayRequest, Display, DisplayKind } from '@zhunshi/shared/wire/displays.ts';
import { uuidv7 } from 'uuidv7';
import type { Clock } from '../clock.ts';
import type { Shops } from '../shop/shop.ts';
import type { AccessStore } from './accessStore.ts';
import { hashOf, randomCode, readCode } from './crockford.ts';
import { servedShop, shopsSetUp } from './servedShop.ts';

/** More than any workshop has walls for. */
const MOST_DISPLAYS = 200;

/** A display that has shown its token. */
export interface KnownDisplay {
  shop: ShopId;
  id: string;
  kind: DisplayKind;
  tokenHash: string;
}

export interface Displays {
  list(shop: ShopId): Promise<Display[]>;
  /** Lets a display in: the token is told once, here. Refused: there are too many. */
  create(shop: ShopId, request: CreateDisplayRequest): Promise<Result<CreateDisplayAnswer>>;
  /** Shuts a display out; one that is not there is no error. */
  revoke(shop: ShopId, id: string): Promise<void>;
  /** Whose token it is, as somebody typed it; null: nobody's. `shop` may be '' where there is only one. */
  knownBy(shop: string, token: string): Promise<KnownDisplay | null>;
  /** True while the display has not been shut out. */
  isLetIn(display: KnownDisplay): Promise<boolean>;
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
    async create(shop, { name, kind }) {
      if ((await store.displays(shop)).length >= MOST_DISPLAYS) return refused(refusal('tooLarge', {}));
      const token = randomCode(4, 5);
      const display = { id: uuidv7(), name, kind, createdAt: clock.real() };
      await store.keepDisplay(shop, hashOf(readCode(token)), display);
      return accepted({ display: { ...display, lastSeenAt: null }, token });
    },
    revoke: (shop, id) => store.dropDisplay(shop, id),
    async knownBy(shopId, token) {
      const tokenHash = hashOf(readCode(token));
      const only = servedShop(shops, shopId);
      const candidates = shopId === '' ? shopsSetUp(shops) : only ? [only] : [];
      for (const shop of candidates) {
        const display = await store.displayByToken(shop.id, tokenHash);
        if (display) return { shop: shop.id, id: display.id, kind: display.kind, tokenHash };
      }
      return null;
    },
    async isLetIn({ shop, tokenHash }) {
      return (await store.displayByToken(shop, tokenHash)) !== null;
    },
    seen: ({ shop, id }) => store.displaySeen(shop, id, clock.real()),
  };
}
