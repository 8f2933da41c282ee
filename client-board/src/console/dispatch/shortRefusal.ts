// dispatch/ — a refusal in two or three characters for the head of a bay; the whole sentence is said on the row under the hand.
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { ShopView } from '../desk/shopView.ts';

/** The shortest word that still says why. */
export function shortRefusal({ say, words }: Pick<ShopView, 'say' | 'words'>, refusal: Refusal): string {
  const { code } = refusal;
  const { short } = say.drag;
  if (code === 'bayWorkType') return short.bayWorkType;
  if (code === 'bayClosed') return short.bayClosed;
  if (code === 'bayReserved') return short.bayReserved;
  if (code === 'bayOccupied') return say.grid.taken;
  if (code === 'operationStatus') return words.statuses[refusal.status];
  return code === 'notYet' ? short.notYet : short.other;
}
