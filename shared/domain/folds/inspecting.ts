// domain/folds/ — the three inspections: passed, or failed with defects that make rework.
import type { Operation } from '../state.ts';
import { changeJob, type Folds } from './changes.ts';
import { withDay } from './dayFigures.ts';
import { joinedBy, stopped, waitingAgain } from './operations.ts';

export const inspecting: Folds<'InspectionRecorded' | 'InspectionPassed' | 'InspectionFailed'> = {
  InspectionRecorded: (state, { job: id, level, operation, by }, { at }) =>
    changeJob(state, id, (job) => ({
      ...job,
      inspections: [
        ...job.inspections,
        { level, operation, by, at, passed: true, points: [], defects: [], note: null },
      ],
    })),
  InspectionPassed: (state, { job: id, operation: inspection, inspectors, points }, { at }) =>
    changeJob(state, id, (job) => ({
      ...job,
      operations: job.operations.map((operation) =>
        operation.id === inspection ? { ...stopped(operation, at), status: 'done' } : operation,
      ),
      inspections: [
        ...job.inspections,
        { level: 'final', operation: inspection, by: inspectors, at, passed: true, points, defects: [], note: null },
      ],
    })),
  InspectionFailed: (state, event, { at, version }) => {
    const { job: id, level, operation: inspection, inspectors, day, defects, note, rework } = event;
    const failed = changeJob(state, id, (job) => {
      const waiting = job.operations.map((operation) =>
        operation.id === inspection ? waitingAgain(stopped(operation, at), at) : operation,
      );
      const joined = joinedBy(
        waiting,
        rework.map((one) => one.planned),
        at,
      );
      return {
        ...job,
        operations: joined.map((operation): Operation => {
          const sent = rework.find((one) => one.dispatched && one.planned.id === operation.id);
          if (!sent) return operation;
          const { bay, crew } = sent;
          return { ...operation, status: 'dispatched', bay, crew, queuedAs: version, dispatchedAt: at };
        }),
        inspections: [
          ...job.inspections,
          { level, operation: inspection, by: inspectors, at, passed: false, points: [], defects, note },
        ],
      };
    });
    return withDay(failed, day, ({ internalReturns }) => ({ internalReturns: internalReturns + 1 }));
  },
};
