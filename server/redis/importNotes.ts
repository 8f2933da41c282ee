// redis/ — notes of imports on Redis, one for each import, for as long as commands are remembered.
import type { Redis } from 'ioredis';
import type { ImportNote, ImportNotes } from '../import/importNotes.ts';
import { shopKeys } from './keys.ts';

const KEPT_MS = 7 * 86_400_000;

/** Notes over a connection for short commands. */
export function redisImportNotes(redis: Redis): ImportNotes {
  return {
    async keep(shop, id, note) {
      const kept = await redis.set(shopKeys(shop).importNote(id), JSON.stringify(note), 'PX', KEPT_MS, 'NX', 'GET');
      return kept === null ? note : (JSON.parse(kept) as ImportNote);
    },
    async forget(shop, id) {
      await redis.del(shopKeys(shop).importNote(id));
    },
  };
}
