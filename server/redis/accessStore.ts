// redis/ — the access store on Redis: everything under `{shop}:auth:*`, and the set-up code before there is a shop.
import type { DisplayPage } from '@zhunshi/shared/wire/displays.ts';
import type { Redis } from 'ioredis';
import type { AccessStore, StoredPin, StoredSession, StoredSetUpCode } from '../access/accessStore.ts';
import { changedDisplay, displayOf, type DisplayOnRecord } from '../access/displayOnRecord.ts';
import { SETUP_CLAIM_KEY, SETUP_CODE_KEY, shopKeys } from './keys.ts';

/** A server that dies while it sets up leaves the way free after so long. */
const CLAIM_SECONDS = 60;

/** Sets a field only while its JSON still has the generation; one step, so that two changes at once cannot both win. */
const REPLACE_PIN = `
local now = redis.call('HGET', KEYS[1], ARGV[1])
if not now or cjson.decode(now).generation ~= tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;

/** Replaces a display only while it is as it was read: one that was shut out meanwhile does not come back. */
const REPLACE_DISPLAY = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;

const CLAIM_SETUP = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return 1`;

const RELEASE_SETUP = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`;

/** What this store wrote itself; nobody else writes these keys. */
function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}

/** The access store over a connection for short commands. */
export function redisAccessStore(redis: Redis): AccessStore {
  /** While Redis refuses writes people still may look: the session is then read without living longer. */
  const prolonged = (key: string, lifeMs: number): Promise<string | null> =>
    redis.getex(key, 'PX', lifeMs).catch(() => redis.get(key));

  /** Hash of the token and JSON of a display; undefined: there is none of that id. */
  const displayOnRecord = async (shop: string, id: string): Promise<[string, string] | undefined> => {
    const stored = await redis.hgetall(shopKeys(shop).displays);
    return Object.entries(stored).find(([, json]) => (JSON.parse(json) as DisplayOnRecord).id === id);
  };

  return {
    async pinOf(shop, staff) {
      return parsed(await redis.hget(shopKeys(shop).pins, staff)) as StoredPin | null;
    },
    async keepPins(shop, pins) {
      const fields = new Map([...pins].map(([staff, pin]) => [staff, JSON.stringify(pin)]));
      if (fields.size > 0) await redis.hset(shopKeys(shop).pins, fields);
    },
    async replacePin(shop, staff, generation, pin) {
      return (await redis.eval(REPLACE_PIN, 1, shopKeys(shop).pins, staff, generation, JSON.stringify(pin))) === 1;
    },

    async keepSession(shop, tokenHash, session, lifeMs) {
      await redis.set(shopKeys(shop).session(tokenHash), JSON.stringify(session), 'PX', lifeMs);
    },
    async session(shop, tokenHash, lifeMs) {
      const key = shopKeys(shop).session(tokenHash);
      const json = lifeMs === null ? await redis.get(key) : await prolonged(key, lifeMs);
      const session = parsed(json) as StoredSession | null;
      if (!session) return null;
      const pin = parsed(await redis.hget(shopKeys(shop).pins, session.staff)) as StoredPin | null;
      return pin ? { session, pin } : null;
    },
    async dropSession(shop, tokenHash) {
      await redis.del(shopKeys(shop).session(tokenHash));
    },

    async displays(shop) {
      const keys = shopKeys(shop);
      const [stored, seen, pages] = await Promise.all([
        redis.hvals(keys.displays),
        redis.hgetall(keys.displaysSeen),
        redis.hgetall(keys.displayPages),
      ]);
      return stored
        .map((json) => displayOf(JSON.parse(json) as DisplayOnRecord))
        .map((display) => ({
          ...display,
          lastSeenAt: seen[display.id] === undefined ? null : Number(seen[display.id]),
          page: parsed(pages[display.id] ?? null) as DisplayPage | null,
        }));
    },
    async displayByToken(shop, tokenHash) {
      const stored = parsed(await redis.hget(shopKeys(shop).displays, tokenHash)) as DisplayOnRecord | null;
      return stored && displayOf(stored);
    },
    async keepDisplay(shop, tokenHash, display) {
      await redis.hset(shopKeys(shop).displays, tokenHash, JSON.stringify(display));
    },
    async changeDisplay(shop, id, change) {
      const key = shopKeys(shop).displays;
      // Two managers at once: who comes second changes what the first one left.
      for (;;) {
        const found = await displayOnRecord(shop, id);
        if (!found) return null;
        const [tokenHash, json] = found;
        const changed = changedDisplay(displayOf(JSON.parse(json) as DisplayOnRecord), change);
        if ((await redis.eval(REPLACE_DISPLAY, 1, key, tokenHash, json, JSON.stringify(changed))) === 1) return changed;
      }
    },
    async dropDisplay(shop, id) {
      const found = await displayOnRecord(shop, id);
      if (found) await redis.hdel(shopKeys(shop).displays, found[0]);
      await Promise.all([redis.hdel(shopKeys(shop).displaysSeen, id), redis.hdel(shopKeys(shop).displayPages, id)]);
    },
    async displaySeen(shop, id, at, page) {
      const keys = shopKeys(shop);
      await redis.hset(keys.displaysSeen, id, at);
      if (page) await redis.hset(keys.displayPages, id, JSON.stringify(page));
    },

    async keepSetUpCode(code) {
      await redis.set(SETUP_CODE_KEY, JSON.stringify(code));
    },
    async setUpCode() {
      return parsed(await redis.get(SETUP_CODE_KEY)) as StoredSetUpCode | null;
    },
    async dropSetUpCode() {
      await redis.del(SETUP_CODE_KEY);
    },
    async claimSetUp(request) {
      return (await redis.eval(CLAIM_SETUP, 1, SETUP_CLAIM_KEY, request, CLAIM_SECONDS)) === 1;
    },
    async releaseSetUp(request) {
      await redis.eval(RELEASE_SETUP, 1, SETUP_CLAIM_KEY, request);
    },
  };
}
