// e2e/testing/ — a stage for the lounge: serves the built page and speaks as the server does to its displays (docs/PROTOCOL.md), with
// the cars, the calls and the hour that a test wants. What a real server says is in the other tests.
import type { LoungeCarRow, LoungeNoticeRow, LoungeRow, LoungeShopRow } from '@zhunshi/shared/views/loungeBoard.ts';
import type { DisplayPage, LoungeChoice } from '@zhunshi/shared/wire/displays.ts';
import type { Dismissal } from '@zhunshi/shared/wire/protocol.ts';
import express from 'express';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Server } from 'socket.io';

/** The moment at which every stage begins: a Monday at 14:32 in Shanghai. */
export const stageOpens = Date.parse('2026-11-23T14:32:00+08:00');

const stageShop: LoungeShopRow = {
  ...{ key: 'shop', kind: 'shop', name: '准时汽车服务中心', timeZone: 'Asia/Shanghai', locale: 'zh-CN' },
  ...{ quietHours: null, volume: 70, voice: true },
};

/** A car in the works, and what is said of it otherwise. */
export function carOnStage(position: number, change: Partial<LoungeCarRow> = {}): LoungeCarRow {
  const digits = String(10 + position);
  return {
    ...{ key: `car:${digits}`, kind: 'car', label: `粤B·**${digits}`, status: 'working', step: 4 },
    ...{ expectedAt: stageOpens + 3_600_000, soon: false, position, call: null, ...change },
  };
}

export interface LoungeStage {
  readonly url: string;
  /** What the screens said of themselves, the latest last. */
  readonly heard: DisplayPage[];
  /** Requests for the page itself. */
  readonly opened: number;
  /** Requests for it while it was not served. */
  readonly refused: number;
  /** Screens that are connected. */
  connected(): number;
  /** The shop's time from now on; it stands still. */
  setTime(now: number): void;
  /** The whole board from now on. */
  show(rows: (LoungeCarRow | LoungeNoticeRow)[], shop?: Partial<LoungeShopRow>): void;
  /** Changed rows only. */
  change(set: LoungeRow[], remove?: string[]): void;
  /** What a manager chose for the screens. */
  choose(lounge: LoungeChoice, name?: string): void;
  identify(): void;
  reload(): void;
  dismiss(why: Dismissal): void;
  /** Screens that come are sent away so, until null: what an upgraded server does with an old page. */
  dismissAll(why: Dismissal | null): void;
  /** The page is not served: 503 instead. Connections stay. */
  serve(served: boolean): void;
  /** The server is gone, with all its connections. */
  cut(): Promise<void>;
  /** It is back, on the same port. */
  mend(): Promise<void>;
  stop(): Promise<void>;
}

const built = resolve(import.meta.dirname, '../../client-lounge/dist');
/** No screen may find the silence between two pings too long, whose clock a test drives. */
const DAY_MS = 86_400_000;

/** Opens a stage with no cars on it. */
export async function openLoungeStage(): Promise<LoungeStage> {
  let rows = new Map<string, LoungeRow>([['shop', stageShop]]);
  let told = {
    id: 'stage',
    name: '休息区',
    wall: null,
    lounge: { inset: 0, turned: false, leds: true } as LoungeChoice,
  };
  let now = stageOpens;
  let version = 1;
  let sendAway: Dismissal | null = null;
  let served = true;
  let opened = 0;
  let refused = 0;
  let port = 0;
  const heard: DisplayPage[] = [];

  const app = express();
  app.get('/lounge', (_request, response) => {
    if (!served) {
      refused += 1;
      response.sendStatus(503);
      return;
    }
    opened += 1;
    response.sendFile(resolve(built, 'lounge.html'));
  });
  app.use('/lounge-assets', express.static(built));

  const board = () => ({ epoch: 'stage', version, tick: 1, rows: [...rows.values()] });
  const beat = () => ({ now, speed: 1, certainForMs: 0, version });

  let http: HttpServer | null = null;
  let io: Server | null = null;
  const lounges = () => io?.of('/lounge');
  const begin = async (): Promise<void> => {
    const server = createServer(app);
    const sockets = new Server(server, { serveClient: false, pingInterval: DAY_MS, pingTimeout: DAY_MS });
    sockets.of('/lounge').on('connection', (socket) => {
      if (sendAway !== null) {
        socket.emit('dismiss', sendAway);
        socket.disconnect();
        return;
      }
      socket.on('here', (page: DisplayPage) => heard.push(page));
      socket.on('resync', () => socket.emit('snapshot', board()));
      socket.emit('display', told);
      socket.emit('snapshot', board());
      socket.emit('clock', beat());
    });
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
    port = (server.address() as AddressInfo).port;
    [http, io] = [server, sockets];
  };
  const cut = async (): Promise<void> => {
    http?.closeAllConnections();
    await io?.close();
    [http, io] = [null, null];
  };
  await begin();
  const beats = setInterval(() => lounges()?.emit('clock', beat()), 300);

  const say = (): void => void lounges()?.emit('clock', beat());
  return {
    url: `http://127.0.0.1:${String(port)}`,
    heard,
    get opened() {
      return opened;
    },
    get refused() {
      return refused;
    },
    connected: () => lounges()?.sockets.size ?? 0,
    setTime(next) {
      now = next;
      say();
    },
    show(next, shop = {}) {
      const all: LoungeRow[] = [{ ...stageShop, ...shop }, ...next];
      rows = new Map(all.map((row) => [row.key, row]));
      version += 1;
      lounges()?.emit('snapshot', board());
      say();
    },
    change(set, remove = []) {
      for (const row of set) rows.set(row.key, row);
      for (const key of remove) rows.delete(key);
      version += 1;
      lounges()?.emit('rows', { epoch: 'stage', version, tick: 1, set, remove });
      say();
    },
    choose(lounge, name = told.name) {
      told = { ...told, lounge, name };
      lounges()?.emit('display', told);
    },
    identify: () => void lounges()?.emit('identify'),
    reload: () => void lounges()?.emit('reload'),
    dismiss: (why) => void lounges()?.emit('dismiss', why),
    dismissAll(why) {
      sendAway = why;
    },
    serve(next) {
      served = next;
    },
    cut,
    mend: begin,
    async stop() {
      clearInterval(beats);
      await cut();
    },
  };
}
