// domain/ — cars that return for the same fault 外返: the visits that one may come back from.
import { refusal, type Refusal } from './refusals.ts';
import type { ShopState } from './state.ts';
import type { Instant, JobId, VehicleRef } from './words.ts';

const DAY = 86_400_000;

/** A visit of a car that is over. */
export interface PriorVisit {
  job: JobId;
  handedOverAt: Instant;
}

/** Visits of a car that it may come back from now, the latest first [CMB-1]. */
export function priorVisits(state: ShopState, vehicle: VehicleRef, at: Instant): PriorVisit[] {
  return Object.entries(state.visits)
    .filter(([, visit]) => visit.vehicle === vehicle && isSoonAfter(state, visit.handedOverAt, at))
    .map(([job, { handedOverAt }]) => ({ job, handedOverAt }))
    .sort((a, b) => b.handedOverAt - a.handedOverAt);
}

/**
 * Why a visit does not come back from an earlier one: that was another car's, is not over, or was too long ago [CMB-1].
 *
 * @param later the visit that comes back; `agreedAt`: when it was agreed, which is when the fault was reported; `cameAt`: when
 *   the car came
 */
export function whyNotComeback(
  state: ShopState,
  of: JobId,
  later: { vehicle: VehicleRef; agreedAt: Instant; cameAt: Instant },
): Refusal | null {
  const visit = state.visits[of];
  const earlier = visit?.vehicle === later.vehicle && visit.handedOverAt <= later.cameAt;
  if (earlier && isSoonAfter(state, visit.handedOverAt, later.agreedAt)) return null;
  return refusal('notAComeback', { job: of, days: comebackDays(state) });
}

function isSoonAfter(state: ShopState, handedOverAt: Instant, at: Instant): boolean {
  return at - handedOverAt <= comebackDays(state) * DAY;
}

function comebackDays({ shop }: ShopState): number {
  return shop?.rules.comebackDays ?? 0;
}
