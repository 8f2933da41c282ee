// demo/people/ — inspectors and team leaders: they pass a car, or send it back to those who worked on it.
import { workersOf } from '@zhunshi/shared/domain/job.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import { workedShare } from './atWork.ts';
import { first, handOf, type Act, type Seen } from './seen.ts';
import { troubleOf } from './trouble.ts';

/** The final inspection ends: passed, or failed once where luck will have it. */
export function inspecting(seen: Seen, job: Job): Act | null {
  const { state, luck } = seen;
  return first(job.operations, (operation) => {
    const over =
      operation.kind === 'inspection' && operation.status === 'running' && workedShare(seen, job, operation) >= 1;
    if (!over) return null;
    const by = handOf(seen, operation);
    const failedBefore = job.inspections.some(({ passed }) => !passed);
    const culprit = lastWork(job);
    if (culprit && !failedBefore && troubleOf(luck, job).failsInspection) {
      const minutes = Math.round(luck.between(8, 25, 'rework', job));
      const defects = [{ operation: culprit.id, kind: 'incomplete' as const, minutes }];
      return { by, command: { type: 'FailInspection', job: job.id, level: 'final', defects, note: null } };
    }
    const points = job.orders.flatMap(({ serviceType }) => state.shop?.rules.inspections[serviceType]?.points ?? []);
    const ticked = [...new Set(points)];
    return { by, command: { type: 'PassInspection', job: job.id, operation: operation.id, points: ticked } };
  });
}

/** A team leader who did not work on the car looks at it when its work is done, where the shop asks for that [INS-3]. */
export function leaderInspection({ state }: Seen, job: Job): Act | null {
  const asked = job.orders.some(({ serviceType }) => state.shop?.rules.inspections[serviceType]?.leader === true);
  const work = job.operations.filter(({ kind }) => kind === 'work');
  if (!asked || job.readyAt !== null || work.some(({ status }) => status !== 'done')) return null;
  const doneAt = Math.max(0, ...work.map(({ since }) => since));
  if (job.inspections.some(({ level, at }) => level === 'leader' && at >= doneAt)) return null;
  const workers = workersOf(job);
  const leader = Object.values(state.staff).find(
    ({ id, roles, present }) => present && roles.includes('teamLeader') && !workers.has(id),
  );
  return leader
    ? { by: leader.id, command: { type: 'RecordInspection', job: job.id, level: 'leader', operation: null } }
    : null;
}

function lastWork(job: Job): Operation | undefined {
  return job.operations.findLast(({ kind, unattended }) => kind === 'work' && !unattended);
}
