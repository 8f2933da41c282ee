// log/ — the port of the log, the only truth: what a shop needs of it. `redisLog` serves, `memoryLog` is for tests of the rest;
// one contract suite (`testing/logContract.ts`) runs against both.
import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import type { ShopId } from '@zhunshi/shared/domain/words.ts';

/** An entry and the exact text of it that is stored and hashed. */
export interface SealedEntry {
  entry: LogEntry;
  text: string;
}

/** Where a log stands: its life, its last version (0: empty) and the hash of that entry. */
export interface LogHead {
  epoch: string;
  version: number;
  hash: string;
}

/** An entry as it was found; null where its text does not match its hash: it was altered by hand. */
export interface StoredEntry {
  version: number;
  entry: LogEntry | null;
}

/** What came of an append. `fork`: the last entry is not the one that the new ones were chained to. */
export type AppendOutcome =
  { outcome: 'appended' } | { outcome: 'conflict'; epoch: string; lastVersion: number } | { outcome: 'fork' };

/** The store refused to write (memory or disk full, read-only replica): nothing was written, for certain. */
export class WriteRefused extends Error {}

/** No answer: it may have been written, or may still be. Only the log itself can tell. */
export class OutcomeUnknown extends Error {}

/** Reading and writing the logs of all shops. Reads reject when the store does not answer. */
export interface Log {
  shops(): Promise<ShopId[]>;
  /** Registers a shop with its first epoch. Harmless where it exists. */
  create(shop: ShopId, epoch: string): Promise<void>;
  head(shop: ShopId): Promise<LogHead>;
  /** Entries from a version on, in order, at most `count`. */
  read(shop: ShopId, fromVersion: number, count: number): Promise<StoredEntry[]>;
  /**
   * Appends entries that follow each other: all of them or none, and only when the log is of their epoch and ends with the entry
   * that the first one is chained to [LOG-2]. Rejects with `WriteRefused` or `OutcomeUnknown`.
   */
  append(shop: ShopId, entries: readonly SealedEntry[]): Promise<AppendOutcome>;
  /**
   * Begins a new life of the log after `keep`; entries beyond it are put aside, not deleted [LOG-5].
   *
   * @param change `seen` is the last version that the log held when it was read: what has been stored since may have been
   *   acknowledged, and is not put aside unread
   * @returns false when the log is no longer of the epoch `from`, or goes on beyond `seen`: another node was faster
   */
  openEpoch(shop: ShopId, change: { from: string; to: string; keep: number; seen: number }): Promise<boolean>;
}

/** Waiting for entries, on a connection of its own. */
export interface LogTail {
  /**
   * Entries after the given versions of all shops at once; empty when none came within two seconds, or after `wake`. Rejects when
   * the store does not answer.
   */
  next(after: ReadonlyMap<ShopId, number>): Promise<Map<ShopId, StoredEntry[]>>;
  /** Where the logs stand now, asked on the same connection. */
  heads(shops: readonly ShopId[]): Promise<Map<ShopId, LogHead>>;
  /** Ends a wait, so that a new shop is followed at once. */
  wake(): Promise<void>;
  close(): void;
}
