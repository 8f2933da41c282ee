// advisor/ — a car → the one sentence that may be said to its customer: how far it is, when it will be done, and whether that is in time.
import { openProposals, operationAtHand, stageOf } from '@zhunshi/shared/domain/job.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { advisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import type { AdvisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import { askingOf } from '@zhunshi/shared/views/loungeRows.ts';
import { TIGHT_MINUTES } from '@zhunshi/shared/plan/standing.ts';
import { listText } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { minutesBetween, momentText, spanText } from '../desk/timeText.ts';
import { isInRework } from '../panel/stageSteps.ts';

const aMinute = 60_000;
const ten = 600_000;
/** Less is late by some minutes, of which no number is told. */
const fewMinutes = 10;
/** What begins within so long begins at once, to a customer. */
const atOnceMs = 300_000;

/** What may be told: the time that is predicted now, which stands beside it, rounded up [LNG-3]; nothing of the workshop's inner life. */
export function sentenceFor(view: ShopView, job: Job): string {
  const say = advisorWords[view.language].sentence;
  if (job.readyAt !== null) return say.ready;
  const gap = view.language === 'en' ? ' ' : '';
  return `${nowText(view, job, say)}${gap}${timeText(view, job, say)}`;
}

function nowText(view: ShopView, job: Job, say: AdvisorWords['sentence']): string {
  const now = operationAtHand(job);
  const runs = now?.status === 'running';
  switch (stageOf(job)) {
    case 'working':
      return workText(job, now, say);
    case 'held':
      return holdText(view, job, now, say);
    case 'dispatched':
      return queueText(view, job, now, say);
    case 'inspecting':
    case 'washing':
      if (!now) return say.confirming;
      if (now.kind === 'wash') return runs ? say.washing : say.toWash;
      return runs ? say.inspecting : say.toInspect;
    default:
      if (isInRework(job)) return say.rework;
      return job.operations.some(({ runs: of }) => of.length > 0) ? say.between : say.waiting;
  }
}

function workText(job: Job, now: Operation | null, say: AdvisorWords['sentence']): string {
  if (!now) return say.held;
  if (now.reworkOf !== null) return say.reworking(now.name);
  const left = job.operations.filter(({ kind, status, id }) => kind === 'work' && status !== 'done' && id !== now.id);
  return left.length === 0 ? say.working(now.name) : say.workingMore(now.name, left.length);
}

/** Work that is dispatched: it begins at once, or when the cars before it are done. */
function queueText(view: ShopView, job: Job, now: Operation | null, say: AdvisorWords['sentence']): string {
  const startAt = now ? view.forecast.jobs.get(job.id)?.operations.get(now.id)?.startAt : undefined;
  const queues = startAt !== undefined && startAt - view.asOf > atOnceMs;
  const time = queues ? momentText(view, upToTen(startAt)) : '';
  if (isInRework(job)) return queues ? say.reworkQueued(time) : say.rework;
  return queues ? say.queued(time) : say.dispatched;
}

function holdText(view: ShopView, job: Job, now: Operation | null, say: AdvisorWords['sentence']): string {
  const hold = now?.hold;
  if (!hold) return say.held;
  const asked = openProposals(job);
  if (hold.partsAt !== null) return say.partsHere;
  switch (hold.reason) {
    case 'parts':
      return hold.expectedAt === null ? say.parts : say.partsAt(momentText(view, upToTen(hold.expectedAt)));
    case 'approval': {
      if (asked.length === 0) return askingOf(job, now) === 'answered' ? say.answered : say.between;
      const names = asked.flatMap(({ operations }) => operations.map(({ name }) => name));
      const sentence = askingOf(job, now) === 'pricing' ? say.pricing : say.approval;
      return sentence(listText(view, names));
    }
    case 'customer':
    case 'sublet':
    case 'equipment':
      return say[hold.reason];
    default:
      return say.held;
  }
}

function timeText(view: ShopView, job: Job, say: AdvisorWords['sentence']): string {
  const standing = view.standings.get(job.id);
  const promisedAt = standing?.promisedAt ?? null;
  const predictedAt = standing?.predictedAt ?? null;
  const doneAt = predictedAt === null ? null : wholeMinute(predictedAt);
  const awaits = view.forecast.jobs.get(job.id)?.awaitsAnswer === true;
  const told = doneAt === null || awaits ? null : toldAt(doneAt, promisedAt);
  const begin = told === null ? say.unknown : say.done(momentText(view, told));
  if (promisedAt === null) return `${begin}${say.end}`;
  const promised = momentText(view, promisedAt);
  if (told === null) return `${begin}${promisedAt < view.asOf ? say.passed(promised) : say.end}`;
  if (doneAt !== null && doneAt > promisedAt) {
    if (doneAt - promisedAt < fewMinutes * aMinute) return `${begin}${say.bitLate(promised)}`;
    return `${begin}${say.late(promised, spanText(view, minutesBetween(promisedAt, told)))}`;
  }
  const slack = minutesBetween(doneAt ?? told, promisedAt);
  return `${begin}${slack < TIGHT_MINUTES ? say.justKeeps(promised) : say.keeps(promised)}`;
}

/** The predicted minute rounded up: never beyond a promise that the prediction keeps. */
function toldAt(doneAt: Instant, promisedAt: Instant | null): Instant {
  const rounded = upToTen(doneAt);
  return promisedAt !== null && doneAt <= promisedAt ? Math.min(rounded, promisedAt) : rounded;
}

/** As it is shown beside the sentence: the seconds make nothing late. */
function wholeMinute(at: Instant): Instant {
  return Math.floor(at / aMinute) * aMinute;
}

function upToTen(at: Instant): Instant {
  return Math.ceil(at / ten) * ten;
}
