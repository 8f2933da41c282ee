// shop/ — recovery: what a node does with a shop whose log it cannot follow: a gap, a fork, a shorter log, another epoch [LOG-5].
import type { Log } from '../log/log.ts';
import type { Fold } from './fold.ts';
import { rebuild } from './rebuild.ts';
import type { ShopAtWork } from './shopAtWork.ts';
import type { SnapshotStore } from './snapshotStore.ts';

/** Versions that screens had seen, or the log held, and that are no longer part of it; null: nothing was lost. */
export type Lost = { fromVersion: number; toVersion: number } | null;

/**
 * Rebuilds a shop from its log and serves it again. Where no other node has done so yet, a new epoch begins after the last entry
 * that can be followed; what lies beyond is put aside. Rejects when Redis does not answer: try again.
 *
 * @param newEpoch id for the epoch, if one has to be opened
 */
export async function recover(
  shop: ShopAtWork,
  tools: { log: Log; snapshots: SnapshotStore },
  newEpoch: string,
): Promise<Lost> {
  const { log, snapshots } = tools;
  const known = shop.fold;
  for (;;) {
    // A Redis that has forgotten everything gets the shop and an epoch again; else this changes nothing.
    await log.create(shop.id, newEpoch);
    const head = await log.head(shop.id);
    const { fold, broken, snapshotVersion } = await rebuild(shop.id, log, snapshots);
    const keep = fold.position.version;
    if (broken || head.epoch === shop.epoch) {
      if (fold.position.epoch !== head.epoch) continue;
      const seen = broken ? head.version : keep;
      if (!(await log.openEpoch(shop.id, { from: head.epoch, to: newEpoch, keep, seen }))) continue;
      fold.enterEpoch(newEpoch);
    }
    const lost = lostBetween(known, fold, Math.max(broken ? head.version : 0, shop.seenVersion));
    await shop.serve(fold, snapshotVersion);
    return lost;
  }
}

/** @param heldUntil last version that the log, or a screen, had held before */
function lostBetween(known: Fold, rebuilt: Fold, heldUntil: number): Lost {
  const common = commonVersion(known, rebuilt);
  const until = Math.max(known.position.version, heldUntil);
  return common < until ? { fromVersion: common + 1, toVersion: until } : null;
}

/** The last version up to which both are the same history, as far as memory reaches. */
function commonVersion(known: Fold, rebuilt: Fold): number {
  const { version, hash } = known.position;
  const shorter = Math.min(version, rebuilt.position.version);
  if (version === 0 || rebuilt.kept(version)?.hash === hash) return Math.max(version, rebuilt.position.version);
  return Math.min(known.commonVersion(rebuilt) || shorter, shorter);
}
