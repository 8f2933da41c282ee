// domain/ — what `decide` is told besides the command, so that it needs no clock of its own.
import type { Actor } from './entry.ts';
import type { Instant } from './words.ts';

/** What the server adds to a command: when, and who gave it. */
export interface Context {
  at: Instant;
  by: Actor;
}
