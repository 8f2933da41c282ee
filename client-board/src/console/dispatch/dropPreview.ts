// dispatch/ — what a drop would do, before it is done: tried on the fold with the same rules as the server's.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { dispatchable, whyNotDrop } from '@zhunshi/shared/domain/dispatchable.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Job, Operation, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { BayCode, Instant, OperationId, StaffId } from '@zhunshi/shared/domain/words.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';
import { suggestCrew } from '@zhunshi/shared/plan/suggestCrew.ts';

/** A drop that would be accepted. */
export interface DropPreview {
  operations: OperationId[];
  crew: StaffId[];
  /** Where the work would lie, and when the whole car would be done. */
  startAt: Instant | null;
  workUntil: Instant | null;
  finishAt: Instant | null;
  slackMinutes: number | null;
}

/** Why each bay would refuse the car, in the order of the floor; null where it may be dropped. */
export function dropTargets(state: ShopState, job: Job, at: Instant): ReadonlyMap<BayCode, Refusal | null> {
  const bays = Object.values(state.bays).sort((a, b) => a.position - b.position);
  return new Map(bays.map(({ code }) => [code, whyNotDrop(state, job, code, at)]));
}

/** Tries the drop with the suggested crew and predicts what follows. Costs one prediction: for the bay under the hand only. */
export function dropPreview(state: ShopState, job: Job, bay: BayCode, asOf: Instant): DropPreview {
  const operations = dispatchable(state, job, bay);
  const crew = suggestCrew(state, job, operationsOf(job, operations), asOf);
  const nothing = { operations, crew, startAt: null, workUntil: null, finishAt: null, slackMinutes: null };
  const id = '00000000-0000-7000-8000-000000000000';
  const decided = decide(state, { id, type: 'Dispatch', job: job.id, operations, bay, crew }, { at: asOf, by: null });
  if (!decided.ok) return nothing;
  const last = Number.MAX_SAFE_INTEGER;
  const after = foldEntry(state, { version: last, at: asOf, by: null, commandId: id, events: decided.value });
  const predicted = forecast(after, asOf).jobs.get(job.id);
  const parts = operations.flatMap((operation) => predicted?.operations.get(operation) ?? []);
  return {
    ...nothing,
    startAt: parts.length > 0 ? Math.min(...parts.map(({ startAt }) => startAt)) : null,
    workUntil: parts.length > 0 ? Math.max(...parts.map(({ finishAt }) => finishAt)) : null,
    finishAt: predicted?.finishAt ?? null,
    slackMinutes: predicted?.slackMinutes ?? null,
  };
}

/** The operations themselves, in the job's order. */
export function operationsOf(job: Job, ids: readonly OperationId[]): Operation[] {
  return job.operations.filter(({ id }) => ids.includes(id));
}

/** Operations that dragging the car back among those that wait would recall. */
export function recallable(job: Job): OperationId[] {
  return job.operations.filter(({ status, runs }) => status === 'dispatched' && runs.length === 0).map(({ id }) => id);
}
