// wire/ — `/api/v1/pairings`: how a screen without a token shows a code, and learns that a manager has typed it [PAIR-1].
import type { DisplayKind } from './displayChoices.ts';

/** So long a code is good, ms of real time. */
export const PAIRING_MS = 600_000;

/** Answer of `POST`: a new code for a screen. */
export interface PairingBegun {
  /** 8 Crockford characters. */
  code: string;
  /** What the screen asks by, in `authorization: Pairing <secret>`; nobody else may know it. */
  secret: string;
  expiresInMs: number;
}

/** Answer of `GET`: the code still waits, or it was typed. 404: neither. */
export type PairingState =
  { paired: false; expiresInMs: number } | { paired: true; kind: DisplayKind; shop: string; token: string };

/** A code as it is read best: `ABCD-EFGH`. */
export function codeInGroups(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
