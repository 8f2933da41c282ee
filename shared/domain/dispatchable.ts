// domain/ — which operations of a car one drop on a bay dispatches, and why a bay would refuse the car.
import { whyNotBay, whyNotMove } from './deciders/dispatching.ts';
import { hereJob } from './deciders/found.ts';
import { predecessorsOf } from './job.ts';
import { refusal, type Refusal } from './refusals.ts';
import type { Job, Operation, ShopState } from './state.ts';
import { whyNotBeforeReservation } from './reservations.ts';
import type { BayCode, Instant, OperationId } from './words.ts';

/**
 * The operations that a drop of the car on a bay dispatches together: those the bay can do, not begun, and whose predecessors
 * are done, on their way, or among them. Work, inspection and wash are dropped one after the other, for their crews differ
 * [INS-1]. Empty when the bay can do none.
 */
export function dispatchable(state: ShopState, job: Job, code: BayCode): OperationId[] {
  const bay = state.bays[code];
  if (!bay) return [];
  const chosen = new Set<OperationId>();
  let chosenKind: Operation['kind'] | null = null;
  for (const operation of job.operations) {
    const fits = bay.workTypes.includes(operation.workType) && whyNotMove(job, [operation]) === null;
    const planned = operation.status !== 'dispatched' || operation.bay !== code;
    const together = chosenKind === null || operation.kind === chosenKind;
    if (fits && planned && together && predecessorsOf(job, operation).every((before) => isOnItsWay(before, chosen))) {
      chosen.add(operation.id);
      chosenKind = operation.kind;
    }
  }
  return [...chosen];
}

function isOnItsWay(operation: Operation, chosen: ReadonlySet<OperationId>): boolean {
  return operation.status !== 'planned' || chosen.has(operation.id);
}

/**
 * Why a car cannot be dropped on a bay; null when it can. `bayReserved` is for a person to weigh: it can be dispatched all the same
 * [RSV-3]. The crew is asked for after the drop.
 */
export function whyNotDrop(state: ShopState, job: Job, code: BayCode, at: Instant): Refusal | null {
  const here = hereJob(state, job.id);
  if (!here.ok) return here.refusal;
  const ids = dispatchable(state, job, code);
  if (ids.length > 0) {
    const operations = job.operations.filter(({ id }) => ids.includes(id));
    return whyNotBay(state, [], code) ?? whyNotBeforeReservation(state, job, operations, code, at);
  }
  const open = job.operations.filter((operation) => whyNotMove(job, [operation]) === null);
  const elsewhere = open.filter((operation) => operation.bay !== code);
  const unfit = whyNotBay(state, elsewhere, code);
  if (unfit) return unfit;
  const [waiting] = elsewhere;
  const before = waiting && predecessorsOf(job, waiting).find(({ status }) => status === 'planned');
  if (before) return refusal('notYet', { job: job.id, before: before.id });
  const [first] = open.length > 0 ? open : job.operations;
  return refusal('operationStatus', { job: job.id, operation: first?.id ?? '', status: first?.status ?? 'done' });
}
