// phone/work/ — a piece of work → the words of its rows: when and where, and what it waits for.
import { openPredecessor } from '@zhunshi/shared/domain/job.ts';
import type { Hold, Operation } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { phoneWords } from '@zhunshi/shared/i18n/phoneWords.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { workedMinutesOf } from '@zhunshi/shared/time/workedTime.ts';
import type { ShopView } from '../../console/desk/shopView.ts';
import { holdTextOf } from '../../console/desk/standingText.ts';
import { minutesBetween, momentText, spanText } from '../../console/desk/timeText.ts';
import { isToSign, ownOperations } from './ownWork.ts';
import type { OwnPiece } from './ownWork.ts';

/** What stands at the right of a next car, and how it looks. */
export interface WhenText {
  tone: 'plain' | 'wait' | 'ready' | 'sign';
  text: string;
}

/** Until when a hold is believed to last, or that its parts have come; null: nobody knows, or that time has passed [PHN-7]. */
export function holdUntilText(view: ShopView, hold: Hold): string | null {
  const say = phoneWords[view.language];
  if (hold.partsAt !== null) return say.partsHere;
  return hold.expectedAt === null || hold.expectedAt < view.asOf
    ? null
    : say.expected(momentText(view, hold.expectedAt));
}

/** When a piece of work can begin; `sure`: a prediction may be shown. */
export function whenText(view: ShopView, { job, operation }: OwnPiece, sure: boolean): WhenText {
  const say = phoneWords[view.language];
  const { hold } = operation;
  if (hold) return { tone: 'wait', text: holdTextOf(view, job, { ...operation, hold }) };
  if (isToSign(view.state, job, operation)) return { tone: 'sign', text: say.toSign };
  if (operation.status === 'running') return { tone: 'plain', text: view.words.statuses.running };
  const before = openPredecessor(job, operation);
  const startAt = view.forecast.jobs.get(job.id)?.operations.get(operation.id)?.startAt;
  if (!sure) return { tone: 'plain', text: before ? say.after(operationName(before, view.language)) : '' };
  if (startAt !== undefined && startAt > view.asOf) return { tone: 'plain', text: say.from(momentText(view, startAt)) };
  if (before) return { tone: 'plain', text: say.after(operationName(before, view.language)) };
  return { tone: 'ready', text: say.canStart };
}

/** How far the operation is that the buttons are about: minutes done and standard, and when it began. */
export interface Progress {
  doneMinutes: number | null;
  standardMinutes: number;
  /** 0…1 */
  share: number;
  startedAt: Instant | null;
}

/** Of a begun operation its own minutes; before that the standard of all that the person has to do with the car. */
export function progressOf(view: ShopView, { job, operation }: OwnPiece, now: Instant): Progress {
  const [first] = operation.runs;
  if (!first) {
    const open = ownOperations(job, view.me).filter(({ status }) => status !== 'done');
    return { doneMinutes: null, standardMinutes: total(open), share: 0, startedAt: null };
  }
  const worked = Math.floor(workedMinutesOf(view.shop, operation, now) ?? minutesBetween(first.from, now));
  const { minutes } = operation;
  return { doneMinutes: worked, standardMinutes: minutes, share: Math.min(1, worked / minutes), startedAt: first.from };
}

/** Model, work and bay of a next car, in one line. */
export function whatText(view: ShopView, { job, operation }: OwnPiece): string {
  const model = view.directory.vehicles[job.vehicle]?.model ?? '';
  const minutes = spanText(view, operation.minutes);
  const name = `${operationName(operation, view.language)} ${minutes}`;
  return [model, name, operation.bay ?? ''].filter((part) => part !== '').join('　');
}

function total(operations: readonly Operation[]): number {
  return operations.reduce((sum, { minutes }) => sum + minutes, 0);
}
