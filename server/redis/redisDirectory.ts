// redis/ — the directory: one key a car, customer or member of staff, so that erasing is deleting a key.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import { OutcomeUnknown } from '../log/log.ts';
import type { DirectoryRefs, DirectoryStore } from '../shop/directoryStore.ts';
import type { DirectoryWrite } from '../shop/shop.ts';
import { dropIfSilent, writeFailure, type RedisClient } from './connections.ts';
import { shopKeys } from './keys.ts';
import { runScript } from './runScript.ts';
import { fillInDirectoryScript, withdrawDirectoryScript, writeDirectoryScript } from './scripts.ts';

const HOUR_S = 3600;
/** Entries asked for at once. */
const BATCH = 500;

/** The directory in Redis. */
export function redisDirectory(client: RedisClient): DirectoryStore {
  const writing = async <Answer>(write: Promise<Answer>): Promise<Answer> => {
    try {
      return await write;
    } catch (error) {
      throw writeFailure(client, error);
    }
  };
  return {
    async read(shop, refs) {
      const keys = shopKeys(shop);
      try {
        const [vehicles, persons, staff] = await Promise.all([
          readAll<Directory['vehicles'][string]>(client, refs.vehicles, keys.vehicle),
          readAll<Directory['persons'][string]>(client, refs.persons, keys.person),
          readAll<Directory['staff'][string]>(client, refs.staff, keys.person),
        ]);
        return { vehicles, persons, staff };
      } catch (error) {
        dropIfSilent(client, String(error));
        throw new OutcomeUnknown('Redis did not answer a read of the directory', { cause: error });
      }
    },
    async write(shop, entries) {
      const written = [...contentsOf(shop, entries)];
      const names = [shopKeys(shop).unreferenced, ...written.map(([key]) => key)];
      const contents = written.map(([, content]) => content);
      const answer = (await writing(runScript(client, writeDirectoryScript, names, contents))) as string[];
      const [stamp = '', ...before] = answer;
      return { stamp, written: written.map(([key, after], at) => ({ key, before: before[at] ?? '', after })) };
    },
    async fillIn(shop, { said, otherwise }) {
      const others = contentsOf(shop, otherwise);
      const saying = [...contentsOf(shop, said)];
      const names = [shopKeys(shop).unreferenced, ...saying.map(([key]) => key)];
      const contents = saying.flatMap(([key, content]) => [content, others.get(key) ?? '']);
      const answer = (await writing(runScript(client, fillInDirectoryScript, names, contents))) as string[];
      const [stamp = '', ...held] = answer;
      const written = saying.map(([key], at) => ({ key, before: held[2 * at] ?? '', after: held[2 * at + 1] ?? '' }));
      return { stamp, written };
    },
    async confirm(shop, { written }) {
      const created = written.filter(({ before }) => before === '').map(({ key }) => key);
      if (created.length > 0) await writing(client.zrem(shopKeys(shop).unreferenced, ...created));
    },
    async withdraw(shop, { stamp, written }) {
      const names = [shopKeys(shop).unreferenced, ...written.map(({ key }) => key)];
      const contents = written.flatMap(({ before, after }) => [before, after]);
      await writing(runScript(client, withdrawDirectoryScript, names, [stamp, ...contents]));
    },
    sweep: (shop, referenced) => writing(sweep(client, shop, referenced)),
  };
}

/** The entries of a write as keys and texts. */
function contentsOf(shop: ShopId, { vehicles = {}, persons = {}, staff = {} }: DirectoryWrite): Map<string, string> {
  const keys = shopKeys(shop);
  return new Map([
    ...Object.entries(vehicles).map(([ref, vehicle]) => [keys.vehicle(ref), JSON.stringify(vehicle)] as const),
    ...Object.entries(persons).map(([ref, person]) => [keys.person(ref), JSON.stringify(person)] as const),
    ...Object.entries(staff).map(([ref, entry]) => [keys.person(ref), JSON.stringify(entry)] as const),
  ]);
}

async function readAll<Content>(
  client: RedisClient,
  refs: ReadonlySet<string>,
  keyOf: (ref: string) => string,
): Promise<Record<string, Content>> {
  const found: Record<string, Content> = {};
  const all = [...refs];
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    const contents = await client.mget(batch.map(keyOf));
    contents.forEach((content, at) => {
      const ref = batch[at];
      if (content !== null && ref !== undefined) found[ref] = JSON.parse(content) as Content;
    });
  }
  return found;
}

async function sweep(client: RedisClient, shop: ShopId, referenced: DirectoryRefs): Promise<number> {
  const keys = shopKeys(shop);
  const [seconds] = await client.time();
  const longAgo = `${Number(seconds) - HOUR_S}000000`;
  const waiting = await client.zrangebyscore(keys.unreferenced, '-inf', longAgo, 'WITHSCORES');
  const live = new Set([
    ...[...referenced.vehicles].map(keys.vehicle),
    ...[...referenced.persons, ...referenced.staff].map(keys.person),
  ]);
  let removed = 0;
  for (let at = 0; at < waiting.length; at += 2) {
    const [key, stamp] = [waiting[at] ?? '', waiting[at + 1] ?? ''];
    if (live.has(key)) {
      await client.zrem(keys.unreferenced, key);
    } else {
      await runScript(client, withdrawDirectoryScript, [keys.unreferenced, key], [stamp, '', '']);
      removed += 1;
    }
  }
  return removed;
}
