// desk/ — what each place says when a car is picked up: bays while they are on the screen, else the columns of the kanban.
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { dropTargets, recallable } from '../dispatch/dropPreview.ts';
import { backToWaiting } from '../drag/dragging.svelte.ts';
import type { DropAnswers, DropPlace } from '../drag/dragging.svelte.ts';
import { someBay } from '../kanban/kanbanDrops.ts';
import { bayChoicesOf, operationsWithoutBay } from './bayChoices.ts';
import type { ShopView } from './shopView.ts';

/** The answers of all places; null where there is nothing to move and no reason to show. */
export function dropAnswersFor(view: ShopView, job: Job, onBays: boolean): DropAnswers | null {
  const answers: [DropPlace, Refusal | null][] = onBays
    ? [...dropTargets(view.state, job, view.asOf)]
    : columnsFor(view, job);
  if (recallable(job).length > 0) answers.push([backToWaiting, null]);
  return onBays || answers.length > 0 ? new Map(answers) : null;
}

function columnsFor(view: ShopView, job: Job): [DropPlace, Refusal | null][] {
  const some = bayChoicesOf(view, job).length > 0 || operationsWithoutBay(view, job).length > 0;
  return some ? [[someBay, null]] : [];
}
