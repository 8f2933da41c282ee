// plan/ — alarms: what a person must act on now. Computed from the state and the moment, never typed; one a job, the most urgent.
import { bayOf, isOpen, operationAtHand, stageOf, stageSince } from '../domain/job.ts';
import type { Bay, Hold, Job, ShopState } from '../domain/state.ts';
import { alarmCodes, type AlarmCode, type BayCode, type HoldReason, type Instant, type JobId } from '../domain/words.ts';
import { localDay } from '../time/shopTime.ts';
import type { Forecast } from './forecast.ts';
import { standingOf, TIGHT_MINUTES, type Standing } from './standing.ts';

const MINUTE = 60_000;

export type AlarmActor = 'advisor' | 'dispatcher' | 'parts';

/** Limits in minutes [ALM-1]. */
const alarmLimits = {
  notDispatched: 10,
  approvalUnanswered: 20,
  partsWithoutTime: 10,
  notArrived: 15,
  callCustomer: 5,
};

export interface Alarm {
  code: AlarmCode;
  job: JobId;
  actor: AlarmActor;
  /** Late by, slack left, or waiting for: whole minutes. */
  minutes: number;
  /** Since when it has been so. */
  since: Instant;
  /** A bay that is free for it now, where that is the advice. */
  freeBay: BayCode | null;
}

/** All alarms of a moment, one a job, the most urgent first [ALM-1] [ALM-2]. */
export function alarmsOf(state: ShopState, forecast: Forecast, asOf: Instant): Alarm[] {
  const timeZone = state.shop?.timeZone ?? 'UTC';
  const freeBays = freeBaysOf(state);
  return Object.values(state.jobs)
    .filter(isOpen)
    .flatMap((job): Alarm[] => {
      const alarm = alarmOf(state, freeBays, job, standingOf(job, forecast, asOf, timeZone), asOf);
      return alarm ? [alarm] : [];
    })
    .sort(byUrgency);
}

/** By code; then what is latest or has waited longest, but the least slack. */
function byUrgency(a: Alarm, b: Alarm): number {
  const codes = alarmCodes.indexOf(a.code) - alarmCodes.indexOf(b.code);
  if (codes !== 0) return codes;
  return a.code === 'tight' ? a.minutes - b.minutes : b.minutes - a.minutes;
}

function alarmOf(
  state: ShopState,
  freeBays: readonly Bay[],
  job: Job,
  standing: Standing,
  asOf: Instant,
): Alarm | null {
  const minutesSince = (at: Instant): number => Math.floor((asOf - at) / MINUTE);
  const alarm = (code: AlarmCode, actor: AlarmActor, minutes: number, since: Instant): Alarm => ({
    code,
    job: job.id,
    actor,
    minutes,
    since,
    freeBay: stageOf(job) === 'waiting' ? freeBayFor(freeBays, job) : null,
  });
  if (job.checkedInAt === null) {
    const late = minutesSince(job.arrivalAt);
    const timeZone = state.shop?.timeZone ?? 'UTC';
    const today = localDay(job.arrivalAt, timeZone) === localDay(asOf, timeZone);
    return job.appointment && today && late >= alarmLimits.notArrived
      ? alarm('notArrived', 'advisor', late, job.arrivalAt)
      : null;
  }
  if (job.readyAt !== null) {
    const waiting = minutesSince(job.readyAt);
    const call = job.calledAt === null && waiting >= alarmLimits.callCustomer;
    return call ? alarm('callCustomer', 'advisor', waiting, job.readyAt) : null;
  }
  if (standing.overdueMinutes > 0) {
    return alarm('promisePassed', 'advisor', standing.overdueMinutes, standing.promisedAt ?? asOf);
  }
  const slack = standing.slackMinutes;
  const waiting = stageOf(job) === 'waiting';
  if (slack !== null && slack < 0) return alarm('predictedLate', waiting ? 'dispatcher' : 'advisor', -slack, asOf);
  const [held] = job.operations
    .flatMap(({ hold }) => (hold ? (holdAlarm(hold, asOf, alarm) ?? []) : []))
    .sort(byUrgency);
  if (held && held.code !== 'partsWithoutTime') return held;
  const since = stageSince(job);
  if (waiting && minutesSince(since) >= alarmLimits.notDispatched) {
    return alarm('notDispatched', 'dispatcher', minutesSince(since), since);
  }
  if (slack !== null && slack < TIGHT_MINUTES) return alarm('tight', waiting ? 'dispatcher' : 'advisor', slack, asOf);
  return held ?? null;
}

const HOLD_ACTOR: Record<HoldReason, AlarmActor> = {
  parts: 'parts',
  approval: 'advisor',
  customer: 'advisor',
  sublet: 'dispatcher',
  equipment: 'dispatcher',
  break: 'dispatcher',
  closing: 'dispatcher',
};

function holdAlarm(
  { reason, since, expectedAt }: Hold,
  asOf: Instant,
  alarm: (code: AlarmCode, actor: AlarmActor, minutes: number, since: Instant) => Alarm,
): Alarm | null {
  const actor = HOLD_ACTOR[reason];
  const waited = Math.floor((asOf - since) / MINUTE);
  if (expectedAt !== null && asOf > expectedAt) {
    return alarm('holdOverdue', actor, Math.floor((asOf - expectedAt) / MINUTE), expectedAt);
  }
  const asked = reason === 'approval' || reason === 'customer';
  if (asked && waited >= alarmLimits.approvalUnanswered) return alarm('approvalUnanswered', actor, waited, since);
  if (reason === 'parts' && expectedAt === null && waited >= alarmLimits.partsWithoutTime) {
    return alarm('partsWithoutTime', actor, waited, since);
  }
  return null;
}

/** Open bays without car or queue. Found once for all cars: asked for each of 600 cars anew, they took most of a second. */
function freeBaysOf(state: ShopState): Bay[] {
  const taken = new Set<BayCode>();
  for (const job of Object.values(state.jobs)) {
    const stands = isOpen(job) ? bayOf(job) : null;
    if (stands !== null) taken.add(stands);
    for (const { status, bay } of job.operations) if (status === 'dispatched' && bay !== null) taken.add(bay);
  }
  return Object.values(state.bays).filter(({ code, closed }) => closed === null && !taken.has(code));
}

/** The free bay that can do what comes next, first of all one that is there for it. */
function freeBayFor(freeBays: readonly Bay[], job: Job): BayCode | null {
  const next = operationAtHand(job);
  if (!next) return null;
  const [best] = freeBays
    .filter(({ workTypes }) => workTypes.includes(next.workType))
    .sort((a, b) => a.workTypes.indexOf(next.workType) - b.workTypes.indexOf(next.workType) || a.position - b.position);
  return best?.code ?? null;
}
