// access/ — the port of screens that show a code. Only hashes get here. Redis behind it: server/redis/pairingStore.ts.
import type { Instant } from '@zhunshi/shared/domain/words.ts';

/** A screen that shows a code. */
export interface WaitingScreen {
  codeHash: string;
  /** Of the token that it will have. */
  tokenHash: string;
  /** Real time when the code is over. */
  until: Instant;
}

/** All methods reject when Redis does not answer. */
export interface PairingStore {
  /** Keeps a screen until its code is over. False: `most` wait already, or the code is another screen's. */
  keep(screen: WaitingScreen, now: Instant, most: number): Promise<boolean>;
  /** The screen with that token to be. */
  byToken(tokenHash: string): Promise<WaitingScreen | null>;
  /** The screen that shows that code, once: its code is worth nothing from then on. */
  take(codeHash: string): Promise<WaitingScreen | null>;
  /** Forgets a screen. */
  drop(screen: WaitingScreen): Promise<void>;
}
