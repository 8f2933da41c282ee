// shop/ — a fold from what is stored: the snapshot where it fits the log, then the rest of the log, entry by entry.
import { setImmediate } from 'node:timers/promises';
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import type { Log } from '../log/log.ts';
import { emptyPosition, Fold, type FoldPosition } from './fold.ts';
import { readSnapshot, type SnapshotStore } from './snapshotStore.ts';

const PAGE = 1000;

/** A fold as far as the log can be followed, and whether the log goes on behind that in a way that does not follow. */
export interface Rebuilt {
  fold: Fold;
  broken: boolean;
  /** Version of the snapshot it began with; 0: none. */
  snapshotVersion: number;
}

/** Rebuilds a shop. Rejects when the store does not answer; throws `UnknownEvent` for what a newer server wrote. */
export async function rebuild(shop: ShopId, log: Log, snapshots: SnapshotStore): Promise<Rebuilt> {
  const head = await log.head(shop);
  const fold = new Fold((await fittingSnapshot(shop, log, snapshots)) ?? emptyPosition(head.epoch));
  const snapshotVersion = fold.position.version;
  const read = (fromVersion: number) => log.read(shop, fromVersion, PAGE);
  for (let page = await read(snapshotVersion + 1); page.length > 0;) {
    // Redis looks up the next page while this one is folded.
    const next = read((page.at(-1)?.version ?? 0) + 1);
    next.catch(() => undefined);
    for (const stored of page) {
      if (fold.offer(stored, true) === 'broken') {
        fold.enterEpoch(head.epoch);
        return { fold, broken: true, snapshotVersion };
      }
    }
    await setImmediate();
    page = await next;
  }
  fold.enterEpoch(head.epoch);
  return { fold, broken: false, snapshotVersion };
}

async function fittingSnapshot(shop: ShopId, log: Log, snapshots: SnapshotStore): Promise<FoldPosition | null> {
  const text = await snapshots.load(shop);
  const position = text === null ? null : readSnapshot(text);
  if (!position) return null;
  const [last] = await log.read(shop, position.version, 1);
  return last?.version === position.version && last.entry?.hash === position.hash ? position : null;
}
