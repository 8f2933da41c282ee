// domain/folds/ — the end of a visit: ready, called, settled, handed over; what is said of its lateness afterwards.
import { internalReturnsOf, isRevised, workersOf } from '../job.ts';
import type { HandOverRecord, Job, ShopState, Visit } from '../state.ts';
import { changeJob, must, type Folds } from './changes.ts';
import { countHandOver } from './dayFigures.ts';

export const handingOver: Folds<
  | 'CarReady'
  | 'ReadyWithdrawn'
  | 'CustomerCalled'
  | 'CallUnanswered'
  | 'BillSettled'
  | 'CarHandedOver'
  | 'LatenessJudged'
  | 'FollowUpRecorded'
> = {
  CarReady: (state, event, { at }) => changeJob(state, event.job, (job) => ({ ...job, readyAt: at })),
  ReadyWithdrawn: (state, event) =>
    changeJob(state, event.job, (job) => ({ ...job, readyAt: null, calledAt: null, unansweredCalls: 0 })),
  CustomerCalled: (state, event, { at }) => changeJob(state, event.job, (job) => ({ ...job, calledAt: at })),
  CallUnanswered: (state, event) =>
    changeJob(state, event.job, (job) => ({ ...job, unansweredCalls: job.unansweredCalls + 1 })),
  BillSettled: (state, event, { at }) => changeJob(state, event.job, (job) => ({ ...job, settledAt: at })),
  CarHandedOver: (state, { type: _type, job: id, ...said }, { at, by }) => {
    const handOver: HandOverRecord = { ...said, by };
    const after = changeJob(state, id, (job) => ({
      ...job,
      handedOverAt: at,
      onTime: handOver.onTime,
      handOver,
      reservation: null,
      location: { kind: 'away' },
    }));
    return remembered(after, must(after.jobs[id], `job ${id}`));
  },
  LatenessJudged: (state, { job, customersFault }) =>
    rejudged(state, job, (handOver) => ({ ...handOver, excuse: customersFault ? 'confirmed' : 'rejected' })),
  FollowUpRecorded: (state, { job: id, punctual, satisfaction }, { at }) => {
    const after = changeJob(state, id, (job) => ({ ...job, followUp: { punctual, satisfaction, at } }));
    if (punctual) return after;
    return rejudged(after, id, (handOver) => ({ ...handOver, onTime: false, onTimeOriginal: false }));
  },
};

/** Takes a hand-over out of the figures and out of memory again: it was undone. */
export function forgotten(state: ShopState, job: Job): ShopState {
  if (!job.handOver) return state;
  const { [job.id]: _gone, ...visits } = state.visits;
  return { ...countHandOver(state, job.handOver, isRevised(job), -1), visits };
}

function remembered(state: ShopState, job: Job): ShopState {
  const { handOver, handedOverAt } = job;
  if (!handOver || handedOverAt === null) return state;
  const visit: Visit = {
    vehicle: job.vehicle,
    advisor: job.advisor,
    serviceTypes: [...new Set(job.orders.map(({ serviceType }) => serviceType))],
    technicians: [...workersOf(job)],
    handedOverAt,
    handOver,
    revised: isRevised(job),
    internalReturns: internalReturnsOf(job),
    comebackOf: job.comebackOf,
  };
  return countHandOver({ ...state, visits: { ...state.visits, [job.id]: visit } }, handOver, visit.revised, 1);
}

function rejudged(state: ShopState, id: string, judge: (handOver: HandOverRecord) => HandOverRecord): ShopState {
  const job = must(state.jobs[id], `job ${id}`);
  const handOver = judge(must(job.handOver ?? undefined, `the hand-over of job ${id}`));
  const after = changeJob(forgotten(state, job), id, () => ({ ...job, handOver, onTime: handOver.onTime }));
  return remembered(after, must(after.jobs[id], `job ${id}`));
}
