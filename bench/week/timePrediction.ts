// bench/week/ — how long prediction and alarms take for 200 open jobs. Run as built (see predictionTime.ts): what compiles on the fly adds
// to every function, and the product does not run so.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import { isHere, isOpen } from '@zhunshi/shared/domain/job.ts';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { alarmsOf } from '@zhunshi/shared/plan/alarms.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';
import { simulateWeek } from './simulateWeek.ts';

/** Runs before the ones that count. */
const WARM_UP = 20;
const OPEN_JOBS = 200;

/** Times of so many runs, ms. */
export interface PredictionTimes {
  openJobs: number;
  times: number[];
}

/** Prediction and alarms of a shop with so many open jobs, in the middle of a day, ms. */
async function timesOf(runs: number): Promise<PredictionTimes> {
  const seen: { state: ShopState; at: Instant }[] = [];
  const keep = (state: ShopState, at: Instant): void => {
    if (seen.length === 0 && Object.values(state.jobs).filter(isHere).length >= 25) seen.push({ state, at });
  };
  await simulateWeek({ seed: 'full', days: 1, spread: 0.25, tickMinutes: 5, onMinute: keep });
  const [full] = seen;
  if (!full) throw new Error('the day never had 25 cars in the shop');
  const { at: fullAt } = full;
  const crowded = crowd(full.state, fullAt);
  const times: number[] = [];
  for (let run = 0; run < runs + WARM_UP; run += 1) {
    // A state of its own each time: what is kept by state does not count.
    const fresh = { ...crowded };
    const begun = performance.now();
    alarmsOf(fresh, forecast(fresh, fullAt), fullAt);
    times.push(performance.now() - begun);
  }
  return { openJobs: Object.values(crowded.jobs).filter(isOpen).length, times: times.slice(WARM_UP) };
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

console.log(JSON.stringify(await timesOf(Number(process.argv[2]))));
