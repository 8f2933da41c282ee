// dispatch/ — a refusal in two or three characters for the head of a bay; the whole sentence is said on the row under the hand.
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { ShopView } from '../desk/shopView.ts';

/** The shortest word that still says why. */
export function shortRefusal({ say }: Pick<ShopView, 'say'>, { code }: Refusal): string {
  const { short } = say.drag;
  if (code === 'bayWorkType') return short.bayWorkType;
  if (code === 'bayClosed') return short.bayClosed;
  if (code === 'bayReserved') return short.bayReserved;
  return code === 'notYet' ? short.notYet : short.other;
}
