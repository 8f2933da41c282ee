// testing/ — a whole server in this process on a real Redis, and people who use it over HTTP and sockets.
import type { CommandAnswer, Handshake } from '@zhunshi/shared/wire/protocol.ts';
import { FOLD, PROTOCOL } from '@zhunshi/shared/wire/protocol.ts';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { pino } from 'pino';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import { drivenClock } from '../clock.ts';
import type { DrivenClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { openEdgesAt } from '../openEdges.ts';
import { startServer } from '../startServer.ts';
import type { RunningServer } from '../startServer.ts';
import { until } from './redisFixture.ts';
import type { RedisFixture } from './redisFixture.ts';

/** PINs that cost next to nothing. */
const cheap = { N: 2 ** 4, r: 8, p: 1 };

/** Monday, 23 November 2026, 08:00 in Shanghai: before the sample's day. */
export const SAMPLE_MORNING = Date.UTC(2026, 10, 23, 0, 0);

export interface OpenServer extends RunningServer {
  clock: DrivenClock;
  /** The one-time code of this start; '' where there is none. */
  setUpCode: string;
}

/** Starts a server whose time stands at the sample's morning. */
export async function openServer(redis: RedisFixture, environment: Record<string, string> = {}): Promise<OpenServer> {
  const clock = drivenClock(SAMPLE_MORNING);
  const server = await startServer({
    config: { ...readConfig({ ...environment, REDIS_URL: redis.url }, []), port: 0, host: '127.0.0.1' },
    log: pino({ level: 'silent' }),
    clock: () => clock,
    timekeeper: false,
    openEdges: (tools) => openEdgesAt(tools, { chosen: cheap, first: cheap }),
  });
  const setUpCode = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(server.announcement.join('\n'))?.[0] ?? '';
  return { ...server, url: `http://127.0.0.1:${server.port}`, clock, setUpCode };
}

/** An answer as it came. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  /** Parsed JSON, or the text. */
  body: unknown;
}

/** Somebody with a browser: keeps the cookie. */
export class Browser {
  readonly #url: string;
  cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    const raw = body instanceof Uint8Array;
    const response = await fetch(`${this.#url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': raw ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? new Blob([new Uint8Array(body)]) : JSON.stringify(body) }),
    });
    const [given] = response.headers.getSetCookie();
    if (given !== undefined) this.cookie = given.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  get(path: string): Promise<HttpAnswer> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown): Promise<HttpAnswer> {
    return this.send('POST', path, body);
  }
}

/** Sets the sample shop up, and waits until this node has read everybody's name back. */
export async function setUpSample(server: OpenServer): Promise<PinSheet> {
  const request = { id: uuidv7(), code: server.setUpCode, source: { kind: 'sample' } };
  const { body } = await new Browser(server.url).post('/api/v1/setup', request);
  await until(() => Object.keys(server.node.shops.get('s1')?.directory.staff ?? {}).length > 0, 'the names');
  return body as PinSheet;
}

/** A PIN that everybody of a test may change to. */
export const NEW_PIN = '271828';

/** Logs in and changes the first PIN. */
export async function logIn(server: OpenServer, sheet: PinSheet, staff: string): Promise<Browser> {
  const browser = new Browser(server.url);
  const pin = sheet.people.find((one) => one.staff === staff)?.pin ?? '';
  await browser.post('/api/v1/session', { staff, pin });
  await browser.post('/api/v1/session/pin', { pin, newPin: NEW_PIN });
  return browser;
}

/** A screen's connection, and everything that it got. */
export interface TestScreen {
  socket: Socket;
  got: { event: string; content: unknown }[];
  /** Waits for the first event of a name, among those that came or will come. */
  first(event: string): Promise<unknown>;
  command(command: unknown): Promise<CommandAnswer>;
}

/** What a screen shows itself with. */
export interface Credentials {
  cookie?: string;
  origin?: string;
  auth?: Partial<Handshake>;
}

/** Connects a screen; nothing is awaited. */
export function connectScreen(server: OpenServer, namespace: string, credentials: Credentials): TestScreen {
  const { cookie, origin, auth } = credentials;
  const socket = io(`${server.url}${namespace}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) },
    auth: { protocol: PROTOCOL, fold: FOLD, shop: '', epoch: null, version: null, ...auth },
  });
  const got: TestScreen['got'] = [];
  const waiting = new Map<string, ((content: unknown) => void)[]>();
  const take = (event: string, content: unknown): void => {
    got.push({ event, content });
    for (const settle of waiting.get(event)?.splice(0) ?? []) settle(content);
  };
  socket.onAny((event: string, content: unknown) => take(event, content));
  for (const event of ['connect', 'disconnect'] as const) socket.on(event, () => take(event, null));
  socket.on('connect_error', (error) => take('connect_error', error.message));
  return {
    socket,
    got,
    first: (event) => {
      const known = got.find((one) => one.event === event);
      if (known) return Promise.resolve(known.content);
      return new Promise((settle) => waiting.set(event, [...(waiting.get(event) ?? []), settle]));
    },
    command: (command) => socket.emitWithAck('command', command) as Promise<CommandAnswer>,
  };
}
