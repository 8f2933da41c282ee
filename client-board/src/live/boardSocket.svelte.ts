// live/ — a display's line on this page: Socket.IO and the page's timers for `keepLine`, and what it learns as state to draw from.
import type { BoardFeed } from '@zhunshi/shared/wire/boardFeed.ts';
import { nothingKnown } from '@zhunshi/shared/wire/boardFeed.ts';
import type { DisplayAccess } from '@zhunshi/shared/wire/displayAccess.ts';
import { handshakeOf, keepLine, lineOptions } from '@zhunshi/shared/wire/displayLine.ts';
import type { DisplayToServer, ServerToDisplay } from '@zhunshi/shared/wire/displayLine.ts';
import type { DisplayTold } from '@zhunshi/shared/wire/displays.ts';
import type { BoardRow } from '@zhunshi/shared/wire/protocol.ts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

/** A page that was told to reload waits up to so long, so that a shop's screens do not come back in one moment. */
const RELOAD_SPREAD_MS = 3_000;

/** A running connection: what it knows, and the two things that a screen may do. */
export interface BoardSocket<Row extends BoardRow> {
  readonly feed: BoardFeed<Row>;
  /** What a manager chose for this screen, null before the server said so. */
  readonly told: DisplayTold | null;
  /** The server wants a token that it knows. */
  readonly tokenNeeded: boolean;
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
      reload: () => void setTimeout(() => location.reload(), 500 + Math.random() * RELOAD_SPREAD_MS),
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
    reconnect: line.connect,
    close: line.close,
  };
}
