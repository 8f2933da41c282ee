// plan/ — the promise that the prediction supports: what the desk offers when a visit is agreed and when the car is checked in.
import { isOpen, promiseOf } from '../domain/job.ts';
import { plannedWork, stagesAfterWork } from '../domain/plannedWork.ts';
import { planned } from '../domain/folds/operations.ts';
import type { WantedWork } from '../domain/commands.ts';
import type { Job, Promise, ShopConfig, ShopState } from '../domain/state.ts';
import type { BayCode, Instant, JobId } from '../domain/words.ts';
import { WorkCalendar } from '../time/workCalendar.ts';
import { forecast, type JobForecast } from './forecast.ts';
import { TIGHT_MINUTES } from './standing.ts';

const MINUTE = 60_000;
/** Promises are given in steps of so many ms. */
const STEP_MS = 10 * MINUTE;
/** As long may a car wait to be dispatched before somebody is told, by default; its promise is not tight by then. */
const UNDISPATCHED_MINUTES = 10;
/** With less a promise would be tight from its first minutes [OFR-2]. */
const LEAST_MARGIN_MS = (TIGHT_MINUTES + UNDISPATCHED_MINUTES) * MINUTE;
/** The job of a car that is only asked about; no order is called like it. */
const ASKED: JobId = '?';

/** Work that is wanted of a car that comes. */
export interface WantedVisit {
  operations: WantedWork;
  wash: boolean;
  arrivalAt: Instant;
  /** A bay that would be kept for it; null: none. */
  bay: BayCode | null;
}

export interface PromiseOffer {
  /** What to promise: the prediction and its margin, rounded up to ten minutes, within opening hours. */
  promisedAt: Instant;
  /** When it is predicted to be done. */
  predictedAt: Instant;
  /** Working minutes between the two, before rounding. */
  marginMinutes: number;
}

/**
 * The promise to offer for a visit that is being agreed, with all that is in the shop or booked until then [OFR-1]. Null when it cannot
 * be said: work that the shop does not know, nobody to do it, a shop without hours.
 */
export function offerPromise(state: ShopState, visit: WantedVisit, asOf: Instant): PromiseOffer | null {
  const work = plannedWork(state, ASKED, visit.operations, []);
  if (!work.ok) return null;
  const arrivalAt = Math.max(asOf, visit.arrivalAt);
  const operations = planned([...work.value, ...stagesAfterWork(state, visit.wash)], asOf);
  const reservation = visit.bay === null ? null : { bay: visit.bay, from: arrivalAt, to: arrivalAt + MINUTE };
  const job: Job = { ...NOBODYS_JOB, arrivalAt, bookedAt: asOf, operations, reservation };
  return offerFor({ ...state, jobs: { ...state.jobs, [ASKED]: job } }, job, asOf);
}

/** The promise to offer for a job that is booked or here; null when it cannot be said, and when nothing of it is left to be done. */
export function offerPromiseOf(state: ShopState, id: JobId, asOf: Instant): PromiseOffer | null {
  const job = state.jobs[id];
  return job && isOpen(job) && job.readyAt === null ? offerFor(state, job, asOf) : null;
}

function offerFor(state: ShopState, job: Job, asOf: Instant): PromiseOffer | null {
  const { shop } = state;
  const through = job.checkedInAt === null ? job.arrivalAt : asOf;
  const predicted = forecast(state, asOf, through).jobs.get(job.id);
  const predictedAt = predicted?.finishAt ?? null;
  if (!shop || !predicted || predictedAt === null) return null;
  const marginMs = Math.ceil(marginOf(predicted) / MINUTE) * MINUTE;
  const promisedAt = openAfter(shop, WorkCalendar.of(shop, asOf).add(predictedAt, marginMs), asOf);
  const marginMinutes = marginMs / MINUTE;
  if (promiseOf(job) !== null) return { promisedAt, predictedAt, marginMinutes };
  return {
    promisedAt,
    predictedAt: predictedWith(state, job, promisedAt, asOf, through) ?? predictedAt,
    marginMinutes,
  };
}

/** The finish once the promise is given: until then the car came behind all that have one [PLN-1]. */
function predictedWith(
  state: ShopState,
  job: Job,
  promisedAt: Instant,
  asOf: Instant,
  through: Instant,
): Instant | null {
  const promises: Job['promises'] = [{ ...NOBODYS_PROMISE, promisedAt, madeAt: asOf }];
  const jobs = { ...state.jobs, [job.id]: { ...job, promises } };
  const finishAt = forecast({ ...state, jobs }, asOf, through).jobs.get(job.id)?.finishAt ?? null;
  return finishAt !== null && finishAt <= promisedAt ? finishAt : null;
}

/** What goes by between the operations, and how far the prediction may well be off, but never nothing [OFR-2]. */
function marginOf({ spreadMinutes, betweenMinutes }: JobForecast): number {
  return Math.max(LEAST_MARGIN_MS, (spreadMinutes + betweenMinutes) * MINUTE);
}

/** Rounded up to ten minutes, and where the shop is closed then, when it opens: nobody fetches a car at night [OFR-3]. */
function openAfter(shop: ShopConfig, at: Instant, asOf: Instant): Instant {
  const rounded = Math.ceil(at / STEP_MS) * STEP_MS;
  const calendar = WorkCalendar.of(shop, asOf);
  const closes = calendar.nextWorking(rounded) !== rounded && calendar.nextWorking(rounded - 1) === rounded - 1;
  return closes ? rounded : Math.ceil(calendar.nextWorking(rounded) / STEP_MS) * STEP_MS;
}

/** A promise that is only asked about. */
const NOBODYS_PROMISE: Promise = {
  promisedAt: 0,
  kind: 'provisional',
  reason: 'booking',
  cause: null,
  confirmed: null,
  counts: true,
  madeAt: 0,
  madeBy: null,
};

/** A visit about which nothing is known yet but its work. */
const NOBODYS_JOB: Job = {
  id: ASKED,
  orders: [],
  vehicle: '',
  customer: '',
  advisor: '',
  mileageKm: null,
  appointment: false,
  arrivalAt: 0,
  bookedAt: 0,
  bookedAs: 0,
  promises: [],
  reservation: null,
  slip: null,
  waits: 'away',
  loungeLabel: 'nothing',
  keepsOldParts: false,
  keyTag: null,
  location: { kind: 'away' },
  operations: [],
  proposals: [],
  inspections: [],
  corrections: [],
  comebackOf: null,
  told: null,
  estimates: [],
  toldLateSince: null,
  alarms: {},
  checkedInAt: null,
  readyAt: null,
  unansweredCalls: 0,
  calledAt: null,
  loungeCalledAt: null,
  settledAt: null,
  handedOverAt: null,
  cancelled: null,
  onTime: null,
  handOver: null,
  followUp: null,
  touched: 0,
};
