// drag/ — what a drop would dispatch → the line below the plate of the car in the hand.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { OperationId } from '@zhunshi/shared/domain/words.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import type { ShopView } from '../desk/shopView.ts';

/** The first operation with its minutes, and how many go along: `机油 30 +1`. Empty where nothing would be dispatched. */
export function ghostWork(view: Pick<ShopView, 'language'>, job: Job, operations: readonly OperationId[]): string {
  const first = job.operations.find(({ id }) => id === operations[0]);
  if (!first) return '';
  const along = operations.length > 1 ? ` +${operations.length - 1}` : '';
  return `${operationName(first, view.language)} ${first.minutes}${along}`;
}
