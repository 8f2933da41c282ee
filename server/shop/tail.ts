// shop/ — the tail: reads what every node has appended to the logs of all shops, in order, folds it and hands it to push.
import { setTimeout as wait } from 'node:timers/promises';
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import type { LogTail, StoredEntry } from '../log/log.ts';
import type { ShopAtWork } from './shopAtWork.ts';
import { refsOfEvents } from './shopDirectory.ts';

const CHECK_EVERY_MS = 2000;
const RETRY_MS = 100;

/** What the tail feeds and asks. */
export interface TailTools {
  tail: LogTail;
  shop: (id: ShopId) => ShopAtWork | undefined;
  /** Entries of one shop, in order, after the directory entries they refer to were loaded. */
  deliver: (shop: ShopAtWork, entries: LogEntry[], directory: Directory) => void;
  /** Called every two seconds or so, to look for shops that another node has created. */
  lookAround: () => Promise<void>;
  report: (what: string, error: unknown) => void;
}

/** Follows the logs of all shops until it is stopped. */
export class Tail {
  readonly #tools: TailTools;
  /** Last version that was handed on, of each shop that is followed. */
  readonly #positions = new Map<ShopId, number>();
  readonly #certainAt = new Map<ShopId, number>();
  #stopped = false;
  #checkedAt = 0;
  #done: Promise<void> | undefined;

  constructor(tools: TailTools) {
    this.#tools = tools;
  }

  start(): void {
    this.#done = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#tools.tail.close();
    await this.#done;
  }

  /** Follows a shop from what its screens have or will get in their snapshot. */
  async follow(shop: ShopAtWork): Promise<void> {
    this.#positions.set(shop.id, shop.version);
    this.#certainAt.set(shop.id, performance.now());
    await this.#tools.tail.wake().catch((error: unknown) => this.#tools.report('the tail could not be woken', error));
  }

  /** How long ago the whole log of a shop was known, and what was read last. */
  certainty(shop: ShopId): { forMs: number; version: number } {
    const forMs = performance.now() - (this.#certainAt.get(shop) ?? 0);
    return { forMs, version: this.#positions.get(shop) ?? 0 };
  }

  async #run(): Promise<void> {
    let failing = false;
    while (!this.#stopped) {
      try {
        await this.#round();
        failing = false;
      } catch (error) {
        // One line for an outage, not ten a second.
        if (!failing && !this.#isStopped()) this.#tools.report('the log could not be followed', error);
        failing = true;
        await wait(RETRY_MS);
      }
    }
  }

  #isStopped(): boolean {
    return this.#stopped;
  }

  async #round(): Promise<void> {
    const positions = new Map([...this.#positions].filter(([id]) => this.#tools.shop(id)?.serving));
    if (positions.size === 0) {
      await wait(RETRY_MS);
    } else {
      const found = await this.#tools.tail.next(positions);
      const askedAt = performance.now();
      for (const [id, entries] of found) await this.#hand(id, entries);
      for (const id of positions.keys()) if (this.#tools.shop(id)?.serving) this.#certainAt.set(id, askedAt);
    }
    if (performance.now() - this.#checkedAt < CHECK_EVERY_MS) return;
    this.#checkedAt = performance.now();
    await this.#check();
    await this.#tools.lookAround();
  }

  async #hand(id: ShopId, found: readonly StoredEntry[]): Promise<void> {
    const shop = this.#tools.shop(id);
    if (!shop?.serving) return;
    const entries: LogEntry[] = [];
    for (const stored of found) {
      if (!shop.take(stored)) return;
      if (stored.entry) entries.push(stored.entry);
    }
    const last = found.at(-1);
    if (!last) return;
    const refs = refsOfEvents(
      entries.flatMap(({ events }) => events),
      shop.state,
    );
    const directory = await shop.entriesOfDirectory.load(refs);
    // Recovered meanwhile: its screens got snapshots, and these entries may not be part of its log any more.
    if (this.#positions.get(id) !== (found[0]?.version ?? 0) - 1) return;
    this.#positions.set(id, last.version);
    try {
      this.#tools.deliver(shop, entries, directory);
    } catch (error) {
      this.#tools.report('entries could not be pushed', error);
    }
  }

  /** A log that has become shorter, or lives another life, sends nothing: it has to be asked. */
  async #check(): Promise<void> {
    const before = new Map(
      [...this.#positions.keys()]
        .map((id) => this.#tools.shop(id))
        .filter((shop) => shop !== undefined)
        .filter(({ serving }) => serving)
        .map((shop) => [shop, shop.position] as const),
    );
    const heads = await this.#tools.tail.heads([...before.keys()].map(({ id }) => id));
    for (const [shop, position] of before) {
      const head = heads.get(shop.id);
      if (!head) continue;
      if (head.epoch !== position.epoch) shop.distrust('another epoch has begun');
      else if (head.version < position.version) shop.distrust('the log is shorter than what this node has folded');
      else if (head.version === position.version && head.hash !== position.hash) {
        shop.distrust('the last entry of the log is another one than this node has folded');
      }
    }
  }
}
