// log/ — the log in memory: the same contract as the real one, for tests of what stands on it. It keeps texts, as Redis does.
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import { GENESIS, unseal } from './hashChain.ts';
import type { AppendOutcome, Log, LogHead, LogTail, SealedEntry, StoredEntry } from './log.ts';

interface Kept {
  version: number;
  text: string;
  hash: string;
}
interface ShopLog {
  epoch: string;
  entries: Kept[];
  aside: Kept[];
}

/** A log, its tail, and hands that break it. */
export interface MemoryLog extends Log {
  tail(): LogTail;
  /** Removes entries from a version on, as a failover does. */
  lose(shop: ShopId, fromVersion: number): void;
  /** Puts a text in, chained or not. */
  plant(shop: ShopId, kept: Kept): void;
}

/** An empty log in memory. */
export function memoryLog(): MemoryLog {
  const logs = new Map<ShopId, ShopLog>();
  const waiting = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of [...waiting]) wake();
  };
  const find = (shop: ShopId): ShopLog => {
    const log = logs.get(shop);
    if (!log) throw new Error(`no shop ${shop}`);
    return log;
  };
  const headOf = (shop: ShopId): LogHead => {
    const { epoch, entries } = find(shop);
    const last = entries.at(-1);
    return { epoch, version: last?.version ?? 0, hash: last?.hash ?? GENESIS };
  };
  const from = (shop: ShopId, version: number, count: number): StoredEntry[] =>
    find(shop)
      .entries.filter((kept) => kept.version >= version)
      .slice(0, count)
      .map((kept) => ({ version: kept.version, entry: unseal(kept.text, kept.hash) }));

  return {
    shops: () => Promise.resolve([...logs.keys()]),
    create(shop, epoch) {
      if (!logs.has(shop)) logs.set(shop, { epoch, entries: [], aside: [] });
      return Promise.resolve();
    },
    head: (shop) => Promise.resolve(headOf(shop)),
    read: (shop, version, count) => Promise.resolve(from(shop, version, count)),
    append: (shop, entries) => Promise.resolve(append(shop, entries)),
    openEpoch(shop, change) {
      const log = find(shop);
      const last = log.entries.at(-1)?.version ?? 0;
      if (log.epoch !== change.from || last !== change.seen) return Promise.resolve(false);
      log.aside.push(...log.entries.filter(({ version }) => version > change.keep));
      log.entries = log.entries.filter(({ version }) => version <= change.keep);
      log.epoch = change.to;
      return Promise.resolve(true);
    },
    lose(shop, version) {
      const log = find(shop);
      log.entries = log.entries.filter((kept) => kept.version < version);
      wakeAll();
    },
    plant(shop, kept) {
      find(shop).entries.push(kept);
      wakeAll();
    },
    tail: () => ({
      async next(after) {
        const found = () => new Map([...after].map(([shop, version]) => [shop, from(shop, version + 1, 500)] as const));
        const some = (entries: Map<ShopId, StoredEntry[]>) => [...entries.values()].some(({ length }) => length > 0);
        const now = found();
        if (some(now)) return now;
        await new Promise<void>((resolve) => {
          const wake = () => {
            clearTimeout(timer);
            waiting.delete(wake);
            resolve();
          };
          const timer = setTimeout(wake, 2000);
          waiting.add(wake);
        });
        return found();
      },
      heads: (shops) => Promise.resolve(new Map(shops.map((shop) => [shop, headOf(shop)]))),
      wake() {
        wakeAll();
        return Promise.resolve();
      },
      close: wakeAll,
    }),
  };

  function append(shop: ShopId, entries: readonly SealedEntry[]): AppendOutcome {
    const first = entries[0]?.entry;
    if (!first) return { outcome: 'appended' };
    const head = headOf(shop);
    if (head.epoch !== first.epoch || head.version !== first.version - 1) {
      return { outcome: 'conflict', epoch: head.epoch, lastVersion: head.version };
    }
    if (head.hash !== first.previousHash) return { outcome: 'fork' };
    find(shop).entries.push(...entries.map(({ entry, text }) => ({ version: entry.version, text, hash: entry.hash })));
    wakeAll();
    return { outcome: 'appended' };
  }
}
