// domain/ — rows of imported orders: what is wrong with one, how it compares with what is booked, what it plans. The preview
// and the import use the same, so that they cannot differ.
import { localDay } from '../time/shopTime.ts';
import type { OrderRow } from './commands.ts';
import type { PlannedOperation } from './events.ts';
import type { ImportProblem } from './refusals.ts';
import type { Job, Order, ShopState } from './state.ts';
import { payerOf } from './upcast.ts';
import { INSPECTION, WASH, type Instant, type JobId, type OperationId, type WorkType } from './words.ts';

/** Work that follows the order in which it is listed: a body is stripped, beaten, sanded, painted, baked, polished, refitted [DSP-5]. */
const IN_LISTED_ORDER: ReadonlySet<WorkType> = new Set(['body', 'prep', 'paint']);
/** Rows of cars that were due longer ago belong to an old file [IMP-7]. */
const TOO_OLD_MS = 60 * 86_400_000;

/** Fields of a row that can differ from what is booked. */
export type RowField = Exclude<keyof OrderRow, 'order'>;

/** How a row stands to what is booked. `locked`: its car is here or gone, so the file no longer changes it [IMP-4]. */
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
      (job) => job.vehicle === row.vehicle && job.checkedInAt === null && localDay(job.arrivalAt, timeZone) === day,
    );
    return visit ? { kind: 'joins', job: visit.id } : { kind: 'new' };
  }
  const fields = differences(booked, row);
  if (fields.length === 0) return { kind: 'same' };
  return booked.checkedInAt === null ? { kind: 'changed', job: booked.id, fields } : { kind: 'locked', fields };
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
  const work = workOfRow(
    state,
    row,
    others.map(({ id }) => id),
  );
  const washWanted = row.wash || (job?.orders.some(({ number, wash }) => number !== row.order && wash) ?? false);
  if (has) return [...others.map(asPlanned), ...work, inspectionOf(state), ...(washWanted ? [washOf(state)] : [])];
  if (!job) return [...work, inspectionOf(state), ...(row.wash ? [washOf(state)] : [])];
  const hasWash = job.operations.some(({ kind }) => kind === 'wash');
  return [...work, ...(row.wash && !hasWash ? [washOf(state)] : [])];
}

function workOfRow(state: ShopState, row: OrderRow, taken: OperationId[]): PlannedOperation[] {
  let number = taken.reduce((highest, id) => Math.max(highest, Number(id.slice(1))), 0);
  let listedBefore: OperationId | null = null;
  return row.operations.map(({ name, minutes }) => {
    const standard = standardTime(state, name);
    if (!standard) throw new Error('An operation without a standard time got past problemOfRow');
    number += 1;
    const id = `o${String(number)}`;
    const listed = IN_LISTED_ORDER.has(standard.workType);
    const after: OperationId[] = listed && listedBefore !== null ? [listedBefore] : [];
    if (listed) listedBefore = id;
    const { workType, unattended } = standard;
    return { id, kind: 'work', order: row.order, name, workType, minutes, unattended, after, reworkOf: null };
  });
}

function standardTime(state: ShopState, name: string): { workType: WorkType; unattended: boolean } | undefined {
  return state.shop?.operations.find((standard) => standard.name === name);
}

function asPlanned(operation: PlannedOperation): PlannedOperation {
  const { id, kind, order, name, workType, minutes, unattended, after, reworkOf } = operation;
  return { id, kind, order, name, workType, minutes, unattended, after, reworkOf };
}

/** The final inspection as an operation. */
export function inspectionOf(state: ShopState): PlannedOperation {
  const minutes = state.shop?.stageMinutes.finalInspection ?? 10;
  return stageOperation('inspection', INSPECTION, minutes);
}

/** The wash as an operation. */
export function washOf(state: ShopState): PlannedOperation {
  return stageOperation('wash', WASH, state.shop?.stageMinutes.wash ?? 15);
}

function stageOperation(kind: 'inspection' | 'wash', workType: WorkType, minutes: number): PlannedOperation {
  return { id: kind, kind, order: null, name: kind, workType, minutes, unattended: false, after: [], reworkOf: null };
}
