// advisor/ — a car → the one thing that its advisor does next, as a button; none where others are at it.
import { nextActs } from '@zhunshi/shared/domain/nextActs.ts';
import { openProposals, promiseOf } from '@zhunshi/shared/domain/job.ts';
import { maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { CommandType } from '@zhunshi/shared/domain/commands.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { advisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import type { Wish } from '../../live/wish.ts';
import { stepOfAct } from '../desk/jobActions.ts';
import type { Step } from '../desk/jobActions.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import { subjectOf } from '../forms/formSubject.ts';
import type { FormSubject } from '../forms/formSubject.ts';

/** A call is fresh for so long. */
const freshCallMs = 600_000;

export interface AdvisorAct {
  type: CommandType;
  text: string;
  step: Step;
  /** What was done of it a moment ago, beside the button. */
  done?: string;
}

/** A button that opens a form. */
export function formAct(type: CommandType, text: string, about: Partial<Omit<FormSubject, 'type'>>): AdvisorAct {
  return { type, text, step: { choose: { kind: 'form', subject: subjectOf(type, about) } } };
}

/** A button that is all there is to it. */
export function askAct(text: string, ask: Extract<Step, { ask: unknown }>['ask'] & Wish): AdvisorAct {
  return { type: ask.type, text, step: { ask } };
}

/** Calls the customer by the lounge's screens; for some minutes beside it when they were called last, so that nobody calls twice unknowingly [CAL-3]. */
export function loungeCallAct(view: ShopView, { id, loungeCalledAt }: Job): AdvisorAct {
  const { acts } = advisorWords[view.language];
  const act = askAct(acts.inLounge, { type: 'CallInLounge', job: id });
  const fresh = loungeCalledAt !== null && view.asOf - loungeCalledAt < freshCallMs;
  return fresh ? { ...act, done: acts.calledAt(momentText(view, loungeCalledAt)) } : act;
}

/** The next act of the advisor; `mustTell`: the promise breaks, and the customer has not been told. */
export function advisorActOf(view: ShopView, job: Job, mustTell: boolean): AdvisorAct | null {
  const act = likeliest(view, job, mustTell);
  return act && maySend(view.roles, act.type) ? act : null;
}

function likeliest(view: ShopView, job: Job, mustTell: boolean): AdvisorAct | null {
  const { acts } = advisorWords[view.language];
  const about = { job: job.id };
  const [proposal] = openProposals(job);
  if (proposal) {
    const of = { ...about, proposal: proposal.id };
    return proposal.quote ? formAct('ApproveWork', acts.answer, of) : formAct('QuoteWork', acts.quote, of);
  }
  const next = nextActs(job, view.shop.rules)[0];
  if (next && ofDesk.includes(next.type)) {
    return { type: next.type, text: view.commands[next.type], step: stepOfAct(view, job, next) };
  }
  if (mustTell) return formAct('MakePromise', acts.newPromise, about);
  return promiseOf(job) === null ? formAct('MakePromise', acts.promise, about) : null;
}

/** What is done at the desk, not on the floor. */
const ofDesk: readonly CommandType[] = ['CheckIn', 'MarkReady', 'CallCustomer', 'Settle', 'HandOver'];
