// demo/people/ — advisors and their customers: additional work quoted and answered, promises made firm, moved, and explained.
import { openProposals, promiseOf } from '@zhunshi/shared/domain/job.ts';
import type { Job, Proposal } from '@zhunshi/shared/domain/state.ts';
import { first, isTime, MINUTE, type Act, type Seen } from './seen.ts';
import { workTroubleOf } from './trouble.ts';

const TEN_MINUTES = 10 * MINUTE;

/** What an advisor settles with the customer of a car that is here. */
export function customers(seen: Seen, job: Job): Act | null {
  return first(openProposals(job), (proposal) => additionalWork(seen, job, proposal)) ?? promises(seen, job);
}

function additionalWork(seen: Seen, job: Job, proposal: Proposal): Act | null {
  const { asOf, luck } = seen;
  const by = job.advisor;
  const of = { job: job.id, proposal: proposal.id };
  const { quote } = proposal;
  if (!quote) {
    if (!isTime(seen, proposal.proposedAt, 2, 8, `${proposal.id} quote`, job)) return null;
    const minutes = proposal.operations.reduce((sum, operation) => sum + operation.minutes, 0);
    const priceCents = Math.round(luck.between(80, 900, `${proposal.id} price`, job)) * 100;
    const promisedAt = laterPromise(job, minutes, asOf);
    return { by, command: { type: 'QuoteWork', ...of, priceCents, minutes, promisedAt } };
  }
  const found = job.operations.find(({ id }) => id === proposal.foundIn);
  const finds = found ? workTroubleOf(luck, job, found).finds : null;
  if (asOf < quote.at + (finds?.answersMinutes ?? 15) * MINUTE) return null;
  const how = job.waits === 'away' ? 'phone' : 'desk';
  if (finds?.approves === false) return { by, command: { type: 'DeclineWork', ...of, how, note: null } };
  const promisedAt = quote.promisedAt !== null && quote.promisedAt > asOf ? quote.promisedAt : null;
  return { by, command: { type: 'ApproveWork', ...of, how, promisedAt, note: null } };
}

/** The promise with the added minutes and a little more, in steps of ten minutes; null where there is none to move. */
function laterPromise(job: Job, minutes: number, asOf: number): number | null {
  const promisedAt = promiseOf(job)?.promisedAt;
  if (promisedAt === undefined) return null;
  const from = Math.max(promisedAt, asOf);
  return Math.ceil((from + (minutes * 1.3 + 10) * MINUTE) / TEN_MINUTES) * TEN_MINUTES;
}

/** A provisional promise becomes firm once the car was looked at; some that will not be kept are moved and explained. */
function promises(seen: Seen, job: Job): Act | null {
  const { asOf, luck } = seen;
  const promise = promiseOf(job);
  if (!promise || promise.promisedAt <= asOf || job.readyAt !== null) return null;
  const by = job.advisor;
  const begun = job.operations.some(({ runs }) => runs.length > 0);
  if (promise.kind === 'provisional' && begun) {
    const { promisedAt } = promise;
    const said = { kind: 'firm', reason: 'firmedUp', cause: null, confirmed: 'desk' } as const;
    return { by, command: { type: 'MakePromise', job: job.id, promisedAt, ...said } };
  }
  const late = job.toldLateSince !== null && job.told?.finishAt;
  const moved = job.promises.some(({ reason }) => reason === 'shop' || reason === 'customerWish');
  if (
    late &&
    !moved &&
    luck.chance('explains', job) < 0.3 &&
    isTime(seen, job.toldLateSince ?? asOf, 3, 12, 'rings', job)
  ) {
    const said = { kind: 'firm', reason: 'shop', cause: 'workload', confirmed: 'phone' } as const;
    return { by, command: { type: 'MakePromise', job: job.id, promisedAt: late + TEN_MINUTES, ...said } };
  }
  const wishes = !late && !moved && begun && luck.chance('wishes later', job) < 0.02;
  if (wishes) {
    const said = { kind: 'firm', reason: 'customerWish', cause: null, confirmed: 'phone' } as const;
    return { by, command: { type: 'MakePromise', job: job.id, promisedAt: promise.promisedAt + 60 * MINUTE, ...said } };
  }
  return null;
}
