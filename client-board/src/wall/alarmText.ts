// wall/ — an alarm as the rail says it: what is wrong, who must act, and what to do.
import type { WallWords } from '@zhunshi/shared/i18n/wallWords.ts';
import type { AlarmCode, Mark, WallAlarmRow } from '@zhunshi/shared/views/wallBoard.ts';
import { alarmSpan } from './wallTime.ts';

export interface AlarmText {
  mark: Mark;
  what: string;
  /** Role, with the advisor's name. */
  who: string;
  advice: string;
}

const marks: Readonly<Record<AlarmCode, Mark>> = {
  promisePassed: 'late',
  predictedLate: 'late',
  notDispatched: 'tight',
  holdOverdue: 'waiting',
  approvalUnanswered: 'waiting',
  partsWithoutTime: 'waiting',
  notArrived: 'tight',
  callCustomer: 'tight',
};

/** The texts of an alarm. */
export function alarmText(alarm: WallAlarmRow, words: WallWords): AlarmText {
  const role = words.actors[alarm.actor];
  return {
    mark: marks[alarm.code],
    what:
      alarm.code === 'callCustomer' && alarm.minutes <= 0
        ? words.callNow
        : words.alarms[alarm.code](alarmSpan(alarm.minutes, words)),
    who: alarm.actorName === null ? role : `${role} ${alarm.actorName}`,
    advice: alarm.freeBay === null ? words.advice[alarm.code] : words.freeBay(alarm.freeBay),
  };
}
