// live/ — the connection of a display (docs/PROTOCOL.md): the handshake with its token, snapshot, rows and beats into a feed.
import { FOLD, PROTOCOL } from '@zhunshi/shared/wire/protocol.ts';
import type {
  BoardChange,
  BoardRow,
  BoardSnapshot,
  ClockBeat,
  Dismissal,
  Handshake,
} from '@zhunshi/shared/wire/protocol.ts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { DisplayAccess } from '../display/displayAccess.ts';
import { BoardFeed } from './boardFeed.svelte.ts';

/** Beats come every 2 s; after so much silence the connection is taken for dead, long before TCP notices. */
const SILENCE_MS = 12_000;
/** A refused display tries again so often: a token may be made valid, or the server may have been half awake. */
const REFUSED_RETRY_MS = 30_000;
/** A page that was told to reload waits up to so long, so that a shop's screens do not come back in one moment. */
const RELOAD_SPREAD_MS = 3_000;

interface ServerToDisplay<Row extends BoardRow> {
  snapshot: (snapshot: BoardSnapshot<Row>) => void;
  rows: (change: BoardChange<Row>) => void;
  clock: (beat: ClockBeat) => void;
  dismiss: (why: Dismissal) => void;
}

interface DisplayToServer {
  resync: () => void;
}

/** A running connection: its feed, and the two things that a screen may do. */
export interface BoardSocket<Row extends BoardRow> {
  readonly feed: BoardFeed<Row>;
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
  const feed = new BoardFeed<Row>();
  const socket: Socket<ServerToDisplay<Row>, DisplayToServer> = io(namespace, {
    transports: ['websocket'],
    autoConnect: access().token !== null,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
    auth: (tell) => tell(handshake(access(), feed)),
  });
  feed.tokenNeeded = access().token === null;
  let asked = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  /** One request for a snapshot at a time: the next one only after an answer or a new connection. */
  const askForSnapshot = (): void => {
    if (asked || !socket.connected) return;
    asked = true;
    socket.emit('resync');
  };
  const reconnect = (): void => {
    clearTimeout(retry);
    socket.disconnect();
    socket.connect();
  };

  socket.on('connect', () => {
    asked = false;
    feed.connected(performance.now());
  });
  socket.on('snapshot', (snapshot) => {
    asked = false;
    feed.snapshot(snapshot);
  });
  socket.on('rows', (change) => {
    if (!feed.change(change)) askForSnapshot();
  });
  socket.on('clock', (beat) => {
    if (!feed.beat(beat, performance.now())) askForSnapshot();
  });
  socket.on('dismiss', (why) => {
    if (why === 'reload') setTimeout(() => location.reload(), 500 + Math.random() * RELOAD_SPREAD_MS);
    else feed.tokenNeeded = true;
  });
  socket.on('disconnect', (reason) => {
    // The server cut it on purpose: the library does not come back by itself then.
    if (reason === 'io server disconnect') retry = setTimeout(reconnect, feed.tokenNeeded ? REFUSED_RETRY_MS : 1_000);
  });
  socket.on('connect_error', (error) => {
    if (error.message === 'unauthorized') feed.tokenNeeded = true;
    // `active`: the library goes on trying (no network). Otherwise the server has refused, and we try again ourselves.
    if (socket.active) return;
    clearTimeout(retry);
    retry = setTimeout(reconnect, feed.tokenNeeded ? REFUSED_RETRY_MS : 3_000);
  });

  const watch = setInterval(() => {
    if (socket.connected && performance.now() - feed.heardAt > SILENCE_MS) reconnect();
  }, 2_000);

  return {
    feed,
    reconnect,
    close: () => {
      clearInterval(watch);
      clearTimeout(retry);
      socket.disconnect();
    },
  };
}

function handshake<Row extends BoardRow>(access: DisplayAccess, feed: BoardFeed<Row>): Handshake {
  return {
    protocol: PROTOCOL,
    fold: FOLD,
    shop: access.shop,
    epoch: feed.board?.epoch ?? null,
    version: feed.board?.version ?? null,
    ...(access.token === null ? {} : { token: access.token }),
  };
}
