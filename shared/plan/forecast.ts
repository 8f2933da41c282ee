// plan/ — the forecast: when each operation and job will be done, through the queues of bays and crews, in working hours.
// Pure: the same state and moment give the same forecast on every node and console.
import { isOpen, predecessorsOf, promiseOf } from '../domain/job.ts';
import type { Job, Operation, ShopState } from '../domain/state.ts';
import type { BayCode, Instant, JobId, OperationId, StaffId, WorkType } from '../domain/words.ts';
import { localDay } from '../time/shopTime.ts';
import { WorkCalendar } from '../time/workCalendar.ts';

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
  /** Open operations whose end can be said. */
  operations: ReadonlyMap<OperationId, OperationForecast>;
}

export interface Forecast {
  /** Every job that is here or due today. */
  jobs: ReadonlyMap<JobId, JobForecast>;
  /** When each bay will have done what is dispatched to it; bays that have nothing, or of which it cannot be said, are not in it. */
  bays: ReadonlyMap<BayCode, Instant>;
}

/** Where and by whom an operation can go on soonest. */
interface Place {
  at: Instant;
  bay: BayCode | null;
  crew: readonly StaffId[];
}

/** A place of a bay: until when it is taken, and by which car last. */
interface Slot {
  freeAt: Instant;
  job: JobId | null;
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
  readonly #slots = new Map<BayCode, Slot[]>();
  readonly #staffFree = new Map<StaffId, Instant>();
  readonly #bayBusy = new Map<BayCode, Instant>();
  readonly #soonest = new Map<string, Place>();
  /** Who and where, by work type. */
  readonly #bays = new Map<WorkType, BayCode[]>();
  readonly #people = new Map<WorkType, StaffId[]>();

  constructor(state: ShopState, asOf: Instant) {
    this.#state = state;
    this.#asOf = asOf;
    const shop = state.shop ?? { hours: { weekdays: [], saturday: [], sunday: [] }, timeZone: 'UTC', calendar: {} };
    const begun = Object.values(state.jobs)
      .filter(isOpen)
      .flatMap((job) => job.operations.filter(({ status }) => status !== 'done'))
      .flatMap(({ runs }) => runs.map(({ from }) => from));
    this.#calendar = WorkCalendar.of(
      shop,
      begun.reduce((earliest, from) => Math.min(earliest, from), asOf),
    );
    for (const bay of Object.values(state.bays)) {
      const from = bay.closed ? Math.max(asOf, bay.closed.until ?? NEVER) : asOf;
      this.#slots.set(
        bay.code,
        Array.from({ length: bay.capacity }, () => ({ freeAt: from, job: null })),
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
      bays: new Map([...this.#bayBusy].filter(([, busyUntil]) => busyUntil !== NEVER)),
    };
  }

  /** Cars here, and those due today or overdue to come; in the order of their promises. */
  #jobsInPlay(): Job[] {
    const timeZone = this.#state.shop?.timeZone ?? 'UTC';
    const today = localDay(this.#asOf, timeZone);
    const inPlay = Object.values(this.#state.jobs).filter(
      (job) => isOpen(job) && (job.checkedInAt !== null || localDay(job.arrivalAt, timeZone) === today),
    );
    return inPlay.sort((a, b) => dueOf(a) - dueOf(b));
  }

  /** Places what runs, and what was held at work; leaves the rest open, also what is held in a queue. */
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
      } else if (hold && operation.runs.length > 0) {
        const goesOn = this.#goesOnAt(operation);
        const startAt = this.#calendar.nextWorking(goesOn);
        const bay = hold.freesBay || !standsIn(job, operation.bay) ? null : operation.bay;
        const finishAt = this.#end(operation, startAt);
        this.#place(placing, operation, { startAt, finishAt }, { at: goesOn, bay, crew: [] });
      } else {
        placing.open.push(operation);
      }
    }
    placing.next = ownNext(placing);
    return placing;
  }

  /** When what is held goes on: as expected, or never. */
  #goesOnAt({ hold }: Operation): Instant {
    return hold ? Math.max(this.#asOf, hold.expectedAt ?? NEVER) : this.#asOf;
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
      const slots = this.#slots.get(place.bay);
      if (slots) {
        take(slots, placing.job.id, times.finishAt);
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
    const place = operation.status === 'planned' ? this.#soonestPlace(operation) : this.#queuePlace(operation);
    return { ...place, at: Math.max(place.at, placing.carFreeAt, this.#goesOnAt(operation)) };
  }

  /** The bay and crew in whose queue it stands. */
  #queuePlace({ bay, crew, unattended }: Operation): Place {
    const bayAt = bay === null ? this.#asOf : this.#bayFreeAt(bay);
    const crewAt = unattended ? [] : crew.map((staff) => this.#staffFree.get(staff) ?? NEVER);
    return { at: Math.max(bayAt, ...crewAt), bay, crew };
  }

  #bayFreeAt(bay: BayCode): Instant {
    return Math.min(...(this.#slots.get(bay) ?? []).map(({ freeAt }) => freeAt));
  }

  /** The bay and the person that come free first; what runs unattended needs nobody. */
  #soonestPlace({ workType, unattended }: Operation): Place {
    const key = `${workType} ${String(unattended)}`;
    const known = this.#soonest.get(key);
    if (known) return known;
    const bays = this.#bays.get(workType) ?? [];
    const bay = soonest(bays, (code) => this.#bayFreeAt(code));
    const bayAt = bays.length === 0 ? this.#asOf : bay.at;
    const person = soonest(this.#people.get(workType) ?? [], (staff) => this.#staffFree.get(staff) ?? NEVER);
    const place = unattended
      ? { at: bayAt, bay: bay.who, crew: [] }
      : { at: Math.max(bayAt, person.at), bay: bay.who, crew: person.who === null ? [] : [person.who] };
    this.#soonest.set(key, place);
    return place;
  }

  #result({ job, placed }: Placing): JobForecast {
    const ends = [...placed.values()].map(({ finishAt }) => finishAt);
    const last = ends.length > 0 ? Math.max(...ends) : (job.readyAt ?? this.#asOf);
    const finishAt = last === NEVER ? null : last;
    const promisedAt = promiseOf(job)?.promisedAt ?? null;
    const slackMinutes = finishAt === null || promisedAt === null ? null : Math.floor((promisedAt - finishAt) / MINUTE);
    const operations = new Map([...placed].filter(([, times]) => times.finishAt !== NEVER));
    return { finishAt, slackMinutes, operations };
  }
}

/** The job's own next: what is dispatched before what is not, what is held last, once what comes before it is placed. */
function ownNext({ job, open, placed }: Placing): Operation | undefined {
  const canGo = (operation: Operation): boolean =>
    predecessorsOf(job, operation).every(({ id, status }) => status === 'done' || placed.has(id));
  const next = open.filter(canGo);
  return (
    next.find(({ status }) => status === 'dispatched') ?? next.find(({ status }) => status === 'planned') ?? next[0]
  );
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

function standsIn({ location }: Job, bay: BayCode | null): boolean {
  return location.kind === 'bay' && location.bay === bay;
}

/** Takes a place of a bay until a moment: the car's own, where two work on it side by side, or the one that is free first. */
function take(slots: Slot[], job: JobId, until: Instant): void {
  const own = slots.find((slot) => slot.job === job);
  const slot = own ?? slots.reduce((first, other) => (other.freeAt < first.freeAt ? other : first));
  slot.freeAt = own ? Math.max(own.freeAt, until) : until;
  slot.job = job;
}
