// domain/deciders/ — work itself: start, hold, resume, finish, and the final inspection.
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { inspectionPlanOf, whyNotComplete } from '../inspectionRecord.ts';
import { bayOf, carsIn, isPause, openPredecessor, openProposals, runningWorkOf, workersOf } from '../job.ts';
import { whyNotNow } from '../presence.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, Operation, ShopState } from '../state.ts';
import { workedMinutesOf } from '../../time/workedTime.ts';
import type { BayCode, Instant } from '../words.ts';
import { AFTER_HOLD, carLeaving, carToWork, KEEPS_BAY } from './carPlace.ts';
import { operationIn } from './found.ts';

/** Starts a dispatched operation; the car moves into its bay. See `whyNotRun` for what refuses it. */
export function startOperation(
  state: ShopState,
  command: CommandOf<'StartOperation'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const found = operationIn(state, command, ['dispatched']);
  if (!found.ok) return found;
  const { job, operation } = found.value;
  const no = whyNotRun(state, job, operation, at);
  if (no) return refused(no);
  return accepted([...carToWork(job, operation), { type: 'OperationStarted', job: job.id, operation: operation.id }]);
}

/**
 * Holds work that runs, or that waits in a bay's queue, with a reason [HLD-1]; a pause turns into a hold with a reason of its own
 * [HLD-5]. Refused: expected in the past [HLD-2].
 */
export function holdOperation(
  state: ShopState,
  command: CommandOf<'HoldOperation'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const found = operationIn(state, command, ['running', 'dispatched', 'held']);
  if (!found.ok) return found;
  const { job, operation } = found.value;
  if (operation.hold && !isPause(operation.hold)) {
    return refused(refusal('operationStatus', { job: job.id, operation: operation.id, status: operation.status }));
  }
  const { reason, expectedAt, freesBay } = command;
  if (expectedAt !== null && expectedAt <= at) return refused(refusal('expectedInPast', {}));
  const standsThere = operation.bay !== null && bayOf(job) === operation.bay;
  return accepted([
    { type: 'OperationHeld', job: job.id, operation: operation.id, reason, expectedAt, freesBay },
    ...(freesBay && standsThere ? carLeaving(job, [operation.id], AFTER_HOLD) : []),
  ]);
}

/**
 * Goes on with held work where it was; what had not begun returns to its queue [HLD-3]. Refused: it waits for the customer's answer
 * to what was found in it [ADD-11]; it cannot run now, see `whyNotRun`.
 */
export function resumeOperation(
  state: ShopState,
  command: CommandOf<'ResumeOperation'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const found = operationIn(state, command, ['held']);
  if (!found.ok) return found;
  const { job, operation } = found.value;
  const no =
    whyNotAnswered(job, operation) ?? (operation.runs.length > 0 ? whyNotRun(state, job, operation, at) : null);
  return no ? refused(no) : accepted(goingOn(job, operation));
}

/** What waits for the customer's answer goes on by it, or when what was found is withdrawn: not by hand before [ADD-11]. */
function whyNotAnswered(job: Job, { id, hold }: Operation): Refusal | null {
  if (hold?.reason !== 'approval') return null;
  const asked = openProposals(job).find(({ foundIn }) => foundIn === id);
  return asked ? refusal('awaitsAnswer', { job: job.id, proposal: asked.id }) : null;
}

/** Held work goes on: what had begun runs again where it was, the rest returns to its queue [HLD-3]. */
export function goingOn(job: Job, operation: Operation): DomainEvent[] {
  const begun = operation.runs.length > 0;
  return [
    ...(begun ? carToWork(job, operation) : []),
    { type: 'OperationResumed', job: job.id, operation: operation.id },
  ];
}

/** Finishes running work; the car leaves the bay when nothing more is to be done to it there [FIN-1]. Inspections are passed, not finished. */
export function finishOperation(
  state: ShopState,
  command: CommandOf<'FinishOperation'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const found = operationIn(state, command, ['running']);
  if (!found.ok) return found;
  const { job, operation } = found.value;
  if (operation.kind === 'inspection') {
    return refused(refusal('inspectionNotFinished', { job: job.id, operation: operation.id }));
  }
  return accepted([
    {
      type: 'OperationFinished',
      job: job.id,
      operation: operation.id,
      workedMinutes: state.shop && workedMinutesOf(state.shop, operation, at),
    },
    ...carLeaving(job, [operation.id], KEEPS_BAY),
  ]);
}

/** Passes a running final inspection, by somebody who did not work on the car, when its record is complete [INS-1] [INS-2] [INS-4]. */
export function passInspection(state: ShopState, command: CommandOf<'PassInspection'>): Result<DomainEvent[]> {
  const found = operationIn(state, command, ['running']);
  if (!found.ok) return found;
  const { job, operation } = found.value;
  if (operation.kind !== 'inspection') {
    return refused(refusal('notInspection', { job: job.id, operation: operation.id }));
  }
  const biased = whyNotInspect(job, operation);
  if (biased) return refused(biased);
  const missing = whyNotComplete(state, job, command.points ?? []);
  if (missing) return refused(missing);
  const { points } = inspectionPlanOf(state, job);
  return accepted([
    { type: 'InspectionPassed', job: job.id, operation: operation.id, inspectors: operation.crew, points },
    ...carLeaving(job, [operation.id], KEEPS_BAY),
  ]);
}

/**
 * Why work cannot run now: what comes before it is not done [DSP-5]; an inspector worked on the car [INS-1]; the car is being
 * worked on in another bay [DSP-10]; the bay is closed [DSP-1] or full [DSP-11]; one of the crew is away [DSP-6], on a break [ATT-4]
 * or has other work running [DSP-7].
 */
export function whyNotRun(state: ShopState, job: Job, operation: Operation, at: Instant): Refusal | null {
  const before = openPredecessor(job, operation);
  if (before) return refusal('notYet', { job: job.id, before: before.id });
  const biased = whyNotInspect(job, operation);
  if (biased) return biased;
  return whyNotOtherBay(job, operation) ?? whyNotInBay(state, job, operation.bay) ?? whyNotBy(state, operation, at);
}

/** A car is worked on in one bay at a time [DSP-10]. */
export function whyNotOtherBay(job: Job, operation: Operation): Refusal | null {
  const elsewhere = job.operations.find(
    ({ id, status, bay }) => id !== operation.id && status === 'running' && bay !== null && bay !== operation.bay,
  );
  return elsewhere?.bay ? refusal('carElsewhere', { job: job.id, bay: elsewhere.bay }) : null;
}

/** Work may have gone to an inspector after the inspection did. */
export function whyNotInspect(job: Job, operation: Operation): Refusal | null {
  if (operation.kind !== 'inspection') return null;
  const workers = workersOf(job);
  const staff = operation.crew.find((one) => workers.has(one));
  return staff === undefined ? null : refusal('inspectorWorkedOnIt', { staff });
}

/** The bay is open [DSP-1] and has room for the car, which may stand there already [DSP-11]. */
export function whyNotInBay(state: ShopState, job: Job, code: BayCode | null): Refusal | null {
  const bay = code === null ? undefined : state.bays[code];
  if (!bay) return null;
  if (bay.closed) return refusal('bayClosed', { bay: bay.code });
  const others = carsIn(state, bay.code).filter(({ id }) => id !== job.id);
  const [first] = others;
  return first && others.length >= bay.capacity ? refusal('bayOccupied', { bay: bay.code, job: first.id }) : null;
}

/** Each of the crew can begin now: is here [DSP-6], not on a break [ATT-4], not at other work [DSP-7]. */
export function whyNotBy(state: ShopState, operation: Operation, at: Instant): Refusal | null {
  for (const staff of operation.crew) {
    const no = whyNotNow(state, staff, at);
    if (no) return no;
    const busy = operation.unattended ? null : runningWorkOf(state, staff);
    if (busy) return refusal('staffBusy', { staff, job: busy.job.id });
  }
  return null;
}
