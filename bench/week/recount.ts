// bench/week/ — the on-time figures counted anew from the raw entries of a log, by the words of DESIGN §4 alone: no fold, no rule of the
// product is used, so that both can only agree by being right.
import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';

/** What is known of a visit from its events. */
interface Seen {
  promises: { promisedAt: number; firm: boolean; counts: boolean }[];
  toldFinishAt: number | null;
  /** The customer knows that the promise that counts will be broken. */
  knowsLate: boolean;
  readyAt: number | null;
  calledAt: number | null;
  handedOverAt: number | null;
  note: boolean;
  customersFault: boolean;
  saidLate: boolean;
  gone: boolean;
}

export interface Recount {
  /** Handed over with a promise, excused ones apart. */
  delivered: number;
  onTime: number;
  onTimeOriginal: number;
  excused: number;
  /** Promises that fell due by `until`, of cars handed over and of those still here. */
  due: number;
  dueKept: number;
  internalReturns: number;
}

type Entry = Pick<LogEntry, 'at' | 'events'>;

/** Counts a log until a moment. */
export function recount(entries: readonly Entry[], until: number): Recount {
  const visits = new Map<string, Seen>();
  let internalReturns = 0;
  for (const { at, events } of entries) {
    for (const event of events) {
      if (event.type === 'InspectionFailed') internalReturns += 1;
      // What leaves a visit is a visit of its own, whatever it was called before.
      if (event.type === 'OrderSplit') visits.set(event.into, newVisit());
      if ('job' in event) noteEvent(visits, at, event);
    }
  }
  return { ...countUp([...visits.values()], until), internalReturns };
}

type OfJob = Extract<LogEntry['events'][number], { job: string }>;

function noteEvent(visits: Map<string, Seen>, at: number, event: OfJob): void {
  const seen = visits.get(event.job) ?? newVisit();
  visits.set(event.job, seen);
  switch (event.type) {
    case 'PromiseMade': {
      const inForce = seen.promises.at(-1)?.promisedAt ?? Number.POSITIVE_INFINITY;
      const counts =
        event.reason === 'additionalWork'
          ? event.confirmed !== null && at <= inForce
          : event.reason === 'customerWish'
            ? at <= inForce && !seen.knowsLate
            : event.reason !== 'shop';
      seen.promises.push({ promisedAt: event.promisedAt, firm: event.kind === 'firm', counts });
      lookAgain(seen);
      break;
    }
    case 'EstimatePublished':
      seen.toldFinishAt = event.finishAt;
      lookAgain(seen);
      break;
    case 'CarReady':
      seen.readyAt = at;
      break;
    case 'ReadyWithdrawn':
      seen.readyAt = null;
      seen.calledAt = null;
      break;
    case 'CustomerCalled':
      seen.calledAt = at;
      break;
    case 'CarHandedOver':
      seen.handedOverAt = at;
      seen.note = event.note !== null;
      break;
    case 'LatenessJudged':
      seen.customersFault = event.customersFault;
      break;
    case 'FollowUpRecorded':
      if (!event.punctual) seen.saidLate = true;
      break;
    case 'JobCancelled':
    case 'JobMerged':
      seen.gone = true;
      break;
    case 'JobRebooked':
      seen.gone = false;
      break;
    default:
  }
}

/** What was told against the promise that counts; a finish that can no longer be said changes nothing of what is known. */
function lookAgain(seen: Seen): void {
  const rated = seen.promises.findLast(({ counts }) => counts)?.promisedAt;
  if (rated !== undefined && seen.toldFinishAt !== null) seen.knowsLate = seen.toldFinishAt > rated;
}

function newVisit(): Seen {
  return {
    promises: [],
    toldFinishAt: null,
    knowsLate: false,
    readyAt: null,
    calledAt: null,
    handedOverAt: null,
    note: false,
    customersFault: false,
    saidLate: false,
    gone: false,
  };
}

function countUp(visits: readonly Seen[], until: number): Omit<Recount, 'internalReturns'> {
  const count = { delivered: 0, onTime: 0, onTimeOriginal: 0, excused: 0, due: 0, dueKept: 0 };
  for (const visit of visits) {
    const rated = visit.promises.findLast(({ counts }) => counts)?.promisedAt;
    const original = (visit.promises.find(({ firm }) => firm) ?? visit.promises[0])?.promisedAt;
    if (visit.gone || rated === undefined || original === undefined) continue;
    if (visit.customersFault && visit.note) {
      count.excused += 1;
      continue;
    }
    const good = keeps(visit, rated);
    if (visit.handedOverAt !== null) {
      count.delivered += 1;
      if (good) count.onTime += 1;
      if (keeps(visit, original)) count.onTimeOriginal += 1;
    }
    if (rated <= until) {
      count.due += 1;
      if (good) count.dueKept += 1;
    }
  }
  return count;
}

function keeps({ handedOverAt, readyAt, calledAt, saidLate }: Seen, promisedAt: number): boolean {
  if (saidLate) return false;
  if (handedOverAt !== null && handedOverAt <= promisedAt) return true;
  return readyAt !== null && calledAt !== null && Math.max(readyAt, calledAt) <= promisedAt;
}
