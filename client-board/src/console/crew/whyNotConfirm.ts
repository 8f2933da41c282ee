// crew/ — why a dispatch cannot be confirmed yet, in a sentence: a button is never grey without one.
import type { Operation } from '@zhunshi/shared/domain/state.ts';
import type { StaffId } from '@zhunshi/shared/domain/words.ts';
import type { ShopView } from '../desk/shopView.ts';

/** What a dialog holds. */
export interface Chosen {
  /** What can be dispatched there, and what of it is ticked. */
  offered: readonly Operation[];
  operations: readonly Operation[];
  /** Who could do it, and who shall. */
  able: readonly StaffId[];
  crew: readonly StaffId[];
  unattended: boolean;
  /** Why there is nothing to dispatch, as far as that is known. */
  nothing: string | null;
}

/** Null: it can be confirmed. */
export function whyNotConfirm({ say }: Pick<ShopView, 'say'>, chosen: Chosen): string | null {
  const { offered, operations, able, crew, unattended, nothing } = chosen;
  if (offered.length === 0) return nothing ?? say.crew.nothing;
  if (operations.length === 0) return say.crew.chooseWork;
  if (unattended || crew.length > 0) return null;
  return able.length === 0 ? say.crew.none : say.crew.chooseCrew;
}
