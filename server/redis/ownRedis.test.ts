// redis/ — the server's own Redis: started, found again, started again when it was killed, in a folder of any length.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { redisPrograms, until } from '../testing/redisFixture.ts';
import { openConnection, whenReady } from './connections.ts';
import { ownRedis, OwnRedisFailed } from './ownRedis.ts';

const program = redisPrograms()[0] ?? 'redis-server';
let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zhunshi-own-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const start = (folder = dataDir, reports: string[] = []) =>
  ownRedis({ program, dataDir: folder, report: (what) => reports.push(what) });

async function ask<Answer>(
  url: string,
  question: (client: ReturnType<typeof openConnection>) => Promise<Answer>,
): Promise<Answer> {
  const client = openConnection(url, 'test');
  await whenReady(client, 10_000);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}
const pidOf = (url: string) =>
  ask(url, async (client) => Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1]));

it('given an empty folder, then a Redis with the append-only file fsynced always, on a socket only', async () => {
  const redis = await start();
  expect(redis.found).toBe(false);
  const [, port] = (await ask<unknown>(redis.url, (client) => client.config('GET', 'port'))) as string[];
  const [, fsync] = (await ask<unknown>(redis.url, (client) => client.config('GET', 'appendfsync'))) as string[];
  expect([port, fsync]).toEqual(['0', 'always']);
  await redis.stop();
  await expect(whenReady(openConnection(redis.url, 'late'), 200)).rejects.toThrow();
});

it('given one that was left by a killed server, then it is found and used', async () => {
  const left = await start();
  await ask(left.url, (client) => client.set('kept', 'yes'));
  const pid = await pidOf(left.url);
  const found = await start();
  expect(found.found).toBe(true);
  expect(await pidOf(found.url)).toBe(pid);
  expect(await ask(found.url, (client) => client.get('kept'))).toBe('yes');
  await found.stop();
  await left.stop();
});

it('given two servers that start at once on one folder, then there is one Redis', async () => {
  const both = await Promise.all([start(), start()]);
  expect(both.map(({ found }) => found).sort()).toEqual([false, true]);
  for (const redis of both) await redis.stop();
});

it('given that it is killed, then it is started again, and what was written is there', async () => {
  const reports: string[] = [];
  const redis = await start(dataDir, reports);
  await ask(redis.url, (client) => client.set('kept', 'yes'));
  process.kill(await pidOf(redis.url), 'SIGKILL');
  await until(() => reports.length > 0, 'a report');
  expect(await ask(redis.url, (client) => client.get('kept'))).toBe('yes');
  await redis.stop();
});

it('given a folder with a long path, then the socket is elsewhere and short', async () => {
  const long = join(dataDir, 'x'.repeat(120));
  await mkdir(long);
  const redis = await start(long);
  expect(redis.url.length).toBeLessThan(105);
  expect(await readFile(join(long, 'redis', 'redis.conf'), 'utf8')).toContain('appendonly yes');
  await redis.stop();
});

it('given a program that is not there, then one sentence', async () => {
  const starting = ownRedis({ program: '/nowhere/redis-server', dataDir, report: () => undefined });
  await expect(starting).rejects.toThrow(OwnRedisFailed);
});
