import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageRoutes } from './pages.ts';

let folder: string;
let http: Server;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhunshi-pages-'));
  for (const built of ['board/assets', 'lounge/assets']) await mkdir(join(folder, built), { recursive: true });
  for (const page of ['board/index.html', 'board/wall.html', 'lounge/lounge.html', 'board/.built-from', 'secret.txt']) {
    await writeFile(join(folder, page), page);
  }
  await writeFile(join(folder, 'board/assets/main-A1b2C3d4.js'), 'board');
  await writeFile(join(folder, 'lounge/assets/lounge-A1b2C3d4.js'), 'lounge');
  await writeFile(join(folder, 'board/assets/index-Q9.js'), 'as it is');
  await writeFile(join(folder, 'board/assets/index-Q9.js.br'), brotliCompressSync('by brotli'));
  await writeFile(join(folder, 'board/assets/index-Q9.js.gz'), gzipSync('by gzip'));
  const app = express().use(pageRoutes({ board: join(folder, 'board'), lounge: join(folder, 'lounge') }));
  http = createServer((request, response) => {
    app(request, response);
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((closed) => http.close(closed));
  await rm(folder, { recursive: true });
});

describe('the pages', () => {
  it.each([
    ['/', 'board/index.html'],
    ['/wall', 'board/wall.html'],
    ['/lounge', 'lounge/lounge.html'],
  ])('given %s, when it is asked, then its page comes and is asked for anew each time', async (path, content) => {
    const response = await fetch(`${url}${path}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await response.text()).toBe(content);
  });

  it.each([
    ['/assets/main-A1b2C3d4.js', 'board'],
    ['/lounge-assets/assets/lounge-A1b2C3d4.js', 'lounge'],
  ])('given %s, when it is asked, then it may be kept for ever', async (path, content) => {
    const response = await fetch(`${url}${path}`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toBe(content);
  });

  it.each(['/assets', '/assets/', '/.built-from', '/setup', '/assets/%2e%2e/%2e%2e/secret.txt', '/lounge-assets/'])(
    'given %s, when it is asked, then there is no such page, and no list of files',
    async (path) => {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    },
  );

  it.each([
    ['gzip, deflate, br, zstd', 'br', 'by brotli'],
    ['gzip, deflate', 'gzip', 'by gzip'],
    ['identity', null, 'as it is'],
    ['br;q=0, gzip', 'gzip', 'by gzip'],
  ])(
    'given a file that the build compressed, when a browser that takes %s asks, then %s comes',
    async (takes, encoding, content) => {
      const response = await fetch(`${url}/assets/index-Q9.js`, { headers: { 'accept-encoding': takes } });
      expect(await response.text()).toBe(content);
      expect(
        Object.fromEntries(
          ['content-encoding', 'content-type', 'vary', 'cache-control'].map((name) => [
            name,
            response.headers.get(name),
          ]),
        ),
      ).toEqual({
        'content-encoding': encoding,
        'content-type': 'text/javascript; charset=utf-8',
        vary: 'accept-encoding',
        'cache-control': 'public, max-age=31536000, immutable',
      });
    },
  );

  it('given a compressed file that the browser has, when it asks whether that is still so, then nothing is sent again', async () => {
    const takes = { 'accept-encoding': 'gzip' };
    const first = await fetch(`${url}/assets/index-Q9.js`, { headers: takes });
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${url}/assets/index-Q9.js`, {
      headers: { ...takes, 'if-none-match': etag, 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
    const other = await fetch(`${url}/assets/index-Q9.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(other.headers.get('etag')).not.toBe(etag);
  });
});
