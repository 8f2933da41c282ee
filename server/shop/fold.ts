// shop/ — the fold at work: the shop's state on this node, moved on entry by entry in this one place, whoever brings the entry
// (the writer after its append, the tail, catching up, a rebuild).
import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import { initialState, type ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { GENESIS, follows } from '../log/hashChain.ts';
import type { LogHead, StoredEntry } from '../log/log.ts';
import { RecentCommands } from './recentCommands.ts';

/** Entries kept in memory, so that a screen that was away shortly gets them instead of a snapshot. */
const KEPT_ENTRIES = 500;

/** Where a fold stands. */
export interface FoldPosition extends LogHead {
  at: Instant;
  state: ShopState;
  recent: RecentCommands;
}

/** What came of offering an entry: `broken` is a gap, a fork or an altered entry. */
export type Taken = 'folded' | 'known' | 'broken' | 'otherEpoch';

/** The position before the first entry of a log. */
export function emptyPosition(epoch: string): FoldPosition {
  return { epoch, version: 0, hash: GENESIS, at: 0, state: initialState, recent: new RecentCommands() };
}

/** The state of one shop and what is needed to move it on. */
export class Fold {
  #position: FoldPosition;
  #kept: LogEntry[] = [];

  constructor(position: FoldPosition) {
    this.#position = position;
  }

  get position(): Readonly<FoldPosition> {
    return this.#position;
  }

  /**
   * Takes an entry that was found in the log. Throws `UnknownEvent` for one that a newer server wrote, and stays where it is.
   *
   * @param epochMayChange in a rebuild, where the log's former lives are read too
   */
  offer({ version, entry }: StoredEntry, epochMayChange = false): Taken {
    if (version <= this.#position.version) {
      const same = this.#kept.find((kept) => kept.version === version);
      return same && same.hash !== entry?.hash ? 'broken' : 'known';
    }
    if (!entry || !follows(this.#position, entry)) return 'broken';
    if (!epochMayChange && entry.epoch !== this.#position.epoch) return 'otherEpoch';
    this.advance(entry);
    return 'folded';
  }

  /**
   * Moves on by an entry that follows.
   *
   * @param state the state after it, where the writer has folded it already to decide what came behind it
   */
  advance(entry: LogEntry, state: ShopState = foldEntry(this.#position.state, entry)): void {
    const { version, epoch, at, hash, commandId, fingerprint } = entry;
    const { recent } = this.#position;
    recent.remember(commandId, { version, fingerprint });
    this.#position = { epoch, version, hash, at, state, recent };
    this.#kept.push(entry);
    if (this.#kept.length > 2 * KEPT_ENTRIES) this.#kept = this.#kept.slice(-KEPT_ENTRIES);
  }

  /** Begins a new life of the log at the same entry. */
  enterEpoch(epoch: string): void {
    this.#position = { ...this.#position, epoch };
  }

  /** The entry of a version, where it is still in memory. */
  kept(version: number): LogEntry | undefined {
    return this.#kept[version - (this.#kept[0]?.version ?? 0)];
  }

  /** Entries after a version, in order; null when some are no longer in memory or there are too many. */
  entriesAfter(version: number): LogEntry[] | null {
    const behind = this.#position.version - version;
    if (behind < 0 || behind > Math.min(KEPT_ENTRIES, this.#kept.length)) return null;
    return behind === 0 ? [] : this.#kept.slice(-behind);
  }

  /** The last version at which this fold and another one had the same history; 0: none in memory. */
  commonVersion(other: Fold): number {
    const shared = this.#kept.findLast((entry) => other.kept(entry.version)?.hash === entry.hash);
    return shared?.version ?? 0;
  }
}
