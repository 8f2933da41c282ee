// redis/ — the tail's own connection: one blocking read over the logs of all shops.
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import { OutcomeUnknown, type LogTail, type StoredEntry } from '../log/log.ts';
import { BLOCK_MS, dropIfSilent, whenReady, type RedisClient } from './connections.ts';
import { shopKeys } from './keys.ts';
import { readHead, stored } from './redisLog.ts';

const MOST_AT_ONCE = 500;

/**
 * Follows the logs.
 *
 * @param client used by nothing else: it blocks
 * @param bell another connection, which can end the block
 */
export function redisTail(client: RedisClient, bell: RedisClient): LogTail {
  const asking = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    await whenReady(client, BLOCK_MS);
    try {
      return await ask();
    } catch (error) {
      dropIfSilent(client, String(error));
      throw new OutcomeUnknown('Redis did not answer the tail', { cause: error });
    }
  };
  let id = 0;
  client.on('ready', () => {
    client.client('ID').then(
      (answer) => (id = answer),
      () => undefined,
    );
  });
  return {
    async next(after) {
      const shops = [...after.keys()];
      const names = new Map(shops.map((shop) => [shopKeys(shop).log, shop]));
      const ids = [...after.values()].map((version) => `${version}-0`);
      const found = await asking(() =>
        client.xread('COUNT', MOST_AT_ONCE, 'BLOCK', BLOCK_MS, 'STREAMS', ...names.keys(), ...ids),
      );
      const entries = new Map<ShopId, StoredEntry[]>();
      for (const [key, items] of found ?? []) {
        const shop = names.get(key);
        if (shop !== undefined) entries.set(shop, items.map(stored));
      }
      return entries;
    },
    heads: (shops) =>
      asking(async () => {
        const heads = shops.map(async (shop) => [shop, await readHead(client, shop)] as const);
        return new Map(await Promise.all(heads));
      }),
    async wake() {
      if (id !== 0) await bell.client('UNBLOCK', id);
    },
    close: () => client.disconnect(),
  };
}
