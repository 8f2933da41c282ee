// views/ — rows of the lounge screen: an allow-list. What has no field here cannot reach the lounge (no name, telephone, VIN,
// full plate, price or complaint). Filled in by `loungeRows.ts`.
import type { Instant, LoungeCall } from '../domain/words.ts';

export interface LoungeShopRow {
  key: 'shop';
  kind: 'shop';
  name: string;
  timeZone: string;
  locale: string;
  /** Shop-local times between which nothing is said or chimed; null: none. */
  quietHours: readonly [from: string, to: string] | null;
  /** 0..100 */
  volume: number;
  /** Calls are spoken, not only chimed. */
  voice: boolean;
}

/** What a customer is told of the state of the work. */
export const loungeStatuses = [
  'waiting',
  'dispatched',
  'working',
  'waitingParts',
  'waitingApproval',
  'waitingOther',
  'inspecting',
  'washing',
  'ready',
] as const;
export type LoungeStatus = (typeof loungeStatuses)[number];

/** Lit segments of the stage bar, of `LOUNGE_STEPS`. */
export const LOUNGE_STEPS = 7;

export interface LoungeCarRow {
  key: string;
  kind: 'car';
  /** Masked plate `粤B·**12`, with the slip's digits where two would look alike, or the slip number `A017`. */
  label: string;
  status: LoungeStatus;
  /** 1..LOUNGE_STEPS */
  step: number;
  /** What the customer was told of the finish, in steps of ten minutes [LNG-4]; null: nothing, that it cannot be said, or it has passed. */
  expectedAt: Instant | null;
  /** The time that was told has just passed, and the work goes on [LNG-9]. */
  soon: boolean;
  /** Order of arrival; rows keep it, so that the board does not jump. */
  position: number;
  /** What its customer is called to the desk for, and since when: one call each [CAL-3]; null: for nothing. */
  call: LoungeCall | null;
}

/** Something that the shop tells everybody, while it is on [NTC-2]. One of the two texts may be empty. */
export interface LoungeNoticeRow {
  key: string;
  kind: 'notice';
  zh: string;
  en: string;
  /** Since when it is on: the order of notices. */
  from: Instant;
}

export type LoungeRow = LoungeShopRow | LoungeNoticeRow | LoungeCarRow;
