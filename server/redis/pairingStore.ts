// redis/ — screens that show a code, on Redis: found by the code and by the screen, forgotten by themselves when the code is over.
import type { Redis } from 'ioredis';
import type { PairingStore, WaitingScreen } from '../access/pairingStore.ts';
import { pairingKeys } from './keys.ts';

/** In one step, so that many at once do not become more than are allowed. */
const KEEP = `
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) or redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
redis.call('ZADD', KEYS[1], ARGV[4], ARGV[3])
redis.call('PEXPIREAT', KEYS[1], ARGV[4])
redis.call('SET', KEYS[2], ARGV[5], 'PXAT', ARGV[4])
redis.call('SET', KEYS[3], ARGV[5], 'PXAT', ARGV[4])
return 1`;

/** Screens over a connection for short commands. */
export function redisPairingStore(redis: Redis): PairingStore {
  const drop = async ({ codeHash, tokenHash }: WaitingScreen): Promise<void> => {
    await redis.del(pairingKeys.code(codeHash), pairingKeys.screen(tokenHash));
    await redis.zrem(pairingKeys.waiting, codeHash);
  };
  const read = (json: string | null): WaitingScreen | null =>
    json === null ? null : (JSON.parse(json) as WaitingScreen);
  return {
    async keep(screen, now, most) {
      const { codeHash, tokenHash, until } = screen;
      const keys = [pairingKeys.waiting, pairingKeys.code(codeHash), pairingKeys.screen(tokenHash)];
      return (await redis.eval(KEEP, 3, ...keys, now, most, codeHash, until, JSON.stringify(screen))) === 1;
    },
    async byToken(tokenHash) {
      return read(await redis.get(pairingKeys.screen(tokenHash)));
    },
    async take(codeHash) {
      const screen = read(await redis.getdel(pairingKeys.code(codeHash)));
      if (screen) await drop(screen);
      return screen;
    },
    drop,
  };
}
