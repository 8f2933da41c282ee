// dispatch/ — an alarm → its words and the one act that answers it.
import { openProposals, promiseOf } from '@zhunshi/shared/domain/job.ts';
import { maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { CommandType } from '@zhunshi/shared/domain/commands.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { saidCode } from '@zhunshi/shared/plan/alarmLook.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';
import { nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText, spanText } from '../desk/timeText.ts';

/** What the button does: the command that answers the alarm, or that it was dealt with as its words say. */
export type AlarmAct =
  | 'show'
  | 'dispatch'
  | 'call'
  | 'checkIn'
  | 'newTime'
  | 'giveTime'
  | 'quote'
  | 'answer'
  | 'resume'
  | 'promise'
  | 'told'
  | 'chase'
  | 'checked'
  | 'reminded'
  | 'markReady';

export interface AlarmText {
  mark: Mark;
  /** What is wrong, and by how much. */
  what: string;
  /** Since when, for when it is promised, who must act; of one that was dealt with, by whom. */
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
  const act = actOf(view, alarm, job);
  return {
    mark: alarmMark(alarm),
    what: whatText(view, alarm),
    why: whyText(view, alarm, job),
    act,
    actText: act === 'dispatch' && alarm.freeBay !== null ? alarms.dispatchTo(alarm.freeBay) : alarms[act],
  };
}

/** Its mark, as the slack beside it has it. */
export function alarmMark(alarm: Alarm): Mark {
  return marks[saidCode(alarm)];
}

/** What is wrong, and by how much. */
export function whatText(view: ShopView, alarm: Alarm): string {
  return view.say.alarms[saidCode(alarm)](spanText(view, Math.abs(alarm.minutes)));
}

function whyText(view: ShopView, alarm: Alarm, job: Job): string {
  const { alarms } = view.say;
  const actor = alarm.actor === 'advisor' ? nameOf(view, job.advisor) : alarms.actors[alarm.actor];
  if (alarm.code === 'notArrived') return `${alarms.booked(momentText(view, job.arrivalAt))} → ${actor}`;
  const promise = promiseOf(job);
  const about = promise ? alarms.promised(momentText(view, promise.promisedAt)) : sinceText(view, alarm);
  const who = alarm.advice === 'markReady' ? `${alarms.toMarkReady} → ${actor}` : `→ ${actor}`;
  return promise ? `${about} ${who} · ${sinceText(view, alarm)}` : `${about} ${who}`;
}

function sinceText(view: ShopView, { since }: Alarm): string {
  return view.say.alarms.sinceAt(momentText(view, since));
}

/** Who dealt with it, and when; empty: nobody yet. */
export function seenText(view: ShopView, { code, acknowledged }: Alarm, job: Job): string {
  const note = job.alarms[code];
  if (!acknowledged || !note || note.acknowledgedAt === null) return '';
  const who = note.acknowledgedBy === null ? '' : nameOf(view, note.acknowledgedBy);
  return view.say.alarms.seenBy(who, momentText(view, note.acknowledgedAt));
}

/** The act that answers the alarm; where there is none, or it is for others, that it was dealt with; then to look at the car [CMD-6]. */
function actOf(view: ShopView, alarm: Alarm, job: Job): AlarmAct {
  const [first] = answersTo(alarm, job).filter(([, type]) => maySend(view.roles, type));
  if (!first) return 'show';
  const [act, type] = first;
  return type === 'AcknowledgeAlarm' && alarm.acknowledged ? 'show' : act;
}

/** What answers an alarm, the best first. */
function answersTo({ code, freeBay, advice }: Alarm, job: Job): (readonly [act: AlarmAct, type: CommandType])[] {
  const seen = (act: AlarmAct) => [act, 'AcknowledgeAlarm'] as const;
  const dispatches = freeBay !== null || code === 'notDispatched';
  const dispatch = dispatches ? [['dispatch', 'Dispatch'] as const] : [];
  switch (advice) {
    case 'callCustomer':
      return code === 'callCustomer' ? [['call', 'CallCustomer']] : [seen('told')];
    case 'askWhetherComing':
      return [['checkIn', 'CheckIn']];
    case 'makePromise':
      return [['promise', 'MakePromise'], seen('chase')];
    case 'giveTime':
      return [['giveTime', 'ReviseHold'], seen('chase')];
    case 'askNewTime':
      return [['newTime', 'ReviseHold'], seen('chase')];
    case 'goOn':
      return [['resume', 'ResumeOperation'], seen('chase')];
    case 'askCustomer':
      return [...answerOfCustomer(job), seen('chase')];
    case 'markReady':
      return [['markReady', 'MarkReady'], seen('told')];
    case 'tellCustomer':
      return [...dispatch, seen('told')];
    case 'askProgress':
      return [seen('checked')];
    case 'remindCustomer':
      return [seen('reminded')];
    default:
      return [...dispatch, seen('chase')];
  }
}

/** Additional work is quoted first, then answered. */
function answerOfCustomer(job: Job): (readonly [AlarmAct, CommandType])[] {
  const [proposal] = openProposals(job);
  if (!proposal) return [];
  return [proposal.quote ? ['answer', 'ApproveWork'] : ['quote', 'QuoteWork']];
}
