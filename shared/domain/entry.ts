// domain/ — an entry of the log: one accepted command and all of its events.
import type { DomainEvent } from './events.ts';
import type { Instant, StaffId } from './words.ts';

/** The customer of the car, by the link that they were given; no member of staff has such an id. */
export const CUSTOMER = '@customer';

/** Who gave a command: somebody of the staff, or `CUSTOMER`; null: the server itself (set-up, demo's start). */
export type Actor = StaffId | null;

export interface LogEntry {
  /** 1, 2, 3 … without gaps; the entry's id in the stream is `<version>-0`. */
  version: number;
  /** Life of the log that it was written in [LOG-5]. */
  epoch: string;
  /** Shop's time, stamped by the server, never before the entry before it [LOG-3]. */
  at: Instant;
  by: Actor;
  commandId: string;
  /** Keyed fingerprint of the command's content [CMD-2]. */
  fingerprint: string;
  /** Version of the events' shape when it was written. */
  fold: number;
  events: DomainEvent[];
  /** Hash of the entry before it, and its own over that and everything above [LOG-4]. */
  previousHash: string;
  hash: string;
}

/** What screens of the staff get of an entry; `fold` is left out where it is the present one. */
export type WireEntry = Pick<LogEntry, 'version' | 'at' | 'by' | 'commandId' | 'events'> & { fold?: number };
