// redis/ — the server's own Redis: started under DATA_DIR, found again after a killed server, started again when it dies.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { lockFolder } from './lockFolder.ts';

/** Longest path of a Unix socket that every system takes. */
const LONGEST_SOCKET_PATH = 100;
const START_MS = 20_000;
const STOP_MS = 5000;
const WATCH_MS = 500;
const BACKOFF_MS = [0, 500, 1000, 2000, 5000];

/** It could not be started; the message is one sentence for the person at the console. */
export class OwnRedisFailed extends Error {}

export interface OwnRedisOptions {
  /** Program to start: redis-server or valkey-server. */
  program: string;
  /** The server's DATA_DIR. */
  dataDir: string;
  /** Told when it had to be started again, or could not be. */
  report: (what: string, details: Record<string, unknown>) => void;
}

/** A Redis of one's own. */
export interface OwnRedis {
  /** `unix:<path>`. */
  url: string;
  /** It was running already: left over from a server that was killed. */
  found: boolean;
  /** Ends it in good order. */
  stop(): Promise<void>;
}

/** Starts Redis, or finds the one that runs on this folder; watches over it until `stop`. Rejects with `OwnRedisFailed`. */
export async function ownRedis({ program, dataDir, report }: OwnRedisOptions): Promise<OwnRedis> {
  const folder = resolve(dataDir, 'redis');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const socketPath = await socketPathFor(folder);
  const found = await ensureRunning(program, folder, socketPath);
  const watch = watchOver({ program, folder, socketPath, report });
  return {
    url: `unix:${socketPath}`,
    found,
    async stop() {
      await watch.stop();
      await shutDown(socketPath);
    },
  };
}

/** Beside the data where the path is short enough, else in a folder of this user's own among the temporary ones. */
async function socketPathFor(folder: string): Promise<string> {
  const beside = join(folder, 'redis.sock');
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH) return beside;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const short = join(tmpdir(), `zhunshi-${userInfo().uid}-${name}`);
  await mkdir(short, { recursive: true, mode: 0o700 });
  await chmod(short, 0o700);
  return join(short, 'redis.sock');
}

/** Finds it or begins it; true when it was there. One server at a time: two Redis on one folder would ruin it. */
async function ensureRunning(program: string, folder: string, socketPath: string): Promise<boolean> {
  const unlock = await lockFolder(folder);
  try {
    if (await isGone(socketPath)) {
      await begin(program, folder, socketPath);
      return false;
    }
    if (await answersWithin(socketPath, START_MS)) return true;
    throw new OwnRedisFailed(`A Redis listens on ${socketPath} but gives no answer: end it, then start again.`);
  } finally {
    await unlock();
  }
}

async function begin(program: string, folder: string, socketPath: string): Promise<void> {
  const config = join(folder, 'redis.conf');
  await writeFile(config, configText(folder, socketPath), { mode: 0o600 });
  const logFile = join(folder, 'redis.log');
  const output = await open(logFile, 'a');
  // In a session of its own: it outlives a killed server, which finds it again.
  const child = spawn(program, [config], { cwd: folder, detached: true, stdio: ['ignore', output.fd, output.fd] });
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `it ended with ${code ?? signal ?? 'no code'}`));
  child.unref();
  try {
    const settled = await within(START_MS, async () => ended !== undefined || (await answers(socketPath)));
    if (settled && ended === undefined) return;
  } finally {
    await output.close();
  }
  const said = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').at(-1) ?? '';
  throw new OwnRedisFailed(`Redis (${program}) could not be started: ${ended ?? 'it gives no answer'}. ${said}`.trim());
}

function configText(folder: string, socketPath: string): string {
  const quoted = (path: string) => JSON.stringify(path);
  return [
    `unixsocket ${quoted(socketPath)}`,
    'unixsocketperm 600',
    'port 0',
    'daemonize no',
    `dir ${quoted(folder)}`,
    'appendonly yes',
    'appendfsync always',
    'save ""',
    'maxmemory-policy noeviction',
    'databases 1',
    'logfile ""',
    '',
  ].join('\n');
}

/** Sends one command on a connection of its own; null when nobody answers. */
async function ask(socketPath: string, command: 'ping' | 'shutdown'): Promise<string | null> {
  const client = new Redis({
    path: socketPath,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    connectTimeout: 1000,
    commandTimeout: command === 'ping' ? 1000 : 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await client.call(command).then(String);
  } catch (error) {
    // It lives, it only has not read its file yet.
    return error instanceof Error && error.message.startsWith('LOADING') ? 'LOADING' : null;
  } finally {
    client.disconnect();
  }
}

async function answers(socketPath: string): Promise<boolean> {
  return (await ask(socketPath, 'ping')) !== null;
}

async function answersWithin(socketPath: string, ms: number): Promise<boolean> {
  return await within(ms, () => answers(socketPath));
}

/** Asks again and again until it is so, or the time is over. */
async function within(ms: number, isSo: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) return false;
    await wait(20);
  }
  return true;
}

/** Does nobody listen there? A Redis that is paused, or still reads its file, is not gone. */
async function isGone(socketPath: string): Promise<boolean> {
  return await new Promise<boolean>((resolveGone) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolveGone(false);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      resolveGone(error.code === 'ECONNREFUSED' || error.code === 'ENOENT');
    });
  });
}

async function shutDown(socketPath: string): Promise<void> {
  await ask(socketPath, 'shutdown');
  await within(STOP_MS, async () => !(await answers(socketPath)));
}

/** Starts Redis again when nobody listens on its socket any more. A paused one is still there and is left alone. */
function watchOver(options: {
  program: string;
  folder: string;
  socketPath: string;
  report: OwnRedisOptions['report'];
}): { stop(): Promise<void> } {
  const { program, folder, socketPath, report } = options;
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const pause = (ms: number) => wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const run = async () => {
    let failures = 0;
    while (!isStopping()) {
      await pause(WATCH_MS);
      if (isStopping() || !(await isGone(socketPath))) continue;
      try {
        await pause(BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)] ?? 0);
        if (isStopping()) return;
        await ensureRunning(program, folder, socketPath);
        report('Redis had ended and was started again', { failures });
        failures = 0;
      } catch (error) {
        failures += 1;
        report('Redis could not be started again', { failures, reason: error instanceof Error ? error.message : '' });
      }
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
