// live/ — a display's line on this page: Socket.IO and the page's timers for `keepLine`, and what it learns as state to draw from.
import type { BoardFeed } from '@zhunshi/shared/wire/boardFeed.ts';
import { nothingKnown } from '@zhunshi/shared/wire/boardFeed.ts';
import type { DisplayAccess } from '@zhunshi/shared/wire/displayAccess.ts';
import { handshakeOf, keepLine, lineOptions } from '@zhunshi/shared/wire/displayLine.ts';
import type { DisplayToServer, ServerToDisplay } from '@zhunshi/shared/wire/displayLine.ts';
import type { DisplayPage, DisplayTold } from '@zhunshi/shared/wire/displays.ts';
import type { BoardRow } from '@zhunshi/shared/wire/protocol.ts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { reloadWhenServed } from './reloadPage.ts';

/** A screen that is asked who it is shows its name for so long [DSPL-5]. */
const IDENTIFY_MS = 15_000;

/** A running connection: what it knows, and the two things that a screen may do. */
export interface BoardSocket<Row extends BoardRow> {
  readonly feed: BoardFeed<Row>;
  /** What a manager chose for this screen, null before the server said so. */
  readonly told: DisplayTold | null;
  /** The server wants a token that it knows. */
  readonly tokenNeeded: boolean;
  /** A manager wants to see which screen this is. */
  readonly identifying: boolean;
  /** Tells the server what the screen shows [DSPL-4]. */
  here: (page: DisplayPage) => void;
  /** Connects anew with the access as it is now: after a token was entered. */
  reconnect: () => void;
  close: () => void;
}

/**
 * Connects a display to its board and keeps it connected for as long as the page lives.
 * @param namespace `/wall`
 * @param access read at each attempt, so that a new token counts at once
 */
export function boardSocket<Row extends BoardRow>(namespace: string, access: () => DisplayAccess): BoardSocket<Row> {
  let feed = $state.raw<BoardFeed<Row>>(nothingKnown);
  let told = $state.raw<DisplayTold | null>(null);
  let tokenNeeded = $state(access().token === null);
  let identifying = $state(false);
  let stopIdentifying: ReturnType<typeof setTimeout> | undefined;

  function identify(): void {
    identifying = true;
    clearTimeout(stopIdentifying);
    stopIdentifying = setTimeout(() => (identifying = false), IDENTIFY_MS);
  }

  const socket: Socket<ServerToDisplay<Row>, DisplayToServer> = io(namespace, {
    ...lineOptions,
    auth: (say) => say(handshakeOf(access(), feed)),
  });
  const line = keepLine<Row>(
    socket,
    {
      show: (next) => (feed = next),
      admitted: () => (tokenNeeded = false),
      told: (next) => (told = next),
      refused: () => (tokenNeeded = true),
      identify,
      reload: (why) => void reloadWhenServed(why),
    },
    {
      now: () => performance.now(),
      after: (ms, act) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
      chance: Math.random,
    },
  );
  if (!tokenNeeded) line.connect();
  return {
    get feed() {
      return feed;
    },
    get told() {
      return told;
    },
    get tokenNeeded() {
      return tokenNeeded;
    },
    get identifying() {
      return identifying;
    },
    here: line.here,
    reconnect() {
      [tokenNeeded, told] = [false, null];
      line.connect();
    },
    close: line.close,
  };
}
