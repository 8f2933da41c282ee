// domain/folds/ — the three inspections: passed, or failed with defects that make rework.
import type { Operation } from '../state.ts';
import { changeJob, type Folds } from './changes.ts';
import { withDay } from './dayFigures.ts';
import { inOrder, planned, stopped, waitingAgain } from './operations.ts';

export const inspecting: Folds<'InspectionRecorded' | 'InspectionPassed' | 'InspectionFailed'> = {
  InspectionRecorded: (state, { job: id, level, operation, by }, { at }) =>
    changeJob(state, id, (job) => ({
      ...job,
      inspections: [...job.inspections, { level, operation, by, at, passed: true, points: [], defects: [] }],
    })),
  InspectionPassed: (state, { job: id, operation: inspection, inspectors, points }, { at }) =>
    changeJob(state, id, (job) => ({
      ...job,
      operations: job.operations.map((operation) =>
        operation.id === inspection ? { ...stopped(operation, at), status: 'done' } : operation,
      ),
      inspections: [
        ...job.inspections,
        { level: 'final', operation: inspection, by: inspectors, at, passed: true, points, defects: [] },
      ],
    })),
  InspectionFailed: (state, { job: id, level, operation: inspection, inspectors, day, defects, rework }, stamp) => {
    const { at, version } = stamp;
    const failed = changeJob(state, id, (job) => ({
      ...job,
      operations: inOrder([
        ...job.operations.map((operation) =>
          operation.id === inspection ? waitingAgain(stopped(operation, at), at) : operation,
        ),
        ...rework.map((one): Operation => {
          const [operation] = planned([one.planned], at) as [Operation];
          const { bay, crew } = one;
          if (!one.dispatched) return operation;
          return { ...operation, status: 'dispatched', bay, crew, queuedAs: version, dispatchedAt: at };
        }),
      ]),
      inspections: [
        ...job.inspections,
        { level, operation: inspection, by: inspectors, at, passed: false, points: [], defects },
      ],
    }));
    return withDay(failed, day, ({ internalReturns }) => ({ internalReturns: internalReturns + 1 }));
  },
};
