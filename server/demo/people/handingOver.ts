// demo/people/ — the end of a visit: ready, called, settled, fetched; afterwards managers judge and advisors ask.
import { isKept, ratedPromiseOf } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { LateCause } from '@zhunshi/shared/domain/words.ts';
import { likelyCause } from '@zhunshi/shared/plan/likelyCause.ts';
import { isTime, whoIs, type Act, type Seen } from './seen.ts';

/** What is done for a car whose work is all done. */
export function handingOver(seen: Seen, job: Job): Act | null {
  const { luck } = seen;
  const by = job.advisor;
  if (job.readyAt === null) return markingReady(seen, job);
  if (job.calledAt === null) {
    const unanswered = job.unansweredCalls === 0 && luck.chance('no answer', job) < 0.08;
    const wait = job.unansweredCalls > 0 ? 12 : 0.5;
    if (!isTime(seen, job.readyAt, wait, wait + 5, 'call', job)) return null;
    return { by, command: { type: 'CallCustomer', job: job.id, reached: !unanswered } };
  }
  if (job.settledAt === null) {
    return isTime(seen, job.calledAt, 2, 5, 'settle', job) ? { by, command: { type: 'Settle', job: job.id } } : null;
  }
  const [low, high] = job.waits === 'away' ? [20, 75] : [5, 14];
  if (!isTime(seen, job.calledAt, low, high, 'fetch', job)) return null;
  return { by, command: { type: 'HandOver', job: job.id, ...causeOf(seen, job) } };
}

/** Whoever is done marks the car ready, also when a break has begun meanwhile. */
export function markingReady(seen: Seen, job: Job): Act | null {
  const done = job.readyAt === null && job.operations.every(({ status }) => status === 'done');
  const lastAt = Math.max(...job.operations.map(({ since }) => since));
  return done && isTime(seen, lastAt, 0.5, 2, 'ready', job)
    ? { by: whoIs(seen.state, 'dispatcher'), command: { type: 'MarkReady', job: job.id } }
    : null;
}

/** What is said of a hand-over afterwards: whether it was the customer's fault, and how they found it. */
export function afterwards(seen: Seen, job: Job): Act | null {
  const { state, luck } = seen;
  if (job.handOver?.excuse === 'asked' && isTime(seen, job.handedOverAt ?? 0, 30, 60, 'judge', job)) {
    const customersFault = luck.chance('fault', job) < 0.6;
    const by = Object.values(state.staff).find(({ id, roles }) => roles.includes('manager') && id !== job.handOver?.by);
    return by ? { by: by.id, command: { type: 'JudgeLateness', job: job.id, customersFault } } : null;
  }
  const asked = job.handOver && job.followUp === null && luck.chance('asked', job) < 0.15;
  if (!asked || !isTime(seen, job.handedOverAt ?? 0, 60, 200, 'ask', job)) return null;
  const punctual = job.onTime !== false && luck.chance('says late', job) > 0.05;
  return {
    by: job.advisor,
    command: { type: 'RecordFollowUp', job: job.id, punctual, satisfaction: punctual ? 5 : 3 },
  };
}

/** Key of a note that nobody wrote down: people of the demo have no pen. */
const NOTE = '019a0000-0000-7000-8000-00000000000e';

/** Where it is late: why, as the car's story tells; now and then it was the customer who came late. */
function causeOf({ state, asOf, luck }: Seen, job: Job): { cause: LateCause | null; note: string | null } {
  const promisedAt = ratedPromiseOf(job)?.promisedAt;
  if (promisedAt === undefined || isKept(job, promisedAt, asOf)) return { cause: null, note: null };
  if (luck.chance('customer late', job) < 0.12) return { cause: 'customer', note: NOTE };
  const cause = likelyCause(state, job, asOf);
  return cause === 'customer' ? { cause: 'approval', note: null } : { cause, note: null };
}
