// domain/folds/ — the end of a visit: ready, called, settled, handed over; what is said of its lateness afterwards.
import { internalReturnsOf, isRevised, workersOf } from '../job.ts';
import type { HandOverRecord, Job, ShopState, Visit } from '../state.ts';
import type { JobId } from '../words.ts';
import { changeJob, must, type Folds } from './changes.ts';
import { countHandOver } from './dayFigures.ts';

export const handingOver: Folds<
  | 'CarReady'
  | 'ReadyWithdrawn'
  | 'CustomerCalled'
  | 'CallUnanswered'
  | 'CalledInLounge'
  | 'BillSettled'
  | 'CarHandedOver'
  | 'LatenessJudged'
  | 'FollowUpRecorded'
> = {
  CarReady: (state, event, { at }) => changeJob(state, event.job, (job) => ({ ...job, readyAt: at })),
  ReadyWithdrawn: (state, event) =>
    changeJob(state, event.job, (job) => ({
      ...job,
      readyAt: null,
      calledAt: null,
      unansweredCalls: 0,
      loungeCalledAt: null,
    })),
  CustomerCalled: (state, event, { at }) => changeJob(state, event.job, (job) => ({ ...job, calledAt: at })),
  CallUnanswered: (state, event) =>
    changeJob(state, event.job, (job) => ({ ...job, unansweredCalls: job.unansweredCalls + 1 })),
  CalledInLounge: (state, event, { at }) => changeJob(state, event.job, (job) => ({ ...job, loungeCalledAt: at })),
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
    seenAnew(state, job, (visit) => ({
      ...visit,
      handOver: { ...visit.handOver, excuse: customersFault ? 'confirmed' : 'rejected' },
    })),
  FollowUpRecorded: (state, { job, punctual, satisfaction }, { at }) =>
    seenAnew(state, job, (visit) => ({
      ...visit,
      followUp: { punctual, satisfaction, at },
      handOver: { ...visit.handOver, ...(punctual ? visit.clock : lateBy(visit)) },
    })),
};

/** Takes a hand-over out of the figures and out of memory again: it was undone. */
export function forgotten(state: ShopState, { id }: Job): ShopState {
  const { [id]: visit, ...visits } = state.visits;
  return visit ? { ...countHandOver(state, visit.handOver, visit.revised, -1), visits } : state;
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
    clock: { onTime: handOver.onTime, onTimeOriginal: handOver.onTimeOriginal },
    followUp: null,
    revised: isRevised(job),
    internalReturns: internalReturnsOf(job),
    comebackOf: job.comebackOf,
  };
  return countHandOver({ ...state, visits: { ...state.visits, [job.id]: visit } }, handOver, visit.revised, 1);
}

/**
 * A visit that is over, looked at again: counted anew [OTR-9], and its job too where that has not left the fold yet. A console was
 * not given visits of long ago, so it has nothing to count anew.
 */
function seenAnew(state: ShopState, id: JobId, look: (visit: Visit) => Visit): ShopState {
  const before = state.visits[id];
  if (!before) return state;
  const visit = look(before);
  const { handOver, followUp } = visit;
  const counted = countHandOver(countHandOver(state, before.handOver, before.revised, -1), handOver, visit.revised, 1);
  const after = { ...counted, visits: { ...counted.visits, [id]: visit } };
  return after.jobs[id]
    ? changeJob(after, id, (job) => ({ ...job, handOver, followUp, onTime: handOver.onTime }))
    : after;
}

/** Late, whatever the clock said, against each promise that there was [OTR-7]. */
function lateBy({ clock, handOver }: Visit): Visit['clock'] {
  return { onTime: clock.onTime === null ? null : false, onTimeOriginal: handOver.originalAt === null ? null : false };
}
