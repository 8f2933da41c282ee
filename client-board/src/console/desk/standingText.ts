// desk/ — how a promise stands → mark and words. Colour, shape and word always come together from here.
import type { Hold, Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';
import { askingOf } from '@zhunshi/shared/views/loungeRows.ts';
import { minutesBetween, spanText } from './timeText.ts';
import type { ShopView } from './shopView.ts';

/** What a card says about its promise. */
export interface StandingText {
  mark: Mark;
  text: string;
}

/** Mark and words of a job; a held one says what it waits for and since when. */
export function standingText(view: ShopView, job: Job): StandingText {
  const standing = view.standings.get(job.id);
  if (!standing) return { mark: 'inOrder', text: '' };
  return standing.mark === 'waiting'
    ? { mark: 'waiting', text: holdText(view, job) ?? slackText(view, job) }
    : { mark: standing.mark, text: slackText(view, job) };
}

/** `待料 37 分`; null where nothing of the job is held. */
export function holdText(view: ShopView, job: Job): string | null {
  const held = job.operations.find(({ status }) => status === 'held');
  return held?.hold ? holdTextOf(view, job, { ...held, hold: held.hold }) : null;
}

/** Of one operation: `待报价 5 分` until the price is there, `待确认 5 分` while the customer is asked [TRK-9]. */
export function holdTextOf(view: ShopView, job: Job, operation: Pick<Operation, 'id'> & { hold: Hold }): string {
  const { hold } = operation;
  const asking = hold.reason === 'approval' ? askingOf(job, operation) : null;
  const word = asking === null ? view.words.holdReasons[hold.reason] : view.words.asking[asking];
  return `${word} ${spanText(view, minutesBetween(hold.since, view.asOf))}`;
}

/** `余 30 分`, `预计迟 10 分`, `超 5 分`; a word where it cannot be said. */
export function slackText(view: ShopView, job: Job): string {
  const standing = view.standings.get(job.id);
  if (!standing || standing.promisedAt === null) return view.say.card.noPromise;
  if (standing.mark === 'ready') return view.words.stages.ready;
  if (standing.overdueMinutes > 0) return view.say.slack.over(spanText(view, standing.overdueMinutes));
  return slackWords(view, standing.slackMinutes);
}

/** Slack in words: left, or late by. */
export function slackWords(view: Pick<ShopView, 'say'>, slackMinutes: number | null): string {
  if (slackMinutes === null) return view.say.slack.unknown;
  return slackMinutes < 0
    ? view.say.slack.willBeLate(spanText(view, -slackMinutes))
    : view.say.slack.left(spanText(view, slackMinutes));
}
