// redis/ — the log as a Redis Stream per shop: entry `<version>-0` with its text and hash.
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import { GENESIS, unseal } from '../log/hashChain.ts';
import { OutcomeUnknown, type AppendOutcome, type Log, type LogHead, type StoredEntry } from '../log/log.ts';
import { dropIfSilent, writeFailure, type RedisClient } from './connections.ts';
import { SHOPS_KEY, shopKeys } from './keys.ts';
import { runScript } from './runScript.ts';
import { appendScript, openEpochScript } from './scripts.ts';

/** An item of a stream as the client gives it. */
export type StreamItem = [id: string, fields: string[]];

/** The logs in Redis. `writes` is used for appends alone, so that a large read never stands before one. */
export function redisLog(writes: RedisClient, reads: RedisClient): Log {
  const reading = async <Answer>(ask: Promise<Answer>): Promise<Answer> => {
    try {
      return await ask;
    } catch (error) {
      dropIfSilent(reads, String(error));
      throw new OutcomeUnknown('Redis did not answer a read', { cause: error });
    }
  };
  return {
    shops: () => reading(reads.smembers(SHOPS_KEY).then((shops) => shops.sort())),
    async create(shop, epoch) {
      try {
        await writes.set(shopKeys(shop).epoch, epoch, 'NX');
        await writes.sadd(SHOPS_KEY, shop);
      } catch (error) {
        throw writeFailure(writes, error);
      }
    },
    head: (shop) => reading(readHead(reads, shop)),
    read: (shop, fromVersion, count) =>
      reading(
        reads.xrange(shopKeys(shop).log, `${fromVersion}-0`, '+', 'COUNT', count).then((items) => items.map(stored)),
      ),
    async append(shop, entries) {
      const first = entries[0]?.entry;
      if (!first) return { outcome: 'appended' };
      const keys = shopKeys(shop);
      const content = entries.flatMap(({ text, entry }) => [text, entry.hash]);
      try {
        const args = [first.epoch, first.version - 1, first.previousHash, ...content];
        return outcomeOf(await runScript(writes, appendScript, [keys.log, keys.epoch], args));
      } catch (error) {
        throw writeFailure(writes, error);
      }
    },
    async openEpoch(shop, { from, to, keep, seen }) {
      const keys = shopKeys(shop);
      try {
        const opened = await runScript(
          writes,
          openEpochScript,
          [keys.log, keys.epoch, keys.setAside(to)],
          [from, to, keep, seen],
        );
        return opened === 1;
      } catch (error) {
        throw writeFailure(writes, error);
      }
    },
  };
}

/** Where a shop's log stands; one round trip. */
export async function readHead(client: RedisClient, shop: ShopId): Promise<LogHead> {
  const keys = shopKeys(shop);
  const [epoch, items] = await Promise.all([client.get(keys.epoch), client.xrevrange(keys.log, '+', '-', 'COUNT', 1)]);
  const last = items[0];
  return {
    epoch: epoch ?? '',
    version: last ? versionOf(last[0]) : 0,
    hash: last ? field(last[1], 'hash') : GENESIS,
  };
}

/** An item of the stream as an entry, its text checked against its hash. An id `5-1` is nobody's version and counts as altered. */
export function stored([id, fields]: StreamItem): StoredEntry {
  const version = versionOf(id);
  const entry = unseal(field(fields, 'entry'), field(fields, 'hash'));
  return { version, entry: entry?.version === version && id.endsWith('-0') ? entry : null };
}

function versionOf(id: string): number {
  return Number.parseInt(id, 10);
}

function field(fields: string[], name: string): string {
  for (let at = 0; at < fields.length; at += 2) if (fields[at] === name) return fields[at + 1] ?? '';
  return '';
}

function outcomeOf(answer: unknown): AppendOutcome {
  const [outcome, epoch, version] = Array.isArray(answer) ? (answer as unknown[]) : [];
  if (outcome === 'appended' || outcome === 'fork') return { outcome };
  return { outcome: 'conflict', epoch: String(epoch), lastVersion: Number(version) };
}
