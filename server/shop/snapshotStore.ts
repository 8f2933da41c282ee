// shop/ — snapshots of the fold: what makes a start fast. Only ever a shortcut: a snapshot that does not fit the log is not used.
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import { FOLD } from '@zhunshi/shared/wire/protocol.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import { stateHash } from './fingerprint.ts';
import type { FoldPosition } from './fold.ts';
import { RecentCommands, type RecentCommand } from './recentCommands.ts';

/** Keeps one text a shop. */
export interface SnapshotStore {
  load(shop: ShopId): Promise<string | null>;
  save(shop: ShopId, text: string): Promise<void>;
}

interface Written {
  fold: number;
  epoch: string;
  version: number;
  hash: string;
  at: number;
  stateHash: string;
  state: ShopState;
  recent: [string, RecentCommand][];
}

/** A position as text. */
export function writeSnapshot(position: Readonly<FoldPosition>): string {
  const { epoch, version, hash, at, state, recent } = position;
  const written: Written = {
    fold: FOLD,
    epoch,
    version,
    hash,
    at,
    stateHash: stateHash(state),
    state,
    recent: recent.toJSON(),
  };
  return JSON.stringify(written);
}

/** The position of a snapshot; null when another fold wrote it or its state is not the one that was hashed. */
export function readSnapshot(text: string): FoldPosition | null {
  let written: Partial<Written>;
  try {
    written = JSON.parse(text) as Partial<Written>;
  } catch {
    return null;
  }
  const { fold, state, epoch, version, hash, at, recent } = written;
  if (fold !== FOLD || state === undefined || stateHash(state) !== written.stateHash) return null;
  if (epoch === undefined || version === undefined || hash === undefined || at === undefined) return null;
  return { epoch, version, hash, at, state, recent: new RecentCommands(recent) };
}
