// bench/week/ — prediction measured: how often the late warning is right, on seeds that were tuned on and one that never was, and how
// long prediction and alarms take for 200 open jobs.
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { isHere, isOpen } from '@zhunshi/shared/domain/job.ts';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { alarmsOf } from '@zhunshi/shared/plan/alarms.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';
import { spreadOf, type Spread } from '../figures.ts';
import { LateWarnings, type WarningFigures } from './lateWarnings.ts';
import { simulateWeek } from './simulateWeek.ts';

/** Prediction was tuned on these. */
const tunedSeeds = ['week-1', 'week-2', 'week-3'];
/** Never looked at while tuning. */
const heldOutSeeds = ['held-out-1', 'held-out-2', 'held-out-3'];
/** Durations stray by about a quarter. */
const SPREAD = 0.25;
const DAYS = 6;
const PEOPLE_WHO_ACT = 8;
const OPEN_JOBS = 200;

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
  return { weeks, ...(await timeOf(quick ? 5 : 40)) };
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

/** Prediction and alarms of a shop with so many open jobs, in the middle of a day, ms. */
async function timeOf(runs: number): Promise<Pick<PredictionFigures, 'openJobs' | 'predictionMs'>> {
  const seen: { state: ShopState; at: Instant }[] = [];
  const keep = (state: ShopState, at: Instant): void => {
    if (seen.length === 0 && Object.values(state.jobs).filter(isHere).length >= 25) seen.push({ state, at });
  };
  await simulateWeek({ seed: 'full', days: 1, spread: SPREAD, tickMinutes: 5, onMinute: keep });
  const [full] = seen;
  if (!full) throw new Error('the day never had 25 cars in the shop');
  const { at: fullAt } = full;
  const crowded = crowd(full.state, fullAt);
  const times: number[] = [];
  for (let run = 0; run < runs + 5; run += 1) {
    // A state of its own each time: what is kept by state does not count.
    const fresh = { ...crowded };
    const begun = performance.now();
    alarmsOf(fresh, forecast(fresh, fullAt), fullAt);
    times.push(performance.now() - begun);
  }
  return { openJobs: Object.values(crowded.jobs).filter(isOpen).length, predictionMs: spreadOf(times.slice(5)) };
}

/** The same shop with copies of its booked and waiting cars checked in, until 200 jobs are open. */
function crowd(state: ShopState, at: Instant): ShopState {
  let crowded = state;
  const jobs = Object.values(state.jobs).filter(isOpen);
  for (let turn = 0; Object.values(crowded.jobs).filter(isOpen).length < OPEN_JOBS; turn += 1) {
    const like = jobs[turn % jobs.length];
    const [order] = like?.orders ?? [];
    if (!like || !order) continue;
    const number = `C${String(turn)}`;
    const work = like.operations.filter(({ kind, reworkOf }) => kind === 'work' && reworkOf === null);
    const { advisor, serviceType, payer } = order;
    const command: Command = {
      id: `019a0000-0000-7000-8000-${(turn + 1e9).toString(16).padStart(12, '0')}`,
      type: 'ReceiveWalkIn',
      order: number,
      vehicle: `v_${number}`,
      customer: `p_${number}`,
      advisor,
      serviceType,
      payer,
      mileageKm: null,
      operations: work.map(({ name, minutes }) => ({ name, minutes })),
      promisedAt: at + (60 + (turn % 30) * 20) * 60_000,
      promiseKind: 'firm',
      waits: 'lounge',
      wash: turn % 2 === 0,
      hasWords: false,
      comebackOf: null,
    };
    const decided = decide(crowded, command, { at, by: 'P29' });
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.refusal)}`);
    const version = 1_000_000 + turn;
    crowded = foldEntry(crowded, { version, at, by: 'P29', commandId: command.id, events: decided.value });
  }
  return crowded;
}
