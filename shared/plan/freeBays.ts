// plan/ — bays that are free now: which there are, and which of them is best for a piece of work. Asked by alarms and by whoever dispatches.
import { bayOf, isOpen } from '../domain/job.ts';
import { whyNotBeforeReservation } from '../domain/reservations.ts';
import type { Bay, Job, Operation, ShopState } from '../domain/state.ts';
import type { BayCode, Instant } from '../domain/words.ts';

/** Open bays with room for one more car, those counted that stand there and those that are dispatched there. Found once for all cars. */
export function freeBaysOf(state: ShopState): Bay[] {
  const cars = new Map<BayCode, Set<Job>>();
  const comes = (bay: BayCode | null, job: Job): void => {
    if (bay !== null) cars.set(bay, (cars.get(bay) ?? new Set<Job>()).add(job));
  };
  for (const job of Object.values(state.jobs)) {
    if (!isOpen(job)) continue;
    comes(bayOf(job), job);
    for (const { status, bay } of job.operations) if (status === 'dispatched') comes(bay, job);
  }
  return Object.values(state.bays).filter(
    ({ code, closed, capacity }) => closed === null && (cars.get(code)?.size ?? 0) < capacity,
  );
}

/** Those of the bays that can do the work, the best first: where it is the first of what can be done there, then in the order of the floor. */
export function bestBaysFor(bays: readonly Bay[], { workType }: Pick<Operation, 'workType'>): Bay[] {
  return bays
    .filter(({ workTypes }) => workTypes.includes(workType))
    .sort((a, b) => a.workTypes.indexOf(workType) - b.workTypes.indexOf(workType) || a.position - b.position);
}

/** The best free bay for a car's work, none that is kept for another car before the work would be done [RSV-3]. */
export function freeBayFor(
  state: ShopState,
  bays: readonly Bay[],
  job: Job,
  operation: Operation,
  at: Instant,
): BayCode | null {
  const best = bestBaysFor(bays, operation);
  return best.find(({ code }) => whyNotBeforeReservation(state, job, [operation], code, at) === null)?.code ?? null;
}
