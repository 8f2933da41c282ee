// bench/week/ — what is rare in a workshop and yet happens every week: walk-ins, bookings by telephone, a comeback, leave, overtime,
// a hand that slips on the board, orders that are split and merged.
import type { CommandOf } from '@zhunshi/shared/domain/commands.ts';
import { isHere, isOpen, stageOf } from '@zhunshi/shared/domain/job.ts';
import type { Job, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Actor } from '@zhunshi/shared/domain/entry.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { addDays, instantOf, localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import type { Luck } from '../../server/demo/people/luck.ts';
import type { Act } from '../../server/demo/people/seen.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Rare {
  luck: Luck;
  /** 0 for Monday. */
  turn: number;
  lastDispatch: Dispatched | null;
}

/** A dispatch, for a hand that slipped. */
export interface Dispatched {
  given: CommandOf<'Dispatch'>;
  by: Actor;
  at: Instant;
}

type Visit = Pick<
  Extract<Act['command'], { type: 'ReceiveWalkIn' }>,
  | 'advisor'
  | 'serviceType'
  | 'payer'
  | 'mileageKm'
  | 'operations'
  | 'promiseKind'
  | 'waits'
  | 'wash'
  | 'hasWords'
  | 'comebackOf'
>;

/** What happens besides everyday's work in this minute. */
export function rareActs(state: ShopState, at: Instant, { luck, turn, lastDispatch }: Rare): Act[] {
  const timeZone = state.shop?.timeZone ?? 'UTC';
  const time = localTime(at, timeZone);
  const day = localDay(at, timeZone);
  const advisors = Object.values(state.staff).filter(({ roles }) => roles.includes('advisor'));
  const advisor = advisors[turn % advisors.length]?.id ?? '';
  const job = (pick: (job: Job) => boolean): Job | undefined => Object.values(state.jobs).find(pick);
  const acts: Act[] = [];

  if (lastDispatch?.at === at - MINUTE) {
    const { given, by } = lastDispatch;
    const lot = luck.chance(`${given.id} slips`);
    const [operation] = given.operations;
    if (lot < 0.03) acts.push({ by, command: { type: 'Undo', command: given.id } });
    else if (lot < 0.04 && operation !== undefined && isWaiting(state, given.job, operation)) {
      acts.push({ by, command: { type: 'Recall', job: given.job, operation } });
    }
  }

  if (['09:20', '11:10', '14:20'].includes(time)) {
    const order = `W${day}-${time}`;
    const back = time === '14:20' ? comebackOf(state, at, luck) : undefined;
    const visit: Visit = {
      ...oilChange(advisor),
      comebackOf: back?.id ?? null,
      serviceType: back ? 'general' : 'maintenance',
    };
    const vehicle = back?.vehicle ?? `v_${order}`;
    const promisedAt = Math.ceil((at + 150 * MINUTE) / (10 * MINUTE)) * 10 * MINUTE;
    acts.push({
      by: advisor,
      command: { type: 'ReceiveWalkIn', ...visit, order, vehicle, customer: `p_${order}`, promisedAt },
    });
  }
  if (time === '10:05' || time === '15:35') {
    const arrivalAt = instantOf(`${addDays(day, 1)} ${time}`, timeZone) ?? at;
    const order = `T${day}-${time}`;
    const booking = {
      ...oilChange(advisor),
      order,
      vehicle: `v_${order}`,
      customer: `p_${order}`,
      arrivalAt,
      bay: null,
    };
    acts.push({ by: advisor, command: { type: 'BookJob', ...booking, promisedAt: arrivalAt + 3 * HOUR } });
    // The same car is written up twice, and put right.
    const twice = { ...booking, order: `${order}-2`, operations: [{ name: oilName(state, 1), minutes: null }] };
    acts.push({ by: advisor, command: { type: 'BookJob', ...twice, promisedAt: arrivalAt + 3 * HOUR } });
    acts.push({ by: advisor, command: { type: 'MergeJobs', job: `${order}-2`, into: order } });
  }
  if (time === '16:10') {
    const joined = job((one) => stageOf(one) === 'booked' && one.orders.length > 1 && isOpen(one));
    const order = joined?.orders.at(-1)?.number;
    const arrivalAt = instantOf(`${addDays(day, 2)} 10:30`, timeZone) ?? at;
    if (joined && order !== undefined && turn % 2 === 0) {
      const promisedAt = arrivalAt + 3 * HOUR;
      acts.push({ by: advisor, command: { type: 'SplitOrder', job: joined.id, order, arrivalAt, promisedAt } });
    }
  }
  if (time === '09:45') {
    const here = job((one) => isHere(one) && stageOf(one) === 'waiting');
    const order = here?.orders[0]?.number;
    if (here && order !== undefined) {
      const add = [{ name: oilName(state, 2), minutes: null }];
      acts.push({ by: here.advisor, command: { type: 'AmendWork', job: here.id, order, add, drop: [], minutes: [] } });
    }
  }
  if (turn === 0 && time === '08:40') {
    const leave = [{ from: addDays(day, 2), to: addDays(day, 3) }];
    acts.push({ by: 'P29', command: { type: 'SetLeave', staff: 'P07', leave } });
    const standardTime = { name: '空调滤芯清洁', workType: 'quick', minutes: 15, unattended: false };
    acts.push({ by: 'P35', command: { type: 'ChangeSetUp', changes: [{ kind: 'saveStandardTime', standardTime }] } });
  }
  if (turn === 2 && time === '16:00') {
    const windows: [string, string][] = [
      ['08:30', '12:00'],
      ['13:00', '20:00'],
    ];
    acts.push({ by: 'P29', command: { type: 'SetDayHours', day, hours: { kind: 'overtime', windows } } });
  }
  return acts;
}

/** An oil change of somebody who waits here. */
function oilChange(advisor: string): Visit {
  return {
    advisor,
    serviceType: 'maintenance',
    payer: 'customer',
    mileageKm: 20_000,
    operations: [{ name: '机油机滤更换', minutes: null }],
    promiseKind: 'provisional',
    waits: 'lounge',
    wash: false,
    hasWords: false,
    comebackOf: null,
  };
}

/** Some quick work of the table. */
function oilName(state: ShopState, index: number): string {
  const quick = state.shop?.operations.filter(({ workType }) => workType === 'quick') ?? [];
  return quick[index % Math.max(1, quick.length)]?.name ?? '';
}

/** A car that was handed over a day ago or more, and comes back with the same fault. */
function comebackOf(state: ShopState, at: Instant, luck: Luck): { id: string; vehicle: string } | undefined {
  const visits = Object.entries(state.visits).filter(([, { handedOverAt }]) => at - handedOverAt > 20 * HOUR);
  const [id, visit] = visits[Math.floor(luck.chance(`${String(at)} comeback`) * visits.length)] ?? [];
  return id !== undefined && visit ? { id, vehicle: visit.vehicle } : undefined;
}

/** Dispatched, and nobody has begun. */
function isWaiting(state: ShopState, job: string, operation: string): boolean {
  const found = state.jobs[job]?.operations.find(({ id }) => id === operation);
  return found?.status === 'dispatched' && found.runs.length === 0;
}
