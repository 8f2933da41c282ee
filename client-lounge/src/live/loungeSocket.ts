// live/ — the line to the server: connects, keeps reconnecting with growing and jittered waits, hands on what comes.
import type { LoungeRow } from '@zhunshi/shared/views/loungeBoard.ts';
import { FOLD, PROTOCOL } from '@zhunshi/shared/wire/protocol.ts';
import type { BoardChange, BoardSnapshot, ClockBeat, Dismissal, Handshake } from '@zhunshi/shared/wire/protocol.ts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { retryDelayMs } from './retryDelay.ts';

interface ServerToLounge {
  snapshot: (snapshot: BoardSnapshot<LoungeRow>) => void;
  rows: (change: BoardChange<LoungeRow>) => void;
  clock: (beat: ClockBeat) => void;
  dismiss: (dismissal: Dismissal) => void;
}

interface LoungeToServer {
  resync: () => void;
}

export interface LoungeHandlers extends ServerToLounge {
  connected: () => void;
  /** The server does not accept the token. The line goes on trying, for a server may be half awake. */
  unauthorized: () => void;
  /** What this screen shows already, to resume from. */
  shown: () => { epoch: string | null; version: number | null };
}

export interface LoungeLine {
  /** Asks for a snapshot; once, until an answer has come or another connection begun. */
  resync: () => void;
  close: () => void;
}

/** Message with which the server turns away a display without a valid token. */
const UNAUTHORIZED = 'unauthorized';
/** A refused display tries again so often: its token may be made valid, or the server may have been half awake. */
const REFUSED_WAIT_MS = 30_000;
/** Beats come every 2 s; after so much silence the connection is taken for dead, long before TCP notices. */
const SILENCE_MS = 12_000;
const WATCH_MS = 2_000;

/** Opens the line. It stays open, or tries to, until it is closed. */
export function openLounge(settings: { shop: string; token: string }, handlers: LoungeHandlers): LoungeLine {
  const handshake = (): Handshake => ({ protocol: PROTOCOL, fold: FOLD, ...settings, ...handlers.shown() });
  const socket: Socket<ServerToLounge, LoungeToServer> = io('/lounge', {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
    timeout: 10_000,
    auth: (send) => send(handshake()),
  });
  let retries = 0;
  let refused = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  let heardAt = 0;

  /** Where Socket.IO itself gives up, because the server refused us or sent us away, we go on. */
  function retryLater(): void {
    clearTimeout(retryTimer);
    const wait = refused ? REFUSED_WAIT_MS : retryDelayMs(retries, Math.random());
    retryTimer = setTimeout(() => socket.connect(), wait);
    retries += 1;
  }

  socket.on('connect', () => {
    retries = 0;
    refused = false;
    asked = false;
    heardAt = performance.now();
    handlers.connected();
  });
  socket.on('disconnect', () => {
    // What was meant for the old connection must not be said on the next one.
    socket.sendBuffer = [];
    if (!socket.active) retryLater();
  });
  socket.on('connect_error', (error) => {
    if (error.message === UNAUTHORIZED) {
      refused = true;
      handlers.unauthorized();
    }
    if (!socket.active) retryLater();
  });
  socket.on('snapshot', (snapshot) => {
    asked = false;
    handlers.snapshot(snapshot);
  });
  socket.on('rows', handlers.rows);
  socket.on('clock', (beat) => {
    heardAt = performance.now();
    handlers.clock(beat);
  });
  socket.on('dismiss', (dismissal) => {
    refused = dismissal !== 'reload';
    handlers.dismiss(dismissal);
  });

  const watch = setInterval(() => {
    if (!socket.connected || performance.now() - heardAt <= SILENCE_MS) return;
    socket.disconnect();
    socket.connect();
  }, WATCH_MS);

  return {
    resync: () => {
      if (asked || !socket.connected) return;
      asked = true;
      socket.emit('resync');
    },
    close: () => {
      clearInterval(watch);
      clearTimeout(retryTimer);
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}
