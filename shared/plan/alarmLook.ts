// plan/ — what every rule of the alarms looks at, and what it raises: words shared by the rules and by who picks among them.
import type { AlarmLimit, Bay, Job, ShopState } from '../domain/state.ts';
import type { AlarmCode, Instant, Stage } from '../domain/words.ts';
import type { WorkCalendar } from '../time/workCalendar.ts';
import type { JobForecast } from './forecast.ts';

const MINUTE = 60_000;

/** Who must act. */
export type AlarmActor = 'advisor' | 'dispatcher' | 'technician' | 'parts' | 'manager';

/** What to do about it; where a bay is free for it, the alarm names that too. */
export const alarmAdvices = [
  'tellCustomer',
  'dispatchFirst',
  'findBay',
  'askNewTime',
  'askCustomer',
  'goOn',
  'askProgress',
  'makePromise',
  'giveTime',
  'callCustomer',
  'remindCustomer',
  'askWhetherComing',
  'markReady',
] as const;
export type AlarmAdvice = (typeof alarmAdvices)[number];

/** An alarm that a rule raises of a job, before anybody did anything about it. */
export interface Raised {
  code: AlarmCode;
  actor: AlarmActor;
  advice: AlarmAdvice;
  /** Late by (below zero: there is slack), slack left (below zero: late), still to go, or waiting for: whole minutes. */
  minutes: number;
  /** Since when it has been so: a moment on record, the same from minute to minute. */
  since: Instant;
  /** When that had gone on long enough. */
  raisedAt: Instant;
  /** Names this raising of it: what somebody does about it holds for this one [ALM-4]. */
  episode: string;
}

/** Their minutes are slack. */
const COUNTS_SLACK: ReadonlySet<AlarmCode> = new Set(['tight', 'progressCheck']);

/** In whose words an alarm is said: by the slack that every screen shows, however urgent its rule takes it [ALM-7]. */
export function saidCode({ code, minutes }: Pick<Raised, 'code' | 'minutes'>): AlarmCode {
  if (code === 'predictedLate' && minutes <= 0) return 'tight';
  return COUNTS_SLACK.has(code) && minutes < 0 ? 'predictedLate' : code;
}

/** A job at a moment, as the rules see it. */
export interface AlarmLook {
  state: ShopState;
  job: Job;
  stage: Stage;
  predicted: JobForecast | undefined;
  limits: Readonly<Record<AlarmCode, AlarmLimit>>;
  calendar: WorkCalendar;
  freeBays: readonly Bay[];
  asOf: Instant;
}

/** Whole minutes from a moment until now. */
export function minutesSince(at: Instant, { asOf }: Pick<AlarmLook, 'asOf'>): number {
  return Math.floor((asOf - at) / MINUTE);
}

/** Whole working minutes from a moment until now: nobody is late with anything at night. */
export function workedSince(at: Instant, { asOf, calendar }: Pick<AlarmLook, 'asOf' | 'calendar'>): number {
  return Math.floor(calendar.between(at, asOf) / MINUTE);
}

/** The moment so many minutes later. */
export function minutesAfter(at: Instant, minutes: number): Instant {
  return at + minutes * MINUTE;
}
