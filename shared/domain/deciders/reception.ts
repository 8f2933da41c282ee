// domain/deciders/ — reception: orders imported from the shop's own system, and cars checked in.
import { localDay } from '../../time/shopTime.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent, EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { isHere, isOpen, promiseOf } from '../job.ts';
import { compareRow, operationsOfRow, orderOfRow, problemOfRow } from '../orderRows.ts';
import { washOf } from '../plannedWork.ts';
import { freeToReserve } from '../reservations.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, ShopState } from '../state.ts';
import type { Instant, JobId, PromiseKind, PromiseReason, StaffId, VehicleRef } from '../words.ts';
import { placeMoved } from './reserving.ts';

/**
 * Books a file of orders, all or nothing [IMP-6]. A row that is booked already changes nothing [IMP-2]; one that differs is
 * applied only when asked [IMP-3] and only while its car is not here [IMP-4]. Refused: the first row with a problem.
 */
export function importOrders(
  state: ShopState,
  command: CommandOf<'ImportOrders'>,
  { at, by }: Context,
): Result<DomainEvent[]> {
  const events: DomainEvent[] = [];
  const seen = new Set<string>();
  let folded = state;
  const record = (event: DomainEvent): void => {
    events.push(event);
    folded = evolve(folded, event, { version: 0, at, by });
  };
  for (const row of command.rows) {
    const problem = seen.has(row.order) ? 'duplicateOrder' : problemOfRow(state, row, at);
    if (problem) return refused(refusal('importRow', { order: row.order, problem }));
    seen.add(row.order);
    const comparison = compareRow(folded, row);
    switch (comparison.kind) {
      case 'same':
      case 'locked':
        break;
      case 'new':
      case 'joins': {
        const job = comparison.kind === 'new' ? row.order : comparison.job;
        const operations = operationsOfRow(folded, row, folded.jobs[job]);
        record({ type: 'OrderBooked', job, order: orderOfRow(row), operations });
        for (const event of promised(folded, job, 'booking')) record(event);
        for (const event of reserved(folded, job, at)) record(event);
        break;
      }
      case 'changed': {
        if (!command.applyChanges) break;
        const { job } = comparison;
        const operations = operationsOfRow(folded, row, folded.jobs[job]);
        record({ type: 'OrderChanged', job, order: orderOfRow(row), operations });
        if (comparison.fields.includes('promisedAt')) {
          for (const event of promised(folded, job, 'changedOrder')) record(event);
        }
        if (comparison.fields.some((field) => field === 'arrivalAt' || field === 'operations')) {
          for (const event of keptAnew(folded, job)) record(event);
        }
        break;
      }
    }
  }
  const { vehicles, persons } = command.renewed;
  if (vehicles.length + persons.length > 0) record({ type: 'DirectoryRenewed', vehicles, persons });
  return accepted(events);
}

/** A bay for an appointment of the file, where the shop wants that and one is free [RSV-1]. */
function reserved(state: ShopState, id: JobId, at: Instant): DomainEvent[] {
  const job = state.jobs[id];
  const wanted = state.shop?.rules.reserveImported && job?.appointment && job.arrivalAt > at && !job.reservation;
  const reservation = wanted ? freeToReserve(state, id, job.operations, job.arrivalAt) : null;
  return reservation ? [{ type: 'BayReserved', job: id, ...reservation }] : [];
}

/** A bay that is kept for an order goes with it when the file changes its time or its work [RSV-1]. */
function keptAnew(state: ShopState, id: JobId): DomainEvent[] {
  const job = state.jobs[id];
  return job?.reservation ? placeMoved(job, freeToReserve(state, id, job.operations, job.arrivalAt)) : [];
}

/**
 * The promise that the orders of a job ask for together, the latest of theirs, when it is not the one in force [PRM-2]. An order
 * that joins does not bring back a promise that was given up since.
 */
function promised(state: ShopState, id: JobId, reason: 'booking' | 'changedOrder'): DomainEvent[] {
  const job = state.jobs[id];
  const inForce = job && promiseOf(job);
  const orders = reason === 'booking' && inForce ? job.orders.slice(-1) : (job?.orders ?? []);
  const asked = orders.flatMap(({ promisedAt }): Instant[] => (promisedAt === null ? [] : [promisedAt]));
  if (reason === 'booking' && inForce) asked.push(inForce.promisedAt);
  const promisedAt = Math.max(...asked);
  return asked.length === 0 || inForce?.promisedAt === promisedAt ? [] : [promiseGiven(id, promisedAt, reason)];
}

/** A promise given with the visit itself: told, not asked for; the rate is reckoned against it from then on. */
export function promiseGiven(
  job: JobId,
  promisedAt: Instant,
  reason: PromiseReason,
  { kind = 'firm', counts = true }: { kind?: PromiseKind; counts?: boolean } = {},
): EventOf<'PromiseMade'> {
  return { type: 'PromiseMade', job, promisedAt, kind, reason, cause: null, confirmed: null, counts };
}

/**
 * Checks a booked car in and gives it the day's next slip number [REC-1]; what is said at the desk holds from then on [REC-3] [REC-6].
 * Refused: it is here already, by this visit [REC-2] or by another [REC-5], or gone.
 */
export function checkIn(state: ShopState, command: CommandOf<'CheckIn'>, { at }: Context): Result<DomainEvent[]> {
  const job = state.jobs[command.job];
  if (!job) return refused(refusal('unknownJob', { job: command.job }));
  if (!isOpen(job)) return refused(refusal('jobClosed', { job: job.id }));
  if (job.checkedInAt !== null) return refused(refusal('alreadyCheckedIn', { job: job.id }));
  const here = jobHere(state, job.vehicle);
  if (here) return refused(refusal('carAlreadyHere', { job: here.id }));
  const no = whyNotAdvisor(state, command.advisor);
  if (no) return refused(no);
  return accepted([...washWanted(state, job, command.wash), carCheckedIn(state, job, command, at)]);
}

/** The car is here: its slip number, and what was said at the desk [REC-1] [REC-3] [REC-6]. */
export function carCheckedIn(
  state: ShopState,
  job: Pick<Job, 'id' | 'waits' | 'advisor' | 'mileageKm'>,
  said: Omit<Partial<CommandOf<'CheckIn'>>, 'id' | 'type' | 'job' | 'wash'>,
  at: Instant,
): EventOf<'CarCheckedIn'> {
  const day = localDay(at, state.shop?.timeZone ?? 'UTC');
  const number = state.slips.day === day ? state.slips.last + 1 : 1;
  return {
    type: 'CarCheckedIn',
    job: job.id,
    slip: `A${String(number).padStart(3, '0')}`,
    day,
    waits: said.waits ?? job.waits,
    loungeLabel: said.loungeLabel ?? state.shop?.rules.lounge.defaultLabel ?? 'plate',
    advisor: said.advisor ?? job.advisor,
    mileageKm: said.mileageKm ?? job.mileageKm,
    keepsOldParts: said.keepsOldParts ?? false,
    keyTag: said.keyTag ?? null,
  };
}

/** The wash joins the job or leaves it, where that is wanted and not so yet; one that has begun stays. */
export function washWanted(state: ShopState, job: Job, wanted: boolean | undefined): EventOf<'WorkAmended'>[] {
  const wash = job.operations.find(({ kind }) => kind === 'wash');
  const nothing = { type: 'WorkAmended', job: job.id, added: [], dropped: [], minutes: [] } as const;
  if (wanted === true && !wash) return [{ ...nothing, added: [washOf(state)], dropped: [], minutes: [] }];
  if (wanted === false && wash?.status === 'planned')
    return [{ ...nothing, added: [], dropped: [wash.id], minutes: [] }];
  return [];
}

/** The visit that has this car here now [REC-5]. */
export function jobHere(state: ShopState, vehicle: VehicleRef): Job | undefined {
  return Object.values(state.jobs).find((job) => job.vehicle === vehicle && isHere(job));
}

/** Why somebody cannot look after a visit: only a service advisor does. Nobody named: nothing is wrong. */
export function whyNotAdvisor(state: ShopState, staff: StaffId | undefined): Refusal | null {
  const fits = staff === undefined || state.staff[staff]?.roles.includes('advisor');
  return fits ? null : refusal('unknownAdvisor', { staff });
}

/** Why a service type cannot be: the shop does not have it. None named: nothing is wrong. */
export function whyNotServiceType({ shop }: ShopState, serviceType: string | undefined): Refusal | null {
  const fits = serviceType === undefined || shop?.serviceTypes.some(({ code }) => code === serviceType);
  return fits ? null : refusal('unknownServiceType', { serviceType });
}
