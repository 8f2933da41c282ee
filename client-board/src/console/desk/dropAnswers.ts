// desk/ — what each place says when a car is picked up: bays while they are on the screen, else the columns of the kanban.
import { refusal as refuse } from '@zhunshi/shared/domain/refusals.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import { moveTargets, workUnderWay } from '../dispatch/bayMove.ts';
import { dropTargets, recallable } from '../dispatch/dropPreview.ts';
import { backToWaiting } from '../drag/dragging.svelte.ts';
import type { DropAnswers, DropPlace, Grip } from '../drag/dragging.svelte.ts';
import { columnDropsOf, columnPlace } from '../kanban/kanbanDrops.ts';
import type { ShopView } from './shopView.ts';

/** The answers of all places; null where there is nothing to move and no reason to show. */
export function dropAnswersFor(view: ShopView, job: Job, onBays: boolean, grip: Grip): DropAnswers | null {
  if (!onBays) return columnsFor(view, job);
  const moving = movedBy(view, job, grip);
  const bays = moving ? moveTargets(view.state, job, moving, view.asOf) : dropTargets(view.state, job, view.asOf);
  const answers: [DropPlace, Refusal | null][] = [...bays];
  if (moving) answers.push([backToWaiting, stillAtWork(job, moving)]);
  else if (recallable(job).length > 0) answers.push([backToWaiting, null]);
  return new Map(answers);
}

/**
 * The work under way that goes along with the hand: with its own bar always, with the car's card where nothing of the car could be
 * dispatched. Null: what is not begun is dispatched.
 */
export function movedBy({ state, asOf }: ShopView, job: Job, grip: Grip): Operation | null {
  const work = workUnderWay(job);
  if (!work || grip === 'work') return work;
  return [...dropTargets(state, job, asOf).values()].some((refusal) => refusal === null) ? null : work;
}

function stillAtWork(job: Job, { id, status }: Operation): Refusal {
  return refuse('operationStatus', { job: job.id, operation: id, status });
}

function columnsFor(view: ShopView, job: Job): DropAnswers {
  const drops = [...columnDropsOf(view, job)];
  return new Map(drops.map(([stage, drop]) => [columnPlace(stage), 'refusal' in drop ? drop.refusal : null]));
}
