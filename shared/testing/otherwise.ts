// testing/ — the same shop, but otherwise in one thing: for what another part of the rules makes of it.
import type { AlarmLimit, Job, Operation, ShopState, StaffMember } from '../domain/state.ts';
import type { AlarmCode, Instant } from '../domain/words.ts';

/** A shop at a moment. */
export interface Seen {
  state: ShopState;
  now: Instant;
}

/** With a job that is otherwise. */
export function withJob({ state, now }: Seen, id: string, change: (job: Job) => Partial<Job>): Seen {
  const job = state.jobs[id];
  if (!job) throw new Error(`No job ${id}`);
  return { state: { ...state, jobs: { ...state.jobs, [id]: { ...job, ...change(job) } } }, now };
}

/** With an operation that is otherwise. */
export function withOperation(seen: Seen, id: string, operation: string, change: Partial<Operation>): Seen {
  return withJob(seen, id, ({ operations }) => ({
    operations: operations.map((one) => (one.id === operation ? { ...one, ...change } : one)),
  }));
}

/** With a member of staff who is otherwise. */
export function withStaff({ state, now }: Seen, id: string, change: Partial<StaffMember>): Seen {
  const member = state.staff[id];
  if (!member) throw new Error(`No staff ${id}`);
  return { state: { ...state, staff: { ...state.staff, [id]: { ...member, ...change } } }, now };
}

/** With another limit of an alarm. */
export function withLimit({ state, now }: Seen, code: AlarmCode, change: Partial<AlarmLimit>): Seen {
  const { shop } = state;
  if (!shop) throw new Error('No shop');
  const alarms = { ...shop.rules.alarms, [code]: { ...shop.rules.alarms[code], ...change } };
  return { state: { ...state, shop: { ...shop, rules: { ...shop.rules, alarms } } }, now };
}
