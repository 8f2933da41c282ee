// plan/ — the floor while a forecast is made: from when on each place of a bay and each person is free, and where work can go on soonest.
import { breakEndOf } from './breakEnd.ts';
import { isOpen } from '../domain/job.ts';
import type { Bay, Job, Operation, Reservation, ShopState } from '../domain/state.ts';
import type { BayCode, Instant, JobId, StaffId, WorkType } from '../domain/words.ts';
import { addDays, instantOf } from '../time/shopTime.ts';
import type { WorkCalendar } from '../time/workCalendar.ts';
import { NEVER } from './remaining.ts';

/** Where and by whom an operation can go on, and from when on. */
export interface Place {
  at: Instant;
  bay: BayCode | null;
  crew: readonly StaffId[];
}

/** A place of a bay: until when it is taken, and by which car last. */
interface Slot {
  freeAt: Instant;
  job: JobId | null;
}

/** The soonest place for a kind of work, and when the person there is free. */
interface SoonestPlace extends Place {
  peopleAt: Instant;
}

/** Bays and people of a work type, those that are there for it first. */
interface Able {
  bays: Bay[];
  people: StaffId[];
  /** A bay among them is kept for a booked car. */
  kept: boolean;
  /** The soonest place, until one of these is taken; for what runs unattended, that of a bay alone. */
  soonest: SoonestPlace | null;
  soonestAlone: SoonestPlace | null;
}

export class FloorQueues {
  readonly #calendar: WorkCalendar;
  readonly #asOf: Instant;
  readonly #slots = new Map<BayCode, Slot[]>();
  readonly #staffFree = new Map<StaffId, Instant>();
  /** Planned absence of those who have some, as moments. */
  readonly #leave = new Map<StaffId, [from: Instant, to: Instant][]>();
  readonly #able = new Map<WorkType, Able>();
  readonly #kept = new Map<BayCode, (Reservation & { job: JobId })[]>();
  readonly #bays = new Map<BayCode, Bay>();
  /** Kinds of work that a bay, or a person, can do. */
  readonly #kindsOfBay = new Map<BayCode, Able[]>();
  readonly #kindsOfStaff = new Map<StaffId, Able[]>();

  constructor(state: ShopState, calendar: WorkCalendar, asOf: Instant) {
    this.#calendar = calendar;
    this.#asOf = asOf;
    for (const bay of Object.values(state.bays)) {
      const freeAt = bay.closed ? Math.max(asOf, bay.closed.until ?? NEVER) : asOf;
      this.#slots.set(
        bay.code,
        Array.from({ length: bay.capacity }, () => ({ freeAt, job: null })),
      );
      this.#bays.set(bay.code, bay);
      this.#kindsOfBay.set(
        bay.code,
        bay.workTypes.map((workType) => this.#ableTo(workType)),
      );
      for (const workType of bay.workTypes) this.#ableTo(workType).bays.push(bay);
    }
    const timeZone = state.shop?.timeZone ?? 'UTC';
    for (const member of Object.values(state.staff)) {
      const { id, present, leave, workTypes } = member;
      const dayStart = (day: string): Instant => instantOf(`${day} 00:00`, timeZone) ?? asOf;
      const absent = leave.map(({ from, to }): [Instant, Instant] => [dayStart(from), dayStart(addDays(to, 1))]);
      if (absent.length > 0) this.#leave.set(id, absent);
      const onLeave = this.#afterLeave(id, asOf) !== asOf;
      const back = Math.max(asOf, breakEndOf(member) ?? asOf);
      this.#staffFree.set(id, present || onLeave ? this.#afterLeave(id, back) : NEVER);
      this.#kindsOfStaff.set(
        id,
        workTypes.map((workType) => this.#ableTo(workType)),
      );
      for (const workType of workTypes) this.#ableTo(workType).people.push(id);
    }
    this.#keep(state);
    for (const [workType, { bays, people }] of this.#able) {
      const fit = ({ workTypes }: { workTypes: readonly WorkType[] }): number => workTypes.indexOf(workType);
      bays.sort((a, b) => fit(a) - fit(b) || a.position - b.position);
      const rank = new Map(people.map((id) => [id, fit(state.staff[id] ?? { workTypes: [] })]));
      people.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    }
  }

  /** When a bay and an operation's own crew are free, from a moment on. */
  queuePlace(operation: Operation, bay: BayCode | null, from: Instant): Place {
    return { at: this.queueAt(operation, bay, from), bay, crew: operation.crew };
  }

  /** The moment of `queuePlace`. */
  queueAt({ crew, unattended }: Operation, bay: BayCode | null, from: Instant): Instant {
    let at = bay === null ? from : Math.max(from, this.bayFreeAt(bay));
    if (!unattended) for (const staff of crew) at = Math.max(at, this.staffFreeAt(staff));
    return at;
  }

  /**
   * The bay and the person that come free first for work of a car that can go on from a moment; what runs unattended needs nobody. A
   * bay that is kept for another car is avoided while it is kept [PLN-9].
   */
  soonestPlace(job: Job, { workType, unattended }: Operation, from: Instant, needMs: number): Place {
    const able = this.#ableTo(workType);
    const soonest = this.#soonestFor(able, unattended);
    const at = Math.max(soonest.at, from);
    if (!able.kept || this.#isUndisturbed(soonest, job, at, needMs)) {
      return { at, bay: soonest.bay, crew: soonest.crew };
    }
    const { reservation } = job;
    const beginsAt = (bay: Bay): Instant =>
      this.#besidesKept(bay, job.id, Math.max(this.bayFreeAt(bay.code), soonest.peopleAt, from), needMs);
    const own = able.bays.filter(({ code }) => code === reservation?.bay);
    return { ...this.#soonestBay([...own, ...able.bays], beginsAt), crew: soonest.crew };
  }

  /** The moment of `soonestPlace`. */
  soonestAt(job: Job, operation: Operation, from: Instant, needMs: number): Instant {
    const able = this.#ableTo(operation.workType);
    const soonest = this.#soonestFor(able, operation.unattended);
    const at = Math.max(soonest.at, from);
    if (!able.kept || this.#isUndisturbed(soonest, job, at, needMs)) return at;
    return this.soonestPlace(job, operation, from, needMs).at;
  }

  /** When the bay and the person that come free first for a kind of work are free, whatever bays are kept for whom: `soonestAt` or sooner. */
  soonestOfKind({ workType, unattended }: Operation): Instant {
    return this.#soonestFor(this.#ableTo(workType), unattended).at;
  }

  /** True when what bays are kept for does not matter: the car has none of its own, and the soonest is not kept meanwhile. */
  #isUndisturbed({ bay }: SoonestPlace, job: Job, at: Instant, needMs: number): boolean {
    if (bay === null || (job.reservation === null && !this.#kept.has(bay))) return true;
    const found = this.#bays.get(bay);
    return job.reservation === null && found !== undefined && this.#besidesKept(found, job.id, at, needMs) === at;
  }

  /** The bay and the person that come free first for a kind of work, whatever bays are kept for whom. */
  #soonestFor(able: Able, unattended: boolean): SoonestPlace {
    const known = unattended ? able.soonestAlone : able.soonest;
    if (known) return known;
    const person = unattended ? null : this.#soonestPerson(able.people);
    const crew = person === null || person.who === null ? [] : [person.who];
    const peopleAt = person?.at ?? this.#asOf;
    const place = able.bays.length === 0 ? { at: peopleAt, bay: null } : this.#soonestFreeBay(able.bays, peopleAt);
    const found = { ...place, crew, peopleAt };
    if (unattended) able.soonestAlone = found;
    else able.soonest = found;
    return found;
  }

  bayFreeAt(bay: BayCode): Instant {
    let free = NEVER;
    for (const slot of this.#slots.get(bay) ?? []) if (slot.freeAt < free) free = slot.freeAt;
    return free;
  }

  staffFreeAt(staff: StaffId): Instant {
    return this.#staffFree.get(staff) ?? NEVER;
  }

  /** Takes a place of a bay until a moment: the car's own, where two work on it side by side, or the one that is free first. */
  takeBay(bay: BayCode, job: JobId, until: Instant): void {
    const slots = this.#slots.get(bay);
    if (!slots) return;
    const own = slots.find((slot) => slot.job === job);
    const slot = own ?? slots.reduce((first, other) => (other.freeAt < first.freeAt ? other : first));
    slot.freeAt = Math.max(slot.freeAt, until);
    slot.job = job;
    forget(this.#kindsOfBay.get(bay));
  }

  /** Takes people until a moment; on leave then, they are free after it. */
  takeCrew(crew: readonly StaffId[], until: Instant): void {
    for (const staff of crew) {
      this.#staffFree.set(staff, this.#afterLeave(staff, Math.max(this.staffFreeAt(staff), until)));
      forget(this.#kindsOfStaff.get(staff));
    }
  }

  #ableTo(workType: WorkType): Able {
    const known = this.#able.get(workType);
    if (known) return known;
    const able: Able = { bays: [], people: [], kept: false, soonest: null, soonestAlone: null };
    this.#able.set(workType, able);
    return able;
  }

  #keep(state: ShopState): void {
    for (const job of Object.values(state.jobs)) {
      const { reservation } = job;
      if (!reservation || reservation.to <= this.#asOf || !isOpen(job)) continue;
      const kept = this.#kept.get(reservation.bay) ?? [];
      this.#kept.set(reservation.bay, [...kept, { ...reservation, job: job.id }]);
      for (const workType of state.bays[reservation.bay]?.workTypes ?? []) this.#ableTo(workType).kept = true;
    }
    for (const kept of this.#kept.values()) kept.sort((a, b) => a.to - b.to);
  }

  /** The first moment from which work of so long does not run into what the bay is kept for. */
  #besidesKept({ code, capacity }: Bay, job: JobId, from: Instant, needMs: number): Instant {
    const kept = this.#kept.get(code);
    let at = from;
    if (!kept || at === NEVER) return at;
    for (;;) {
      const startAt = this.#calendar.nextWorking(at);
      const endAt = this.#calendar.add(startAt, needMs);
      const inTheWay = kept.filter((one) => one.job !== job && one.from < endAt && one.to > startAt);
      const [first] = inTheWay;
      if (!first || inTheWay.length < capacity) return at;
      at = first.to;
    }
  }

  /** As below, for bays that are kept for nobody: asked most of all. */
  #soonestFreeBay(bays: readonly Bay[], from: Instant): Pick<Place, 'at' | 'bay'> {
    let best: Pick<Place, 'at' | 'bay'> = { at: NEVER, bay: null };
    for (const { code } of bays) {
      const at = Math.max(this.bayFreeAt(code), from);
      if (best.bay === null || at < best.at) best = { at, bay: code };
      // No other can be sooner than when somebody is free.
      if (at === from) break;
    }
    return best;
  }

  #soonestBay(bays: readonly Bay[], freeAt: (bay: Bay) => Instant): Place {
    let best: Place = { at: NEVER, bay: null, crew: [] };
    for (const bay of bays) {
      const at = freeAt(bay);
      if (best.bay === null || at < best.at) best = { at, bay: bay.code, crew: [] };
    }
    return best;
  }

  #soonestPerson(people: readonly StaffId[]): { who: StaffId | null; at: Instant } {
    let best: { who: StaffId | null; at: Instant } = { who: null, at: NEVER };
    for (const who of people) {
      const at = this.staffFreeAt(who);
      if (best.who === null || at < best.at) best = { who, at };
    }
    return best;
  }

  /** A moment, or the end of somebody's leave where they could only go on during it [PLN-10]. */
  #afterLeave(staff: StaffId, at: Instant): Instant {
    let free = at;
    for (const [from, to] of this.#leave.get(staff) ?? []) {
      const worksAt = this.#calendar.nextWorking(free);
      if (from <= worksAt && worksAt < to) free = to;
    }
    return free;
  }
}

/** Somebody or something was taken that could do such work: what was soonest may be no longer. */
function forget(kinds: readonly Able[] = []): void {
  for (const able of kinds) {
    able.soonest = null;
    able.soonestAlone = null;
  }
}
