// kanban/ — which columns take a drop: "dispatched" asks for bay and crew, "waiting" recalls. The others follow from the work.
import type { Stage } from '@zhunshi/shared/domain/words.ts';
import { backToWaiting } from '../drag/dragging.svelte.ts';
import type { DropPlace } from '../drag/dragging.svelte.ts';

/** Any bay: chosen after the drop. */
export const someBay = '(some bay)';

/** The drop place of a column, null where there is none. */
export function columnPlace(stage: Stage): DropPlace | null {
  if (stage === 'dispatched') return someBay;
  return stage === 'waiting' ? backToWaiting : null;
}
