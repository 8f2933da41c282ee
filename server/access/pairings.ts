// access/ — pairing: a screen shows a code, a manager types it, the screen has its token [PAIR-1]. The token follows from a secret that
// only the screen has: here are hashes of code and token, nothing else, and a lost answer is no loss.
import { randomBytes } from 'node:crypto';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import type { ShopId, StaffId } from '@zhunshi/shared/domain/words.ts';
import type { Display, PairDisplayRequest } from '@zhunshi/shared/wire/displays.ts';
import { PAIRING_MS } from '@zhunshi/shared/wire/pairing.ts';
import type { PairingBegun, PairingState } from '@zhunshi/shared/wire/pairing.ts';
import type { Clock } from '../clock.ts';
import type { AttemptLimit } from './accessStore.ts';
import { derivedCode, hashOf, randomCode, readCode } from './crockford.ts';
import type { Displays } from './displays.ts';
import type { PairingStore } from './pairingStore.ts';

/** Screens that may show a code at once, on all of the server: nobody is asked who they are. */
const MOST_WAITING = 200;

export interface PairingLimits {
  /** Codes asked for, by address. */
  begun: AttemptLimit;
  /** Wrong codes typed, by person. */
  typed: AttemptLimit;
}

export interface Pairings {
  /**
   * A code for a screen. `earlier`: the secret that it had, whose code is over. Refused: `lockedOut` for an address that asks for too
   * many, `tooFast` while too many screens wait.
   */
  begin(address: string, earlier: string | null): Promise<Result<PairingBegun>>;
  /** How it stands with the screen of a secret; null: it must ask for a code. */
  stateOf(secret: string): Promise<PairingState | null>;
  /** Lets the screen in that shows a code. Refused: `wrongPairingCode`, `lockedOut` after ten wrong ones, and as `Displays.create`. */
  pair(shop: ShopId, by: StaffId, request: PairDisplayRequest): Promise<Result<Display>>;
}

interface PairingParts {
  displays: Displays;
  store: PairingStore;
  limits: PairingLimits;
  clock: Clock;
}

/** Pairing over the shops of this node. */
export function createPairings({ displays, store, limits, clock }: PairingParts): Pairings {
  const begin = async (earlier: string | null): Promise<Result<PairingBegun>> => {
    const old = earlier === null ? null : await store.byToken(tokenHashOf(earlier));
    if (old) await store.drop(old);
    const secret = randomBytes(32).toString('base64url');
    const code = randomCode(1, 8);
    const now = clock.real();
    const screen = { codeHash: hashOf(code), tokenHash: tokenHashOf(secret), until: now + PAIRING_MS };
    if (!(await store.keep(screen, now, MOST_WAITING))) return refused(refusal('tooFast', {}));
    return accepted({ code, secret, expiresInMs: PAIRING_MS });
  };

  return {
    async begin(address, earlier) {
      const locked = await limits.begun.attempt(address);
      return locked > 0 ? refused(lockedOut(locked)) : begin(earlier);
    },

    async stateOf(secret) {
      const token = tokenOf(secret);
      const display = await displays.knownBy('', token);
      if (display) return { paired: true, kind: display.kind, shop: display.shop, token };
      const screen = await store.byToken(tokenHashOf(secret));
      const expiresInMs = screen ? screen.until - clock.real() : 0;
      return expiresInMs > 0 ? { paired: false, expiresInMs } : null;
    },

    async pair(shop, by, { code, ...request }) {
      // Counted before it is looked at, so that many at once gain nothing.
      const who = hashOf(JSON.stringify([shop, by]));
      const locked = await limits.typed.attempt(who);
      if (locked > 0) return refused(lockedOut(locked));
      const screen = await store.take(hashOf(readCode(code)));
      if (!screen || screen.until <= clock.real()) {
        const lockedNow = await limits.typed.failed(who);
        return refused(lockedNow > 0 ? lockedOut(lockedNow) : refusal('wrongPairingCode', {}));
      }
      await limits.typed.forget(who);
      return displays.letIn(shop, request, screen.tokenHash);
    },
  };
}

/** The token that a screen will have: a display's token like any other. */
function tokenOf(secret: string): string {
  return derivedCode(`token of ${secret}`, 4, 5);
}

function tokenHashOf(secret: string): string {
  return hashOf(readCode(tokenOf(secret)));
}

function lockedOut(ms: number) {
  return refusal('lockedOut', { minutes: Math.ceil(ms / 60_000) });
}
