// figures/ — the periods that the page offers, by the shop's days.
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { Period } from '@zhunshi/shared/plan/onTimeFigures.ts';
import { addDays, localDay, weekday } from '@zhunshi/shared/time/shopTime.ts';

export const presets = ['today', 'week', 'month'] as const;
export type Preset = (typeof presets)[number];

/** Today, the week since Monday, or the month since the first: up to today, for nothing falls due tomorrow already [FIG-13]. */
export function periodOf(preset: Preset, asOf: Instant, timeZone: string): Period {
  const to = localDay(asOf, timeZone);
  const sinceMonday = (weekday(to) + 6) % 7;
  const from = { today: to, week: addDays(to, -sinceMonday), month: `${to.slice(0, 7)}-01` };
  return { from: from[preset], to };
}
