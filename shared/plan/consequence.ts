// plan/ — what an answer to additional work would mean, tried on the fold before it is given: the finish with it and without it; and
// whether the bay should be freed while the answer is waited for. Pure, as every prediction.
import type { Command } from '../domain/commands.ts';
import { decide } from '../domain/decide.ts';
import { foldEntry } from '../domain/evolve.ts';
import { carsIn, isHere, operationAtHand, promiseOf, queueOf } from '../domain/job.ts';
import type { Bay, Job, Operation, Proposal, ShopState } from '../domain/state.ts';
import type { BayCode, Instant, WorkType } from '../domain/words.ts';
import { forecast, slackBetween } from './forecast.ts';
import { offerPromiseOf } from './offerPromise.ts';

/** Nothing is written: the id of a command that is only tried. */
const TRIED = '00000000-0000-7000-8000-000000000000';

/** What would follow from one answer. */
export interface Outlook {
  /** When the whole car would be done; null: it cannot be said. */
  finishAt: Instant | null;
  /** Whole minutes from there to the promise in force now, negative when late; null: one of them is not known. */
  slackMinutes: number | null;
}

export interface Consequence {
  approved: Outlook & {
    /** Whole minutes from the finish to the promise that the quote offers; null: it offers none. */
    offeredSlackMinutes: number | null;
  };
  declined: Outlook;
  /** Other cars need the bay in which the work waits. */
  freeBay: boolean;
}

/** The answers tried on the fold; before it is quoted with the minutes it was proposed with. */
function ifApproved(state: ShopState, job: Job, proposal: Proposal, asOf: Instant): ShopState {
  const ofProposal = { id: TRIED, job: job.id, proposal: proposal.id } as const;
  const minutes = proposal.operations.reduce((sum, operation) => sum + operation.minutes, 0);
  const quoted = proposal.quote
    ? state
    : tried(state, { ...ofProposal, type: 'QuoteWork', priceCents: 0, minutes, promisedAt: null }, asOf);
  return tried(quoted, { ...ofProposal, type: 'ApproveWork', how: 'desk', note: null, promisedAt: null }, asOf);
}

/**
 * The promise to agree on with the customer who approves: none where the promise in force would be kept all the same, and none where
 * the finish cannot be said [ADD-12].
 */
export function promiseIfApproved(state: ShopState, job: Job, proposal: Proposal, asOf: Instant): Instant | null {
  const offer = offerPromiseOf(ifApproved(state, job, proposal, asOf), job.id, asOf);
  const inForce = promiseOf(job)?.promisedAt ?? null;
  if (!offer || (inForce !== null && offer.predictedAt <= inForce)) return null;
  return offer.promisedAt;
}

/** What approving or declining additional work would mean; before it is quoted, with the minutes it was proposed with [ADD-9]. */
export function consequenceOf(state: ShopState, job: Job, proposal: Proposal, asOf: Instant): Consequence {
  const ofProposal = { id: TRIED, job: job.id, proposal: proposal.id } as const;
  const answer = { ...ofProposal, how: 'desk', note: null } as const;
  const approved = outlook(ifApproved(state, job, proposal, asOf), job, asOf);
  const offeredAt = proposal.quote?.promisedAt ?? null;
  const foundIn = job.operations.find(({ id }) => id === proposal.foundIn);
  return {
    approved: { ...approved, offeredSlackMinutes: minutesBetween(approved.finishAt, offeredAt) },
    declined: outlook(tried(state, { ...answer, type: 'DeclineWork' }, asOf), job, asOf),
    freeBay: foundIn !== undefined && shouldFreeBay(state, job, foundIn),
  };
}

/**
 * True when work that waits should leave its bay: a car that is here could go on in it, and no other bay is free for that work
 * [ADD-10].
 */
export function shouldFreeBay(state: ShopState, job: Job, operation: Operation): boolean {
  const bay = operation.bay === null ? undefined : state.bays[operation.bay];
  if (!bay) return false;
  const free = Object.values(state.bays).filter((other) => other.code !== bay.code && isFree(state, other));
  return Object.values(state.jobs).some((other) => {
    const workType = other.id === job.id ? null : waitingFor(other, bay);
    return workType !== null && !free.some(({ workTypes }) => workTypes.includes(workType));
  });
}

/** The work type for which a car waits to come into this bay: in its queue, or not dispatched yet. Null: it does not wait for it. */
function waitingFor(job: Job, bay: Bay): WorkType | null {
  const next = isHere(job) && job.readyAt === null ? operationAtHand(job) : null;
  const waits = next?.status === 'planned' ? bay.workTypes.includes(next.workType) : isQueuedIn(next, bay.code);
  return next && waits ? next.workType : null;
}

function isQueuedIn(operation: Operation | null, bay: BayCode): boolean {
  return operation?.status === 'dispatched' && operation.bay === bay;
}

/** Open, with room beside the cars that are in it and in its queue. */
function isFree(state: ShopState, bay: Bay): boolean {
  if (bay.closed) return false;
  const cars = new Set([...carsIn(state, bay.code), ...queueOf(state, bay.code).map(({ job }) => job)]);
  return cars.size < bay.capacity;
}

/** The state after a command, or as it is where that is refused. */
function tried(state: ShopState, command: Command, at: Instant): ShopState {
  const decided = decide(state, command, { at, by: null });
  if (!decided.ok) return state;
  return foldEntry(state, { version: Number.MAX_SAFE_INTEGER, at, by: null, commandId: TRIED, events: decided.value });
}

function outlook(state: ShopState, job: Job, asOf: Instant): Outlook {
  const finishAt = forecast(state, asOf).jobs.get(job.id)?.finishAt ?? null;
  return { finishAt, slackMinutes: minutesBetween(finishAt, promiseOf(job)?.promisedAt ?? null) };
}

function minutesBetween(from: Instant | null, to: Instant | null): number | null {
  return from === null || to === null ? null : slackBetween(from, to);
}
