// domain/ — rows of imported orders: what is wrong with one, how it compares with what is booked, what it plans. The preview
// and the import use the same, so that they cannot differ.
import { localDay } from '../time/shopTime.ts';
import type { OrderRow } from './commands.ts';
import type { PlannedOperation } from './events.ts';
import { isOpen } from './job.ts';
import type { ImportProblem } from './refusals.ts';
import type { Job, Order, ShopState } from './state.ts';
import { asPlanned, plannedWork, stagesAfterWork, standardTime, washOf } from './plannedWork.ts';
import { payerOf } from './upcast.ts';
import type { Instant, JobId } from './words.ts';

/** Rows of cars that were due longer ago belong to an old file [IMP-7]. */
const TOO_OLD_MS = 60 * 86_400_000;

/** Fields of a row that can differ from what is booked. */
export type RowField = Exclude<keyof OrderRow, 'order'>;

/** How a row stands to what is booked. `locked`: its car is here or gone, or it was cancelled, so the file no longer changes it [IMP-4]. */
export type RowComparison =
  | { kind: 'new' }
  | { kind: 'joins'; job: JobId }
  | { kind: 'same' }
  | { kind: 'changed'; job: JobId; fields: RowField[] }
  | { kind: 'locked'; fields: RowField[] };

/** What is wrong with a row in this shop, null when nothing is. */
export function problemOfRow(state: ShopState, row: OrderRow, at: Instant): ImportProblem | null {
  const { shop } = state;
  if (!state.staff[row.advisor]?.roles.includes('advisor')) return 'unknownAdvisor';
  if (!shop?.serviceTypes.some(({ code }) => code === row.serviceType)) return 'unknownServiceType';
  if (row.operations.some(({ name }) => !standardTime(state, name))) return 'unknownOperation';
  if (row.promisedAt !== null && row.promisedAt <= row.arrivalAt) return 'promiseBeforeArrival';
  if (row.arrivalAt < at - TOO_OLD_MS) return 'tooOld';
  return null;
}

/** Compares a row with what is booked [IMP-2] [IMP-5]. */
export function compareRow(state: ShopState, row: OrderRow): RowComparison {
  if (state.closedOrders[row.order] !== undefined) return { kind: 'locked', fields: [] };
  const jobs = Object.values(state.jobs);
  const booked = jobs.find(({ orders }) => orders.some(({ number }) => number === row.order));
  if (!booked) {
    const timeZone = state.shop?.timeZone ?? 'UTC';
    const day = localDay(row.arrivalAt, timeZone);
    const visit = jobs.find(
      (job) => job.vehicle === row.vehicle && isToCome(job) && localDay(job.arrivalAt, timeZone) === day,
    );
    return visit ? { kind: 'joins', job: visit.id } : { kind: 'new' };
  }
  const fields = differences(booked, row);
  if (fields.length === 0) return { kind: 'same' };
  return isToCome(booked) ? { kind: 'changed', job: booked.id, fields } : { kind: 'locked', fields };
}

/** Booked, and neither here nor cancelled. */
function isToCome(job: Job): boolean {
  return job.checkedInAt === null && isOpen(job);
}

function differences(job: Job, row: OrderRow): RowField[] {
  const order = job.orders.find(({ number }) => number === row.order);
  const before: object = {
    ...order,
    operations: job.operations
      .filter((operation) => operation.order === row.order)
      .map(({ name, minutes }) => ({ name, minutes })),
  };
  const fields = (Object.keys(row) as (keyof OrderRow)[]).filter((field): field is RowField => field !== 'order');
  return fields.filter((field) => JSON.stringify(Reflect.get(before, field)) !== JSON.stringify(row[field]));
}

/** The order as the row gives it. */
export function orderOfRow(row: OrderRow): Order {
  const { order: number, operations: _planned, ...rest } = row;
  return { number, payer: payerOf(row.serviceType), ...rest };
}

/**
 * The operations that a row plans: for a new job its work, the final inspection and, if wanted, the wash; for a job that it
 * joins only what it adds; for a job that it is part of already, all operations of that job anew.
 */
export function operationsOfRow(state: ShopState, row: OrderRow, job: Job | undefined): PlannedOperation[] {
  const has = job?.orders.some(({ number }) => number === row.order) ?? false;
  const others = job?.operations.filter(({ kind, order }) => kind === 'work' && order !== row.order) ?? [];
  const work = plannedWork(state, row.order, row.operations, others);
  if (!work.ok) throw new Error('An operation without a standard time got past problemOfRow');
  if (!job) return [...work.value, ...stagesAfterWork(state, row.wash)];
  if (has) {
    const wash = row.wash || job.orders.some((order) => order.number !== row.order && order.wash);
    return [...others.map(asPlanned), ...work.value, ...stagesAfterWork(state, wash)];
  }
  const hasWash = job.operations.some(({ kind }) => kind === 'wash');
  return [...work.value, ...(row.wash && !hasWash ? [washOf(state)] : [])];
}
