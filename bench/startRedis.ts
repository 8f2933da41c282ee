// bench/ — a Redis for the measurements, with the settings of the product: append-only file, fsync always, Unix socket.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export interface BenchRedis {
  /** Path of its Unix socket. */
  path: string;
  /** Such as `7.0.15`. */
  version: string;
  stop(): Promise<void>;
}

/** Starts an empty Redis in a folder of its own, which goes when it stops. */
export async function startRedis(program: string): Promise<BenchRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'zhunshi-bench-'));
  const path = join(folder, 'redis.sock');
  const settings = {
    port: '0',
    unixsocket: path,
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'always',
    save: '',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const server = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const version = await versionOf(path);
  return {
    path,
    version,
    async stop() {
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until it answers, and reads what it is. */
async function versionOf(path: string): Promise<string> {
  const redis = new Redis({ path, retryStrategy: () => 50, maxRetriesPerRequest: null });
  // Refused connections are expected until it listens; ioredis tries again by itself.
  redis.on('error', () => undefined);
  const info = await redis.info('server');
  redis.disconnect();
  return /redis_version:(\S+)/.exec(info)?.[1] ?? 'unknown';
}
