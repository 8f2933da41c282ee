// e2e/testing/ — the built server as a process of its own, with its own Redis and an empty DATA_DIR, as `npm start` runs it.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const START_MS = 60_000;

export interface ServerProcess {
  readonly url: string;
  readonly dataDir: string;
  /** All that it printed so far, over restarts. */
  printed(): string;
  /** Kills it as a power cut would; its Redis goes on. */
  kill(): Promise<void>;
  /** Kills its Redis. */
  killRedis(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Stops it and its Redis and removes its data. */
  stop(): Promise<void>;
}

/** Starts a server and waits until it is ready. */
export async function startServerProcess(args: string[] = []): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhunshi-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let printed = '';
  let child: ChildProcess | null = null;

  const launch = async (): Promise<void> => {
    const program = ['--enable-source-maps', join(root, 'server/dist/main.js'), ...args];
    const redis = process.env.REDIS_SERVER === undefined ? [] : ['--redis-server', process.env.REDIS_SERVER];
    const started = spawn(process.execPath, [...program, ...redis], {
      cwd: root,
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, REDIS_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    const keep = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
    };
    const greetings = count(printed);
    started.stdout.on('data', keep);
    started.stderr.on('data', keep);
    await until(async () => {
      if (started.exitCode !== null) throw new Error(`The server ended with ${started.exitCode}:\n${printed}`);
      return count(printed) > greetings && (await fetch(`${url}/readyz`)).ok;
    }, START_MS);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    child.kill(signal);
    await gone;
  };

  await launch();
  return {
    url,
    dataDir,
    printed: () => printed,
    kill: () => end('SIGKILL'),
    async killRedis() {
      process.kill(await redisPid(dataDir), 'SIGKILL');
    },
    restart: launch,
    async stop() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true, maxRetries: 30 });
    },
  };
}

/** The server says where it is, and how to log in, once at each start. */
function count(printed: string): number {
  return printed.split('准时 Zhunshi').length - 1;
}

/** Its Redis says itself who it is. */
async function redisPid(dataDir: string): Promise<number> {
  const socket = connect(join(dataDir, 'redis', 'redis.sock'));
  socket.write('INFO server\r\n');
  let said = '';
  for await (const chunk of socket) {
    said += String(chunk);
    const pid = /process_id:(\d+)\r/.exec(said)?.[1];
    if (pid !== undefined) return Number(pid);
  }
  throw new Error('Redis did not say who it is');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}

/** Waits until something is so; an attempt that throws is one that is not so yet. Rejects with the last error when it takes too long. */
export async function until(attempt: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  let last: unknown = new Error('It never became so');
  while (Date.now() < giveUpAt) {
    try {
      if (await attempt()) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw last;
}
