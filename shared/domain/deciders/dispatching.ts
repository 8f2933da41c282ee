// domain/deciders/ — dispatching: operations of a car to a bay and a crew, and taking them back.
import type { CommandOf } from '../commands.ts';
import type { DomainEvent } from '../events.ts';
import type { Context } from '../context.ts';
import { bayOf, workersOf } from '../job.ts';
import { whyNotToday } from '../presence.ts';
import { whyNotBeforeReservation } from '../reservations.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, Operation, ShopState } from '../state.ts';
import type { BayCode, Instant, StaffId } from '../words.ts';
import { carLeaving, KEEPS_BAY } from './carPlace.ts';
import { hereJob, operationIn } from './found.ts';

/**
 * Dispatches operations of a car to a bay and a crew; they queue there in the order of dispatching. Also moves what was
 * dispatched elsewhere, and what was held and has freed its bay. The car's own reservation has then done its duty; one for another
 * car is respected [RSV-3]. Nothing when all of it is so already.
 */
export function dispatch(state: ShopState, command: CommandOf<'Dispatch'>, { at }: Context): Result<DomainEvent[]> {
  const { bay, crew } = command;
  const found = hereJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  const operations: Operation[] = [];
  for (const id of new Set(command.operations)) {
    const operation = job.operations.find((one) => one.id === id);
    if (!operation) return refused(refusal('unknownOperation', { job: job.id, operation: id }));
    operations.push(operation);
  }
  const people = [...new Set(crew)];
  const no =
    whyNotMove(job, operations) ?? whyNotBay(state, operations, bay) ?? whyNotCrew(state, job, operations, people, at);
  if (no) return refused(no);
  const moved = operations.filter((operation) => !isDispatchedTo(operation, bay, people));
  if (moved.length === 0) return accepted([]);
  const kept = bay === null || command.despiteReservation ? null : whyNotBeforeReservation(state, job, moved, bay, at);
  if (kept) return refused(kept);
  const ids = moved.map(({ id }) => id);
  const elsewhere = bayOf(job) !== bay;
  return accepted([
    { type: 'OperationsDispatched', job: job.id, operations: ids, bay, crew: people },
    ...(job.reservation ? [{ type: 'BayReleased' as const, job: job.id }] : []),
    ...(elsewhere ? carLeaving(job, ids, KEEPS_BAY) : []),
  ]);
}

/** Takes a dispatched operation back among those that wait [DSP-9]. */
export function recall(state: ShopState, command: CommandOf<'Recall'>): Result<DomainEvent[]> {
  const found = operationIn(state, command, ['dispatched']);
  if (!found.ok) return found;
  const { job, operation } = found.value;
  if (operation.runs.length > 0) {
    return refused(refusal('operationStatus', { job: job.id, operation: operation.id, status: operation.status }));
  }
  return accepted([
    { type: 'OperationRecalled', job: job.id, operation: operation.id },
    ...carLeaving(job, [operation.id], KEEPS_BAY),
  ]);
}

function isDispatchedTo(operation: Operation, bay: BayCode | null, crew: StaffId[]): boolean {
  return operation.status === 'dispatched' && operation.bay === bay && operation.crew.join() === crew.join();
}

/** Only what waits, is dispatched, or is held without a bay can be dispatched [DSP-4]. */
export function whyNotMove(job: Job, operations: Operation[]): Refusal | null {
  const stuck = operations.find(({ status, hold }) => {
    const movable = status === 'planned' || status === 'dispatched' || (status === 'held' && hold?.freesBay === true);
    return !movable;
  });
  return stuck ? refusal('operationStatus', { job: job.id, operation: stuck.id, status: stuck.status }) : null;
}

/** The bay is there, open [DSP-1], and fit for each kind of work [DSP-2]; no bay only where the shop has none for it [DSP-3]. */
export function whyNotBay(state: ShopState, operations: Operation[], code: BayCode | null): Refusal | null {
  if (code === null) {
    const needing = operations.find(({ workType }) =>
      Object.values(state.bays).some(({ workTypes }) => workTypes.includes(workType)),
    );
    return needing ? refusal('bayNeeded', { workType: needing.workType }) : null;
  }
  const bay = state.bays[code];
  if (!bay) return refusal('unknownBay', { bay: code });
  if (bay.closed) return refusal('bayClosed', { bay: code });
  const unfit = operations.find(({ workType }) => !bay.workTypes.includes(workType));
  return unfit ? refusal('bayWorkType', { bay: code, workType: unfit.workType }) : null;
}

/** Each of the crew is known, here and able [DSP-6]; somebody is needed unless it runs unattended [DSP-8]; inspectors have not worked on the car [INS-1]. */
export function whyNotCrew(
  state: ShopState,
  job: Job,
  operations: Operation[],
  crew: StaffId[],
  at: Instant,
): Refusal | null {
  if (crew.length === 0 && operations.some(({ unattended }) => !unattended))
    return refusal('crewNeeded', { job: job.id });
  const inspects = operations.some(({ kind }) => kind === 'inspection');
  const works = operations.some(({ kind }) => kind === 'work');
  for (const staff of crew) {
    const no = whyNotToday(state, staff, at);
    if (no) return no;
    const unable = operations.find(({ workType }) => state.staff[staff]?.workTypes.includes(workType) !== true);
    if (unable) return refusal('staffWorkType', { staff, workType: unable.workType });
    if (inspects && (works || workersOf(job).has(staff))) return refusal('inspectorWorkedOnIt', { staff });
  }
  return null;
}
