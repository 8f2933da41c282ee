// advisor/ — a car → the one sentence that may be said to its customer: how far it is, when it will be done, and whether that is in time.
import { operationAtHand, stageOf } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { advisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import type { AdvisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import { TIGHT_MINUTES } from '@zhunshi/shared/plan/standing.ts';
import { listText } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { minutesBetween, momentText, spanText } from '../desk/timeText.ts';

const ten = 600_000;

/** What may be told: times rounded up to ten minutes, as on the customer's own screen [LNG-3]; nothing of the workshop's inner life. */
export function sentenceFor(view: ShopView, job: Job): string {
  const say = advisorWords[view.language].sentence;
  if (job.readyAt !== null) return say.ready;
  const gap = view.language === 'en' ? ' ' : '';
  return `${nowText(view, job, say)}${gap}${timeText(view, job, say)}`;
}

function nowText(view: ShopView, job: Job, say: AdvisorWords['sentence']): string {
  switch (stageOf(job)) {
    case 'working':
      return workText(job, say);
    case 'held':
      return holdText(view, job, say);
    case 'dispatched':
      return say.dispatched;
    case 'inspecting':
      return say.inspecting;
    case 'washing':
      return say.washing;
    default:
      return job.operations.some(({ runs }) => runs.length > 0) ? say.between : say.waiting;
  }
}

function workText(job: Job, say: AdvisorWords['sentence']): string {
  const now = operationAtHand(job);
  const left = job.operations.filter(({ kind, status, id }) => kind === 'work' && status !== 'done' && id !== now?.id);
  if (!now) return say.held;
  return left.length === 0 ? say.working(now.name) : say.workingMore(now.name, left.length);
}

function holdText(view: ShopView, job: Job, say: AdvisorWords['sentence']): string {
  const hold = operationAtHand(job)?.hold;
  if (hold?.reason === 'parts') {
    return hold.expectedAt === null ? say.parts : say.partsAt(momentText(view, upToTen(hold.expectedAt)));
  }
  const asked = job.proposals.filter(({ answer, withdrawnAt }) => answer === null && withdrawnAt === null);
  if (hold?.reason !== 'approval' || asked.length === 0) return say.held;
  const names = asked.flatMap(({ operations }) => operations.map(({ name }) => name));
  return say.approval(listText(view, names));
}

function timeText(view: ShopView, job: Job, say: AdvisorWords['sentence']): string {
  const standing = view.standings.get(job.id);
  const promisedAt = standing?.promisedAt ?? null;
  const doneAt = standing?.predictedAt ?? null;
  const awaits = view.forecast.jobs.get(job.id)?.awaitsAnswer === true;
  const told = doneAt === null || awaits ? null : upToTen(doneAt);
  const begin = told === null ? say.unknown : say.done(momentText(view, told));
  if (promisedAt === null) return `${begin}${say.end}`;
  const promised = momentText(view, promisedAt);
  if (told === null) return `${begin}${promisedAt < view.asOf ? say.passed(promised) : say.end}`;
  const late = minutesBetween(promisedAt, told);
  if (doneAt !== null && doneAt > promisedAt)
    return `${begin}${say.late(promised, spanText(view, Math.max(10, late)))}`;
  const slack = minutesBetween(doneAt ?? told, promisedAt);
  return `${begin}${slack < TIGHT_MINUTES ? say.justKeeps(promised) : say.keeps(promised)}`;
}

function upToTen(at: Instant): Instant {
  return Math.ceil(at / ten) * ten;
}
