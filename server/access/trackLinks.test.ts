// Customers' links on a real server and Redis: one car each, the same on each asking, nothing told to who has none.
import { createHash } from 'node:crypto';
import type { TrackCarRow, TrackRow } from '@zhunshi/shared/views/trackBoard.ts';
import type { LinkAnswer } from '@zhunshi/shared/wire/track.ts';
import type { BoardChange, BoardSnapshot } from '@zhunshi/shared/wire/protocol.ts';
import type { CustomerAnswered } from '@zhunshi/shared/wire/track.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { ordersFor } from '../demo/sampleOrders.ts';
import { connectScreen, logIn, openServer, setUpSample } from '../testing/openServer.ts';
import type { Browser, HttpAnswer, OpenServer, TestScreen } from '../testing/openServer.ts';
import { startRedis, until } from '../testing/redisFixture.ts';
import type { RedisClient } from '../redis/connections.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

let redis: RedisFixture;
let server: OpenServer;
let other: OpenServer;
let client: RedisClient;
let desk: Browser;
let technician: Browser;
const screens: TestScreen[] = [];

beforeAll(async () => {
  redis = await startRedis();
  client = await redis.client();
  server = await openServer(redis);
  const sheet = await setUpSample(server);
  other = await openServer(redis);
  desk = await logIn(server, sheet, 'P29');
  technician = await logIn(server, sheet, 'P01');
  const day = await ordersFor('2026-11-23', 0);
  const imported = await desk.send(
    'POST',
    `/api/v1/shops/s1/import?mode=apply&id=${uuidv7()}&applyChanges=0`,
    new Uint8Array(day),
  );
  expect(imported.status).toBe(200);
});
afterAll(async () => {
  for (const { socket } of screens) socket.disconnect();
  await Promise.all([server.stop(), other.stop()]);
  await redis.remove();
});

const jobs = (): string[] => Object.keys(server.node.shops.get('s1')?.state.jobs ?? {});
const jobAt = (index: number): string => jobs()[index] ?? '';
const ask = (who: Browser, job: string): Promise<HttpAnswer> => who.post(`/api/v1/shops/s1/jobs/${job}/link`, {});
const pathOf = async (job: string): Promise<string> => ((await ask(desk, job)).body as LinkAnswer).path;
const tokenOf = async (job: string): Promise<string> => (await pathOf(job)).replace('/t/', '');
const command = async (type: string, fields: object): Promise<void> => {
  const { status, body } = await desk.post('/api/v1/shops/s1/commands', { id: uuidv7(), type, ...fields });
  expect([status, body]).toEqual([200, expect.anything()]);
};

function open(token: string, on: OpenServer = server): TestScreen {
  const screen = connectScreen(on, '/track', { auth: { token } });
  screens.push(screen);
  return screen;
}
const carIn = (rows: readonly TrackRow[]): TrackCarRow | undefined => rows.find((row) => row.kind === 'car');
const carOf = async (screen: TestScreen): Promise<TrackCarRow | undefined> =>
  carIn(((await screen.first('snapshot')) as BoardSnapshot<TrackRow>).rows);
const say = (screen: TestScreen, answer: object): Promise<CustomerAnswered> =>
  screen.socket.emitWithAck('command', { id: uuidv7(), ...answer }) as Promise<CustomerAnswered>;

describe("a customer's link", () => {
  it('is 128 random bits, one a job, and the same on each asking, whoever asks first [TRK-2]', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => pathOf(jobAt(0))));
    expect(new Set(asked).size).toBe(1);
    expect(asked[0]).toMatch(/^\/t\/[A-Za-z0-9_-]{22}$/);
    expect(await pathOf(jobAt(1))).not.toBe(asked[0]);
  });

  it('is kept by its hash under the shop, the token beside it by its job, and in no event [TRK-2]', async () => {
    const token = await tokenOf(jobAt(0));
    const hash = createHash('sha256').update(token).digest('base64url');
    expect(await client.hget('{s1}:auth:links', jobAt(0))).toBe(token);
    expect(await client.hget('{s1}:auth:links:byHash', hash)).toBe(jobAt(0));
    expect(JSON.stringify(await client.xrange('{s1}:log', '-', '+'))).not.toContain(token);
  });

  it('is given to who checks cars in, not to who works on them, and of cars that are there [TRK-2]', async () => {
    expect(await ask(technician, jobAt(0))).toMatchObject({ status: 403, body: { code: 'notAllowed' } });
    expect(await ask(desk, 'nothing')).toMatchObject({ status: 404, body: { code: 'unknownJob' } });
  });

  it('shows its own car and no other, on any node [TRK-1]', async () => {
    const [one, two] = await Promise.all([tokenOf(jobAt(0)), tokenOf(jobAt(1))]);
    const directory = server.node.shops.get('s1')?.directory;
    const plateOf = (index: number) =>
      directory?.vehicles[server.node.shops.get('s1')?.state.jobs[jobAt(index)]?.vehicle ?? '']?.plate;
    expect((await carOf(open(one)))?.plate).toBe(plateOf(0));
    expect((await carOf(open(two, other)))?.plate).toBe(plateOf(1));
    expect(plateOf(0)).not.toBe(plateOf(1));
  });

  it('follows its car alone: what happens to others is not sent there [TRK-1]', async () => {
    const mine = open(await tokenOf(jobAt(2)));
    const theirs = open(await tokenOf(jobAt(3)));
    await Promise.all([carOf(mine), carOf(theirs)]);
    await command('CheckIn', { job: jobAt(2) });
    const change = (await mine.first('rows')) as BoardChange<TrackRow>;
    expect(carIn(change.set)?.slip).toMatch(/^A\d{3}$/);
    expect(theirs.got.filter(({ event }) => event === 'rows')).toEqual([]);
  });

  it('that is wrong, malformed, or nobody’s is refused alike, and says nothing [TRK-3]', async () => {
    const right = await tokenOf(jobAt(0));
    const wrong = [`${right.slice(0, 21)}${right.endsWith('A') ? 'B' : 'A'}`, '', 'A'.repeat(22), right.toLowerCase()];
    for (const token of wrong) {
      const screen = open(token);
      expect(await screen.first('connect_error')).toBe('unauthorized');
      expect(screen.got.map(({ event }) => event)).toEqual(['connect_error']);
    }
  });

  it('that is cancelled shows nothing more, and opens no more [TRK-2] [TRK-6]', async () => {
    const token = await tokenOf(jobAt(4));
    const page = open(token);
    expect(await carOf(page)).toBeDefined();
    await command('CancelJob', { job: jobAt(4), reason: 'customerWish' });
    const change = (await page.first('rows')) as BoardChange<TrackRow>;
    expect(change).toMatchObject({ set: [], remove: expect.arrayContaining(['car', 'shop']) as string[] });
    expect(await open(token).first('connect_error')).toBe('unauthorized');
    expect(await say(page, { type: 'RecordFollowUp', punctual: true, satisfaction: 5 })).toMatchObject({ ok: false });
    expect(await ask(desk, jobAt(4))).toMatchObject({ status: 422, body: { code: 'jobClosed' } });
  });

  it('that is revoked is cut at once, opens on no node, and the next one is another [TRK-2]', async () => {
    const token = await tokenOf(jobAt(5));
    const page = open(token);
    await carOf(page);
    expect((await desk.send('DELETE', `/api/v1/shops/s1/jobs/${jobAt(5)}/link`)).status).toBe(204);
    expect(await page.first('dismiss')).toBe('token');
    expect(await open(token, other).first('connect_error')).toBe('unauthorized');
    expect(await tokenOf(jobAt(5))).not.toBe(token);
  });
});

describe('what a customer says by their link', () => {
  let job = '';
  let page: TestScreen;
  const quoteOf = () => server.node.shops.get('s1')?.state.jobs[job]?.proposals.at(-1)?.quote;

  beforeAll(async () => {
    job = jobAt(6);
    await command('CheckIn', { job });
    const work = Object.values(server.node.shops.get('s1')?.state.shop?.operations ?? {})[0]?.name ?? '';
    for (const _ of [1, 2]) {
      await command('ProposeWork', {
        job,
        foundIn: null,
        operations: [{ name: work, minutes: null }],
        freesBay: false,
        note: null,
      });
    }
    page = open(await tokenOf(job));
    await carOf(page);
  });

  it('is refused while there is no quote, and where it is to another one than is in force [TRK-4] [ADD-13]', async () => {
    const early = { type: 'ApproveWork', proposal: 'x1', quotedAt: server.clock.now(), promisedAt: null };
    expect(await say(page, early)).toMatchObject({ ok: false, status: 422, code: 'notQuoted' });
    await command('QuoteWork', { job, proposal: 'x1', priceCents: 48_000, minutes: 40, promisedAt: null });
    await command('QuoteWork', { job, proposal: 'x2', priceCents: 9_000, minutes: 10, promisedAt: null });
    const other = { type: 'ApproveWork', proposal: 'x1', quotedAt: 1, promisedAt: null };
    expect(await say(page, other)).toMatchObject({ ok: false, code: 'quoteChanged' });
  });

  it('is taken once, as theirs and by the link, and answered alike when it comes again [TRK-4] [TRK-5]', async () => {
    const quotedAt = quoteOf()?.at ?? 0;
    const answer = { id: uuidv7(), type: 'ApproveWork', proposal: 'x1', quotedAt, promisedAt: null };
    expect([await say(page, answer), await say(page, answer)]).toEqual([{ ok: true }, { ok: true }]);
    const proposal = server.node.shops.get('s1')?.state.jobs[job]?.proposals[0];
    expect(proposal?.answer).toMatchObject({ approved: true, how: 'link', by: '@customer' });
    const again = { type: 'DeclineWork', proposal: 'x1', quotedAt };
    expect(await say(page, again)).toMatchObject({ ok: false, code: 'proposalClosed' });
    expect(await say(page, { type: 'DeclineWork', proposal: 'x2', quotedAt })).toEqual({ ok: true });
  });

  it('is nothing else than that: no other command, no other car, no field too many [TRK-4]', async () => {
    for (const body of [
      { type: 'CallCustomer', job },
      { type: 'DeclineWork', proposal: 'x2', quotedAt: 1, job: jobAt(0) },
      { type: 'DeclineWork', proposal: 'x2' },
      { type: 'ApproveWork', proposal: 'x2', quotedAt: 1, promisedAt: null, how: 'desk' },
    ])
      expect(await say(page, body)).toEqual({ ok: false, status: 400, code: 'malformed' });
    // A refusal names nothing of the shop.
    expect(Object.keys(await say(page, { type: 'RecordFollowUp', punctual: true, satisfaction: 5 }))).toEqual([
      'ok',
      'status',
      'code',
    ]);
  });
});

describe('an address that tries many links', () => {
  it('is held back for a minute, whatever it brings [TRK-3]', async () => {
    const tries = Array.from({ length: 40 }, (_, index) => open(`${'B'.repeat(20)}${String(index).padStart(2, '0')}`));
    await Promise.all(tries.map((screen) => screen.first('connect_error')));
    expect(await open(await tokenOf(jobAt(0))).first('connect_error')).toBe('unauthorized');
    await until(async () => (await client.keys('zhunshi:tries:link*')).length > 0, 'the tries');
  });
});
