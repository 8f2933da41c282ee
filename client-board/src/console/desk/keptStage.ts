// desk/ — the stage of a job, derived once: a job never changes, a change makes another one. Every list of the console asks for it.
import { stageOf } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Stage } from '@zhunshi/shared/domain/words.ts';

const known = new WeakMap<Job, Stage>();

/** `stageOf`, remembered [STG-1]. */
export function keptStageOf(job: Job): Stage {
  const before = known.get(job);
  if (before) return before;
  const stage = stageOf(job);
  known.set(job, stage);
  return stage;
}

/** Jobs by stage, each stage in the order of the jobs. */
export function byStage(jobs: readonly Job[]): ReadonlyMap<Stage, Job[]> {
  const stages = new Map<Stage, Job[]>();
  for (const job of jobs) {
    const stage = keptStageOf(job);
    const list = stages.get(stage);
    if (list) list.push(job);
    else stages.set(stage, [job]);
  }
  return stages;
}
