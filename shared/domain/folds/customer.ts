// domain/folds/ — what was agreed with the customer: promises, additional work, what they were told.
import { ratedPromiseOf } from '../job.ts';
import type { Job, Proposal, ShopState } from '../state.ts';
import type { Instant, JobId, ProposalId } from '../words.ts';
import { changeJob, must, type Folds } from './changes.ts';
import { joinedBy } from './operations.ts';

/** More changes than these nobody follows. */
const MOST_ESTIMATES = 12;

export const customer: Folds<
  | 'PromiseMade'
  | 'EstimatePublished'
  | 'WorkProposed'
  | 'WorkQuoted'
  | 'WorkApproved'
  | 'WorkDeclined'
  | 'WorkWithdrawn'
> = {
  PromiseMade: (state, event, { at, by }) =>
    changeJob(state, event.job, (job) => {
      const { promisedAt, kind, reason, cause, confirmed, counts } = event;
      const made = { promisedAt, kind, reason, cause, confirmed, counts, madeAt: at, madeBy: by };
      return withLateness({ ...job, promises: [...job.promises, made] }, at);
    }),
  EstimatePublished: (state, event, { at, version }) =>
    changeJob(state, event.job, (job) => {
      const told = { finishAt: event.finishAt, at, version, because: event.because };
      return withLateness({ ...job, told, estimates: [...job.estimates, told].slice(-MOST_ESTIMATES) }, at);
    }),
  WorkProposed: (state, { job: id, type: _type, ...proposed }, { at, by }) =>
    changeJob(state, id, (job) => ({
      ...job,
      proposals: [
        ...job.proposals,
        { ...proposed, proposedAt: at, proposedBy: by, quote: null, answer: null, withdrawnAt: null },
      ],
    })),
  WorkQuoted: (state, { job, proposal, priceCents, minutes, promisedAt }, { at, by }) =>
    changeProposal(state, job, proposal, { quote: { priceCents, minutes, promisedAt, at, by } }),
  WorkApproved: (state, { job: id, proposal, operations, how, promisedAt, note }, { at, by }) => {
    const answer = { approved: true, how, promisedAt, note, at, by };
    return changeJob(changeProposal(state, id, proposal, { answer }), id, (job) => ({
      ...job,
      operations: joinedBy(job.operations, operations, at),
      // More work is more to pay: the bill is open again [STL-2].
      settledAt: null,
    }));
  },
  WorkDeclined: (state, { job, proposal, how, note }, { at, by }) =>
    changeProposal(state, job, proposal, { answer: { approved: false, how, promisedAt: null, note, at, by } }),
  WorkWithdrawn: (state, { job, proposal }, { at }) => changeProposal(state, job, proposal, { withdrawnAt: at }),
};

/**
 * Since when the customer knows that the promise that counts will be broken [EST-2]. A revision that does not count does not end it,
 * nor does a finish that can no longer be said.
 */
function withLateness(job: Job, at: Instant): Job {
  const promisedAt = ratedPromiseOf(job)?.promisedAt ?? null;
  const finishAt = job.told?.finishAt ?? null;
  if (promisedAt === null || finishAt === null) return job;
  return { ...job, toldLateSince: finishAt > promisedAt ? (job.toldLateSince ?? at) : null };
}

function changeProposal(state: ShopState, id: JobId, proposal: ProposalId, change: Partial<Proposal>): ShopState {
  return changeJob(state, id, (job) => {
    must(
      job.proposals.find((one) => one.id === proposal),
      `additional work ${proposal} of job ${id}`,
    );
    return {
      ...job,
      proposals: job.proposals.map((one) => (one.id === proposal ? { ...one, ...change } : one)),
    };
  });
}
