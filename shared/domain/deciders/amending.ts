// domain/deciders/ — what a visit is for, changed: work added and dropped, an order that gets a visit of its own, two visits that
// become one.
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { promiseOf, ratedPromiseOf } from '../job.ts';
import { asPlanned, plannedWork, renumbered, stagesAfterWork, washOf } from '../plannedWork.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { freeToReserve } from '../reservations.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, Operation, ShopState } from '../state.ts';
import type { Instant } from '../words.ts';
import { whyNotArrival, whyNotPromised } from './booking.ts';
import { openJob } from './found.ts';
import { promiseGiven } from './reception.ts';

/**
 * Adds work to an order of a visit [ORD-1], drops what has not begun [ORD-2], and puts standard minutes right [ORD-3]. Refused: work
 * that the shop does not know, or that is dispatched or begun; the last work of the visit; a car that is ready, or whose
 * inspection or wash is under way [ORD-6].
 */
export function amendWork(state: ShopState, command: CommandOf<'AmendWork'>): Result<DomainEvent[]> {
  const { order, add, drop } = command;
  const found = openJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  if (!has(job, order)) return refused(refusal('unknownOrder', { job: job.id, order }));
  const no = whyNotDropped(job, drop) ?? (add.length > 0 ? whyNoMoreWork(job) : null);
  if (no) return refused(no);
  const added = plannedWork(state, order, add, job.operations);
  if (!added.ok) return added;
  const dropped = [...new Set(drop)];
  const left = job.operations.filter(({ id, kind }) => kind === 'work' && !dropped.includes(id));
  if (left.length + added.value.length === 0) return refused(refusal('workNeeded', { job: job.id }));
  const minutes = minutesPutRight(job, command.minutes);
  if (!minutes.ok) return minutes;
  if (dropped.length + added.value.length + minutes.value.length === 0) return accepted([]);
  return accepted([{ type: 'WorkAmended', job: job.id, added: added.value, dropped, minutes: minutes.value }]);
}

/** Only work that nothing happened to is dropped; rework is not wished away [ORD-2]. */
function whyNotDropped(job: Job, drop: readonly string[]): Refusal | null {
  for (const id of drop) {
    const operation = job.operations.find((one) => one.id === id && one.kind === 'work');
    if (!operation) return refusal('unknownOperation', { job: job.id, operation: id });
    if (hasBegun(operation)) return refusal('workBegun', { job: job.id, operation: id });
    if (operation.reworkOf !== null) return refusal('workNeeded', { job: job.id });
  }
  return null;
}

/** The minutes that differ [ORD-3]. Refused: an operation that is not there, or done. */
function minutesPutRight(
  job: Job,
  wanted: CommandOf<'AmendWork'>['minutes'],
): Result<CommandOf<'AmendWork'>['minutes']> {
  for (const { operation: id } of wanted) {
    const operation = job.operations.find((one) => one.id === id);
    if (!operation) return refused(refusal('unknownOperation', { job: job.id, operation: id }));
    const { status } = operation;
    if (status === 'done') return refused(refusal('operationStatus', { job: job.id, operation: id, status }));
  }
  const isOther = (one: (typeof wanted)[number]): boolean =>
    job.operations.some(({ id, minutes }) => id === one.operation && minutes !== one.minutes);
  return accepted(wanted.filter(isOther));
}

/**
 * Gives an order a visit of its own, later, with its work, an inspection, and a bay where one is free [ORD-4]. Refused: the first order
 * of the visit, work of it dispatched or begun, either without work, times that cannot be [BKG-2].
 */
export function splitOrder(state: ShopState, command: CommandOf<'SplitOrder'>, { at }: Context): Result<DomainEvent[]> {
  const { order: number, arrivalAt, promisedAt } = command;
  const found = openJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  const order = job.orders.find((one) => one.number === number);
  if (!order) return refused(refusal('unknownOrder', { job: job.id, order: number }));
  if (job.orders[0] === order) return refused(refusal('firstOrder', { order: number }));
  const work = job.operations.filter(({ kind }) => kind === 'work');
  const own = work.filter((operation) => operation.order === number);
  const begun = own.find(hasBegun);
  if (begun) return refused(refusal('workBegun', { job: job.id, operation: begun.id }));
  if (own.length === 0 || own.length === work.length) return refused(refusal('workNeeded', { job: job.id }));
  const no = whyNotArrival(state, arrivalAt, at) ?? whyNotPromised(promisedAt, arrivalAt, at);
  if (no) return refused(no);
  const operations = [...own.map(asPlanned), ...stagesAfterWork(state, order.wash)];
  const place = freeToReserve(state, null, operations, arrivalAt);
  return accepted([
    { type: 'OrderSplit', job: job.id, order: number, into: number, arrivalAt, operations },
    ...(promisedAt === null ? [] : [promiseGiven(number, promisedAt, 'booking')]),
    ...(place ? [{ type: 'BayReserved' as const, job: number, ...place }] : []),
  ]);
}

/**
 * Makes one visit of two of the same car: the orders and the work of one that has not come join the other, which is promised for the
 * later of both [ORD-5]. Refused: another car, one that is here already, one that is ready or whose inspection is under way.
 */
export function mergeJobs(state: ShopState, command: CommandOf<'MergeJobs'>, { at }: Context): Result<DomainEvent[]> {
  const found = openJob(state, command.job);
  if (!found.ok) return found;
  const target = openJob(state, command.into);
  if (!target.ok) return target;
  const job = found.value;
  const into = target.value;
  if (job.id === into.id) return accepted([]);
  if (job.vehicle !== into.vehicle) return refused(refusal('otherCar', { job: job.id, other: into.id }));
  if (job.checkedInAt !== null) return refused(refusal('alreadyCheckedIn', { job: job.id }));
  const no = whyNoMoreWork(into);
  if (no) return refused(no);
  const work = job.operations.filter(({ kind }) => kind === 'work');
  const joinsWash = job.operations.some(isWash) && !into.operations.some(isWash);
  const operations = [...renumbered(work, into.operations), ...(joinsWash ? [washOf(state)] : [])];
  const { comebackOf } = job;
  return accepted([
    { type: 'JobMerged', job: job.id, into: into.id, operations },
    ...promiseOfBoth(job, into, at),
    ...(comebackOf !== null && into.comebackOf === null
      ? [{ type: 'ComebackLinked' as const, job: into.id, of: comebackOf }]
      : []),
  ]);
}

/** The later promise of both holds; once the one that was given has passed, it no longer counts [ORD-5]. */
function promiseOfBoth(job: Job, into: Job, at: Instant): DomainEvent[] {
  const brought = promiseOf(job);
  const inForce = promiseOf(into);
  if (!brought || (inForce && inForce.promisedAt >= brought.promisedAt)) return [];
  const rated = ratedPromiseOf(into);
  const counts = rated === null || at <= rated.promisedAt;
  return [promiseGiven(into.id, brought.promisedAt, 'merged', { kind: brought.kind, counts })];
}

/** Work joins a visit until its inspection begins; then it is passed, failed or stopped first [ORD-6]. */
function whyNoMoreWork(job: Job): Refusal | null {
  if (job.readyAt !== null) return refusal('alreadyReady', { job: job.id });
  const after = job.operations.find(
    ({ kind, status }) => kind !== 'work' && (status === 'running' || status === 'held'),
  );
  return after ? refusal('workBegun', { job: job.id, operation: after.id }) : null;
}

function hasBegun({ status }: Operation): boolean {
  return status !== 'planned';
}

function isWash({ kind }: Operation): boolean {
  return kind === 'wash';
}

function has({ orders }: Job, order: string): boolean {
  return orders.some(({ number }) => number === order);
}
