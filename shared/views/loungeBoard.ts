// views/ — rows of the lounge screen: an allow-list. What has no field here cannot reach the lounge (no name, telephone, VIN,
// full plate, price or complaint). Filled in by `loungeRows.ts`.
import type { Instant } from '../domain/words.ts';

export interface LoungeShopRow {
  key: 'shop';
  kind: 'shop';
  name: string;
  timeZone: string;
  locale: string;
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
  /** What the customer was told of the finish, in steps of ten minutes [LNG-4]; null: nothing, or that it cannot be said. */
  expectedAt: Instant | null;
  /** Order of arrival; rows keep it, so that the board does not jump. */
  position: number;
}

export type LoungeRow = LoungeShopRow | LoungeCarRow;
