// views/ — rows of the customer's page: an allow-list, of one car and its own customer. What has no field here cannot reach the page
// (nobody's name or telephone, no VIN, bay, note, or price but the quotes of this car). Filled in by `trackRows.ts`.
import type { AnswerWay, EstimateReason, Instant, ProposalId } from '../domain/words.ts';
import type { LoungeStatus } from './loungeBoard.ts';

export interface TrackShopRow {
  key: 'shop';
  kind: 'shop';
  name: string;
  timeZone: string;
  locale: string;
}

/** What the customer is told of the state of the work: as in the lounge, that their answer has come [TRK-9], and before and after the visit. */
export type TrackStatus = LoungeStatus | 'answered' | 'booked' | 'handedOver';

/** Where a step stands: `soon` is the next one that is to begin; `proposed` is none yet, unless the customer wants it [TRK-9]. */
export type TrackStepState = 'done' | 'now' | 'waiting' | 'soon' | 'later' | 'proposed';

/** One step of the visit, in the order in which it is gone through. */
export interface TrackStep {
  kind: 'registered' | 'work' | 'inspection' | 'wash' | 'ready' | 'handedOver';
  /** Name of the work as it was ordered; null for the steps that every car passes. */
  name: string | null;
  state: TrackStepState;
  /** Of a step that waits or is proposed: for what; `desk`: for a word with the customer, of which nothing is on this page. */
  waitingFor: 'parts' | 'approval' | 'desk' | 'pricing' | 'answered' | 'other' | null;
  doneAt: Instant | null;
}

/** Why a promise or an expected time is another one than before, as far as it is the customer's business. */
export type TrackReason =
  EstimateReason | 'agreed' | 'settled' | 'changedOrder' | 'rebooked' | 'yourWish' | 'diagnosis' | 'shop';

/** A time that the customer was told. */
export interface TrackChange {
  at: Instant;
  what: 'promise' | 'expected';
  /** Null: that it cannot be said. */
  to: Instant | null;
  because: TrackReason | null;
}

export interface TrackCarRow {
  key: 'car';
  kind: 'car';
  /** Number on the check-in slip, `A017`; null before check-in. */
  slip: string | null;
  /** The customer's own plate, whole; null where it has been erased. */
  plate: string | null;
  model: string | null;
  status: TrackStatus;
  /** When a car that is booked is due to come. */
  arrivalAt: Instant;
  steps: TrackStep[];
  promise: { promisedAt: Instant; provisional: boolean } | null;
  /** What the customer was told of the finish [EST-1]; `finishAt` null: that it cannot be said. Null: nothing to say, or nothing any more. */
  expected: { finishAt: Instant | null; /** It was told, and has passed [LNG-9]. */ passed: boolean } | null;
  /** All times that the customer was told, the latest first. */
  changes: TrackChange[];
  readyAt: Instant | null;
  handedOverAt: Instant | null;
  /** What the customer is asked after the hand-over. */
  question: 'none' | 'open' | 'answered';
}

/** Additional work: found, priced, answered. */
export interface TrackOfferRow {
  key: `offer:${ProposalId}`;
  kind: 'offer';
  proposal: ProposalId;
  work: string[];
  state: 'pricing' | 'open' | 'approved' | 'declined';
  /** What is asked for; null while it is being priced. Its time names the quote: an answer is to this one alone [ADD-13]. */
  quote: { priceCents: number; minutes: number; promisedAt: Instant | null; quotedAt: Instant } | null;
  proposedAt: Instant;
  answeredAt: Instant | null;
  /** How the answer was given; null while there is none. */
  answeredBy: AnswerWay | null;
}

export type TrackRow = TrackShopRow | TrackCarRow | TrackOfferRow;
