// redis/ — what a shop keeps in Redis beside log and directory: its snapshot, its key; and a harmless write to ask whether one works.
import { randomBytes } from 'node:crypto';
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import type { SnapshotStore } from '../shop/snapshotStore.ts';
import { writeFailure, type RedisClient } from './connections.ts';
import { shopKeys } from './keys.ts';

/** Snapshots and secrets of shops. */
export interface ShopStore extends SnapshotStore {
  /** The shop's key; made where there is none. */
  secretOf(shop: ShopId): Promise<Buffer>;
  /** Writes something small. Rejects while Redis refuses. */
  probe(shop: ShopId): Promise<void>;
}

/** The store in Redis. */
export function redisShopStore(client: RedisClient): ShopStore {
  return {
    load: (shop) => client.get(shopKeys(shop).snapshot),
    async save(shop, text) {
      await client.set(shopKeys(shop).snapshot, text).catch((error: unknown) => {
        throw writeFailure(client, error);
      });
    },
    async secretOf(shop) {
      const key = shopKeys(shop).secret;
      await client.set(key, randomBytes(32).toString('base64'), 'NX');
      return Buffer.from((await client.get(key)) ?? '', 'base64');
    },
    async probe(shop) {
      await client.set(shopKeys(shop).probe, '1', 'EX', 60);
    },
  };
}
