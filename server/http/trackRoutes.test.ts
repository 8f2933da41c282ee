// The customer's page as a browser gets it: the same for every address, and kept nowhere.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trackPage } from './trackRoutes.ts';

let folder: string;
let http: Server;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhunshi-track-'));
  await writeFile(join(folder, 'track.html'), 'the page');
  const app = express().use(trackPage({ lounge: folder }));
  http = createServer((request, response) => {
    app(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(async () => {
  http.close();
  await rm(folder, { recursive: true });
});

it.each(['/t/w8Jx0_3-dQy5uAfKk1ZbTg', '/t/nobody', '/t/', '/t'])(
  "given %s, right, wrong or cut off, then the customer's page comes, kept nowhere, found by nobody, telling its address to no other site [TRK-3]",
  async (path) => {
    const response = await fetch(`${url}${path}`);
    expect([response.status, await response.text()]).toEqual([200, 'the page']);
    const told = ['cache-control', 'referrer-policy', 'x-robots-tag', 'last-modified'];
    expect(told.map((name) => response.headers.get(name))).toEqual([
      'no-store',
      'no-referrer',
      'noindex, nofollow',
      null,
    ]);
  },
);
