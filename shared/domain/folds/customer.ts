// domain/folds/ — what was agreed with the customer: promises, additional work, what they were told.
import type { Proposal, ShopState } from '../state.ts';
import type { JobId, ProposalId } from '../words.ts';
import { promiseOf } from '../job.ts';
import { changeJob, must, type Folds } from './changes.ts';
import { joinedBy } from './operations.ts';

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
      return { ...job, promises: [...job.promises, made] };
    }),
  EstimatePublished: (state, event, { at }) =>
    changeJob(state, event.job, (job) => {
      const promisedAt = promiseOf(job)?.promisedAt ?? null;
      const late = promisedAt !== null && event.finishAt !== null && event.finishAt > promisedAt;
      return {
        ...job,
        told: { finishAt: event.finishAt, at },
        toldLateSince: late ? (job.toldLateSince ?? at) : null,
      };
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
    }));
  },
  WorkDeclined: (state, { job, proposal, how, note }, { at, by }) =>
    changeProposal(state, job, proposal, { answer: { approved: false, how, promisedAt: null, note, at, by } }),
  WorkWithdrawn: (state, { job, proposal }, { at }) => changeProposal(state, job, proposal, { withdrawnAt: at }),
};

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
