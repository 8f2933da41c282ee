// plan/ — the lateness of a period for the manager: what was excused or is to be judged, for spot checks; and why cars were late.
import type { Excuse, ShopState, Visit } from '../domain/state.ts';
import type { Instant, JobId, LateCause, LocalDay, NoteKey, StaffId, VehicleRef } from '../domain/words.ts';
import { isWithin, type Period } from './onTimeFigures.ts';

/** A hand-over whose lateness was said to be the customer's doing. */
export interface ExcusedVisit {
  job: JobId;
  vehicle: VehicleRef;
  advisor: StaffId;
  /** Who handed it over, and so does not judge it [OTR-8]. */
  handedOverBy: StaffId | null;
  handedOverAt: Instant;
  day: LocalDay;
  promisedAt: Instant | null;
  excuse: Exclude<Excuse, 'none'>;
  note: NoteKey | null;
}

/** How many cars were late for a cause; null: the clock saw none, the customer said so afterwards [OTR-7]. */
export interface CauseCount {
  cause: LateCause | null;
  count: number;
}

/** Hand-overs of the period that were excused or wait for it [FIG-5]: those to be judged first, then the latest. */
export function excusedVisits({ visits }: ShopState, period: Period): ExcusedVisit[] {
  const rank = ({ excuse }: ExcusedVisit): number => (excuse === 'asked' ? 0 : 1);
  return Object.entries(visits)
    .flatMap(([job, { vehicle, advisor, handedOverAt, handOver }]): ExcusedVisit[] => {
      const { excuse, day, promisedAt, note, by } = handOver;
      if (excuse === 'none' || !isWithin(day, period)) return [];
      return [{ job, vehicle, advisor, handedOverBy: by, handedOverAt, day, promisedAt, excuse, note }];
    })
    .sort((a, b) => rank(a) - rank(b) || b.handedOverAt - a.handedOverAt || a.job.localeCompare(b.job));
}

/** Why cars handed over in the period were late, the most frequent cause first; those excused apart [FIG-6]. */
export function lateCausesOf({ visits }: ShopState, period: Period): CauseCount[] {
  const counts = new Map<LateCause | null, number>();
  for (const { handOver } of Object.values(visits).filter((visit) => isLate(visit, period))) {
    counts.set(handOver.cause, (counts.get(handOver.cause) ?? 0) + 1);
  }
  return [...counts]
    .map(([cause, count]) => ({ cause, count }))
    .sort((a, b) => b.count - a.count || (a.cause ?? '').localeCompare(b.cause ?? ''));
}

function isLate({ handOver }: Visit, period: Period): boolean {
  return handOver.onTime === false && handOver.excuse !== 'confirmed' && isWithin(handOver.day, period);
}
