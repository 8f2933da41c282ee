// domain/ — what must have been inspected of a car before its final inspection can pass, and what of it is missing.
import { refusal, type Refusal } from './refusals.ts';
import type { InspectionPlan, Job, Operation, ShopState } from './state.ts';

/** What the orders of a job ask for together: each of them by its service type. */
export function inspectionPlanOf(state: ShopState, job: Job): InspectionPlan {
  const rules = state.shop?.rules.inspections ?? {};
  const plans = job.orders.flatMap(({ serviceType }) => rules[serviceType] ?? []);
  return {
    self: plans.some(({ self }) => self),
    leader: plans.some(({ leader }) => leader),
    points: [...new Set(plans.flatMap(({ points }) => points))],
  };
}

/** True of work that one of its crew has signed. It is signed when it is done, and what is done stays done. */
export function isSigned(job: Job, { id }: Operation): boolean {
  return job.inspections.some(({ level, operation }) => level === 'self' && operation === id);
}

/** True while a team leader's look holds: it passed, no work was done since, and nothing failed since [INS-7]. */
export function isSeenByLeader(job: Job): boolean {
  const last = job.inspections.findLast(({ level, passed }) => level === 'leader' || !passed);
  if (!last?.passed) return false;
  const ends = job.operations
    .filter(({ kind }) => kind === 'work')
    .flatMap(({ runs }) => runs.map(({ to }) => to ?? 0));
  return last.at >= Math.max(0, ...ends);
}

/** What is missing of the record: a crew's signature, the leader's look, points that are not ticked [INS-4]. */
export function whyNotComplete(state: ShopState, job: Job, ticked: readonly string[]): Refusal | null {
  const plan = inspectionPlanOf(state, job);
  const unsigned = job.operations.find((one) => one.kind === 'work' && !one.unattended && !isSigned(job, one));
  if (plan.self && unsigned) {
    return refusal('inspectionMissing', { job: job.id, level: 'self', operation: unsigned.id });
  }
  if (plan.leader && !isSeenByLeader(job)) {
    return refusal('inspectionMissing', { job: job.id, level: 'leader', operation: null });
  }
  const points = plan.points.filter((point) => !ticked.includes(point));
  return points.length > 0 ? refusal('pointsMissing', { points }) : null;
}
