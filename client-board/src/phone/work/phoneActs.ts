// phone/work/ — the car at hand → what its buttons mean: one slot that starts, finishes, goes on, signs; beside it what stops the work.
// Whether the server would refuse is asked of the server's own rules beforehand.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { inspectionPlanOf } from '@zhunshi/shared/domain/inspectionRecord.ts';
import { isPause } from '@zhunshi/shared/domain/job.ts';
import { maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { ShopView } from '../../console/desk/shopView.ts';
import type { Ask } from '../../live/wish.ts';
import type { OwnPiece } from './ownWork.ts';

export type MainKind = 'start' | 'finish' | 'resume' | 'goOn' | 'sign' | 'pass' | 'endBreak';

/** The large button. */
export interface MainAct {
  kind: MainKind;
  ask: Ask;
  /** Why it would be refused; null: it would not. */
  no: Refusal | null;
}

/** The button beside it: put on hold, say that it cannot begin, change the hold, or sign later. */
export type StopKind = 'hold' | 'cannotStart' | 'reviseHold' | 'signLater';

/** What the large button does; null where there is nothing to do here: an inspection with points is passed at the tablet. */
export function mainAct(view: ShopView, piece: OwnPiece | null, now: Instant): MainAct | null {
  const found = meant(view, piece);
  if (!found) return null;
  const decided = decide(view.state, { ...found.ask, id: '' }, { at: now, by: view.me });
  return { ...found, no: decided.ok ? null : decided.refusal };
}

function meant(view: ShopView, piece: OwnPiece | null): Omit<MainAct, 'no'> | null {
  const { me } = view;
  if (view.state.staff[me]?.onBreak) return { kind: 'endBreak', ask: { type: 'EndBreak', staff: me } };
  if (!piece) return null;
  const { job, operation } = piece;
  const of = { job: job.id, operation: operation.id };
  switch (operation.status) {
    case 'dispatched':
      return { kind: 'start', ask: { type: 'StartOperation', ...of } };
    case 'running':
      if (operation.kind !== 'inspection') return { kind: 'finish', ask: { type: 'FinishOperation', ...of } };
      return passable(view, piece) ? { kind: 'pass', ask: { type: 'PassInspection', ...of } } : null;
    case 'held':
      return operation.hold?.reason === 'closing'
        ? { kind: 'goOn', ask: { type: 'ContinueWork', operations: [of] } }
        : { kind: 'resume', ask: { type: 'ResumeOperation', ...of } };
    case 'done':
      return { kind: 'sign', ask: { type: 'RecordInspection', level: 'self', ...of } };
    case 'planned':
      return null;
  }
}

function passable(view: ShopView, { job }: OwnPiece): boolean {
  return maySend(view.roles, 'PassInspection') && inspectionPlanOf(view.state, job).points.length === 0;
}

/** What the button beside it does. */
export function stopKind({ operation: { status, hold } }: OwnPiece): StopKind {
  if (status === 'dispatched') return 'cannotStart';
  if (status === 'done') return 'signLater';
  return status === 'held' && !isPause(hold) ? 'reviseHold' : 'hold';
}
