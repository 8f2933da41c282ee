// time/ — how long was really worked on something, breaks and nights left out.
import type { Operation, ShopConfig } from '../domain/state.ts';
import type { Instant } from '../domain/words.ts';
import { WorkCalendar } from './workCalendar.ts';

/** Working minutes that an operation has had until a moment, to the tenth; null for what runs unattended: nobody works on it. */
export function workedMinutesOf(shop: ShopConfig, { runs, unattended }: Operation, at: Instant): number | null {
  const [first] = runs;
  if (unattended || !first) return null;
  const calendar = WorkCalendar.of(shop, first.from);
  const worked = runs.reduce((sum, run) => sum + calendar.between(run.from, run.to ?? at), 0);
  return Math.round(worked / 6_000) / 10;
}
