// cards/ — a job → what its card shows, in the waiting list and in the kanban alike.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import { isPause, openPredecessor, promiseOf, stageSince } from '@zhunshi/shared/domain/job.ts';
import { isToMarkReady } from '@zhunshi/shared/domain/nextActs.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { Instant, JobId, Stage } from '@zhunshi/shared/domain/words.ts';
import type { ConsoleWords } from '@zhunshi/shared/i18n/consoleWords.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import type { Mark, Standing } from '@zhunshi/shared/plan/standing.ts';
import { keptStageOf } from '../desk/keptStage.ts';
import type { OtherHand } from '../desk/otherHands.svelte.ts';
import { crewAtHand, nameOf, plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { holdText, standingText } from '../desk/standingText.ts';
import type { StandingText } from '../desk/standingText.ts';
import { minutesBetween, momentText, spanText } from '../desk/timeText.ts';

/** Words and marks of a card. */
export interface CarCard {
  job: JobId;
  stage: Stage;
  mark: Mark;
  plate: string;
  model: string;
  /** When it is promised for; of a booked car, when it comes. */
  due: string;
  /** The work at hand, with its minutes. */
  work: string;
  /** Slack, lateness or what it waits for. */
  standing: string;
  /** What a car that is late waits for besides; empty: nothing, or its standing says so. */
  hold: string;
  /** Where it is or goes, how long it waits. */
  place: string;
  /** Who must act or who works on it. */
  who: string;
  /** Who else changed it in the last seconds; empty: nobody. */
  changedBy: string;
}

const namesShown = 3;
const justInMinutes = 2;

/** What a card was made of, and the card. */
interface Made {
  standing: Standing | undefined;
  directory: Directory;
  asOf: Instant;
  say: ConsoleWords;
  hand: OtherHand | undefined;
  card: CarCard;
}

const made = new WeakMap<Job, Made>();

/** The card of a job: the same object while it says the same, so that nothing is drawn anew. */
export function carCardOf(view: ShopView, job: Job): CarCard {
  const { directory, asOf, say } = view;
  const standing = view.standings.get(job.id);
  const hand = view.hands.get(job.id);
  const before = made.get(job);
  if (
    before?.standing === standing &&
    before?.directory === directory &&
    before.asOf === asOf &&
    before.say === say &&
    before.hand === hand
  ) {
    return before.card;
  }
  const now = cardNow(view, job);
  const card = before && isSame(before.card, now) ? before.card : now;
  made.set(job, { standing, directory, asOf, say, hand, card });
  return card;
}

function isSame(a: CarCard, b: CarCard): boolean {
  return (Object.keys(b) as (keyof CarCard)[]).every((key) => a[key] === b[key]);
}

function cardNow(view: ShopView, job: Job): CarCard {
  const stage = keptStageOf(job);
  const { mark, text } = stage === 'delivered' ? outcomeText(view, job) : standingText(view, job);
  const booked = stage === 'booked';
  const minutesLate = minutesBetween(job.arrivalAt, view.asOf);
  const standing = booked ? (minutesLate > 0 ? view.say.waiting.late(spanText(view, minutesLate)) : '') : text;
  return {
    job: job.id,
    stage,
    mark: booked ? 'inOrder' : mark,
    plate: plateOf(view, job),
    model: view.directory.vehicles[job.vehicle]?.model ?? '',
    due: dueText(view, job, stage),
    work: isToMarkReady(job) ? view.say.card.toMarkReady : workText(view, workAtHand(job, stage)),
    standing,
    hold: stage === 'held' && mark === 'late' ? (holdText(view, job) ?? '') : '',
    place: placeText(view, job, stage),
    who: whoText(view, job, stage),
    changedBy: changedBy(view, job.id),
  };
}

/** The person who has just changed it, other than who looks. */
export function changedBy(view: ShopView, id: JobId): string {
  const hand = view.hands.get(id);
  return hand ? nameOf(view, hand.by) : '';
}

/** When it comes, is promised for, or was handed over. */
function dueText(view: ShopView, job: Job, stage: Stage): string {
  if (stage === 'booked') return view.say.waiting.arrives(momentText(view, job.arrivalAt));
  if (job.handedOverAt !== null) return momentText(view, job.handedOverAt);
  const promise = promiseOf(job);
  return promise ? momentText(view, promise.promisedAt) : view.say.card.noPromise;
}

/** How the promise of a delivered car ended. */
function outcomeText(view: ShopView, job: Job): StandingText {
  const { panel } = view.say;
  if (job.onTime === false) return { mark: 'late', text: panel.tooLate };
  return { mark: 'ready', text: job.onTime === null ? panel.handedOver : panel.onTime };
}

/** What a card lists: held work, running work, what could go on now; else all that is open. */
function workAtHand(job: Job, stage: Stage): Operation[] {
  const open = job.operations.filter(({ status }) => status !== 'done');
  if (stage === 'booked') return open.filter(({ kind }) => kind === 'work');
  if (stage === 'held') return open.filter(({ status }) => status === 'held');
  if (stage === 'working') return open.filter(({ status, hold }) => status === 'running' || isPause(hold));
  const next = open.filter((operation) => !openPredecessor(job, operation));
  return next.length > 0 ? next : open;
}

function workText(view: ShopView, operations: Operation[]): string {
  const named = operations
    .slice(0, namesShown)
    .map((operation) => `${operationName(operation, view.language)} ${operation.minutes}`);
  const more = operations.length > namesShown ? [view.say.card.andMore(operations.length)] : [];
  return [...named, ...more].join('  ');
}

function placeText(view: ShopView, job: Job, stage: Stage): string {
  const { say } = view;
  if (job.location.kind === 'bay') return say.card.inBay(job.location.bay);
  if (job.location.kind === 'road' || job.location.kind === 'sublet') return view.words.places[job.location.kind];
  const toBay = job.operations.find(({ status }) => status === 'dispatched')?.bay;
  if (toBay) return say.card.toBay(toBay);
  if (stage === 'held') return say.card.freedBay;
  if (stage !== 'waiting') return '';
  const minutes = minutesBetween(stageSince(job), view.asOf);
  return minutes < justInMinutes ? say.card.justIn : say.card.waited(spanText(view, minutes));
}

function whoText(view: ShopView, job: Job, stage: Stage): string {
  if (stage === 'held') {
    const reason = job.operations.find(({ status }) => status === 'held')?.hold?.reason;
    if (reason === 'parts') return view.say.alarms.actors.parts;
    return nameOf(view, job.advisor);
  }
  const crew = stage === 'working' || stage === 'dispatched' ? crewAtHand(view, job) : [];
  return crew.length > 0 ? crew.join(' ') : nameOf(view, job.advisor);
}
