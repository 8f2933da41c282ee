// redis/ — notes of imports on Redis, under `{shop}:import:<command id>`, for as long as commands are remembered.
import type { Redis } from 'ioredis';
import type { ImportNote, ImportNotes } from '../import/importNotes.ts';

const KEPT_MS = 7 * 86_400_000;

/** Notes over a connection for short commands. */
export function redisImportNotes(redis: Redis): ImportNotes {
  const keyOf = (shop: string, id: string): string => `{${shop}}:import:${id}`;
  return {
    async keep(shop, id, note) {
      const kept = await redis.set(keyOf(shop, id), JSON.stringify(note), 'PX', KEPT_MS, 'NX', 'GET');
      return kept === null ? note : (JSON.parse(kept) as ImportNote);
    },
    async forget(shop, id) {
      await redis.del(keyOf(shop, id));
    },
  };
}
