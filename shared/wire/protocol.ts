// wire/ — what travels between server and screens (docs/PROTOCOL.md). Types only, and the two numbers of the handshake.
import type { Directory } from '../domain/directory.ts';
import type { WireEntry } from '../domain/entry.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { ShopState } from '../domain/state.ts';
import type { Role, StaffId } from '../domain/words.ts';

/** Version of the messages below. A page that speaks another one is told to reload. */
export const PROTOCOL = 1;
export { FOLD } from '../domain/foldVersion.ts';

/** What a screen says when it connects (`socket.auth`). `epoch` and `version`: what it already shows, to resume from. */
export interface Handshake {
  protocol: number;
  fold: number;
  shop: string;
  epoch: string | null;
  version: number | null;
  /** Displays only (`/wall`, `/lounge`): the token that a manager made. Staff are known by their session cookie. */
  token?: string;
}

/** Sent every 2 s of real time, and at once on connecting. The screen's freshness is reckoned from it, never from a change. */
export interface ClockBeat {
  /** The shop's time, epoch ms. */
  now: number;
  /** How fast the shop's time runs: 1, more in the demo. */
  speed: number;
  /** Real ms since the server was last certain that it knows the whole log; the screen adds its own waiting. */
  certainForMs: number;
  /**
   * What a screen must have to be certain by this beat [LIVE-1]. Staff: the last version that the server has read. Boards: the last
   * that changed a row of the board; what changes nothing there is not sent there.
   */
  version: number;
}

/** The whole of a board (wall, lounge) at (version, tick). */
export interface BoardSnapshot<Row extends BoardRow> {
  epoch: string;
  version: number;
  tick: number;
  rows: Row[];
}

/** What changed of a board. A screen ignores a (version, tick) lower than the one it shows. */
export interface BoardChange<Row extends BoardRow> {
  epoch: string;
  version: number;
  tick: number;
  set: Row[];
  remove: string[];
}

/** A row of a board: keyed, replaced whole. */
export interface BoardRow {
  key: string;
}

/** Who looks at the console. */
export interface Viewer {
  staff: StaffId;
  roles: Role[];
}

/** The whole of the shop for staff: the fold, and the directory entries that their role may see. */
export interface StaffSnapshot {
  epoch: string;
  version: number;
  state: ShopState;
  directory: Directory;
  viewer: Viewer;
}

/** Entries of the log after the version that the screen holds, in order. */
export interface StaffEvents {
  epoch: string;
  entries: WireEntry[];
}

/** Why a screen must reload itself, or ask its person to log in or to enter a token. */
export type Dismissal = 'reload' | 'login' | 'token';

/** Something the dispatcher must know about the server itself. */
export type Trouble =
  | { code: 'readOnly'; since: number }
  | { code: 'recovered' }
  | { code: 'lostEntries'; fromVersion: number; toVersion: number };

/** Answer to a command, over the socket (acknowledgement) and HTTP alike. */
export type CommandAnswer =
  | { ok: true; version: number; events: WireEntry['events'] }
  | { ok: false; status: 400 | 401 | 403 | 409 | 422 | 503; refusal: Refusal };
