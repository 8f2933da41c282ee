// wall/ — an alarm as the rail says it: what is wrong, who must act, and what to do.
import type { WallWords } from '@zhunshi/shared/i18n/wallWords.ts';
import type { AlarmCode } from '@zhunshi/shared/domain/words.ts';
import { saidCode } from '@zhunshi/shared/plan/alarmLook.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';
import type { WallAlarmRow } from '@zhunshi/shared/views/wallBoard.ts';
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
  tight: 'tight',
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

/** The texts of an alarm. A `stale` one says no minutes, and names no free bay: another car may stand there by now [WAL-7]. */
export function alarmText(alarm: WallAlarmRow, words: WallWords, stale = false): AlarmText {
  const code = saidCode(alarm);
  const role = words.actors[alarm.actor];
  return {
    mark: marks[code],
    what: stale ? words.alarmKinds[code] : words.alarms[code](alarmSpan(alarm.minutes, words)),
    who: alarm.actorName === null ? role : words.named(role, alarm.actorName),
    advice: adviceOf(stale ? { ...alarm, freeBay: null } : alarm, words),
  };
}

function adviceOf({ advice, actor, freeBay }: WallAlarmRow, words: WallWords): string {
  return freeBay !== null && actor === 'dispatcher' ? words.freeBay(freeBay) : words.advice[advice];
}
