// plan/ — whom to suggest for work on a bay: able, here, soonest free, and the one who knows the car before others.
import { whyNotCrew } from '../domain/deciders/dispatching.ts';
import { isPause } from '../domain/job.ts';
import { breakEndOf } from './breakEnd.ts';
import type { Job, Operation, ShopState } from '../domain/state.ts';
import type { Instant, StaffId } from '../domain/words.ts';

/**
 * One person for these operations of a car, as a list so that it fits a crew; empty when nobody here can do them.
 * Least minutes ahead of them first, the rest of a break included [PLN-10]; then whoever worked on the car; then those for whom it is their first work type.
 */
export function suggestCrew(state: ShopState, job: Job, operations: Operation[], at: Instant): StaffId[] {
  const ahead = minutesAhead(state, at);
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

/** Minutes until each person would begin: until they are back, then what waits for them in standard minutes, running work included. */
function minutesAhead(state: ShopState, at: Instant): Map<StaffId, number> {
  const ahead = new Map<StaffId, number>();
  for (const member of Object.values(state.staff)) {
    const back = breakEndOf(member);
    if (back !== null) ahead.set(member.id, Math.max(0, back - at) / 60_000);
  }
  for (const job of Object.values(state.jobs)) {
    for (const { status, crew, minutes, unattended, hold } of job.operations) {
      const waits = status === 'running' || status === 'dispatched' || (status === 'held' && isPause(hold));
      if (unattended || !waits) continue;
      for (const staff of crew) ahead.set(staff, (ahead.get(staff) ?? 0) + minutes);
    }
  }
  return ahead;
}
