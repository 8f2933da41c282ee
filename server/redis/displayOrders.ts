// redis/ — orders for displays on Redis: one short stream for each shop, read by every node.
import type { Redis } from 'ioredis';
import type { DisplayOrder, DisplayOrders } from '../access/displayOrders.ts';
import { shopKeys } from './keys.ts';

/** A node that was away for longer than these looks at all its screens anew (server/socket/recheck.ts). */
const KEPT = 200;
const BEGINNING = '0-0';

/** Orders over a connection for short commands. */
export function redisDisplayOrders(redis: Redis): DisplayOrders {
  return {
    async give(shop, { display, act }) {
      const key = shopKeys(shop).displayOrders;
      await redis.xadd(key, 'MAXLEN', '~', KEPT, '*', 'display', display, 'act', act);
    },
    async last(shop) {
      const [newest] = await redis.xrevrange(shopKeys(shop).displayOrders, '+', '-', 'COUNT', 1);
      return newest?.[0] ?? BEGINNING;
    },
    async after(shop, place) {
      const found = await redis.xrange(shopKeys(shop).displayOrders, `(${place}`, '+', 'COUNT', KEPT);
      return { place: found.at(-1)?.[0] ?? place, orders: found.map(([, fields]) => orderOf(fields)) };
    },
  };
}

/** Only `give` writes there. */
function orderOf([, display = '', , act = '']: string[]): DisplayOrder {
  return { display, act: act as DisplayOrder['act'] };
}
