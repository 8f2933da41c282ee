// domain/ — bays kept for booked cars: which are kept when, whether one can be, and whether other work would run into it.
import { WorkCalendar } from '../time/workCalendar.ts';
import { carsIn, isOpen, queueOf, workedMs } from './job.ts';
import { refusal, type Refusal } from './refusals.ts';
import { accepted, refused, type Result } from './result.ts';
import type { Bay, Job, Operation, Reservation, ShopState } from './state.ts';
import type { BayCode, Instant, JobId, WorkType } from './words.ts';

const MINUTE = 60_000;

/** A bay that is kept for a car [RSV-1]. */
export interface KeptBay extends Reservation {
  job: JobId;
}

/** Reservations of a bay that are still to come or under way, by when they begin. Past ones keep nothing [RSV-4]. */
export function reservationsOf({ jobs }: ShopState, bay: BayCode, at: Instant): KeptBay[] {
  return (keptIn(jobs).get(bay) ?? []).filter(({ to }) => to > at);
}

/** What bays are kept for, by bay, by when it begins: read once from the jobs of a state, for it is asked of every bay and car. */
function keptIn(jobs: ShopState['jobs']): ReadonlyMap<BayCode, readonly KeptBay[]> {
  const known = keptBays.get(jobs);
  if (known) return known;
  const kept = new Map<BayCode, KeptBay[]>();
  for (const job of Object.values(jobs)) {
    const { id, reservation } = job;
    if (reservation === null || !isOpen(job)) continue;
    kept.set(reservation.bay, [...(kept.get(reservation.bay) ?? []), { job: id, ...reservation }]);
  }
  for (const list of kept.values()) list.sort((a, b) => a.from - b.from);
  keptBays.set(jobs, kept);
  return kept;
}

const keptBays = new WeakMap<ShopState['jobs'], ReadonlyMap<BayCode, readonly KeptBay[]>>();

/** How long the bay is kept: the standard minutes of what it can do of the work, in working time. */
function reservationFor(
  state: ShopState,
  bay: Bay,
  operations: readonly Pick<Operation, 'kind' | 'workType' | 'minutes'>[],
  from: Instant,
): Reservation {
  const minutes = operations
    .filter(({ kind, workType }) => kind === 'work' && bay.workTypes.includes(workType))
    .reduce((sum, operation) => sum + operation.minutes, 0);
  return { bay: bay.code, from, to: endOf(state, from, minutes * MINUTE) };
}

/** Kinds of work that a car comes for, without what follows on every car. */
export function workTypesOf(operations: readonly Pick<Operation, 'kind' | 'workType'>[]): WorkType[] {
  return [...new Set(operations.filter(({ kind }) => kind === 'work').map(({ workType }) => workType))];
}

/** Why a bay cannot be kept for a car then: unknown, closed, not for its work [RSV-2], or kept for others already. */
export function whyNotReserve(
  state: ShopState,
  job: JobId | null,
  workTypes: readonly WorkType[],
  { bay: code, from, to }: Reservation,
): Refusal | null {
  const bay = state.bays[code];
  if (!bay) return refusal('unknownBay', { bay: code });
  if (bay.closed && (bay.closed.until === null || bay.closed.until > from)) return refusal('bayClosed', { bay: code });
  const [workType] = workTypes;
  if (workType !== undefined && !workTypes.some((one) => bay.workTypes.includes(one))) {
    return refusal('bayWorkType', { bay: code, workType });
  }
  const others = reservationsOf(state, code, from).filter((kept) => kept.job !== job && kept.from < to);
  const crowded = [from, ...others.map((kept) => kept.from)]
    .map((moment) => others.filter((kept) => kept.from <= moment && moment < kept.to))
    .find((together) => together.length >= bay.capacity);
  const [first] = crowded ?? [];
  return first ? refusal('bayReserved', { bay: code, job: first.job, from: first.from, to: first.to }) : null;
}

/** The place kept in a bay that is named. Refused: it cannot be kept [RSV-2]. */
export function placeIn(
  state: ShopState,
  job: JobId | null,
  operations: readonly Pick<Operation, 'kind' | 'workType' | 'minutes'>[],
  from: Instant,
  code: BayCode,
): Result<Reservation> {
  const bay = state.bays[code];
  if (!bay) return refused(refusal('unknownBay', { bay: code }));
  const wanted = reservationFor(state, bay, operations, from);
  const no = whyNotReserve(state, job, workTypesOf(operations), wanted);
  return no ? refused(no) : accepted(wanted);
}

/**
 * A bay that can be kept for this work from then on: the one that is kept for it now, or else first of all one that is there for
 * such work; null: there is none.
 */
export function freeToReserve(
  state: ShopState,
  job: JobId | null,
  operations: readonly Pick<Operation, 'kind' | 'workType' | 'minutes'>[],
  from: Instant,
): Reservation | null {
  const [first] = operations.filter(({ kind }) => kind === 'work');
  if (!first) return null;
  const now = job === null ? undefined : state.jobs[job]?.reservation?.bay;
  const rank = ({ code, workTypes }: Bay): number => (code === now ? -1 : workTypes.indexOf(first.workType));
  const able = Object.values(state.bays)
    .filter(({ workTypes }) => workTypes.includes(first.workType))
    .sort((a, b) => rank(a) - rank(b) || a.position - b.position);
  for (const bay of able) {
    const wanted = reservationFor(state, bay, operations, from);
    if (whyNotReserve(state, job, [first.workType], wanted) === null) return wanted;
  }
  return null;
}

/** Why other work should not go to a bay now: with what is there already it would run into a reservation [RSV-3]. */
export function whyNotBeforeReservation(
  state: ShopState,
  job: Job,
  operations: readonly Operation[],
  code: BayCode,
  at: Instant,
): Refusal | null {
  const bay = state.bays[code];
  const kept = reservationsOf(state, code, at).filter((one) => one.job !== job.id);
  if (!bay || kept.length === 0) return null;
  const ids = new Set(operations.map(({ id }) => id));
  const there = carsIn(state, code)
    .filter(({ id }) => id !== job.id)
    .flatMap((car) => car.operations.filter((one) => one.bay === code && one.status === 'running'));
  const queued = queueOf(state, code)
    .filter((one) => one.job.id !== job.id || !ids.has(one.operation.id))
    .map(({ operation }) => operation);
  const ahead = [...there, ...queued, ...operations];
  const needMs = ahead.reduce((sum, one) => sum + Math.max(0, one.minutes * MINUTE - workedMs(one, at)), 0);
  const until = endOf(state, at, needMs / bay.capacity);
  const inTheWay = kept.filter(({ from }) => from < until);
  const [first] = inTheWay;
  return first && inTheWay.length >= bay.capacity
    ? refusal('bayReserved', { bay: code, job: first.job, from: first.from, to: first.to })
    : null;
}

function endOf({ shop }: ShopState, from: Instant, ms: number): Instant {
  return shop ? WorkCalendar.of(shop, from).add(from, ms) : from + ms;
}
