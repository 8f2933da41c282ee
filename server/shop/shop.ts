// shop/ — what the edges (http/, socket/, access/, import/) see of a shop: they read the fold and give commands, nothing else.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { Actor, LogEntry } from '@zhunshi/shared/domain/entry.ts';
import type { DomainEvent } from '@zhunshi/shared/domain/events.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, JobId, ShopId } from '@zhunshi/shared/domain/words.ts';
import type { CommandAnswer, StaffSnapshot, Viewer } from '@zhunshi/shared/wire/protocol.ts';
import type { Socket } from 'socket.io';

/** Personal data that a command refers to: written to the directory before the command's events [PRV-1], in place of what is there. */
export type DirectoryWrite = Partial<Directory>;

/** Personal data that joins what the directory holds: what is empty stays, words of others too. */
export interface FillIn {
  said: DirectoryWrite;
  /** For what is empty in both. */
  otherwise: DirectoryWrite;
}

/** What came of a command: its events, the state after them, the directory before. */
export interface Decided {
  events: readonly DomainEvent[];
  state: ShopState;
  directory: Directory;
}

/** What somebody said along with a command. */
export interface SaidAlong {
  /** Counts as content of the command: the same id with another one is refused [CMD-2]. */
  readonly content: unknown;
  /** What the directory must hold before the events; they decide on the keys. */
  entriesFor(decided: Decided): FillIn;
}

/** A shop as this node serves it. */
export interface ServedShop {
  readonly id: ShopId;
  /** The fold, at `version` of `epoch`. */
  readonly state: ShopState;
  readonly epoch: string;
  readonly version: number;
  /** Shop's time of the last entry. */
  readonly at: Instant;
  /** False while the node does not trust its log (start, gap, fork): commands get 503. */
  readonly serving: boolean;
  /** Everything that the fold refers to; views take what their audience may see. */
  readonly directory: Directory;
  /** Key for references and fingerprints of this shop, `{shop}:auth:secret`. */
  readonly secret: Buffer;
  /**
   * Decides a command and, when it is accepted, answers once its entry is stored. Never rejects. Use it through `handleCommand`.
   *
   * @param personal directory entries that the command's references need, or what was said along with it; withdrawn again when the
   * command is refused
   */
  handle(command: Command, by: Actor, personal?: DirectoryWrite | SaidAlong): Promise<CommandAnswer>;
  /** Entries from a version on, for the audit; at most `count`. Rejects when Redis does not answer. */
  readLog(fromVersion: number, count: number): Promise<LogEntry[]>;
  /** What a member of staff gets to see of the whole. */
  staffSnapshot(viewer: Viewer): StaffSnapshot;
}

/** All shops on this node's Redis. */
export interface Shops {
  ids(): ShopId[];
  get(id: ShopId): ServedShop | undefined;
  /** Registers a shop and serves it; it is empty until its `SetUpShop`. An id that exists is returned as it is. */
  create(id: ShopId): Promise<ServedShop>;
}

/** A connected screen, as the socket layer hands it over after it checked who it is. */
export interface Screen {
  readonly socket: Socket;
  readonly shop: ShopId;
  /** From the handshake (or `resync`: both null): what it shows already. */
  readonly epoch: string | null;
  readonly version: number | null;
}

/** Who looks: decides the room, and what the screen may get. */
export type Audience =
  | { kind: 'staff'; viewer: Viewer }
  | { kind: 'wall' }
  | { kind: 'lounge' }
  /** The customer's page of one job. */
  | { kind: 'track'; job: JobId };

/**
 * Puts a screen into its room and then sends what it lacks: the missing entries, or a snapshot; and a first `clock`. Joining again
 * (resync) is harmless. Does nothing more when the screen has gone meanwhile.
 */
export type Join = (screen: Screen, audience: Audience) => Promise<void>;

/** How the server itself is, for `/healthz`, `/readyz` and `/metrics`. */
export interface Health {
  /** Connected, every shop served, tail certain not long ago. */
  readonly ready: boolean;
  readonly readOnly: boolean;
  /** Real ms since the tail last knew the whole log. */
  readonly certainForMs: number;
  readonly shops: readonly { id: ShopId; version: number; serving: boolean }[];
}
