// testing/ — a real Redis for tests: a process of its own on a Unix socket in a temporary folder, with the append-only file.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openConnection, whenReady, type RedisClient } from '../redis/connections.ts';

/** Paths of the servers that are installed here: Redis, Valkey or both. */
export function redisPrograms(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return ['redis-server', 'valkey-server']
    .map((name) => folders.map((folder) => join(folder, name)).find((path) => existsSync(path)))
    .filter((path) => path !== undefined);
}

/** A Redis of a test. */
export interface RedisFixture {
  /** `unix:<path>`, as REDIS_URL takes it. */
  url: string;
  socketPath: string;
  /** A connection for looking into it and for doing harm. */
  client(): Promise<RedisClient>;
  /** Ends it without a word, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same folder. */
  start(): Promise<void>;
  /** Stops and continues the process. */
  pause(): void;
  resume(): void;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

/** Starts a Redis that takes commands when it resolves. */
export async function startRedis(program = redisPrograms()[0]): Promise<RedisFixture> {
  if (program === undefined) throw new Error('neither redis-server nor valkey-server is on PATH');
  const folder = await mkdtemp(join(tmpdir(), 'zhunshi-redis-'));
  const socketPath = join(folder, 'redis.sock');
  const url = `unix:${socketPath}`;
  const clients: RedisClient[] = [];
  let child: ChildProcess | undefined;

  const start = async () => {
    const options = ['--unixsocket', socketPath, '--port', '0', '--dir', folder, '--save', '', '--appendonly', 'yes'];
    child = spawn(program, options, { stdio: 'ignore' });
    await until(() => accepts(socketPath));
    const client = openConnection(url, 'fixture');
    await whenReady(client, 10_000);
    client.disconnect();
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGCONT');
    ending.kill(signal);
    await ended;
  };
  await start();
  return {
    url,
    socketPath,
    start,
    kill: () => end('SIGKILL'),
    pause: () => child?.kill('SIGSTOP'),
    resume: () => child?.kill('SIGCONT'),
    async client() {
      const client = openConnection(url, 'test');
      clients.push(client);
      await whenReady(client, 10_000);
      return client;
    },
    async remove() {
      for (const client of clients) client.disconnect();
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until something is the case; fails with what was awaited when it is not for too long. */
export async function until(holds: () => boolean | Promise<boolean>, what = 'a condition', ms = 20_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what} did not come about`);
    await wait(5);
  }
}

async function accepts(socketPath: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
