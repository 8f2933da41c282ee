// redis/ — the store of customers' links on Redis: under `{shop}:auth:links`, the token by its job and the job by the token's hash.
import type { Redis } from 'ioredis';
import type { TrackLinkStore } from '../access/trackLinks.ts';
import { shopKeys } from './keys.ts';

/** One link a job, whoever asks first: both directions in one step. */
const TOKEN_OF = `
local token = redis.call('HGET', KEYS[1], ARGV[1])
if token then return token end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[3], ARGV[1])
return ARGV[2]`;

/** Both directions go together. The hash belongs to the token that is there: it was read before, and is compared. */
const DROP = `
if redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] then redis.call('HDEL', KEYS[1], ARGV[1]) end
redis.call('HDEL', KEYS[2], ARGV[3])
return 1`;

/**
 * The store over a connection for short commands.
 *
 * @param hashOf how tokens are hashed where they are looked up
 */
export function redisTrackLinkStore(redis: Redis, hashOf: (token: string) => string): TrackLinkStore {
  return {
    async tokenOf(shop, job, fresh, freshHash) {
      const { links, linksByHash } = shopKeys(shop);
      return String(await redis.eval(TOKEN_OF, 2, links, linksByHash, job, fresh, freshHash));
    },
    jobOf: (shop, tokenHash) => redis.hget(shopKeys(shop).linksByHash, tokenHash),
    jobs: (shop) => redis.hkeys(shopKeys(shop).links),
    async drop(shop, job) {
      const { links, linksByHash } = shopKeys(shop);
      const token = await redis.hget(links, job);
      if (token !== null) await redis.eval(DROP, 2, links, linksByHash, job, token, hashOf(token));
    },
  };
}
