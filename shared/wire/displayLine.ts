// wire/ — the line of a display to its server (docs/PROTOCOL.md): keeps it connected, feeds the board, asks for what is missing. Wall
// and lounge hand in their Socket.IO client and their timers, so that this is the only account of how a display behaves.
import { nothingKnown, onBeat, onChange, onConnected, onSnapshot } from './boardFeed.ts';
import type { BoardFeed } from './boardFeed.ts';
import type { DisplayAccess } from './displayAccess.ts';
import type { DisplayPage, DisplayTold } from './displays.ts';
import { FOLD, PROTOCOL } from './protocol.ts';
import type { BoardChange, BoardRow, BoardSnapshot, ClockBeat, Dismissal, Handshake } from './protocol.ts';

/** Beats come every 2 s; after so much silence the connection is taken for dead, long before TCP notices. */
const SILENCE_MS = 12_000;
const WATCH_MS = 2_000;
/** A refused display tries again so often: its token may be made valid, or the server may have been half awake. */
const REFUSED_WAIT_MS = 30_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
/** A display says so often what it shows, as a sign of life. */
const HERE_MS = 60_000;
/** A snapshot is asked for once; again only when it has not helped for so long, lest a server in trouble be asked by all without end. */
const ASK_AGAIN_MS = 10_000;

/** Options for the Socket.IO client of a display; the line connects it. */
export const lineOptions = {
  transports: ['websocket'],
  autoConnect: false,
  forceNew: true,
  reconnectionDelay: FIRST_WAIT_MS,
  reconnectionDelayMax: LONGEST_WAIT_MS,
  randomizationFactor: 0.5,
  timeout: 10_000,
};

/** What a server says to a display. */
export interface ServerToDisplay<Row extends BoardRow> {
  snapshot: (snapshot: BoardSnapshot<Row>) => void;
  rows: (change: BoardChange<Row>) => void;
  clock: (beat: ClockBeat) => void;
  dismiss: (why: Dismissal) => void;
  display: (told: DisplayTold) => void;
  identify: () => void;
  reload: () => void;
}

/** What a display says to its server. */
export interface DisplayToServer {
  resync: () => void;
  here: (page: DisplayPage) => void;
}

/** What is used of a Socket.IO client. `active`: it goes on trying by itself. */
export interface LineSocket<Row extends BoardRow> {
  readonly connected: boolean;
  readonly active: boolean;
  sendBuffer: unknown[];
  connect: () => unknown;
  disconnect: () => unknown;
  emit: Say;
  on: LineListeners<Row>;
}

interface Say {
  (event: 'resync'): unknown;
  (event: 'here', page: DisplayPage): unknown;
}

interface LineListeners<Row extends BoardRow> {
  (event: 'connect', act: () => void): unknown;
  (event: 'disconnect', act: (reason: string) => void): unknown;
  (event: 'connect_error', act: (error: Error) => void): unknown;
  <Event extends keyof ServerToDisplay<Row>>(event: Event, act: ServerToDisplay<Row>[Event]): unknown;
}

/** Time and chance of the screen. `now`: its monotonic clock, ms; `after`: does something later, and gives back how to stop it. */
export interface LineTools {
  now: () => number;
  after: (ms: number, act: () => void) => () => void;
  /** 0..1 */
  chance: () => number;
}

/** What a display does with its line. */
export interface LineScreen<Row extends BoardRow> {
  /** Something was learnt. */
  show: (feed: BoardFeed<Row>) => void;
  /** Its token is good. */
  admitted: () => void;
  /** Its token is not accepted. The line goes on trying, for a server may be half awake. */
  refused: () => void;
  /** What a manager chose for this screen; whoever has no choice need not listen. */
  told?: (told: DisplayTold) => void;
  /** A manager wants to know which screen this is [DSPL-5]. */
  identify?: () => void;
  /** The page is to be loaded anew: it is not the server's any more and its line is closed, or a manager wants it. */
  reload: (why: 'outdated' | 'asked') => void;
}

export interface DisplayLine<Row extends BoardRow> {
  /** All that is known. */
  readonly feed: BoardFeed<Row>;
  /** Connects, or connects anew with the access as it is now. From then on the line holds itself open. */
  connect: () => void;
  /** Tells the server what the screen shows: now or when it connects, when it is another thing, and each minute [DSPL-4]. */
  here: (page: DisplayPage) => void;
  close: () => void;
}

/** What a display says when it connects: whose it is, and what it shows. */
export function handshakeOf({ shop, token }: DisplayAccess, { board }: BoardFeed<BoardRow>): Handshake {
  const shown = { epoch: board?.epoch ?? null, version: board?.version ?? null };
  return { protocol: PROTOCOL, fold: FOLD, shop, ...shown, ...(token === null ? {} : { token }) };
}

/**
 * Milliseconds to wait before a retry: longer each time, and never in step with the other screens.
 * @param retries tries that failed before, from 0
 * @param chance 0..1, moves the wait by up to a half either way
 */
export function retryDelayMs(retries: number, chance: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(retries, 10));
  return Math.round(wait * (0.5 + chance));
}

/** Keeps the line of a display over a socket that is not connected yet. */
export function keepLine<Row extends BoardRow>(
  socket: LineSocket<Row>,
  screen: LineScreen<Row>,
  { now, after, chance }: LineTools,
): DisplayLine<Row> {
  let feed: BoardFeed<Row> = nothingKnown;
  let retries = 0;
  let refused = false;
  let heardAt = 0;
  let askedAt = -Infinity;
  let stopRetry = (): void => undefined;
  let stopWatch = (): void => undefined;
  let stopHere = (): void => undefined;
  let page: DisplayPage | null = null;

  function learn(next: BoardFeed<Row>): void {
    feed = next;
    screen.show(feed);
    if (feed.synced || !socket.connected || now() - askedAt < ASK_AGAIN_MS) return;
    askedAt = now();
    socket.emit('resync');
  }

  function sayHere(): void {
    stopHere();
    if (page === null || !socket.connected) return;
    socket.emit('here', page);
    stopHere = after(HERE_MS, sayHere);
  }

  function here(next: DisplayPage): void {
    if (page !== null && isSamePage(page, next)) return;
    page = next;
    sayHere();
  }

  function refuse(): void {
    refused = true;
    screen.refused();
  }

  /** Where Socket.IO itself gives up, because the server refused us or sent us away, we go on. */
  function retryLater(): void {
    stopRetry();
    stopRetry = after(refused ? REFUSED_WAIT_MS : retryDelayMs(retries, chance()), () => socket.connect());
    retries += 1;
  }

  function connect(): void {
    close();
    socket.connect();
    watch();
  }

  function watch(): void {
    stopWatch = after(WATCH_MS, () => {
      if (socket.connected && now() - heardAt > SILENCE_MS) connect();
      else watch();
    });
  }

  function close(): void {
    stopWatch();
    stopRetry();
    stopHere();
    socket.disconnect();
  }

  socket.on('connect', () => {
    retries = 0;
    refused = false;
    askedAt = -Infinity;
    heardAt = now();
    // Nothing is asked for here: the server sends the board to whoever comes.
    feed = onConnected(feed);
    screen.admitted();
    sayHere();
  });
  socket.on('disconnect', (reason) => {
    // What was meant for the old connection must not be said on the next one.
    socket.sendBuffer = [];
    stopHere();
    if (reason === 'io server disconnect') retryLater();
  });
  socket.on('connect_error', ({ message }) => {
    if (message === 'unauthorized') refuse();
    if (!socket.active) retryLater();
  });
  socket.on('snapshot', (snapshot) => learn(onSnapshot(feed, snapshot)));
  socket.on('rows', (change) => learn(onChange(feed, change)));
  socket.on('clock', (beat) => {
    heardAt = now();
    learn(onBeat(feed, beat, heardAt));
  });
  socket.on('display', (told) => screen.told?.(told));
  socket.on('identify', () => screen.identify?.());
  socket.on('reload', () => screen.reload('asked'));
  socket.on('dismiss', (why) => {
    if (why === 'reload') {
      close();
      screen.reload('outdated');
    } else {
      refuse();
    }
  });

  return {
    get feed() {
      return feed;
    },
    connect,
    here,
    close,
  };
}

function isSamePage(one: DisplayPage, other: DisplayPage): boolean {
  return (
    one.version === other.version &&
    one.width === other.width &&
    one.height === other.height &&
    one.shows === other.shows
  );
}
