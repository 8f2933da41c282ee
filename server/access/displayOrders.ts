// access/ — the port of what all nodes must hear of a display: it hangs on one of them, and nobody knows on which. Redis behind it:
// server/redis/displayOrders.ts; every node follows them in server/socket/followOrders.ts.
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import type { DisplayAct } from '@zhunshi/shared/wire/displays.ts';

/** What is to be done with the screens of a display: cut, told what is chosen for them, or asked for something [DSPL-5]. */
export interface DisplayOrder {
  display: string;
  act: 'revoked' | 'changed' | DisplayAct;
}

/** Orders in their order. All methods reject when Redis does not answer. */
export interface DisplayOrders {
  give(shop: ShopId, order: DisplayOrder): Promise<void>;
  /** The place behind the last order. */
  last(shop: ShopId): Promise<string>;
  /** Orders behind a place, oldest first, and the place behind them. */
  after(shop: ShopId, place: string): Promise<{ place: string; orders: DisplayOrder[] }>;
}

/** Following the orders of all shops, on one node. */
export interface FollowedOrders {
  /** Looks now: resolves when all orders given before are carried out on this node. Never rejects. */
  look(): Promise<void>;
  stop(): void;
}
