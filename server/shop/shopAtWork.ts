// shop/ — one shop on this node: its fold, its directory, its writer, and whether the node trusts its log.
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import { UnknownEvent } from '@zhunshi/shared/domain/evolve.ts';
import type { Actor, LogEntry } from '@zhunshi/shared/domain/entry.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, ShopId } from '@zhunshi/shared/domain/words.ts';
import { directoryFor, staffState } from '@zhunshi/shared/views/staffView.ts';
import type { CommandAnswer, StaffSnapshot, Viewer } from '@zhunshi/shared/wire/protocol.ts';
import type { Clock } from '../clock.ts';
import type { Log, StoredEntry } from '../log/log.ts';
import { CommitQueue, unknownOutcome } from './commitQueue.ts';
import type { DirectoryReceipt, DirectoryStore } from './directoryStore.ts';
import { fingerprintOf } from './fingerprint.ts';
import { emptyPosition, Fold, type FoldPosition, type Taken } from './fold.ts';
import type { Decided, DirectoryWrite, SaidAlong, ServedShop } from './shop.ts';
import { ShopDirectory } from './shopDirectory.ts';
import { writeSnapshot, type SnapshotStore } from './snapshotStore.ts';
import { waitingCommand, type WaitingCommand } from './waitingCommand.ts';
import type { Writability } from './writability.ts';

const SNAPSHOT_EVERY = 500;
const CATCH_UP_PAGE = 500;
/** How long a command waits for the log when an answer was lost. */
const CATCH_UP_TRIES = 3;
const CATCH_UP_PAUSE_MS = 50;

/** What a shop at work stands on. */
export interface ShopTools {
  log: Log;
  directoryStore: DirectoryStore;
  snapshots: SnapshotStore;
  clock: Clock;
  writability: Writability;
  /** Something went wrong that nobody waits for. */
  report: (what: string, error: unknown) => void;
  /** The log of this shop cannot be followed: it must be recovered. */
  distrusted: (shop: ShopAtWork, why: string) => void;
}

/** One shop as this node serves it. */
export class ShopAtWork implements ServedShop {
  readonly id: ShopId;
  readonly secret: Buffer;
  readonly #tools: ShopTools;
  readonly #directory: ShopDirectory;
  readonly #queue: CommitQueue;
  #fold: Fold = new Fold(emptyPosition(''));
  #serving = false;
  #seenVersion = 0;
  #snapshotAt = 0;

  constructor(id: ShopId, secret: Buffer, tools: ShopTools) {
    this.id = id;
    this.secret = secret;
    this.#tools = tools;
    this.#directory = new ShopDirectory(id, tools.directoryStore);
    this.#queue = new CommitQueue(this);
  }

  get state(): ShopState {
    return this.#fold.position.state;
  }
  get epoch(): string {
    return this.#fold.position.epoch;
  }
  get version(): number {
    return this.#fold.position.version;
  }
  get at(): Instant {
    return this.#fold.position.at;
  }
  get serving(): boolean {
    return this.#serving;
  }
  get position(): Readonly<FoldPosition> {
    return this.#fold.position;
  }
  get clock(): Clock {
    return this.#tools.clock;
  }
  get log(): Log {
    return this.#tools.log;
  }
  get writability(): Writability {
    return this.#tools.writability;
  }
  get directory(): Directory {
    return this.#directory.of(this.state);
  }
  /** The entries in memory, and how this shop's directory is loaded: for push and tail. */
  get fold(): Fold {
    return this.#fold;
  }
  get entriesOfDirectory(): ShopDirectory {
    return this.#directory;
  }

  async handle(command: Command, by: Actor, personal?: DirectoryWrite | SaidAlong): Promise<CommandAnswer> {
    const said = personal !== undefined && isSaidAlong(personal) ? personal.content : undefined;
    const fingerprint = fingerprintOf(command, this.secret, said);
    return await new Promise<CommandAnswer>((resolve) => {
      this.#queue.add(waitingCommand({ command, by, personal, fingerprint }, resolve));
    });
  }

  async readLog(fromVersion: number, count: number): Promise<LogEntry[]> {
    const found = await this.log.read(this.id, fromVersion, count);
    return found.map(({ entry }) => entry).filter((entry) => entry !== null);
  }

  staffSnapshot(viewer: Viewer): StaffSnapshot {
    const { epoch, version, state } = this.position;
    return { epoch, version, state: staffState(state), directory: directoryFor(viewer.roles, this.directory), viewer };
  }

  /** Highest version that a screen claims to have seen, where that is beyond the log; 0: none. */
  get seenVersion(): number {
    return this.#seenVersion;
  }

  /** A screen has seen more than this node knows. Either it is behind another node, or the log has lost entries. */
  async seenBeyond(version: number): Promise<void> {
    if (!(await this.catchUp()) || version <= this.version) return;
    this.#seenVersion = Math.max(this.#seenVersion, version);
    this.distrust('a screen has seen entries that the log does not hold');
  }

  /**
   * Begins to serve from a rebuilt fold. Rejects when the directory cannot be read.
   *
   * @param snapshotVersion version of the snapshot that is stored; 0: none that fits
   */
  async serve(fold: Fold, snapshotVersion: number): Promise<void> {
    await this.#directory.reload(fold.position.state);
    this.#fold = fold;
    this.#snapshotAt = snapshotVersion;
    this.#seenVersion = 0;
    this.#serving = true;
    this.#snapshotWhenDue();
  }

  /** Stops serving: what the node knows can no longer be trusted. */
  stopServing(): void {
    this.#serving = false;
  }

  /** Stops serving and asks for recovery. */
  distrust(why: string): void {
    if (!this.#serving) return;
    this.#serving = false;
    this.#tools.distrusted(this, why);
  }

  report(what: string, error: unknown): void {
    this.#tools.report(what, error);
  }

  /** Takes an entry that was found in the log. False when the log cannot be followed: recovery is under way then. */
  take(stored: StoredEntry): boolean {
    let taken: Taken;
    try {
      taken = this.#fold.offer(stored);
    } catch (error) {
      // Written by a newer server: this one must not guess what it means [LOG-6].
      if (!(error instanceof UnknownEvent)) throw error;
      taken = 'broken';
    }
    if (taken === 'folded') this.#snapshotWhenDue();
    if (taken === 'folded' || taken === 'known') return true;
    this.distrust(
      taken === 'broken' ? `entry ${stored.version} does not follow from ${this.version}` : 'another epoch has begun',
    );
    return false;
  }

  /** Moves on by an entry that this node has just stored; the tail may have been faster. */
  advance(entry: LogEntry, state: ShopState): void {
    const { version, hash } = this.position;
    if (entry.version !== version + 1 || entry.previousHash !== hash) return;
    this.#fold.advance(entry, state);
    this.#snapshotWhenDue();
  }

  /** Folds what the log holds beyond the fold. False when it cannot be read or followed now. */
  async catchUp(): Promise<boolean> {
    for (let attempt = 1; attempt <= CATCH_UP_TRIES; attempt += 1) {
      try {
        for (;;) {
          const page = await this.log.read(this.id, this.version + 1, CATCH_UP_PAGE);
          for (const stored of page) if (!this.take(stored)) return false;
          if (page.length < CATCH_UP_PAGE) return true;
        }
      } catch (error) {
        if (attempt === CATCH_UP_TRIES) this.report('the log could not be read to catch up', error);
        else await wait(CATCH_UP_PAUSE_MS);
      }
    }
    return false;
  }

  /** The answer that a command got when it was accepted. */
  async answerAgain(version: number): Promise<CommandAnswer> {
    try {
      const entry = this.#fold.kept(version) ?? (await this.readLog(version, 1))[0];
      if (entry?.version === version) return { ok: true, version, events: entry.events };
    } catch (error) {
      this.report('an entry could not be read to answer again', error);
    }
    return unknownOutcome;
  }

  /** Writes what a command needs in the directory. Decided anew it may need something else: then the first write is taken back. */
  async writePersonal(command: WaitingCommand, decided: Omit<Decided, 'directory'>): Promise<void> {
    const { personal, receipt } = command;
    if (personal === undefined) return;
    const store = this.#tools.directoryStore;
    const entries = isSaidAlong(personal) ? personal.entriesFor({ ...decided, directory: this.directory }) : personal;
    const text = JSON.stringify(entries);
    if (receipt && text === command.written) return;
    if (receipt) await store.withdraw(this.id, receipt);
    command.receipt = await ('said' in entries ? store.fillIn(this.id, entries) : store.write(this.id, entries));
    command.written = text;
  }

  async confirmPersonal(receipt: DirectoryReceipt): Promise<void> {
    await this.#tidy('confirm', () => this.#tools.directoryStore.confirm(this.id, receipt));
  }

  async withdrawPersonal(receipt: DirectoryReceipt): Promise<void> {
    await this.#tidy('withdraw', () => this.#tools.directoryStore.withdraw(this.id, receipt));
  }

  /** Resolves when no command is under way. */
  async whenIdle(): Promise<void> {
    await this.#queue.whenIdle();
  }

  /** Stores a snapshot of the fold. Rejects when Redis refuses it. */
  async saveSnapshot(): Promise<void> {
    if (this.version === this.#snapshotAt || !this.#serving) return;
    this.#snapshotAt = this.version;
    this.position.recent.forgetBefore(this.clock.real());
    this.#directory.prune(this.state);
    await this.#tools.snapshots.save(this.id, writeSnapshot(this.position));
  }

  #snapshotWhenDue(): void {
    if (this.version - this.#snapshotAt < SNAPSHOT_EVERY) return;
    // After the answers that are due now: a snapshot is in nobody's way.
    setImmediate(() => {
      this.saveSnapshot().catch((error: unknown) => this.report('a snapshot could not be stored', error));
    });
  }

  /** What fails here is put right by the sweep at the next start. */
  async #tidy(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.report(`the directory could not ${what} a write`, error);
    }
  }
}

function isSaidAlong(personal: DirectoryWrite | SaidAlong): personal is SaidAlong {
  return 'entriesFor' in personal;
}
