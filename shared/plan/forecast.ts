// plan/ — the forecast: when each operation and job will be done, through the queues of bays and crews, in working hours.
// Pure: the same state and moment give the same forecast on every node and console.
import { inQueueOrder, isOpen, predecessorsOf, promiseOf } from '../domain/job.ts';
import type { Job, Operation, ShopState } from '../domain/state.ts';
import type { BayCode, Instant, JobId, OperationId } from '../domain/words.ts';
import { localDay } from '../time/shopTime.ts';
import { WorkCalendar } from '../time/workCalendar.ts';
import { FloorQueues, type Place } from './floorQueues.ts';
import { NextWork, type Candidate } from './nextWork.ts';
import { awaitsAnswer, carHereAt, goesOnAt, NEVER, remainingMs } from './remaining.ts';

const MINUTE = 60_000;
/** Held work that goes on so soon is waited for by its crew. */
const CREW_WAITS_MS = 30 * MINUTE;
/** How far work, and waiting for bay and crew, may well be off: shares of the time that they are predicted to take [PLN-11]. */
const WORK_SPREAD = 0.25;
const WAIT_SPREAD = 0.3;
/** Minutes from one operation to the next, and from the last to the word that the car is ready. */
const BETWEEN_MINUTES = 3;
const READY_MINUTES = 2;
/** What was given to a bay and a crew goes before whatever could take them so much earlier: nobody gives them other work meanwhile. */
const GIVEN_FIRST_MS = 30 * MINUTE;

export interface OperationForecast {
  startAt: Instant;
  finishAt: Instant;
}

export interface JobForecast {
  /** When all of it will be done, inspection and wash included; null when that cannot be said (a hold without an end). */
  finishAt: Instant | null;
  /** Whole minutes from there to the promise, negative when late; null when either is not known. */
  slackMinutes: number | null;
  /** Where the finish cannot be said: the soonest, if whatever it waits for were there now. Else `finishAt`. */
  atBestAt: Instant;
  /** Whole minutes from there to the promise; null when there is none. */
  atBestSlackMinutes: number | null;
  /** The finish rests on an answer of the customer that nobody knows the time of: not to be told [PLN-8]. */
  awaitsAnswer: boolean;
  /** Minutes by which the finish may well be off. */
  spreadMinutes: number;
  /** Minutes that go by between its operations, which no standard time has: the car is moved, the next ones come [PLN-13]. */
  betweenMinutes: number;
  /** Open operations whose end can be said. */
  operations: ReadonlyMap<OperationId, OperationForecast>;
}

export interface Forecast {
  /** Every job that is here or due today. */
  jobs: ReadonlyMap<JobId, JobForecast>;
  /** When each bay will have done what is dispatched to it; bays that have nothing, or of which it cannot be said, are not in it. */
  bays: ReadonlyMap<BayCode, Instant>;
}

/** A job while its operations are being placed. */
interface Placing {
  job: Job;
  /** Its place in the order of promises. */
  rank: number;
  /** When the car can next be worked on. */
  carFreeAt: Instant;
  open: Operation[];
  placed: Map<OperationId, OperationForecast>;
  /** Square minutes. */
  variance: number;
}

/** What the floor is asked about: work of a car that can go on from a moment. */
interface Asked {
  placing: Pick<Placing, 'job'>;
  operation: Operation;
  needMs: number;
  from: Instant;
}

/**
 * Predicts with [PLN-1]: remaining minutes at the shop's own pace; what runs goes on; what is dispatched waits for its bay and crew
 * in its queue, rework first; the rest takes the bay and the person that come free first, whichever car can begin soonest, ties to
 * the earlier promise. A hold goes on at its expected time; one without makes the finish of its job unknown.
 *
 * @param through bookings up to the day of this moment are reckoned with; today's, where it is left out
 */
export function forecast(state: ShopState, asOf: Instant, through: Instant = asOf): Forecast {
  const known = latest.get(state);
  if (known?.asOf === asOf && through === asOf) return known.forecast;
  const made = new Forecaster(state, asOf, through).run();
  if (through === asOf) latest.set(state, { asOf, forecast: made });
  return made;
}

/** Keeps a forecast that was made elsewhere, in a worker of the console: whoever asks for this state and moment gets that one. */
export function keepForecast(state: ShopState, asOf: Instant, made: Forecast): void {
  latest.set(state, { asOf, forecast: made });
}

/** The last forecast of each state: several views of one moment share it. */
const latest = new WeakMap<ShopState, { asOf: Instant; forecast: Forecast }>();

class Forecaster {
  readonly #state: ShopState;
  readonly #asOf: Instant;
  readonly #calendar: WorkCalendar;
  readonly #floor: FloorQueues;
  readonly #placings: Placing[];
  readonly #bayBusy = new Map<BayCode, Instant>();
  readonly #waiting = new NextWork<Placing>({
    soonestFor: (candidate) => this.#soonestFor(candidate),
    soonestOfKind: (operation) => this.#floor.soonestOfKind(operation),
  });

  constructor(state: ShopState, asOf: Instant, through: Instant) {
    this.#state = state;
    this.#asOf = asOf;
    const jobs = jobsInPlay(state, asOf, through);
    this.#calendar = calendarOf(state, jobs, asOf);
    this.#floor = new FloorQueues(state, this.#calendar, asOf);
    this.#placings = jobs.map((job, rank) => ({
      job,
      rank,
      carFreeAt: job.checkedInAt === null ? Math.max(asOf, job.arrivalAt) : carHereAt(job.location, asOf),
      open: [],
      placed: new Map<OperationId, OperationForecast>(),
      variance: 0,
    }));
  }

  run(): Forecast {
    for (const placing of this.#placings) this.#placeRunning(placing);
    for (const placing of this.#placings) this.#placeHeldAtWork(placing);
    for (const placing of this.#placings) this.#offerNext(placing);
    for (let next = this.#waiting.take(); next; next = this.#waiting.take()) this.#placeNext(next);
    return {
      jobs: new Map(this.#placings.map((placing) => [placing.job.id, this.#result(placing)])),
      bays: new Map([...this.#bayBusy].filter(([, busyUntil]) => busyUntil !== NEVER)),
    };
  }

  /** What runs goes on; the rest is open for now. */
  #placeRunning(placing: Placing): void {
    for (const operation of placing.job.operations) {
      if (operation.status === 'running') {
        const { bay, crew } = operation;
        const needMs = this.#remainingMs(operation);
        const startAt = operation.runs[0]?.from ?? this.#asOf;
        const finishAt = this.#endOf(operation, this.#asOf, needMs);
        this.#place(placing, operation, { startAt, finishAt }, { at: this.#asOf, bay, crew }, needMs);
      } else if (operation.status !== 'done') {
        placing.open.push(operation);
      }
    }
  }

  /** What was begun and held in its bay goes on there; its crew waits for it only where that is soon. */
  #placeHeldAtWork(placing: Placing): void {
    const { job } = placing;
    const atWork = placing.open.filter((operation) => isHeldAtWork(job, operation));
    for (const operation of atWork) {
      const goesOn = goesOnAt(job, operation, this.#asOf);
      const free = operation.crew.map((staff) => this.#floor.staffFreeAt(staff)).filter((at) => at !== NEVER);
      const at = Math.max(goesOn, ...free);
      const waits = goesOn - this.#asOf <= CREW_WAITS_MS || operation.hold?.reason === 'closing';
      const startAt = this.#calendar.nextWorking(at);
      const needMs = this.#remainingMs(operation);
      const place = { at, bay: operation.bay, crew: waits ? operation.crew : [] };
      this.#place(placing, operation, { startAt, finishAt: this.#endOf(operation, startAt, needMs) }, place, needMs);
    }
    if (atWork.length > 0) placing.open = placing.open.filter((operation) => !atWork.includes(operation));
  }

  /** Puts the job's own next among what could be placed next. */
  #offerNext(placing: Placing): void {
    const operation = ownNext(placing);
    if (!operation) return;
    const from = Math.max(placing.carFreeAt, goesOnAt(placing.job, operation, this.#asOf));
    const turn = operation.reworkOf !== null ? 0 : standsInIts(placing.job, operation) ? 1 : 2;
    const aheadMs = operation.status === 'planned' ? 0 : GIVEN_FIRST_MS;
    const queuedAs = operation.queuedAs ?? NEVER;
    const needMs = this.#remainingMs(operation);
    this.#waiting.offer({ placing, operation, needMs, from, turn, aheadMs, queuedAs, at: from });
  }

  #placeNext(candidate: Candidate<Placing>): void {
    const { placing, operation, needMs } = candidate;
    const place = this.#placeFor(candidate);
    const startAt = this.#calendar.nextWorking(place.at);
    this.#place(placing, operation, { startAt, finishAt: this.#endOf(operation, startAt, needMs) }, place, needMs);
    placing.open = placing.open.filter((one) => one !== operation);
    this.#offerNext(placing);
  }

  /** Where it can begin soonest: in its queue, or wherever bay and person come free first, with its own crew if it has one. */
  #placeFor({ placing: { job }, operation, needMs, from }: Asked): Place {
    const { status, hold, bay, crew } = operation;
    if (status !== 'planned' && hold?.freesBay !== true) return this.#floor.queuePlace(operation, bay, from);
    const soonest = this.#floor.soonestPlace(job, operation, from, needMs);
    return crew.length === 0 ? soonest : this.#floor.queuePlace(operation, soonest.bay, from);
  }

  /** When it can begin soonest: as `#placeFor`, which is asked only for the one that is placed. */
  #soonestFor({ placing: { job }, operation, needMs, from }: Asked): Instant {
    const { status, hold, bay, crew } = operation;
    if (status !== 'planned' && hold?.freesBay !== true) return this.#floor.queueAt(operation, bay, from);
    if (crew.length === 0) return this.#floor.soonestAt(job, operation, from, needMs);
    return this.#placeFor({ placing: { job }, operation, needMs, from }).at;
  }

  #place(placing: Placing, operation: Operation, times: OperationForecast, place: Place, needMs: number): void {
    if (times.startAt !== NEVER) {
      const waitMs = Math.max(0, times.startAt - Math.max(placing.carFreeAt, this.#asOf));
      const workMs = operation.unattended ? 0 : needMs;
      placing.variance += square((WORK_SPREAD * workMs) / MINUTE) + square((WAIT_SPREAD * waitMs) / MINUTE);
    }
    placing.placed.set(operation.id, times);
    placing.carFreeAt = Math.max(placing.carFreeAt, times.finishAt);
    if (place.bay !== null) {
      this.#floor.takeBay(place.bay, placing.job.id, times.finishAt);
      const committed = operation.bay === place.bay && operation.status !== 'planned';
      if (committed) this.#bayBusy.set(place.bay, Math.max(this.#bayBusy.get(place.bay) ?? 0, times.finishAt));
    }
    if (!operation.unattended) this.#floor.takeCrew(place.crew, times.finishAt);
  }

  #remainingMs(operation: Operation): number {
    return remainingMs(this.#state.learned, operation, this.#asOf, this.#calendar);
  }

  #endOf(operation: Operation, from: Instant, needMs: number): Instant {
    if (from === NEVER) return NEVER;
    return operation.unattended ? from + needMs : this.#calendar.add(from, needMs);
  }

  #result({ job, placed, variance }: Placing): JobForecast {
    let last = job.readyAt ?? this.#asOf;
    if (placed.size > 0) last = Math.max(...[...placed.values()].map(({ finishAt }) => finishAt));
    const finishAt = last === NEVER ? null : last;
    const atBestAt = finishAt ?? this.#atBestOf(job);
    const promisedAt = promiseOf(job)?.promisedAt ?? null;
    const slackTo = (at: Instant | null): number | null =>
      at === null || promisedAt === null ? null : slackBetween(at, promisedAt);
    return {
      finishAt,
      slackMinutes: slackTo(finishAt),
      atBestAt,
      atBestSlackMinutes: slackTo(atBestAt),
      awaitsAnswer: job.operations.some(awaitsAnswer),
      spreadMinutes: Math.sqrt(variance),
      betweenMinutes: READY_MINUTES + BETWEEN_MINUTES * job.operations.filter(isToBegin).length,
      operations: new Map([...placed].filter(([, times]) => times.finishAt !== NEVER)),
    };
  }

  /** The end of all that is left of a job if bays, people and whatever it waits for were there at once [PLN-12]. */
  #atBestOf(job: Job): Instant {
    return job.operations
      .filter(({ status }) => status !== 'done')
      .reduce(
        (at, operation) => {
          const goesOn = goesOnAt(job, operation, this.#asOf);
          const from = this.#calendar.nextWorking(goesOn === NEVER ? at : Math.max(at, goesOn));
          return this.#endOf(operation, from, this.#remainingMs(operation));
        },
        Math.max(this.#asOf, job.checkedInAt === null ? job.arrivalAt : this.#asOf),
      );
  }
}

/** Whole minutes from a finish to a promise, as the difference of the two times as they are shown: without their seconds [STD-1]. */
export function slackBetween(finishAt: Instant, promisedAt: Instant): number {
  return Math.floor(promisedAt / MINUTE) - Math.floor(finishAt / MINUTE);
}

/** Cars here, and those due by that day or overdue to come; in the order of their promises. */
function jobsInPlay(state: ShopState, asOf: Instant, through: Instant): Job[] {
  const timeZone = state.shop?.timeZone ?? 'UTC';
  const today = localDay(asOf, timeZone);
  const last = localDay(through, timeZone);
  const isDue = ({ arrivalAt }: Job): boolean => {
    const day = localDay(arrivalAt, timeZone);
    return today <= day && day <= last;
  };
  const inPlay = Object.values(state.jobs).filter((job) => isOpen(job) && (job.checkedInAt !== null || isDue(job)));
  return inPlay.sort((a, b) => earlier(dueOf(a), dueOf(b)));
}

/** Working time from the day on which the first work that is open now was begun. */
function calendarOf({ shop }: ShopState, jobs: readonly Job[], asOf: Instant): WorkCalendar {
  let from = asOf;
  for (const { operations } of jobs) {
    for (const { status, runs } of operations) {
      const [first] = runs;
      if (status !== 'done' && first && first.from < from) from = first.from;
    }
  }
  return WorkCalendar.of(shop ?? NO_HOURS, from);
}

const NO_HOURS = { hours: { weekdays: [], saturday: [], sunday: [] }, timeZone: 'UTC', calendar: {} };

function isToBegin({ status, runs }: Operation): boolean {
  return status !== 'done' && status !== 'running' && runs.length === 0;
}

/** Begun, held without giving up its bay, and the car still stands there. */
function isHeldAtWork({ location }: Job, { status, bay, runs, hold }: Operation): boolean {
  const there = bay === null || (location.kind === 'bay' && location.bay === bay);
  return status === 'held' && runs.length > 0 && hold?.freesBay !== true && there;
}

/** The job's own next: what is dispatched before what is not, what is held last, once what comes before it is placed. */
function ownNext({ open: operations }: Placing): Operation | undefined {
  const canGo = (operation: Operation): boolean => predecessorsOf({ operations }, operation).length === 0;
  return (
    operations
      .filter(({ status }) => status === 'dispatched')
      .sort(inQueueOrder)
      .find(canGo) ??
    operations.find((operation) => operation.status === 'planned' && canGo(operation)) ??
    operations.find(canGo)
  );
}

function standsInIts({ location }: Job, { status, bay }: Operation): boolean {
  return status !== 'planned' && location.kind === 'bay' && location.bay === bay;
}

function dueOf(job: Job): Instant {
  return promiseOf(job)?.promisedAt ?? NEVER;
}

/** Order of two moments, of which either may be `NEVER`. */
function earlier(a: Instant, b: Instant): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function square(value: number): number {
  return value * value;
}
