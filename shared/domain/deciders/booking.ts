// domain/deciders/ — visits as they are agreed at the desk: booked, come without an appointment, booked anew, cancelled.
import { whyNotComeback } from '../comebacks.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent, PlannedOperation } from '../events.ts';
import { isOpen, promiseOf } from '../job.ts';
import type { Numbered } from '../orderNumber.ts';
import { plannedWork, stagesAfterWork } from '../plannedWork.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { freeToReserve, placeIn } from '../reservations.ts';
import { accepted, refused, type Result } from '../result.ts';
import { localDay, localTime } from '../../time/shopTime.ts';
import { hoursOf } from '../../time/workCalendar.ts';
import type { Job, Order, Reservation, ShopState } from '../state.ts';
import type { BayCode, Instant } from '../words.ts';
import { openJob } from './found.ts';
import { carCheckedIn, jobHere, promiseGiven, whyNotAdvisor, whyNotServiceType } from './reception.ts';
import { placeMoved } from './reserving.ts';

const MINUTE = 60_000;
/** A visit may be booked for a moment that has just passed: writing it down takes its time [BKG-2]. */
const GRACE_MS = 5 * MINUTE;

/** What is agreed alike for a booking and for a car that stands at the door. */
type Agreed = Numbered<CommandOf<'BookJob'>> | Numbered<CommandOf<'ReceiveWalkIn'>>;

/**
 * Books a visit [BKG-1] with its promise; keeps the bay that is asked for, or else one that is free for it, if there is one [RSV-1].
 * Refused: what the shop does not know, an order that it does, times that cannot be [BKG-2], a bay that cannot be kept [RSV-2].
 */
export function bookJob(
  state: ShopState,
  command: Numbered<CommandOf<'BookJob'>>,
  { at }: Context,
): Result<DomainEvent[]> {
  const { arrivalAt } = command;
  const no = whyNotArrival(state, arrivalAt, at);
  if (no) return refused(no);
  const visit = agreedVisit(state, command, { arrivalAt, appointment: true }, at);
  if (!visit.ok) return visit;
  const place = placeFor(state, null, visit.value.operations, arrivalAt, command.bay);
  if (!place.ok) return place;
  const kept: DomainEvent[] = place.value ? [{ type: 'BayReserved', job: command.order, ...place.value }] : [];
  return accepted([...visit.value.events, ...kept]);
}

/** Books a car that stands at the door, and checks it in at once [BKG-3]. Refused as `bookJob`; or it is here already [REC-5]. */
export function receiveWalkIn(
  state: ShopState,
  command: Numbered<CommandOf<'ReceiveWalkIn'>>,
  { at }: Context,
): Result<DomainEvent[]> {
  const here = jobHere(state, command.vehicle);
  if (here) return refused(refusal('carAlreadyHere', { job: here.id }));
  const visit = agreedVisit(state, command, { arrivalAt: at, appointment: false }, at);
  if (!visit.ok) return visit;
  const { order: id, waits, advisor, mileageKm, loungeLabel, keepsOldParts, keyTag } = command;
  const said = { loungeLabel, keepsOldParts, keyTag };
  return accepted([...visit.value.events, carCheckedIn(state, { id, waits, advisor, mileageKm }, said, at)]);
}

/**
 * Moves a visit whose car has not come to another time, with another promise where one is named, and its bay with it; a cancelled
 * one, a no-show too, is to come again [BKG-4]. Refused: its car came; times that cannot be [BKG-2]; the bay cannot be kept [RSV-2].
 */
export function rebook(state: ShopState, command: CommandOf<'Rebook'>, { at }: Context): Result<DomainEvent[]> {
  const { arrivalAt, promisedAt, bay } = command;
  const job = state.jobs[command.job];
  if (!job) return refused(refusal('unknownJob', { job: command.job }));
  if (job.checkedInAt !== null) {
    return refused(refusal(isOpen(job) ? 'alreadyCheckedIn' : 'jobClosed', { job: job.id }));
  }
  const inForce = promiseOf(job);
  const no =
    whyNotArrival(state, arrivalAt, at) ?? whyNotPromised(promisedAt ?? inForce?.promisedAt ?? null, arrivalAt, at);
  if (no) return refused(no);
  const place = placeFor(state, job, job.operations, arrivalAt, bay);
  if (!place.ok) return place;
  const moved = job.arrivalAt !== arrivalAt || job.cancelled !== null;
  const promisedAnew = promisedAt !== null && promisedAt !== inForce?.promisedAt;
  const kind = inForce?.kind ?? 'firm';
  return accepted([
    ...(moved ? [{ type: 'JobRebooked' as const, job: job.id, arrivalAt }] : []),
    ...(promisedAnew ? [promiseGiven(job.id, promisedAt, 'rebooked', { kind })] : []),
    ...placeMoved(job, place.value),
  ]);
}

/**
 * Cancels a visit with its reason: a booked one any time, one whose car is here while nothing of it runs [CAN-1]; everything that was
 * kept for it is free again [CAN-3]. Refused: a no-show whose car is here, or may still come [CAN-2]; a car that is ready.
 */
export function cancelJob(state: ShopState, command: CommandOf<'CancelJob'>, { at }: Context): Result<DomainEvent[]> {
  const { reason } = command;
  if (state.jobs[command.job]?.cancelled?.reason === reason) return accepted([]);
  const found = openJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  if (reason === 'noShow') {
    const no = whyNotMissing(state, job, at);
    if (no) return refused(no);
  }
  if (job.readyAt !== null) return refused(refusal('alreadyReady', { job: job.id }));
  const running = job.operations.find(({ status }) => status === 'running');
  if (running) return refused(refusal('workBegun', { job: job.id, operation: running.id }));
  return accepted([{ type: 'JobCancelled', job: job.id, reason }]);
}

/** A car is missing once the shop's own limit for it has passed [CAN-2]. */
function whyNotMissing(state: ShopState, job: Job, at: Instant): Refusal | null {
  if (job.checkedInAt !== null) return refusal('alreadyCheckedIn', { job: job.id });
  const from = job.arrivalAt + (state.shop?.rules.alarms.notArrived.limit ?? 0) * MINUTE;
  return at < from ? refusal('notMissingYet', { job: job.id, from }) : null;
}

/** The order with its work, its promise, and the visit that it comes back from; or what of it cannot be [BKG-1]. */
function agreedVisit(
  state: ShopState,
  command: Agreed,
  when: Pick<Order, 'arrivalAt' | 'appointment'>,
  at: Instant,
): Result<{ operations: PlannedOperation[]; events: DomainEvent[] }> {
  const { order: number, promisedAt, promiseKind: kind, comebackOf, wash } = command;
  const { vehicle, customer, advisor, serviceType, payer, mileageKm, waits, hasWords } = command;
  const no =
    (isKnownOrder(state, number) ? refusal('orderExists', { order: number }) : null) ??
    whyNotAdvisor(state, advisor) ??
    whyNotServiceType(state, serviceType) ??
    whyNotPromised(promisedAt, when.arrivalAt, at) ??
    (comebackOf === null ? null : whyNotComeback(state, comebackOf, { vehicle, agreedAt: at, cameAt: at }));
  if (no) return refused(no);
  const work = plannedWork(state, number, command.operations, []);
  if (!work.ok) return work;
  const operations = [...work.value, ...stagesAfterWork(state, wash)];
  const who = { vehicle, customer, advisor, serviceType, payer, mileageKm };
  const order: Order = { number, ...who, ...when, promisedAt, waits, wash, hasWords };
  const events: DomainEvent[] = [
    { type: 'OrderBooked', job: number, order, operations },
    ...(promisedAt === null ? [] : [promiseGiven(number, promisedAt, 'booking', { kind })]),
    ...(comebackOf === null ? [] : [{ type: 'ComebackLinked' as const, job: number, of: comebackOf }]),
  ];
  return accepted({ operations, events });
}

/** Numbers of orders are given once, also those of jobs that have left the fold [BKG-1]. */
function isKnownOrder({ jobs, closedOrders }: ShopState, order: string): boolean {
  if (closedOrders[order] !== undefined) return true;
  return Object.values(jobs).some(({ orders }) => orders.some(({ number }) => number === order));
}

/** A car comes in the future, five minutes are allowed for writing it down [BKG-2]; and while the shop is open [BKG-5]. */
export function whyNotArrival(state: ShopState, arrivalAt: Instant, at: Instant): Refusal | null {
  if (arrivalAt < at - GRACE_MS) return refusal('arrivalInPast', {});
  return isOpenThen(state, arrivalAt) ? null : refusal('closedThen', {});
}

/** From the day's opening to its closing: somebody is at the desk over lunch too. */
function isOpenThen({ shop }: ShopState, at: Instant): boolean {
  if (!shop) return true;
  const windows = hoursOf(shop, localDay(at, shop.timeZone));
  const time = localTime(at, shop.timeZone);
  return windows.some(([from]) => from <= time) && windows.some(([, to]) => time < to);
}

/** A car is promised for a moment ahead [PRM-6], later than it comes [BKG-2]. */
export function whyNotPromised(promisedAt: Instant | null, arrivalAt: Instant, at: Instant): Refusal | null {
  if (promisedAt === null || promisedAt > Math.max(arrivalAt, at)) return null;
  return arrivalAt > at ? refusal('promiseBeforeArrival', {}) : refusal('promiseInPast', {});
}

/** The place to keep: in the bay that is named, or where one is free; null: nowhere. Refused: the bay named cannot be kept [RSV-2]. */
function placeFor(
  state: ShopState,
  job: Job | null,
  operations: readonly PlannedOperation[],
  from: Instant,
  bay: BayCode | null,
): Result<Reservation | null> {
  const id = job?.id ?? null;
  return bay === null
    ? accepted(freeToReserve(state, id, operations, from))
    : placeIn(state, id, operations, from, bay);
}
