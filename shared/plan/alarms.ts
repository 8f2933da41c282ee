// plan/ — alarms: what a person must act on now. Computed from the state and the moment, never typed; one a job, the most urgent.
import { defaultAlarms } from '../domain/defaultRules.ts';
import { isOpen, operationAtHand, promiseOf, stageOf } from '../domain/job.ts';
import type { AlarmNote, Job, ShopState } from '../domain/state.ts';
import { alarmCodes, type AlarmCode, type BayCode, type Instant, type JobId, type StaffId } from '../domain/words.ts';
import { WorkCalendar } from '../time/workCalendar.ts';
import { workedSince, type AlarmActor, type AlarmAdvice, type AlarmLook, type Raised } from './alarmLook.ts';
import type { Urgency } from './calmOrder.ts';
import { deskAlarms } from './deskAlarms.ts';
import type { Forecast } from './forecast.ts';
import { freeBayFor, freeBaysOf } from './freeBays.ts';
import { promiseAlarms } from './promiseAlarms.ts';
import { isLaterDay } from './standing.ts';
import { workAlarms } from './workAlarms.ts';

export interface Alarm {
  code: AlarmCode;
  job: JobId;
  /** The manager, once it has escalated [ALM-15]. */
  actor: AlarmActor;
  advice: AlarmAdvice;
  /** Late by (below zero: there is slack), slack left (below zero: late), still to go, or waiting for: whole minutes. */
  minutes: number;
  /** Since when it has been so. */
  since: Instant;
  /** Names this raising of it, for whoever acknowledges it or puts it off [ALM-4]. */
  episode: string;
  /** Somebody has seen it and does something about it: it stays, calm. */
  acknowledged: boolean;
  /** Until when somebody put it off; that has passed for who looks, if it was them. */
  snoozedUntil: Instant | null;
  escalated: boolean;
  /** Its promise is of a later day. */
  dueLater: boolean;
  /** A bay that is free for it now, where that is the advice. */
  freeBay: BayCode | null;
}

/**
 * All alarms of a moment, one a job, those that nobody has acknowledged first, then the most urgent [ALM-1] [ALM-2].
 * @param viewer who looks: what they put off themselves is left out [ALM-5]; nobody: a screen for all
 */
export function alarmsOf(state: ShopState, forecast: Forecast, asOf: Instant, viewer: StaffId | null = null): Alarm[] {
  const { shop } = state;
  if (!shop) return [];
  const open = Object.values(state.jobs).filter(isOpen);
  const shared = {
    state,
    limits: { ...defaultAlarms, ...shop.rules.alarms },
    calendar: WorkCalendar.of(shop, earliestOf(open, asOf)),
    freeBays: freeBaysOf(state),
    asOf,
  };
  return open
    .flatMap((job): Alarm[] => {
      const look = { ...shared, job, stage: stageOf(job), predicted: forecast.jobs.get(job.id) };
      const alarm = alarmOf(look, viewer);
      return alarm ? [alarm] : [];
    })
    .map((alarm) => ({ alarm, urgency: alarmUrgency(alarm) }))
    .sort(({ urgency: a }, { urgency: b }) => a.group - b.group || a.minutes - b.minutes)
    .map(({ alarm }) => alarm);
}

/** Where an alarm stands among all: acknowledged ones last, then by kind; then what is latest or has waited longest, but the least slack. */
export function alarmUrgency(alarm: Alarm): Urgency {
  return {
    group: Number(alarm.acknowledged) * alarmCodes.length + placeOf(alarm),
    minutes: COUNTS_DOWN.has(alarm.code) ? alarm.minutes : -alarm.minutes,
  };
}

/** The most urgent alarm of a job that who looks has not put off; the next one while it is [ALM-5]. */
function alarmOf(look: AlarmLook, viewer: StaffId | null): Alarm | null {
  const { job, limits, asOf } = look;
  const [raised] = [...promiseAlarms(look), ...workAlarms(look), ...deskAlarms(look)]
    .filter((one) => limits[one.code].on && !isDealtWith(one, noteOf(job, one), asOf, viewer))
    .sort(byUrgency);
  if (!raised) return null;
  const { code, actor, advice, minutes, since, episode } = raised;
  const note = noteOf(job, raised);
  const escalated = isEscalated(look, raised, note);
  return {
    code,
    job: job.id,
    actor: escalated ? 'manager' : actor,
    advice,
    minutes,
    since,
    episode,
    acknowledged: (note?.acknowledgedAt ?? null) !== null,
    snoozedUntil: note?.snoozedUntil ?? null,
    escalated,
    dueLater: isDueLater(look),
    freeBay: freeBayOf(look),
  };
}

/** The last of those that may break a promise. */
const LAST_THAT_BREAKS = alarmCodes.indexOf('tight');

/** Where its kind stands; behind all that may break a promise of today where its own is of a later day [ALM-17]. */
function placeOf({ code, dueLater }: Alarm): number {
  const place = alarmCodes.indexOf(code);
  return dueLater && place <= LAST_THAT_BREAKS ? LAST_THAT_BREAKS + (place + 1) / alarmCodes.length / 2 : place;
}

function isDueLater({ state, job, asOf }: AlarmLook): boolean {
  const promise = promiseOf(job);
  return promise !== null && isLaterDay(promise.promisedAt, asOf, state.shop?.timeZone ?? 'UTC');
}

/** By code; then what is latest or has waited longest, but the least slack. */
function byUrgency(a: Pick<Alarm, 'code' | 'minutes'>, b: Pick<Alarm, 'code' | 'minutes'>): number {
  const codes = alarmCodes.indexOf(a.code) - alarmCodes.indexOf(b.code);
  if (codes !== 0) return codes;
  return COUNTS_DOWN.has(a.code) ? a.minutes - b.minutes : b.minutes - a.minutes;
}

/** Their minutes are what is left. */
const COUNTS_DOWN: ReadonlySet<AlarmCode> = new Set(['tight', 'progressCheck', 'callAhead']);

/** What somebody did about this raising of it; what was done about another is past. */
function noteOf({ alarms }: Job, { code, episode }: Raised): AlarmNote | null {
  const note = alarms[code];
  return note?.episode === episode ? note : null;
}

/** Put off until later by who looks; or a call that was made, for that is all that can be done about it [ALM-9]. */
function isDealtWith({ code }: Raised, note: AlarmNote | null, asOf: Instant, viewer: StaffId | null): boolean {
  if (!note) return false;
  const putOff = viewer !== null && note.snoozedBy === viewer && note.snoozedUntil !== null && note.snoozedUntil > asOf;
  return putOff || (code === 'callAhead' && note.acknowledgedAt !== null);
}

/** By hand, or because nobody has acknowledged it for so many working minutes [ALM-15]. */
function isEscalated(look: AlarmLook, { code, raisedAt }: Raised, note: AlarmNote | null): boolean {
  if ((note?.escalatedAt ?? null) !== null) return true;
  const { escalateAfter } = look.limits[code];
  if (escalateAfter === null || (note?.acknowledgedAt ?? null) !== null) return false;
  return workedSince(Math.max(raisedAt, note?.snoozedUntil ?? 0), look) >= escalateAfter;
}

function freeBayOf({ state, job, stage, freeBays, asOf }: AlarmLook): BayCode | null {
  const next = stage === 'waiting' ? operationAtHand(job) : null;
  return next ? freeBayFor(state, freeBays, job, next, asOf) : null;
}

/** The first moment from which working time is counted. */
function earliestOf(jobs: readonly Job[], asOf: Instant): Instant {
  return jobs.reduce((earliest, { checkedInAt }) => Math.min(earliest, checkedInAt ?? asOf), asOf);
}
