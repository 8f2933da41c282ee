// dispatch/ — what a drop would do, before it is done: tried on the fold with the same rules as the server's.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { dispatchable, whyNotDrop } from '@zhunshi/shared/domain/dispatchable.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Job, Operation, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { BayCode, Instant, JobId, OperationId, StaffId } from '@zhunshi/shared/domain/words.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';
import type { Forecast } from '@zhunshi/shared/plan/forecast.ts';
import { suggestCrew } from '@zhunshi/shared/plan/suggestCrew.ts';
import { bayMove } from './bayMove.ts';

/** Another car's promise that would be kept without the drop and not with it. */
export interface BrokenPromise {
  job: JobId;
  lateMinutes: number;
}

/** A drop that would be accepted. */
export interface DropPreview {
  operations: OperationId[];
  crew: StaffId[];
  /** Where the work would lie, and when the whole car would be done. */
  startAt: Instant | null;
  workUntil: Instant | null;
  finishAt: Instant | null;
  slackMinutes: number | null;
  /** Promises of other cars that it would break, the latest first [DRG-1]. */
  breaks: BrokenPromise[];
}

/** The id of what is only tried. */
const tried = '00000000-0000-7000-8000-000000000000';

/** Why each bay would refuse the car, in the order of the floor; null where it may be dropped. */
export function dropTargets(state: ShopState, job: Job, at: Instant): ReadonlyMap<BayCode, Refusal | null> {
  const bays = Object.values(state.bays).sort((a, b) => a.position - b.position);
  return new Map(bays.map(({ code }) => [code, whyNotDrop(state, job, code, at)]));
}

/** Previews of one state: a hand that goes to and fro over the bays asks for each once. */
const known = new WeakMap<ShopState, Map<string, DropPreview>>();

/**
 * Tries the drop with the suggested crew, or the move of work that is under way (`moving`), and predicts what follows. Costs one
 * prediction: for the bay under the hand only.
 */
export function dropPreview(state: ShopState, job: Job, bay: BayCode, asOf: Instant, moving: Operation | null = null) {
  const key = [job.id, bay, asOf, moving?.id].join(' ');
  const previews = known.get(state) ?? new Map<string, DropPreview>();
  known.set(state, previews);
  const before = previews.get(key);
  if (before) return before;
  const made = moving ? movePreview(state, job, bay, asOf, moving) : suggestedPreview(state, job, bay, asOf);
  previews.set(key, made);
  return made;
}

function suggestedPreview(state: ShopState, job: Job, bay: BayCode, asOf: Instant): DropPreview {
  const operations = dispatchable(state, job, bay);
  return dispatchPreview(state, job, { operations, bay, crew: crewFor(state, job, operations, asOf) }, asOf);
}

/** Who would do it: those who have it already, where it only changes its bay; else whoever is suggested. */
export function crewFor(state: ShopState, job: Job, ids: readonly OperationId[], asOf: Instant): StaffId[] {
  const operations = operationsOf(job, ids);
  const [first] = operations;
  const crew = first?.crew ?? [];
  const theirs = operations.every((one) => one.status === 'dispatched' && one.crew.join() === crew.join());
  return theirs && crew.length > 0 ? crew : suggestCrew(state, job, operations, asOf);
}

/** The same for what a person has chosen. */
export function dispatchPreview(
  state: ShopState,
  job: Job,
  wanted: { operations: readonly OperationId[]; bay: BayCode | null; crew: readonly StaffId[] },
  asOf: Instant,
): DropPreview {
  const { bay } = wanted;
  const [operations, crew] = [[...wanted.operations], [...wanted.crew]];
  const command = {
    id: tried,
    type: 'Dispatch' as const,
    job: job.id,
    operations,
    bay,
    crew,
    despiteReservation: true,
  };
  return after(state, job, command, { operations, crew }, asOf);
}

function movePreview(state: ShopState, job: Job, bay: BayCode, asOf: Instant, operation: Operation): DropPreview {
  const { id, crew } = operation;
  return after(state, job, { id: tried, ...bayMove(job, operation, bay) }, { operations: [id], crew }, asOf);
}

function after(
  state: ShopState,
  job: Job,
  command: Command,
  { operations, crew }: Pick<DropPreview, 'operations' | 'crew'>,
  asOf: Instant,
): DropPreview {
  const nothing = { operations, crew, startAt: null, workUntil: null, finishAt: null, slackMinutes: null, breaks: [] };
  const decided = decide(state, command, { at: asOf, by: null });
  if (!decided.ok) return nothing;
  const last = Number.MAX_SAFE_INTEGER;
  const then = foldEntry(state, { version: last, at: asOf, by: null, commandId: tried, events: decided.value });
  const predicted = forecast(then, asOf);
  const ofJob = predicted.jobs.get(job.id);
  const parts = operations.flatMap((operation) => ofJob?.operations.get(operation) ?? []);
  return {
    ...nothing,
    startAt: parts.length > 0 ? Math.min(...parts.map(({ startAt }) => startAt)) : null,
    workUntil: parts.length > 0 ? Math.max(...parts.map(({ finishAt }) => finishAt)) : null,
    finishAt: ofJob?.finishAt ?? null,
    slackMinutes: ofJob?.slackMinutes ?? null,
    breaks: brokenBy(forecast(state, asOf), predicted, job.id),
  };
}

/** Other cars that would be in time as it is, and late after it. */
function brokenBy(without: Forecast, withIt: Forecast, self: JobId): BrokenPromise[] {
  const broken = [...withIt.jobs].flatMap(([job, { slackMinutes }]): BrokenPromise[] => {
    const before = without.jobs.get(job)?.slackMinutes ?? null;
    const breaks = job !== self && before !== null && before >= 0 && slackMinutes !== null && slackMinutes < 0;
    return breaks ? [{ job, lateMinutes: -slackMinutes }] : [];
  });
  return broken.sort((a, b) => b.lateMinutes - a.lateMinutes);
}

/** The operations themselves, in the job's order. */
export function operationsOf(job: Job, ids: readonly OperationId[]): Operation[] {
  return job.operations.filter(({ id }) => ids.includes(id));
}

/** Operations that dragging the car back among those that wait would recall. */
export function recallable(job: Job): OperationId[] {
  return job.operations.filter(({ status, runs }) => status === 'dispatched' && runs.length === 0).map(({ id }) => id);
}
