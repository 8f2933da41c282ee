// bench/ — the processes of a measurement: the load, the floor, the server; each of its own, so that none is measured with another.
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AnswerTo, Task } from './load/tasks.ts';

const production = { ...process.env, NODE_ENV: 'production' };
const startMs = 30_000;

function forkHere(path: string, args: string[] = []): ChildProcess {
  return fork(fileURLToPath(new URL(path, import.meta.url)), args, {
    execArgv: ['--import', 'tsx'],
    env: production,
  });
}

async function stopped(child: ChildProcess, stop: () => void): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.exitCode !== null || child.signalCode !== null) return;
  stop();
  await gone;
}

/** The load process. */
export interface Load {
  /** Carries a task out; one at a time. Rejects with what went wrong there. */
  run<Given extends Task>(task: Given): Promise<AnswerTo<Given>>;
  stop(): Promise<void>;
}

/** Starts the load process. */
export function startLoad(): Load {
  const child = forkHere('./load/main.ts');
  return {
    run: <Given extends Task>(task: Given) =>
      new Promise<AnswerTo<Given>>((resolve, reject) => {
        child.once('message', (message: { answer: AnswerTo<Given> } | { error: string }) => {
          if ('error' in message) reject(new Error(message.error));
          else resolve(message.answer);
        });
        child.send(task);
      }),
    stop: () => stopped(child, () => child.disconnect()),
  };
}

/** A server of either side. */
export interface Served {
  url: string;
  stop(): Promise<void>;
}

/** Starts the floor on a Redis. */
export async function startFloor(redisPath: string): Promise<Served> {
  const child = forkHere('./floor/main.ts', [redisPath]);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('exit', () => reject(new Error('the floor did not start')));
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => stopped(child, () => child.disconnect()) };
}

export interface ServedShop extends Served {
  /** What it printed at its start. */
  announcement: string;
}

/** Starts the built server on a Redis, as `npm start` does. */
export async function startShop(redisPath: string, port: number): Promise<ServedShop> {
  const main = fileURLToPath(new URL('../server/dist/main.js', import.meta.url));
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { ...production, PORT: String(port), HOST: '127.0.0.1', REDIS_URL: `unix:${redisPath}`, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const url = `http://127.0.0.1:${port}`;
  const until = performance.now() + startMs;
  // It may answer before what it prints at its start has come through the pipe.
  while (!(await isReady(url)) || lines.every((line) => line.trim() === '')) {
    if (performance.now() > until || child.exitCode !== null) throw new Error('the server did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    announcement: lines.join('\n'),
    stop: () => stopped(child, () => child.kill('SIGTERM')),
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    // It does not listen yet.
    return false;
  }
}
