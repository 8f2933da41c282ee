// domain/folds/ — the work: dispatched, begun, held, gone on with, finished; and where the car stands.
import { standardKeys, withLearned } from '../learned.ts';
import { changeJob, changeOperation, type Folds } from './changes.ts';
import { holdOver, inBay, running, stopped, waitingAgain, withCrew } from './operations.ts';

export const working: Folds<
  | 'CarMoved'
  | 'OperationsDispatched'
  | 'OperationRecalled'
  | 'OperationStarted'
  | 'WorkReassigned'
  | 'OperationHeld'
  | 'HoldRevised'
  | 'PartsArrived'
  | 'OperationResumed'
  | 'OperationFinished'
  | 'WorkSuspended'
> = {
  CarMoved: (state, event) => changeJob(state, event.job, (job) => ({ ...job, location: event.to })),
  OperationsDispatched: (state, event, { version, at }) =>
    changeJob(state, event.job, (job) => ({
      ...job,
      operations: job.operations.map((operation) =>
        event.operations.includes(operation.id)
          ? {
              ...operation,
              status: 'dispatched',
              bay: event.bay,
              crew: event.crew,
              queuedAs: version,
              ...holdOver(operation, at),
              dispatchedAt: at,
              since: at,
            }
          : operation,
      ),
    })),
  OperationRecalled: (state, event, { at }) =>
    changeOperation(state, event.job, event.operation, (operation) => waitingAgain(operation, at)),
  OperationStarted: (state, event, { at }) =>
    changeOperation(state, event.job, event.operation, (operation) => running(operation, at)),
  WorkReassigned: (state, event, { at }) =>
    changeOperation(state, event.job, event.operation, (operation) =>
      inBay(withCrew(operation, event.crew, at), event.bay, at),
    ),
  OperationHeld: (state, { job, operation: id, reason, expectedAt, freesBay }, { at }) =>
    changeOperation(state, job, id, (operation) => ({
      ...stopped(operation, at),
      status: 'held',
      hold: { reason, expectedAt, freesBay, since: at, partsAt: null },
    })),
  HoldRevised: (state, { job, operation: id, expectedAt, freesBay }) =>
    changeOperation(state, job, id, (operation) => ({
      ...operation,
      hold: operation.hold && { ...operation.hold, expectedAt, freesBay },
    })),
  PartsArrived: (state, event, { at }) =>
    changeOperation(state, event.job, event.operation, (operation) => ({
      ...operation,
      hold: operation.hold && { ...operation.hold, partsAt: at },
    })),
  OperationResumed: (state, event, { at }) =>
    changeOperation(state, event.job, event.operation, (operation) =>
      operation.runs.length > 0
        ? running(operation, at)
        : { ...operation, status: 'dispatched', ...holdOver(operation, at), since: at },
    ),
  OperationFinished: (state, event, { at }) => {
    const done = changeOperation(state, event.job, event.operation, (operation) => ({
      ...stopped(operation, at),
      status: 'done',
    }));
    const operation = done.jobs[event.job]?.operations.find(({ id }) => id === event.operation);
    // Rework was not planned by the table: it teaches nothing about it [LRN-1].
    if (!operation || operation.reworkOf !== null || event.workedMinutes === null) return done;
    return {
      ...done,
      learned: withLearned(done.learned, standardKeys(operation), event.workedMinutes, operation.minutes),
    };
  },
  WorkSuspended: (state, { job, operation: id, closedAt, expectedAt }) =>
    changeOperation(state, job, id, (operation) => ({
      ...stopped(operation, closedAt),
      status: 'held',
      hold: { reason: 'closing', expectedAt, freesBay: false, since: closedAt, partsAt: null },
    })),
};
