// panel/ — a job → the figures of its promise, and the facts that people ask about.
import { operationAtHand, promiseOf, stageOf } from '@zhunshi/shared/domain/job.ts';
import type { Job, Reservation } from '@zhunshi/shared/domain/state.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';
import { localTime } from '@zhunshi/shared/time/shopTime.ts';
import { seesCustomers } from '@zhunshi/shared/views/staffView.ts';
import { listText, nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { minutesBetween, momentText, spanText } from '../desk/timeText.ts';

export interface Figure {
  name: string;
  text: string;
  /** Coloured, and with its shape, only where somebody must act. */
  mark: Mark | null;
}

/** `已取消 · 未到店`: that a visit does not take place, and why; null for every other one. */
export function endText({ words }: Pick<ShopView, 'words'>, { cancelled }: Job): string | null {
  return cancelled && [words.stages.cancelled, words.cancelReasons[cancelled.reason]].join(' · ');
}

/** Promised, predicted (or handed over), and what lies between; of a cancelled visit only until when it was one. */
export function promiseFigures(view: ShopView, job: Job): Figure[] {
  const say = view.say.panel;
  const promise = promiseOf(job);
  const standing = view.standings.get(job.id);
  const promised = {
    name: say.promised,
    text: promise ? momentText(view, promise.promisedAt) : say.noPromise,
    mark: null,
  };
  if (job.cancelled) return [promised, { name: say.endedAt, text: momentText(view, job.cancelled.at), mark: null }];
  if (job.handedOverAt !== null) {
    const late = promise === null ? 0 : minutesBetween(promise.promisedAt, job.handedOverAt);
    const word = job.onTime === false ? spanText(view, late) : say.onTime;
    const outcome: Figure =
      job.onTime === false
        ? { name: say.over, text: word, mark: 'late' }
        : { name: view.words.stages.delivered, text: word, mark: 'ready' };
    return [promised, { name: say.handedOver, text: momentText(view, job.handedOverAt), mark: null }, outcome];
  }
  const predictedAt = standing?.predictedAt ?? null;
  const predicted = {
    name: say.predicted,
    text: predictedAt === null ? say.undecided : momentText(view, predictedAt),
    mark: null,
  };
  return [promised, predicted, slackFigure(view, job)];
}

function slackFigure(view: ShopView, job: Job): Figure {
  const say = view.say.panel;
  const standing = view.standings.get(job.id);
  const hold = job.operations.find(({ status }) => status === 'held')?.hold;
  if (standing && standing.overdueMinutes > 0) {
    return { name: say.over, text: spanText(view, standing.overdueMinutes), mark: 'late' };
  }
  if (hold && stageOf(job) === 'held') {
    return {
      name: view.words.holdReasons[hold.reason],
      text: spanText(view, minutesBetween(hold.since, view.asOf)),
      mark: 'waiting',
    };
  }
  if (job.readyAt !== null) return { name: say.state, text: view.words.stages.ready, mark: 'ready' };
  const slack = standing?.slackMinutes ?? null;
  if (slack === null) return { name: say.slack, text: say.undecided, mark: null };
  if (slack < 0) return { name: say.late, text: spanText(view, -slack), mark: 'late' };
  return { name: say.slack, text: spanText(view, slack), mark: standing?.mark === 'tight' ? 'tight' : null };
}

function keptText(view: ShopView, { bay, from, to }: Reservation): string {
  return `${bay} ${momentText(view, from)}–${localTime(to, view.timeZone)}`;
}

/** Who, where, and what the customer said. Facts without content are left out. */
export function jobFacts(view: ShopView, job: Job): { name: string; text: string }[] {
  const say = view.say.panel;
  const person = view.directory.persons[job.customer];
  const crew = listText(
    view,
    (operationAtHand(job)?.crew ?? []).map((staff) => nameOf(view, staff)),
  );
  const waits = view.words.whereabouts[job.waits];
  const wash = job.operations.some(({ kind }) => kind === 'wash') ? say.wash : say.noWash;
  const customer = person
    ? [person.name, person.phone].filter(Boolean).join(' ')
    : seesCustomers(view.roles)
      ? say.erased
      : '';
  const said = job.orders.flatMap(({ number }) => person?.words[number] ?? []).join('；');
  const keyTag = job.keyTag === null ? '' : say.keyTag(job.keyTag);
  const mileage = job.mileageKm === null ? '' : say.kilometres(job.mileageKm);
  const oldParts = job.keepsOldParts ? say.keepsOldParts : '';
  const { reservation } = job;
  return [
    { name: say.advisor, text: nameOf(view, job.advisor) },
    { name: say.crew, text: crew },
    { name: say.customer, text: [customer, waits, wash].filter(Boolean).join(' · ') },
    { name: say.slip, text: [job.slip ?? '', keyTag].filter(Boolean).join(' · ') },
    { name: say.kept, text: reservation ? keptText(view, reservation) : '' },
    { name: say.comeback, text: job.comebackOf ?? '' },
    { name: say.mileage, text: [mileage, oldParts].filter(Boolean).join(' · ') },
    { name: say.words, text: said },
  ].filter(({ text }) => text !== '');
}
