// forms/ — the promise that the prediction supports for the work that is being written up.
import type { Job, Proposal } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { formWords } from '@zhunshi/shared/i18n/formWords.ts';
import { promiseIfApproved } from '@zhunshi/shared/plan/consequence.ts';
import { offerPromise, offerPromiseOf } from '@zhunshi/shared/plan/offerPromise.ts';
import type { PromiseOffer } from '@zhunshi/shared/plan/offerPromise.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import type { Answers } from './answers.ts';
import type { Told } from './commandForm.ts';

/** Offers for what is filled in so far, null while it cannot be said. Costs one prediction each time that the answers differ. */
export function visitOffers(view: ShopView): (answers: Answers, arrivalAt: Instant) => PromiseOffer | null {
  let asked = '';
  let offer: PromiseOffer | null = null;
  return (answers, arrivalAt) => {
    const operations = answers.work('operations');
    const visit = { operations, wash: answers.yes('wash', true), arrivalAt, bay: answers.optional('bay') };
    const asking = JSON.stringify(visit);
    if (asking !== asked) offer = operations.length > 0 ? offerPromise(view.state, visit, view.asOf) : null;
    asked = asking;
    return offer;
  };
}

/** The time to offer for a job that is there already; null where it cannot be said. */
export function offeredForJob(view: ShopView, job: Job): Instant | null {
  return offerPromiseOf(view.state, job.id, view.asOf)?.promisedAt ?? null;
}

/** The new promise to agree on with the customer: as it was quoted, else as the prediction supports it; null: the one in force holds. */
export function promiseToAgree(view: ShopView, job: Job, proposal: Proposal): Instant | null {
  return proposal.quote?.promisedAt ?? promiseIfApproved(view.state, job, proposal, view.asOf);
}

/** The offer in words: when it is predicted to be done, and what can be promised. */
export function offerTold(view: ShopView, offer: PromiseOffer | null): Told[] {
  const say = formWords[view.language].told;
  if (!offer) return [];
  const text = `${say.predicted(momentText(view, offer.predictedAt))} · ${say.offered(momentText(view, offer.promisedAt))}`;
  return [{ mark: 'inOrder', text }];
}
