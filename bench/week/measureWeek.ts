// bench/week/ — prediction measured: how often the late warning is right, on seeds that were tuned on and one that never was, and how
// long prediction and alarms take for 200 open jobs.
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { Spread } from '../figures.ts';
import { LateWarnings, type WarningFigures } from './lateWarnings.ts';
import { predictionTime } from './predictionTime.ts';
import { simulateWeek } from './simulateWeek.ts';

/** Prediction was tuned on these. */
const tunedSeeds = ['week-1', 'week-2', 'week-3'];
/** Never looked at while tuning. */
const heldOutSeeds = ['held-out-1', 'held-out-2', 'held-out-3'];
/** Durations stray by about a quarter. */
const SPREAD = 0.25;
const DAYS = 6;
const PEOPLE_WHO_ACT = 8;

export interface WeekFigures extends WarningFigures {
  seed: string;
  tuned: boolean;
  /** Cars handed over on time, of those handed over. */
  settledRate: number;
}

export interface PredictionFigures {
  weeks: WeekFigures[];
  openJobs: number;
  predictionMs: Spread;
}

/** Measures all of it; `quick`: two days of one seed each. */
export async function measureWeeks(quick: boolean): Promise<PredictionFigures> {
  const chosen = [
    ...tunedSeeds.map((seed) => ({ seed, tuned: true })),
    ...heldOutSeeds.map((seed) => ({ seed, tuned: false })),
  ].filter((_one, index) => !quick || index % 3 === 0);
  const weeks: WeekFigures[] = [];
  for (const { seed, tuned } of chosen) weeks.push({ seed, tuned, ...(await warningsOf(seed, quick ? 2 : DAYS)) });
  return { weeks, ...(await predictionTime(quick ? 5 : 60)) };
}

/** The warnings of one week. */
async function warningsOf(seed: string, days: number): Promise<WarningFigures & { settledRate: number }> {
  const warnings = new LateWarnings(2);
  const look = (state: ShopState, at: Instant): void => warnings.look(state, at);
  const week = await simulateWeek({ seed, days, spread: SPREAD, tickMinutes: 2, onMinute: look });
  const figures = Object.values(week.state.days);
  const delivered = figures.reduce((sum, day) => sum + day.delivered, 0);
  const onTime = figures.reduce((sum, day) => sum + day.onTime, 0);
  return { ...warnings.figures(PEOPLE_WHO_ACT), settledRate: onTime / Math.max(1, delivered) };
}
