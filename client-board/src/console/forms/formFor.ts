// forms/ — what a person wants to do → the form that completes it; null where what it is about is gone.
import type { CommandType } from '@zhunshi/shared/domain/commands.ts';
import type { Job, Operation, Proposal, StaffMember } from '@zhunshi/shared/domain/state.ts';
import type { ShopView } from '../desk/shopView.ts';
import { answerForm, proposeForm, quoteForm } from './addedWorkForms.ts';
import type { CommandForm } from './commandForm.ts';
import type { FormSubject } from './formSubject.ts';
import { amendForm, comebackForm, correctForm, mergeForm, splitForm, whereaboutsForm } from './correctingForms.ts';
import { breakForm, dayHoursForm, leaveForm } from './floorForms.ts';
import { callForm, followUpForm, handOverForm, judgeForm } from './handOverForms.ts';
import { failForm, passForm, recordForm } from './inspectionForms.ts';
import { promiseForm } from './promiseForms.ts';
import { cancelForm, checkInForm, rebookForm, reserveForm } from './receptionForms.ts';
import { visitForm } from './visitForm.ts';
import { moveForm, reassignForm, reviseHoldForm } from './workForms.ts';

type OfSubject = (view: ShopView, subject: FormSubject) => CommandForm | null;

function ofJob(form: (view: ShopView, job: Job) => CommandForm): OfSubject {
  return (view, { job }) => {
    const found = job === null ? undefined : view.state.jobs[job];
    return found ? form(view, found) : null;
  };
}

function ofOperation(form: (view: ShopView, job: Job, operation: Operation) => CommandForm): OfSubject {
  return (view, { job, operation }) => {
    const of = job === null ? undefined : view.state.jobs[job];
    const found = of?.operations.find(({ id }) => id === operation);
    return of && found ? form(view, of, found) : null;
  };
}

function ofProposal(form: (view: ShopView, job: Job, proposal: Proposal) => CommandForm): OfSubject {
  return (view, { job, proposal }) => {
    const of = job === null ? undefined : view.state.jobs[job];
    const found = of?.proposals.find(({ id }) => id === proposal);
    return of && found ? form(view, of, found) : null;
  };
}

function ofStaff(form: (view: ShopView, member: StaffMember) => CommandForm): OfSubject {
  return (view, { staff }) => {
    const found = staff === null ? undefined : view.state.staff[staff];
    return found ? form(view, found) : null;
  };
}

/** Forms by command. Commands that need no more than they are about have none: they are asked for at once. */
const forms: Partial<Record<CommandType, OfSubject>> = {
  BookJob: (view, { plate }) => visitForm(view, 'BookJob', plate),
  ReceiveWalkIn: (view, { plate }) => visitForm(view, 'ReceiveWalkIn', plate),
  CheckIn: ofJob(checkInForm),
  Rebook: ofJob(rebookForm),
  CancelJob: ofJob(cancelForm),
  ReserveBay: reserveForm,
  SetWhereabouts: ofJob(whereaboutsForm),
  CorrectJob: ofJob(correctForm),
  AmendWork: ofJob(amendForm),
  SplitOrder: ofJob(splitForm),
  MergeJobs: ofJob(mergeForm),
  LinkComeback: ofJob(comebackForm),
  Reassign: ofOperation(reassignForm),
  ReviseHold: ofOperation(reviseHoldForm),
  MoveCar: ofJob(moveForm),
  ProposeWork: ofJob(proposeForm),
  QuoteWork: ofProposal(quoteForm),
  ApproveWork: ofProposal((view, job, proposal) => answerForm(view, job, proposal, 'ApproveWork')),
  DeclineWork: ofProposal((view, job, proposal) => answerForm(view, job, proposal, 'DeclineWork')),
  PassInspection: ofOperation(passForm),
  RecordInspection: (view, subject) =>
    ofJob((of, job) => recordForm(of, job, job.operations.find(({ id }) => id === subject.operation) ?? null))(
      view,
      subject,
    ),
  FailInspection: (view, subject) =>
    ofJob((of, job) => failForm(of, job, subject.operation === null ? 'leader' : 'final'))(view, subject),
  MakePromise: ofJob(promiseForm),
  CallCustomer: ofJob(callForm),
  HandOver: ofJob(handOverForm),
  JudgeLateness: ofJob(judgeForm),
  RecordFollowUp: ofJob(followUpForm),
  StartBreak: ofStaff(breakForm),
  SetLeave: ofStaff(leaveForm),
  SetDayHours: (view) => dayHoursForm(view, null),
};

/** The form of a subject; null where there is none, or what it was about is gone. */
export function formFor(view: ShopView, subject: FormSubject): CommandForm | null {
  return forms[subject.type]?.(view, subject) ?? null;
}
