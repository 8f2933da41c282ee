// panel/ — a job's stage → the six steps of a visit, and how far it is.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Stage } from '@zhunshi/shared/domain/words.ts';

export type StepState = 'done' | 'now' | 'held' | 'open' | 'none';

/** Step of a visit that a stage belongs to: check-in, dispatch, work, inspection, wash, hand-over. */
const stepOf: Record<Stage, number> = {
  booked: 0,
  waiting: 1,
  dispatched: 1,
  working: 2,
  held: 2,
  inspecting: 3,
  washing: 4,
  ready: 5,
  delivered: 6,
  cancelled: 0,
};

/** True of a car that came back from its inspection: it is in the work again, whatever queue it stands in. */
export function isInRework({ operations }: Pick<Job, 'operations'>): boolean {
  return operations.some(({ reworkOf, status }) => reworkOf !== null && status !== 'done');
}

/** How each of the six steps stands; `none` where the car does without it. */
export function stageSteps(job: Job, stage: Stage): StepState[] {
  const queues = stage === 'waiting' || stage === 'dispatched';
  const now = queues && isInRework(job) ? stepOf.working : stepOf[stage];
  const has = (kind: 'inspection' | 'wash'): boolean => job.operations.some((operation) => operation.kind === kind);
  return [0, 1, 2, 3, 4, 5].map((step) => {
    if ((step === 3 && !has('inspection')) || (step === 4 && !has('wash'))) return 'none';
    if (step < now) return 'done';
    if (step > now) return 'open';
    return stage === 'held' ? 'held' : 'now';
  });
}
