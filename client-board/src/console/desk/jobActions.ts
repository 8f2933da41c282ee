// desk/ — a button or a drop → the command it means. What needs a person's choice first (crew, hold, a form) opens a dialog instead.
import { inspectionPlanOf } from '@zhunshi/shared/domain/inspectionRecord.ts';
import { isKept, openProposals, ratedPromiseOf } from '@zhunshi/shared/domain/job.ts';
import type { FurtherAct, NextAct } from '@zhunshi/shared/domain/nextActs.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import type { BayCode, JobId, OperationId } from '@zhunshi/shared/domain/words.ts';
import type { Ask } from '../../live/wish.ts';
import type { AlarmAct } from '../dispatch/alarmText.ts';
import { subjectOf } from '../forms/formSubject.ts';
import type { FormSubject } from '../forms/formSubject.ts';
import type { ShopView } from './shopView.ts';
import { minutesBetween } from './timeText.ts';

/** What a person is choosing in a dialog. */
export type Choosing =
  | { kind: 'dispatch'; job: JobId; bay: BayCode | null; chooseBay: boolean }
  | { kind: 'hold'; job: JobId; operation: OperationId }
  | { kind: 'bay'; bay: BayCode }
  | { kind: 'further'; job: JobId }
  | { kind: 'slip'; job: JobId }
  | { kind: 'form'; subject: FormSubject };

/** A button of a car: what is next, or that the car fails the inspection that runs. */
export interface DeskAct extends Omit<NextAct, 'type'> {
  type: NextAct['type'] | 'FailInspection';
}

/** A command to ask for at once, or the dialog that completes it. */
export type Step = { ask: Ask } | { choose: Choosing };

/** Minutes past the promise if the car were handed over now; null where it is kept or there is none [OTR-1]. */
export function lateByNow({ asOf }: Pick<ShopView, 'asOf'>, job: Job): number | null {
  const promise = ratedPromiseOf(job);
  return promise && !isKept(job, promise.promisedAt, asOf) ? minutesBetween(promise.promisedAt, asOf) : null;
}

/** What is done before a car is handed over, and was not: its customer told, its bill settled [STL-1]. */
export function owedAtHandOver({ calledAt, settledAt }: Job): ('call' | 'bill')[] {
  return [...(calledAt === null ? (['call'] as const) : []), ...(settledAt === null ? (['bill'] as const) : [])];
}

/** An act of a job as a command to ask for, or as the dialog that completes it. */
export function stepOfAct(view: Pick<ShopView, 'asOf' | 'state'>, job: Job, { type, operation }: DeskAct): Step {
  const ofOperation = { job: job.id, operation: operation ?? '' };
  const form: Step = { choose: { kind: 'form', subject: subjectOf(type, { job: job.id, operation }) } };
  switch (type) {
    case 'CheckIn':
    case 'FailInspection':
      return form;
    case 'Dispatch':
      return { choose: { kind: 'dispatch', job: job.id, bay: null, chooseBay: true } };
    case 'HoldOperation':
      return { choose: { kind: 'hold', ...ofOperation } };
    case 'PassInspection':
      return inspectionPlanOf(view.state, job).points.length > 0 ? form : { ask: { type, ...ofOperation } };
    case 'HandOver':
      return lateByNow(view, job) === null && owedAtHandOver(job).length === 0 ? { ask: { type, job: job.id } } : form;
    case 'MarkReady':
    case 'CallCustomer':
    case 'Settle':
      return { ask: { type, job: job.id } };
    default:
      return { ask: { type, ...ofOperation } };
  }
}

/** The same of what is seldom next: most of it is completed in a form. */
export function stepOfFurther(job: JobId, { type, operation, proposal }: FurtherAct): Step {
  switch (type) {
    case 'ReleaseBay':
    case 'TakeBackReady':
    case 'CallInLounge':
    case 'Settle':
      return { ask: { type, job } };
    case 'PartsArrived':
      return { ask: { type, job, operation: operation ?? '' } };
    case 'WithdrawWork':
      return { ask: { type, job, proposal: proposal ?? '' } };
    default:
      return { choose: { kind: 'form', subject: subjectOf(type, { job, operation, proposal }) } };
  }
}

/** The button of an alarm as a command or a dialog; null: that it was dealt with is all there is to say. */
export function alarmStep(act: AlarmAct, { job: id, freeBay }: Alarm, job: Job | undefined): Step | null {
  const form = (type: FormSubject['type'], about: Partial<FormSubject> = {}): Step => ({
    choose: { kind: 'form', subject: subjectOf(type, { job: id, ...about }) },
  });
  const held = job?.operations.find(({ status }) => status === 'held')?.id ?? null;
  const proposal = (job && openProposals(job)[0]?.id) ?? null;
  switch (act) {
    case 'call':
      return { ask: { type: 'CallCustomer', job: id } };
    case 'markReady':
      return { ask: { type: 'MarkReady', job: id } };
    case 'checkIn':
      return form('CheckIn');
    case 'dispatch':
      return { choose: { kind: 'dispatch', job: id, bay: freeBay, chooseBay: true } };
    case 'promise':
      return form('MakePromise');
    case 'newTime':
    case 'giveTime':
      return held === null ? null : form('ReviseHold', { operation: held });
    case 'resume':
      return held === null ? null : { ask: { type: 'ResumeOperation', job: id, operation: held } };
    case 'quote':
    case 'answer':
      return proposal === null ? null : form(act === 'quote' ? 'QuoteWork' : 'ApproveWork', { proposal });
    default:
      return null;
  }
}
