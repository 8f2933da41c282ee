// panel/ — one event of a job → its sentence, and who did it where the event itself names them.
import type { DomainEvent, EventOf } from '@zhunshi/shared/domain/events.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { OperationId, StaffId } from '@zhunshi/shared/domain/words.ts';
import { storyWords } from '@zhunshi/shared/i18n/storyWords.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { listText, nameOf, placeText } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import type { StoryHands } from './storyHands.ts';

/** `doers` empty: whoever gave the command did it. */
export interface Said {
  text: string;
  doers: readonly StaffId[];
}

/** Where an event is told: the view, its job, and the operations as they were when it happened. */
export interface Telling {
  view: ShopView;
  job: Pick<Job, 'id' | 'operations'>;
  hands: StoryHands;
  /** The same entry wrote it up and received it: nobody had booked it. */
  walkedIn: boolean;
  /** What a command that was taken back had done. */
  done: (command: string) => string;
}

/** True of the events of one entry that wrote a car up and received it at once. */
export function isWalkIn(events: readonly Pick<DomainEvent, 'type'>[]): boolean {
  const types = events.map(({ type }) => type);
  return types.includes('OrderBooked') && types.includes('CarCheckedIn');
}

/** Types of the events that are about a job. */
type JobEventType = Extract<DomainEvent, { job: string }>['type'];

/** What an event says; null for one that is about no job. */
export function saidOf(telling: Telling, event: DomainEvent): Said | null {
  if (!('job' in event)) return null;
  const tell = sentences[event.type] as (telling: Telling, event: DomainEvent) => string;
  return { text: tell(telling, event), doers: doersOf(telling, event) };
}

function doersOf({ hands }: Telling, event: DomainEvent): readonly StaffId[] {
  switch (event.type) {
    case 'OperationStarted':
    case 'OperationResumed':
    case 'OperationFinished':
      return hands.crew(event.operation);
    case 'InspectionRecorded':
      return event.by;
    case 'InspectionPassed':
    case 'InspectionFailed':
      return event.inspectors;
    default:
      return [];
  }
}

const sentences: { [Type in JobEventType]: (telling: Telling, event: EventOf<Type>) => string } = {
  OrderBooked: (telling, { order }) =>
    order.number !== telling.job.id
      ? say(telling).orderJoined(order.number)
      : telling.walkedIn
        ? say(telling).received(order.number)
        : say(telling).booked(order.number),
  OrderChanged: (telling, { order }) => say(telling).orderChanged(order.number),
  OrderSplit: (telling, { job, order, into }) =>
    into === telling.job.id ? say(telling).splitFrom(order, job) : say(telling).splitOff(order),
  JobMerged: (telling, { job }) => say(telling).merged(job),
  JobRebooked: (telling, { arrivalAt }) => say(telling).rebooked(moment(telling, arrivalAt)),
  JobCancelled: (telling, { reason }) => say(telling).cancelled(telling.view.words.cancelReasons[reason]),
  BayReserved: (telling, { bay, from, to }) => say(telling).reserved(bay, moment(telling, from), moment(telling, to)),
  BayReleased: (telling) => say(telling).released,
  PromiseMade: (telling, { promisedAt, reason, cause }) => {
    const { promiseReasons, promisedAtReception, lateCauses } = telling.view.words;
    const atReception = reason === 'booking' && telling.walkedIn;
    const why = cause !== null ? lateCauses[cause] : atReception ? promisedAtReception : promiseReasons[reason];
    return say(telling).promised(moment(telling, promisedAt), why);
  },
  CarCheckedIn: (telling, { slip }) => say(telling).checkedIn(slip),
  WhereaboutsChanged: (telling, { waits }) => say(telling).whereabouts(telling.view.words.whereabouts[waits]),
  JobCorrected: (telling, { field }) => say(telling).corrected(telling.view.say.record.fields[field]),
  WorkAmended: (telling, { added, dropped, minutes }) => {
    const { language } = telling.view;
    const names = added.map((operation) => operationName(operation, language));
    const gone = dropped.map((id) => named(telling, id));
    return listText(telling.view, [
      ...(names.length > 0 ? [say(telling).added(listText(telling.view, names))] : []),
      ...(gone.length > 0 ? [say(telling).dropped(listText(telling.view, gone))] : []),
      ...minutes.map((one) => say(telling).minutes(named(telling, one.operation), one.minutes)),
    ]);
  },
  ComebackLinked: (telling, { of }) => (of === null ? say(telling).noComeback : say(telling).comeback(of)),
  CarMoved: (telling, { to }) => say(telling).moved(placeText(telling.view, { location: to })),
  OperationsDispatched: (telling, { operations, bay, crew }) => {
    const what = operations.map((id) => named(telling, id));
    return withPeople(telling, say(telling).dispatched(listText(telling.view, what), bay), crew);
  },
  OperationRecalled: (telling, { operation }) => say(telling).recalled(named(telling, operation)),
  OperationStarted: (telling, { operation }) => say(telling).started(named(telling, operation)),
  WorkReassigned: (telling, { operation, bay, crew }) =>
    withPeople(telling, say(telling).reassigned(named(telling, operation), bay), crew),
  OperationHeld: (telling, { operation, reason, expectedAt }) =>
    say(telling).held(
      named(telling, operation),
      telling.view.words.holdReasons[reason],
      momentOrNull(telling, expectedAt),
    ),
  HoldRevised: (telling, { operation, expectedAt }) =>
    say(telling).holdRevised(named(telling, operation), momentOrNull(telling, expectedAt)),
  PartsArrived: (telling, { operation }) => say(telling).partsArrived(named(telling, operation)),
  OperationResumed: (telling, { operation }) => say(telling).resumed(named(telling, operation)),
  OperationFinished: (telling, { operation }) => say(telling).finished(named(telling, operation)),
  WorkSuspended: (telling, { operation, expectedAt }) =>
    say(telling).held(
      named(telling, operation),
      telling.view.words.holdReasons.closing,
      momentOrNull(telling, expectedAt),
    ),
  WorkProposed: (telling, { operations }) =>
    say(telling).proposed(
      listText(
        telling.view,
        operations.map(({ name }) => name),
      ),
    ),
  WorkQuoted: (telling, { priceCents, minutes }) => say(telling).quoted((priceCents / 100).toFixed(2), minutes),
  WorkApproved: (telling, { how }) => say(telling).approved(telling.view.words.answerWays[how]),
  WorkDeclined: (telling, { how }) => say(telling).declined(telling.view.words.answerWays[how]),
  WorkWithdrawn: (telling) => say(telling).withdrawn,
  InspectionRecorded: (telling, { level, operation }) =>
    say(telling).passed(
      telling.view.words.inspectionLevels[level],
      operation === null ? '' : named(telling, operation),
    ),
  InspectionPassed: (telling) => say(telling).passed(telling.view.words.inspectionLevels.final, ''),
  InspectionFailed: (telling, { level, defects }) => {
    const { inspectionLevels, defectKinds } = telling.view.words;
    const found = defects.map(({ operation, kind }) => `${named(telling, operation)} ${defectKinds[kind]}`);
    return say(telling).failed(inspectionLevels[level], listText(telling.view, found));
  },
  CarReady: (telling) => say(telling).ready,
  ReadyWithdrawn: (telling) => say(telling).readyWithdrawn,
  CustomerCalled: (telling) => say(telling).called,
  CallUnanswered: (telling) => say(telling).unanswered,
  CalledInLounge: (telling) => say(telling).calledInLounge,
  BillSettled: (telling) => say(telling).settled,
  CarHandedOver: (telling, { onTime, cause }) => {
    if (onTime === null) return say(telling).handedOver;
    if (onTime) return say(telling).handedOverOnTime;
    return say(telling).handedOverLate(cause === null ? '' : telling.view.words.lateCauses[cause]);
  },
  LatenessJudged: (telling, { customersFault }) => say(telling).judged(customersFault),
  FollowUpRecorded: (telling, { punctual }) => say(telling).followedUp(punctual),
  EstimatePublished: (telling, { finishAt }) =>
    finishAt === null ? say(telling).toldUnknown : say(telling).told(moment(telling, finishAt)),
  AlarmAcknowledged: (telling) => say(telling).acknowledged,
  AlarmSnoozed: (telling, { until }) => say(telling).snoozed(moment(telling, until)),
  AlarmEscalated: (telling) => say(telling).escalated,
  CommandUndone: (telling, { command }) => say(telling).undone(telling.done(command)),
};

function say({ view }: Telling): (typeof storyWords)[ShopView['language']] {
  return storyWords[view.language];
}

function moment({ view }: Telling, at: number): string {
  return momentText(view, at);
}

function momentOrNull({ view }: Telling, at: number | null): string | null {
  return at === null ? null : momentText(view, at);
}

/** An operation by its name; by its id where the story does not say what it was. */
function named({ view, job, hands }: Telling, id: OperationId): string {
  const operation = hands.operation(id) ?? job.operations.find((one) => one.id === id);
  return operation ? operationName(operation, view.language) : id;
}

/** The sentence, with those whom it is about behind it. */
export function withPeople({ view }: Pick<Telling, 'view'>, text: string, people: readonly StaffId[]): string {
  const names = people.map((staff) => nameOf(view, staff));
  return `${text} ${listText(view, names)}`.trim();
}
