// dispatch/ — an alarm → its words and the one act that answers it.
import { promiseOf } from '@zhunshi/shared/domain/job.ts';
import { maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';
import { nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText, spanText } from '../desk/timeText.ts';

export type AlarmAct = 'show' | 'dispatch' | 'call' | 'checkIn';

export interface AlarmText {
  mark: Mark;
  /** What is wrong, and by how much. */
  what: string;
  /** For when it is promised, and who must act. */
  why: string;
  act: AlarmAct;
  actText: string;
}

const marks: Record<Alarm['code'], Mark> = {
  promisePassed: 'late',
  predictedLate: 'late',
  holdOverdue: 'waiting',
  approvalUnanswered: 'waiting',
  notDispatched: 'tight',
  tight: 'tight',
  partsWithoutTime: 'waiting',
  notArrived: 'tight',
  callCustomer: 'ready',
  partsArrived: 'waiting',
  carryOver: 'waiting',
  silent: 'tight',
  progressCheck: 'tight',
  noPromise: 'tight',
  callAhead: 'tight',
  notCollected: 'ready',
};

/** Words and act of an alarm about a job. */
export function alarmTextOf(view: ShopView, alarm: Alarm, job: Job): AlarmText {
  const { alarms } = view.say;
  const promise = promiseOf(job);
  const actor = alarm.actor === 'advisor' ? nameOf(view, job.advisor) : alarms.actors[alarm.actor];
  const promised = promise ? `${alarms.promised(momentText(view, promise.promisedAt))} → ` : '';
  const act = actOf(view, alarm);
  return {
    mark: marks[alarm.code],
    what: alarms[alarm.code](spanText(view, alarm.minutes)),
    why: `${promised}${actor}`,
    act,
    actText: act === 'dispatch' && alarm.freeBay !== null ? alarms.dispatchTo(alarm.freeBay) : alarms[act],
  };
}

/** The act that answers the alarm; to look at the car is all for those who may not [CMD-6]. */
function actOf({ roles }: ShopView, { code, freeBay, actor }: Alarm): AlarmAct {
  if (code === 'callCustomer') return maySend(roles, 'CallCustomer') ? 'call' : 'show';
  if (code === 'notArrived') return maySend(roles, 'CheckIn') ? 'checkIn' : 'show';
  const dispatches = freeBay !== null || (code === 'notDispatched' && actor === 'dispatcher');
  return dispatches && maySend(roles, 'Dispatch') ? 'dispatch' : 'show';
}
