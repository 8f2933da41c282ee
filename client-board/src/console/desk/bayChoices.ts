// desk/ — bays that would take a car, the best first: for the dialog that is opened without a drop.
import { whyNotMove } from '@zhunshi/shared/domain/deciders/dispatching.ts';
import { whyNotDrop } from '@zhunshi/shared/domain/dispatchable.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { BayCode, OperationId } from '@zhunshi/shared/domain/words.ts';
import { openPredecessor } from '@zhunshi/shared/domain/job.ts';
import { localTime } from '@zhunshi/shared/time/shopTime.ts';
import { dispatchable } from '@zhunshi/shared/domain/dispatchable.ts';
import { freeFrom } from './freeFrom.ts';
import type { ShopView } from './shopView.ts';
import { dayText } from './timeText.ts';

export interface BayChoice {
  code: BayCode;
  text: string;
}

/**
 * Free bays before busy ones, taken ones whose end is open after them, those meant for such work first, then by when they are free. Last
 * come bays that are kept for another car, which who dispatches may overrule [RSV-3].
 */
export function bayChoicesOf(view: ShopView, job: Job): BayChoice[] {
  const { state, asOf, say } = view;
  return Object.values(state.bays)
    .map((bay) => ({ bay, refusal: whyNotDrop(state, job, bay.code, asOf) }))
    .filter(({ refusal }) => refusal === null || refusal.code === 'bayReserved')
    .map(({ bay, refusal }) => {
      const first = job.operations.find(({ id }) => dispatchable(state, job, bay.code)[0] === id);
      const freeAt = freeFrom(view, bay) ?? Infinity;
      return { bay, kept: refusal !== null, freeAt, fit: first ? bay.workTypes.indexOf(first.workType) : 0 };
    })
    .sort(
      (a, b) =>
        Number(a.kept) - Number(b.kept) ||
        (a.freeAt === b.freeAt ? 0 : a.freeAt - b.freeAt) ||
        a.fit - b.fit ||
        a.bay.position - b.bay.position,
    )
    .map(({ bay, kept, freeAt }) => {
      if (kept) return { code: bay.code, text: say.grid.legend.reserved };
      if (freeAt === Infinity) return { code: bay.code, text: say.grid.taken };
      const when = `${dayText(view, freeAt)} ${localTime(freeAt, view.timeZone)}`.trim();
      return { code: bay.code, text: freeAt <= asOf ? say.grid.free : say.grid.busyUntil(when) };
    });
}

/** Why there is no bay to choose for a car: of the first one for the work that comes next. Null: there is one, or it needs none. */
export function whyNoBay(view: ShopView, job: Job): Refusal | null {
  const { state, asOf } = view;
  if (bayChoicesOf(view, job).length > 0 || operationsWithoutBay(view, job).length > 0) return null;
  const open = job.operations.filter((operation) => whyNotMove(job, [operation]) === null);
  const next = open.find((operation) => openPredecessor(job, operation) === undefined) ?? open[0];
  const bays = Object.values(state.bays).sort((a, b) => a.position - b.position);
  const bay = bays.find(({ workTypes }) => next && workTypes.includes(next.workType)) ?? bays[0];
  return bay ? whyNotDrop(state, job, bay.code, asOf) : null;
}

/** What can be dispatched without a bay: work that could go on now and for which the shop has none. */
export function operationsWithoutBay(view: ShopView, job: Job): OperationId[] {
  const bays = Object.values(view.state.bays);
  return job.operations
    .filter(
      ({ status, workType }) => status === 'planned' && !bays.some(({ workTypes }) => workTypes.includes(workType)),
    )
    .filter((operation) => openPredecessor(job, operation) === undefined)
    .map(({ id }) => id);
}
