// plan/ — whom to suggest for work on a bay: able, here, soonest free, and the one who knows the car before others.
import { whyNotCrew } from '../domain/deciders/dispatching.ts';
import type { Job, Operation, ShopState } from '../domain/state.ts';
import type { Instant, StaffId } from '../domain/words.ts';

/**
 * One person for these operations of a car, as a list so that it fits a crew; empty when nobody here can do them.
 * Least minutes ahead of them first; then whoever worked on the car; then those for whom it is their first work type.
 */
export function suggestCrew(state: ShopState, job: Job, operations: Operation[], at: Instant): StaffId[] {
  const ahead = minutesAhead(state);
  const worked = new Set(job.operations.flatMap(({ crew }) => crew));
  const rank = (staff: StaffId): [number, number, number] => {
    const first = state.staff[staff]?.workTypes[0];
    return [
      ahead.get(staff) ?? 0,
      worked.has(staff) ? 0 : 1,
      operations.some(({ workType }) => workType === first) ? 0 : 1,
    ];
  };
  const able = Object.keys(state.staff).filter((staff) => whyNotCrew(state, job, operations, [staff], at) === null);
  const [best] = able
    .map((staff) => ({ staff, rank: rank(staff) }))
    .sort((a, b) => {
      const apart = a.rank.map((value, index) => value - (b.rank[index] ?? 0)).find((difference) => difference !== 0);
      return apart ?? a.staff.localeCompare(b.staff);
    });
  return best ? [best.staff] : [];
}

/** Standard minutes that wait for each person, running work included. */
function minutesAhead(state: ShopState): Map<StaffId, number> {
  const ahead = new Map<StaffId, number>();
  for (const job of Object.values(state.jobs)) {
    for (const { status, crew, minutes, unattended } of job.operations) {
      if (unattended || (status !== 'running' && status !== 'dispatched')) continue;
      for (const staff of crew) ahead.set(staff, (ahead.get(staff) ?? 0) + minutes);
    }
  }
  return ahead;
}
