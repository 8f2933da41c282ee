// views/ — projection for the customer's page: picks, field by field, what the customer of one car may see of it [TRK-1]. When it will be
// done is what its customer was told, which is on record, as in the lounge [LNG-4].
import type { Directory } from '../domain/directory.ts';
import { openProposals, promiseOf, stageOf } from '../domain/job.ts';
import type { Job, Operation, Promise, Proposal, ShopState } from '../domain/state.ts';
import type { HoldReason, Instant, LateCause, PromiseReason } from '../domain/words.ts';
import { askingOf, customerStatus, hasPassed, isAnswered, type Asking } from './loungeRows.ts';
import type {
  TrackCarRow,
  TrackChange,
  TrackOfferRow,
  TrackReason,
  TrackRow,
  TrackStatus,
  TrackStep,
} from './trackBoard.ts';

/** A link is good for a day after the hand-over [TRK-2]. */
const AFTER_HAND_OVER_MS = 86_400_000;
/** More changes than anybody reads. */
const MOST_CHANGES = 20;

/** True while the customer's link of a job shows it: until a day after the hand-over, or until it is cancelled [TRK-2]. */
export function isTracked(job: Job | undefined, asOf: Instant): job is Job {
  if (job?.cancelled !== null) return false;
  return job.handedOverAt === null || asOf < job.handedOverAt + AFTER_HAND_OVER_MS;
}

/** All rows of one customer's page [TRK-1]. Empty where the job is no more, or its link is over [TRK-2]. */
export function trackRows(state: ShopState, directory: Directory, id: string, asOf: Instant): TrackRow[] {
  const { shop } = state;
  const job = Object.hasOwn(state.jobs, id) ? state.jobs[id] : undefined;
  if (!shop || !isTracked(job, asOf)) return [];
  return [
    { key: 'shop', kind: 'shop', name: shop.name, timeZone: shop.timeZone, locale: shop.locale },
    carRow(job, directory, asOf),
    ...job.proposals.flatMap(offerRow),
  ];
}

function carRow(job: Job, directory: Directory, asOf: Instant): TrackCarRow {
  const vehicle = directory.vehicles[job.vehicle];
  const promise = promiseOf(job);
  return {
    key: 'car',
    kind: 'car',
    slip: job.slip,
    plate: vehicle?.plate ?? null,
    model: vehicle && vehicle.model !== '' ? vehicle.model : null,
    status: statusOf(job),
    arrivalAt: job.arrivalAt,
    steps: stepsOf(job),
    promise: promise && {
      promisedAt: promise.promisedAt,
      provisional: job.handedOverAt === null && promise.kind === 'provisional',
    },
    expected: expectedOf(job, asOf),
    changes: changesOf(job),
    readyAt: job.readyAt,
    handedOverAt: job.handedOverAt,
    question: job.handedOverAt === null ? 'none' : job.followUp === null ? 'open' : 'answered',
  };
}

function expectedOf({ readyAt, told }: Job, asOf: Instant): TrackCarRow['expected'] {
  if (readyAt !== null || !told) return null;
  const passed = hasPassed(told.finishAt, asOf);
  return { finishAt: passed ? null : told.finishAt, passed };
}

function statusOf(job: Job): TrackStatus {
  const stage = stageOf(job);
  if (stage === 'delivered') return 'handedOver';
  if (isAnswered(job)) return 'answered';
  return stage === 'booked' ? 'booked' : customerStatus(job);
}

/** Registered, each work, what is proposed, inspection, wash, ready, handed over. Of what is ordered one is gone through, or next. */
function stepsOf(job: Job): TrackStep[] {
  const ofCar = (kind: TrackStep['kind'], doneAt: Instant | null): TrackStep => ({
    kind,
    name: null,
    state: doneAt === null ? 'later' : 'done',
    waitingFor: null,
    doneAt,
  });
  const isOver = job.readyAt !== null || job.handedOverAt !== null;
  const steps = [
    ofCar('registered', job.checkedInAt),
    ...job.operations.filter(({ reworkOf }) => reworkOf === null).map((operation) => stepOf(job, operation)),
    ofCar('ready', job.readyAt ?? job.handedOverAt),
    ofCar('handedOver', job.handedOverAt),
  ].filter(({ state }, index, all) => !isOver || state === 'done' || index === all.length - 1);
  if (isOver) return withNext(steps);
  const afterWork = steps.findLastIndex(({ kind }) => kind === 'work' || kind === 'registered') + 1;
  const all = job.checkedInAt === null ? steps : withNext(steps);
  return [...all.slice(0, afterWork), ...proposedSteps(job), ...all.slice(afterWork)];
}

/** Where nothing is under way, the first that is to come is the next. */
function withNext(steps: TrackStep[]): TrackStep[] {
  if (steps.some(({ state }) => state === 'now' || state === 'waiting')) return steps;
  const next = steps.findIndex(({ state }) => state === 'later');
  return steps.map((step, index) => (index === next ? { ...step, state: 'soon' } : step));
}

/** What was found and is not decided, in no sense ordered: it is this that waits for the customer, not the work in which it was found [TRK-9]. */
function proposedSteps(job: Job): TrackStep[] {
  return openProposals(job).flatMap(({ operations, quote }) =>
    operations.map(({ name }): TrackStep => ({
      ...{ kind: 'work', name, state: 'proposed', doneAt: null },
      waitingFor: quote ? 'approval' : 'pricing',
    })),
  );
}

/** A piece of work with all that had to be done again of it: to the customer it is one, which lasts until the last is done. */
function stepOf(job: Job, operation: Operation): TrackStep {
  const all = [operation, ...reworksOf(job, operation)];
  const running = all.some(({ status, hold }) => status === 'running' || isPause(hold?.reason));
  const held = all.find(({ status, hold }) => status === 'held' && !isPause(hold?.reason));
  const done = all.every(({ status }) => status === 'done');
  // An inspection that began and was overtaken by new work begins anew.
  const begun = operation.kind === 'work' && all.some(({ runs }) => runs.length > 0);
  return {
    kind: operation.kind,
    name: operation.kind === 'work' ? operation.name : null,
    state: done ? 'done' : running ? 'now' : held ? 'waiting' : begun ? 'now' : 'later',
    waitingFor: !running && held ? waitingFor(job, held) : null,
    doneAt: done ? Math.max(...all.map(({ since }) => since)) : null,
  };
}

function reworksOf(job: Job, { id }: Operation): Operation[] {
  const direct = job.operations.filter(({ reworkOf }) => reworkOf === id);
  return direct.flatMap((rework) => [rework, ...reworksOf(job, rework)]);
}

/** What held work waits for; where something found in it is proposed, that has a step of its own: what is asked here is asked by word of mouth. */
function waitingFor(job: Job, held: Operation): TrackStep['waitingFor'] {
  const asking = askingOf(job, held);
  if (asking !== null) return isProposedIn(job, held) ? 'other' : OF_ASKING[asking];
  return held.hold && WAITING_FOR[held.hold.reason];
}

function isProposedIn(job: Job, { id }: Operation): boolean {
  return openProposals(job).some(({ foundIn }) => foundIn === id);
}

const OF_ASKING: Record<Asking, TrackStep['waitingFor']> = {
  pricing: 'pricing',
  asked: 'desk',
  answered: 'answered',
  over: 'other',
};

const WAITING_FOR: Record<HoldReason, TrackStep['waitingFor']> = {
  parts: 'parts',
  approval: 'desk',
  customer: 'desk',
  sublet: 'other',
  equipment: 'other',
  break: null,
  closing: null,
};

function isPause(reason: HoldReason | undefined): boolean {
  return reason === 'break' || reason === 'closing';
}

/** Promises and expected times together, as the customer heard of them, the latest first. */
function changesOf({ promises, estimates }: Job): TrackChange[] {
  const moved = promises.filter((promise, index) => promise.promisedAt !== promises[index - 1]?.promisedAt);
  const promised = moved.map((promise, index): TrackChange => ({
    at: promise.madeAt,
    what: 'promise',
    to: promise.promisedAt,
    because: index === 0 ? 'agreed' : reasonOf(promise),
  }));
  const told = estimates.map(({ at, finishAt, because }): TrackChange => ({
    at,
    what: 'expected',
    to: finishAt,
    because,
  }));
  return [...promised, ...told]
    .reverse()
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_CHANGES);
}

const REASONS: Record<PromiseReason, TrackReason> = {
  booking: 'agreed',
  changedOrder: 'changedOrder',
  rebooked: 'rebooked',
  merged: 'changedOrder',
  firmedUp: 'settled',
  additionalWork: 'moreWork',
  customerWish: 'yourWish',
  shop: 'shop',
};

/** Whose doing it was within the shop is not the customer's business [TRK-1]. */
const CAUSES: Record<LateCause, TrackReason> = {
  parts: 'parts',
  approval: 'approval',
  diagnosis: 'diagnosis',
  workload: 'workload',
  sublet: 'otherWait',
  equipment: 'otherWait',
  rework: 'shop',
  staff: 'shop',
  promise: 'shop',
  customer: 'shop',
  other: 'shop',
};

function reasonOf({ reason, cause }: Promise): TrackReason {
  return reason === 'shop' && cause !== null ? CAUSES[cause] : REASONS[reason];
}

/** Additional work, priced or not; what was withdrawn is not the customer's business. */
function offerRow({ id, operations, quote, answer, proposedAt, withdrawnAt }: Proposal): TrackOfferRow[] {
  if (withdrawnAt !== null) return [];
  const state = answer ? (answer.approved ? 'approved' : 'declined') : quote ? 'open' : 'pricing';
  return [
    {
      key: `offer:${id}`,
      kind: 'offer',
      proposal: id,
      work: operations.map(({ name }) => name),
      state,
      quote: quote && {
        priceCents: quote.priceCents,
        minutes: quote.minutes,
        promisedAt: quote.promisedAt,
        quotedAt: quote.at,
      },
      proposedAt,
      answeredAt: answer?.at ?? null,
      answeredBy: answer?.how ?? null,
    },
  ];
}
