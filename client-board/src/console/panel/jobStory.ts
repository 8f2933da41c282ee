// panel/ — a job → what happened to it and when, the latest last. Told from the fold, which keeps what still matters.
import type { InspectionRecord, Job, Operation, Proposal } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { listText, nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';

export interface StoryLine {
  at: Instant;
  text: string;
}

/** The lines of a job's story in the order of time. */
export function jobStory(view: ShopView, job: Job): StoryLine[] {
  const { story } = view.say;
  const promises = job.promises.map(({ promisedAt, madeAt, madeBy }) => ({
    at: madeAt,
    text: [story.promised(momentText(view, promisedAt)), madeBy === null ? '' : nameOf(view, madeBy)].join(' ').trim(),
  }));
  const handedOver =
    job.onTime === null ? story.handedOver : job.onTime ? story.handedOverOnTime : story.handedOverLate;
  return [
    { at: job.bookedAt, text: story.booked },
    ...promises,
    ...at(job.checkedInAt, story.checkedIn(job.slip ?? '')),
    ...job.operations.flatMap((operation) => linesOf(view, operation)),
    ...job.proposals.flatMap((proposal) => proposalLines(view, proposal)),
    ...job.inspections.flatMap((record) => inspectionLine(view, record)),
    ...job.corrections.map((one) => ({ at: one.at, text: story.corrected(view.say.record.fields[one.field]) })),
    ...(job.told?.finishAt ? at(job.told.at, story.told(momentText(view, job.told.finishAt))) : []),
    ...at(job.settledAt, story.settled),
    ...(job.cancelled ? at(job.cancelled.at, story.cancelled(view.words.cancelReasons[job.cancelled.reason])) : []),
    ...at(job.followUp?.at ?? null, story.followedUp),
    ...at(job.readyAt, story.ready),
    ...at(job.calledAt, story.called),
    ...at(job.handedOverAt, handedOver),
  ].sort((a, b) => a.at - b.at);
}

function at(moment: Instant | null, text: string): StoryLine[] {
  return moment === null ? [] : [{ at: moment, text }];
}

/** Found, priced, answered; each with who, where that is known. */
function proposalLines(
  view: ShopView,
  { operations, proposedAt, proposedBy, quote, answer, withdrawnAt }: Proposal,
): StoryLine[] {
  const { story } = view.say;
  const by = (staff: string | null): string => (staff === null ? '' : nameOf(view, staff));
  const what = listText(
    view,
    operations.map(({ name }) => name),
  );
  const price = ((quote?.priceCents ?? 0) / 100).toFixed(2);
  return [
    { at: proposedAt, text: `${story.proposed(what)} ${by(proposedBy)}`.trim() },
    ...at(quote?.at ?? null, `${story.quoted(price)} ${by(quote?.by ?? null)}`.trim()),
    ...at(answer?.at ?? null, answer?.approved === true ? story.approved : story.declined),
    ...at(withdrawnAt, story.withdrawn),
  ];
}

/** A final inspection that passed is told with its work. */
function inspectionLine(view: ShopView, { level, passed, at: when, by }: InspectionRecord): StoryLine[] {
  if (level === 'final' && passed) return [];
  const { story } = view.say;
  const name = view.words.inspectionLevels[level];
  const who = listText(
    view,
    by.map((staff) => nameOf(view, staff)),
  );
  return [{ at: when, text: `${passed ? story.signed(name) : story.failed(name)} ${who}`.trim() }];
}

function linesOf(view: ShopView, operation: Operation): StoryLine[] {
  const { story } = view.say;
  const name = operationName(operation, view.language);
  const crew = listText(
    view,
    operation.crew.map((staff) => nameOf(view, staff)),
  );
  const runs = operation.runs.flatMap(({ from, to }, index) => {
    const last = index === operation.runs.length - 1;
    const finished = last && operation.status === 'done';
    const ending = finished
      ? operation.kind === 'inspection'
        ? story.passed
        : story.finished(name)
      : story.stopped(name);
    return [{ at: from, text: `${story.started(name)} ${crew}`.trim() }, ...at(to, ending)];
  });
  const holds = [...operation.pastHolds, ...(operation.hold ? [operation.hold] : [])].map(({ reason, since }) => ({
    at: since,
    text: `${name} ${view.words.holdReasons[reason]}`,
  }));
  const dispatched = at(operation.dispatchedAt, `${story.dispatched(name, operation.bay)} ${crew}`.trim());
  return [...dispatched, ...runs, ...holds];
}
