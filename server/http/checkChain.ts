// http/ — the chain of hashes followed from where a reader stands, so many entries a request [AUD-2].
import type { ChainAnswer } from '@zhunshi/shared/wire/auditLog.ts';
import type { ServedShop } from '../shop/shop.ts';

const PAGE = 500;
/** Entries that one request checks. */
const MOST_CHECKED = 5_000;
/** What the first entry is chained to. */
const NOTHING_BEFORE = '0'.repeat(64);

/**
 * Follows the chain from `from`, whose entry is to hold `hash` as that of the one before it. Reading leaves out what was altered, so an
 * altered entry shows as a missing one. Rejects when Redis does not answer.
 */
export async function checkChain(
  shop: Pick<ServedShop, 'epoch' | 'version' | 'readLog'>,
  from: number,
  hash: string = NOTHING_BEFORE,
): Promise<ChainAnswer> {
  const { epoch, version } = shop;
  const last = Math.min(version, from + MOST_CHECKED - 1);
  let before = hash;
  let next = Math.max(1, from);
  const answer = (broken: number | null): ChainAnswer => ({
    epoch,
    version,
    checkedTo: next - 1,
    hash: before,
    broken,
  });
  while (next <= last) {
    const page = await shop.readLog(next, Math.min(PAGE, last - next + 1));
    if (page.length === 0) return answer(next);
    for (const entry of page) {
      if (entry.version !== next || entry.previousHash !== before) return answer(next);
      before = entry.hash;
      next += 1;
    }
  }
  return answer(null);
}
