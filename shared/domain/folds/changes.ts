// domain/folds/ — changing one job, operation, bay or member of staff of the state; and what an entry says about its events.
import type { Actor } from '../entry.ts';
import type { EventOf, EventType } from '../events.ts';
import type { Bay, Job, Operation, ShopState, StaffMember } from '../state.ts';
import type { BayCode, Instant, JobId, OperationId, StaffId } from '../words.ts';

/** What an entry says about all of its events. */
export interface Stamp {
  version: number;
  at: Instant;
  by: Actor;
}

/** The state after an event of some types. */
export type Folds<Types extends EventType> = {
  [Type in Types]: (state: ShopState, event: EventOf<Type>, stamp: Stamp) => ShopState;
};

/** An event names what `decide` has seen; if it is not there, the log and the code disagree, and that is a bug. */
export function must<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The log speaks of ${what}, which is not there`);
  return value;
}

export function withJob(state: ShopState, job: Job): ShopState {
  return { ...state, jobs: { ...state.jobs, [job.id]: job } };
}

export function withoutJob(state: ShopState, id: JobId): ShopState {
  const { [id]: _gone, ...jobs } = state.jobs;
  return { ...state, jobs };
}

export function changeJob(state: ShopState, id: JobId, change: (job: Job) => Job): ShopState {
  return withJob(state, change(must(state.jobs[id], `job ${id}`)));
}

export function changeOperation(
  state: ShopState,
  job: JobId,
  id: OperationId,
  change: (operation: Operation) => Operation,
): ShopState {
  return changeJob(state, job, (found) => {
    must(
      found.operations.find((operation) => operation.id === id),
      `operation ${id} of job ${job}`,
    );
    return {
      ...found,
      operations: found.operations.map((operation) => (operation.id === id ? change(operation) : operation)),
    };
  });
}

export function changeStaff(state: ShopState, id: StaffId, change: Partial<StaffMember>): ShopState {
  return { ...state, staff: { ...state.staff, [id]: { ...must(state.staff[id], `staff ${id}`), ...change } } };
}

export function changeBay(state: ShopState, code: BayCode, change: Partial<Bay>): ShopState {
  return { ...state, bays: { ...state.bays, [code]: { ...must(state.bays[code], `bay ${code}`), ...change } } };
}
