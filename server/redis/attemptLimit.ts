// redis/ — counting tries on Redis, so that all nodes count together: so many wrong ones, and the key is locked for a while [ACC-2].
import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { AttemptLimit } from '../access/accessStore.ts';

/**
 * A limit of `tries` wrong ones within `seconds`, which then lock the key for as long.
 *
 * @param prefix of its keys; one for each kind of try
 */
export function redisAttemptLimit(redis: Redis, prefix: string, tries: number, seconds: number): AttemptLimit {
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: prefix,
    points: tries,
    duration: seconds,
    blockDuration: seconds,
  });
  return {
    async attempt(key) {
      try {
        await limiter.consume(key);
        return 0;
      } catch (reason) {
        // The library rejects with its answer when the key is locked, and with an error when Redis did not answer.
        if (reason instanceof RateLimiterRes) return reason.msBeforeNext;
        throw reason;
      }
    },
    async failed(key) {
      const counted = await limiter.get(key);
      if (!counted || counted.consumedPoints < tries) return 0;
      await limiter.block(key, seconds);
      return seconds * 1000;
    },
    async takeBack(key) {
      await limiter.reward(key);
    },
    async forget(key) {
      await limiter.delete(key);
    },
  };
}
