// plan/ — the forecast: when each operation and job will be done, through the queues of bays and crews, in working hours.
// Pure: the same state and moment give the same forecast on every node and console.
import { predecessorsOf, promiseOf } from '../domain/job.ts';
import type { Job, Operation, ShopState } from '../domain/state.ts';
import type { BayCode, Instant, JobId, OperationId, StaffId, WorkType } from '../domain/words.ts';
import { localDay } from '../time/shopTime.ts';
import { WorkCalendar } from './workCalendar.ts';

const MINUTE = 60_000;
/** Work that has outrun its standard minutes is believed to need this much more. */
const AT_LEAST_MS = 5 * MINUTE;
const NEVER = Number.POSITIVE_INFINITY;

export interface OperationForecast {
  startAt: Instant;
  finishAt: Instant;
}

export interface JobForecast {
  /** When all of it will be done, inspection and wash included; null when that cannot be said (a hold without an end). */
  finishAt: Instant | null;
  /** Whole minutes from there to the promise, negative when late; null when either is not known. */
  slackMinutes: number | null;
  operations: ReadonlyMap<OperationId, OperationForecast>;
}

export interface Forecast {
  /** Every job that is here or due today. */
  jobs: ReadonlyMap<JobId, JobForecast>;
  /** When each bay will have done what is dispatched to it. */
  bays: ReadonlyMap<BayCode, Instant>;
}

/** Where and by whom an operation can go on soonest. */
interface Place {
  at: Instant;
  bay: BayCode | null;
  crew: readonly StaffId[];
}

/** A job while its operations are being placed. */
interface Placing {
  job: Job;
  /** When the car can next be worked on. */
  carFreeAt: Instant;
  open: Operation[];
  /** The job's own next, among `open`; undefined when nothing of it can be placed. */
  next: Operation | undefined;
  placed: Map<OperationId, OperationForecast>;
}

/**
 * Predicts with [PLN-1]: remaining standard minutes; what runs goes on; what is dispatched waits for its bay and crew in its
 * queue; the rest takes the bay and the person that come free first, whichever car can begin soonest, ties to the earlier promise.
 * A hold goes on at its expected time; one without makes the finish of its job unknown.
 */
export function forecast(state: ShopState, asOf: Instant): Forecast {
  const known = latest.get(state);
  if (known?.asOf === asOf) return known.forecast;
  const made = new Forecaster(state, asOf).run();
  latest.set(state, { asOf, forecast: made });
  return made;
}

/** The last forecast of each state: several views of one moment share it. */
const latest = new WeakMap<ShopState, { asOf: Instant; forecast: Forecast }>();

class Forecaster {
  readonly #state: ShopState;
  readonly #asOf: Instant;
  readonly #calendar: WorkCalendar;
  /** For each bay, when each of its places is free. */
  readonly #bayFree = new Map<BayCode, Instant[]>();
  readonly #staffFree = new Map<StaffId, Instant>();
  readonly #bayBusy = new Map<BayCode, Instant>();
  readonly #soonest = new Map<WorkType, Place>();
  /** Who and where, by work type. */
  readonly #bays = new Map<WorkType, BayCode[]>();
  readonly #people = new Map<WorkType, StaffId[]>();

  constructor(state: ShopState, asOf: Instant) {
    this.#state = state;
    this.#asOf = asOf;
    const shop = state.shop ?? { hours: { weekdays: [], saturday: [], sunday: [] }, timeZone: 'UTC' };
    const begun = Object.values(state.jobs)
      .filter((job) => job.handedOverAt === null)
      .flatMap((job) => job.operations.filter(({ status }) => status !== 'done'))
      .flatMap(({ runs }) => runs.map(({ from }) => from));
    this.#calendar = WorkCalendar.of(
      shop,
      begun.reduce((earliest, from) => Math.min(earliest, from), asOf),
    );
    for (const bay of Object.values(state.bays)) {
      const from = bay.closed ? Math.max(asOf, bay.closed.until ?? NEVER) : asOf;
      this.#bayFree.set(
        bay.code,
        Array.from({ length: bay.capacity }, () => from),
      );
      for (const workType of bay.workTypes) append(this.#bays, workType, bay.code);
    }
    for (const member of Object.values(state.staff)) {
      this.#staffFree.set(member.id, member.present ? asOf : NEVER);
      for (const workType of member.workTypes) append(this.#people, workType, member.id);
    }
  }

  run(): Forecast {
    const placings = this.#jobsInPlay().map((job) => this.#begin(job));
    let next = this.#next(placings);
    while (next) {
      const { placing, operation, place } = next;
      const startAt = this.#calendar.nextWorking(place.at);
      this.#place(placing, operation, { startAt, finishAt: this.#end(operation, startAt) }, place);
      placing.open.splice(placing.open.indexOf(operation), 1);
      placing.next = ownNext(placing);
      next = this.#next(placings);
    }
    return {
      jobs: new Map(placings.map((placing) => [placing.job.id, this.#result(placing)])),
      bays: this.#bayBusy,
    };
  }

  /** Cars here, and those due today or overdue to come; in the order of their promises. */
  #jobsInPlay(): Job[] {
    const timeZone = this.#state.shop?.timeZone ?? 'UTC';
    const today = localDay(this.#asOf, timeZone);
    const inPlay = Object.values(this.#state.jobs).filter(
      (job) => job.handedOverAt === null && (job.checkedInAt !== null || localDay(job.arrivalAt, timeZone) === today),
    );
    return inPlay.sort((a, b) => dueOf(a) - dueOf(b));
  }

  /** Places what runs, and what is held; leaves the rest open. */
  #begin(job: Job): Placing {
    const arrived = job.checkedInAt !== null ? this.#asOf : Math.max(this.#asOf, job.arrivalAt);
    const placing: Placing = { job, carFreeAt: arrived, open: [], next: undefined, placed: new Map() };
    for (const operation of job.operations) {
      if (operation.status === 'done') continue;
      const { hold } = operation;
      if (operation.status === 'running') {
        const startAt = operation.runs[0]?.from ?? this.#asOf;
        const finishAt = this.#end(operation, this.#asOf);
        this.#place(
          placing,
          operation,
          { startAt, finishAt },
          { at: this.#asOf, bay: operation.bay, crew: operation.crew },
        );
      } else if (operation.status === 'held' && hold) {
        const goesOn = hold.expectedAt === null ? NEVER : Math.max(this.#asOf, hold.expectedAt);
        const startAt = this.#calendar.nextWorking(goesOn);
        const bay = hold.freesBay ? null : operation.bay;
        const finishAt = this.#end(operation, startAt);
        this.#place(placing, operation, { startAt, finishAt }, { at: goesOn, bay, crew: [] });
      } else {
        placing.open.push(operation);
      }
    }
    placing.next = ownNext(placing);
    return placing;
  }

  /** The end of what is left of an operation that goes on at a moment. */
  #end(operation: Operation, from: Instant): Instant {
    if (from === NEVER) return NEVER;
    const standard = operation.minutes * MINUTE;
    if (operation.unattended) {
      const ran = operation.runs.reduce((sum, run) => sum + (run.to ?? this.#asOf) - run.from, 0);
      return from + Math.max(AT_LEAST_MS, standard - ran);
    }
    const worked = operation.runs.reduce((sum, run) => sum + this.#calendar.between(run.from, run.to ?? this.#asOf), 0);
    return this.#calendar.add(from, Math.max(AT_LEAST_MS, standard - worked));
  }

  #place(placing: Placing, operation: Operation, times: OperationForecast, place: Place): void {
    placing.placed.set(operation.id, times);
    placing.carFreeAt = Math.max(placing.carFreeAt, times.finishAt);
    if (place.bay !== null) {
      const places = this.#bayFree.get(place.bay);
      if (places) {
        places[indexOfSmallest(places)] = times.finishAt;
        const committed = operation.status !== 'planned';
        if (committed) this.#bayBusy.set(place.bay, Math.max(this.#bayBusy.get(place.bay) ?? 0, times.finishAt));
      }
    }
    if (!operation.unattended) for (const staff of place.crew) this.#staffFree.set(staff, times.finishAt);
    this.#soonest.clear();
  }

  /** The operation that can begin soonest: dispatched before not, then the earlier place in its queue, then the earlier promise. */
  #next(placings: Placing[]): { placing: Placing; operation: Operation; place: Place } | null {
    let best: { placing: Placing; operation: Operation; place: Place } | null = null;
    for (const placing of placings) {
      const operation = placing.next;
      if (!operation) continue;
      const place = this.#placeFor(placing, operation);
      if (best === null || goesFirst(operation, place, best.operation, best.place))
        best = { placing, operation, place };
    }
    return best;
  }

  #placeFor(placing: Placing, operation: Operation): Place {
    const dispatched = operation.status === 'dispatched';
    const place = dispatched ? this.#dispatchedPlace(operation) : this.#soonestPlace(operation.workType);
    return { ...place, at: Math.max(place.at, placing.carFreeAt) };
  }

  #dispatchedPlace({ bay, crew, unattended }: Operation): Place {
    const bayAt = bay === null ? this.#asOf : Math.min(...(this.#bayFree.get(bay) ?? [this.#asOf]));
    const crewAt = unattended ? [] : crew.map((staff) => this.#staffFree.get(staff) ?? NEVER);
    return { at: Math.max(bayAt, ...crewAt), bay, crew };
  }

  #soonestPlace(workType: WorkType): Place {
    const known = this.#soonest.get(workType);
    if (known) return known;
    const bays = this.#bays.get(workType) ?? [];
    const bay = soonest(bays, (code) => Math.min(...(this.#bayFree.get(code) ?? [NEVER])));
    const person = soonest(this.#people.get(workType) ?? [], (staff) => this.#staffFree.get(staff) ?? NEVER);
    const bayAt = bays.length === 0 ? this.#asOf : bay.at;
    const place = { at: Math.max(bayAt, person.at), bay: bay.who, crew: person.who === null ? [] : [person.who] };
    this.#soonest.set(workType, place);
    return place;
  }

  #result({ job, placed }: Placing): JobForecast {
    const ends = [...placed.values()].map(({ finishAt }) => finishAt);
    const last = ends.length > 0 ? Math.max(...ends) : (job.readyAt ?? this.#asOf);
    const finishAt = last === NEVER ? null : last;
    const promisedAt = promiseOf(job)?.promisedAt ?? null;
    const slackMinutes = finishAt === null || promisedAt === null ? null : Math.floor((promisedAt - finishAt) / MINUTE);
    return { finishAt, slackMinutes, operations: placed };
  }
}

/** The job's own next: what is dispatched before what is not, in its order, once what comes before it is placed. */
function ownNext({ job, open, placed }: Placing): Operation | undefined {
  const canGo = (operation: Operation): boolean =>
    predecessorsOf(job, operation).every(({ id, status }) => status === 'done' || placed.has(id));
  return open.find((operation) => operation.status === 'dispatched' && canGo(operation)) ?? open.find(canGo);
}

function soonest<Who>(all: readonly Who[], freeAt: (who: Who) => Instant): { who: Who | null; at: Instant } {
  let best: { who: Who | null; at: Instant } = { who: null, at: NEVER };
  for (const who of all) {
    const at = freeAt(who);
    if (best.who === null || at < best.at) best = { who, at };
  }
  return best;
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function dueOf(job: Job): Instant {
  return promiseOf(job)?.promisedAt ?? NEVER;
}

function goesFirst(a: Operation, placeA: Place, b: Operation, placeB: Place): boolean {
  if (placeA.at !== placeB.at) return placeA.at < placeB.at;
  return (a.queuedAs ?? NEVER) < (b.queuedAs ?? NEVER);
}

function indexOfSmallest(values: readonly number[]): number {
  return values.reduce((smallest, value, index) => (value < (values[smallest] ?? NEVER) ? index : smallest), 0);
}
