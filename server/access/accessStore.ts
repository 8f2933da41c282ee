// access/ — the port of what access keeps: PIN hashes, sessions, displays, the set-up code. Redis behind it: server/redis/accessStore.ts.
// Only hashes of secrets get here. All methods reject when Redis does not answer.
import type { Instant, ShopId, StaffId } from '@zhunshi/shared/domain/words.ts';
import type { ChangeDisplayRequest, Display, DisplayPage } from '@zhunshi/shared/wire/displays.ts';
import type { PinHash } from './pinHash.ts';

/** Somebody's PIN. */
export interface StoredPin {
  pin: PinHash;
  /** It is the first one, made by the server: nothing but changing it is allowed [ACC-1]. */
  first: boolean;
  /** Goes up with each change; sessions opened with an earlier one are over. */
  generation: number;
}

export interface StoredSession {
  staff: StaffId;
  generation: number;
}

export interface StoredSetUpCode {
  codeHash: string;
}

/** A display without its signs of life, which are kept apart. */
export type StoredDisplay = Omit<Display, 'lastSeenAt' | 'online' | 'page'>;
/** The same with them. */
export type NotedDisplay = StoredDisplay & Pick<Display, 'lastSeenAt' | 'page'>;

export interface AccessStore {
  pinOf(shop: ShopId, staff: StaffId): Promise<StoredPin | null>;
  /** Stores PINs, over those that are there. */
  keepPins(shop: ShopId, pins: ReadonlyMap<StaffId, StoredPin>): Promise<void>;
  /** Stores a changed PIN if the stored one still is of `generation`; false: somebody was faster. */
  replacePin(shop: ShopId, staff: StaffId, generation: number, pin: StoredPin): Promise<boolean>;

  keepSession(shop: ShopId, tokenHash: string, session: StoredSession, lifeMs: number): Promise<void>;
  /** The session and the present PIN of its person; `lifeMs` given: it lives so long from now. */
  session(
    shop: ShopId,
    tokenHash: string,
    lifeMs: number | null,
  ): Promise<{ session: StoredSession; pin: StoredPin } | null>;
  dropSession(shop: ShopId, tokenHash: string): Promise<void>;

  displays(shop: ShopId): Promise<NotedDisplay[]>;
  displayByToken(shop: ShopId, tokenHash: string): Promise<StoredDisplay | null>;
  keepDisplay(shop: ShopId, tokenHash: string, display: StoredDisplay): Promise<void>;
  /** Stores what is chosen for a display that is there; null: it is not. */
  changeDisplay(shop: ShopId, id: string, change: ChangeDisplayRequest): Promise<StoredDisplay | null>;
  /** Forgets a display; its token is worth nothing from then on. An unknown one is no error. */
  dropDisplay(shop: ShopId, id: string): Promise<void>;
  /** Notes that a display was there, and, where it said so, with which page. */
  displaySeen(shop: ShopId, id: string, at: Instant, page?: DisplayPage): Promise<void>;

  keepSetUpCode(code: StoredSetUpCode): Promise<void>;
  setUpCode(): Promise<StoredSetUpCode | null>;
  dropSetUpCode(): Promise<void>;
  /** True for the one request that may set up now; the same request again is let through. Given back, or over after a minute. */
  claimSetUp(request: string): Promise<boolean>;
  releaseSetUp(request: string): Promise<void>;
}

/** Counts tries of one kind, and locks what tried too often. */
export interface AttemptLimit {
  /** Counts a try before it is made, so that many at once gain nothing. The ms that the key is locked; 0: go on. */
  attempt(key: string): Promise<number>;
  /** The try was wrong: the ms that the key is locked from now on; 0: it may try again. */
  failed(key: string): Promise<number>;
  /** The try was right and does not count. */
  takeBack(key: string): Promise<void>;
  /** Forgets all tries of a key. */
  forget(key: string): Promise<void>;
}
