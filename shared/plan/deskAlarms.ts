// plan/ — alarms of the desk: a car that has not come, a ready one whose customer was not called or has not come for it.
import { promiseOf } from '../domain/job.ts';
import { localDay } from '../time/shopTime.ts';
import { minutesAfter, minutesSince, type AlarmLook, type Raised } from './alarmLook.ts';

/** Alarms before the car is here, and after it is ready [ALM-1]. */
export function deskAlarms(look: AlarmLook): Raised[] {
  if (look.job.checkedInAt === null) return notArrived(look);
  if (look.job.readyAt === null) return [];
  return look.job.calledAt === null ? callCustomer(look, look.job.readyAt) : notCollected(look, look.job.calledAt);
}

/** An appointment that is not there, on its own day. */
function notArrived(look: AlarmLook): Raised[] {
  const { state, job, limits, asOf } = look;
  const since = job.arrivalAt;
  const { limit } = limits.notArrived;
  const minutes = minutesSince(since, look);
  const timeZone = state.shop?.timeZone ?? 'UTC';
  if (!job.appointment || minutes < limit || localDay(since, timeZone) !== localDay(asOf, timeZone)) return [];
  const raised = { minutes, since, raisedAt: minutesAfter(since, limit), episode: `arrival ${String(since)}` };
  return [{ code: 'notArrived', actor: 'advisor', advice: 'askWhetherComing', ...raised }];
}

function callCustomer(look: AlarmLook, since: number): Raised[] {
  const { limit } = look.limits.callCustomer;
  const minutes = minutesSince(since, look);
  if (minutes < limit) return [];
  const raised = { minutes, since, raisedAt: minutesAfter(since, limit), episode: `ready ${String(since)}` };
  return [{ code: 'callCustomer', actor: 'advisor', advice: 'callCustomer', ...raised }];
}

/** The customer knows, and has not come: counted from the promise, where that is later than the call [ALM-14]. */
function notCollected(look: AlarmLook, calledAt: number): Raised[] {
  const since = Math.max(calledAt, promiseOf(look.job)?.promisedAt ?? calledAt);
  const { limit } = look.limits.notCollected;
  const minutes = minutesSince(since, look);
  if (minutes < limit) return [];
  const raised = { minutes, since, raisedAt: minutesAfter(since, limit), episode: `called ${String(calledAt)}` };
  return [{ code: 'notCollected', actor: 'advisor', advice: 'remindCustomer', ...raised }];
}
