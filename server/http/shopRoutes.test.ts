import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import { sendersOf } from '@zhunshi/shared/domain/permissions.ts';
import type { CreateDisplayAnswer, DisplaysAnswer } from '@zhunshi/shared/wire/displays.ts';
import type { StaffSnapshot } from '@zhunshi/shared/wire/protocol.ts';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn, openServer, setUpSample } from '../testing/openServer.ts';
import type { Browser, OpenServer } from '../testing/openServer.ts';
import { startRedis } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

let redis: RedisFixture;
let server: OpenServer;
let sheet: PinSheet;
let manager: Browser;
let dispatcher: Browser;
let technician: Browser;

beforeAll(async () => {
  redis = await startRedis();
  server = await openServer(redis);
  sheet = await setUpSample(server);
  manager = await logIn(server, sheet, 'P35');
  dispatcher = await logIn(server, sheet, 'P29');
  technician = await logIn(server, sheet, 'P06');
});
afterAll(async () => {
  await server.stop();
  await redis.remove();
});

const commands = '/api/v1/shops/s1/commands';
const away = (staff: string): object => ({ id: uuidv7(), type: 'SetAttendance', staff, present: false });

describe('commands over HTTP [CMD-1] [CMD-6]', () => {
  it('given a dispatcher, when a command is accepted, then version and events come back, and the same again', async () => {
    const command = away('P22');
    const first = await dispatcher.post(commands, command);
    expect([first.status, first.body]).toEqual([
      200,
      { version: 2, events: [{ type: 'AttendanceChanged', staff: 'P22', present: false }] },
    ]);
    expect(await dispatcher.post(commands, command)).toMatchObject({ status: 200, body: first.body });
  });

  it('given a rule of the shop, when it says no, then 422 with its code, figures and a sentence', async () => {
    const command = away('P21');
    await dispatcher.post(commands, command);
    const answer = await dispatcher.post(commands, away('P21'));
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'alreadyAway', staff: 'P21' }]);
    const english = await dispatcher.send('POST', commands, away('P21'), { 'accept-language': 'en-GB,en' });
    expect((english.body as { message: string }).message).toMatch(/^[\x20-\x7e]+$/);
  });

  it('given the same id with another content, when it comes, then it is refused [CMD-2]', async () => {
    const command = away('P20');
    await dispatcher.post(commands, command);
    const answer = await dispatcher.post(commands, { ...command, staff: 'P19' });
    expect(answer.body).toMatchObject({ code: 'commandReused' });
    expect([409, 422]).toContain(answer.status);
  });

  it.each<[string, object, string]>([
    ['no id', { type: 'OpenBay', bay: 'A01' }, 'id'],
    ['an id without its age', { id: crypto.randomUUID(), type: 'OpenBay', bay: 'A01' }, 'id'],
    ['an unknown type', { id: uuidv7(), type: 'Explode' }, 'type'],
    ['a field too many', { id: uuidv7(), type: 'OpenBay', bay: 'A01', at: 1 }, 'body'],
    ['a set-up', { id: uuidv7(), type: 'SetUpShop' }, 'shop'],
    [
      'an import',
      { id: uuidv7(), type: 'ImportOrders', rows: [], applyChanges: false, renewed: { vehicles: [], persons: [] } },
      'rows',
    ],
  ])('given %s, when it is sent, then 400 malformed says where', async (_fault, command, where) => {
    const answer = await dispatcher.post(commands, command);
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'malformed', where }]);
  });

  it('given no JSON, when it is sent, then it is malformed; and more than 64 KB is too large', async () => {
    const broken = await dispatcher.send('POST', commands, undefined, { 'content-type': 'application/json' });
    expect(broken.status).toBe(400);
    const large = await dispatcher.post(commands, { id: uuidv7(), type: 'x'.repeat(70_000) });
    expect([large.status, large.body]).toMatchObject([413, { code: 'tooLarge' }]);
  });

  it('given a technician, when they close a bay, then the answer names who may [CMD-6]', async () => {
    const command = { id: uuidv7(), type: 'CloseBay', bay: 'A01', reason: 'broken', until: null };
    const answer = await technician.post(commands, command);
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'notAllowed', roles: sendersOf('CloseBay') }]);
  });

  it('given another shop, when something is asked of it, then there is none', async () => {
    const answer = await dispatcher.get('/api/v1/shops/s2/state');
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'unknownShop' }]);
  });
});

describe('state and log', () => {
  it('given a member of staff, when they ask, then the state comes with who looks', async () => {
    const { body } = await technician.get('/api/v1/shops/s1/state');
    const { viewer, state } = body as StaffSnapshot;
    expect(viewer).toEqual({ staff: 'P06', roles: ['technician'] });
    expect(Object.keys(state.bays)).toHaveLength(22);
  });

  it('given a manager, when the log is read from a version, then its entries come, chained', async () => {
    const { body } = await manager.get('/api/v1/shops/s1/log?from=1');
    const { entries } = body as { entries: LogEntry[] };
    expect(entries[0]).toMatchObject({ version: 1, by: null });
    expect(entries[1]?.previousHash).toBe(entries[0]?.hash);
    const later = (await manager.get('/api/v1/shops/s1/log?from=2&count=1')).body as { entries: LogEntry[] };
    expect(later.entries.map(({ version }) => version)).toEqual([2]);
  });

  it('given a dispatcher, when they ask for the log, then it is not theirs; a bad `from` is malformed', async () => {
    const refused = (await dispatcher.get('/api/v1/shops/s1/log?from=1')).body;
    expect(refused).toMatchObject({ code: 'notAllowed', roles: ['manager'] });
    expect((await manager.get('/api/v1/shops/s1/log?from=x')).body).toMatchObject({ code: 'malformed', where: 'from' });
  });
});

describe('displays [ACC-3]', () => {
  it('given a manager, when a display is let in, then its token is told once and kept as a hash', async () => {
    const made = await manager.post('/api/v1/shops/s1/displays', { name: '车间大屏', kind: 'wall' });
    const { display, token } = made.body as CreateDisplayAnswer;
    expect(token).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    const listed = (await manager.get('/api/v1/shops/s1/displays')).body as DisplaysAnswer;
    expect(listed.displays).toEqual([{ ...display, lastSeenAt: null }]);
    const kept = JSON.stringify(await (await redis.client()).hgetall('{s1}:auth:displays'));
    expect(kept).not.toContain(token.replaceAll('-', ''));
  });

  it('given a display, when it is shut out, then it is gone; again is no error', async () => {
    const made = await manager.post('/api/v1/shops/s1/displays', { name: '休息区', kind: 'lounge' });
    const path = `/api/v1/shops/s1/displays/${(made.body as CreateDisplayAnswer).display.id}`;
    expect([(await manager.send('DELETE', path)).status, (await manager.send('DELETE', path)).status]).toEqual([
      204, 204,
    ]);
    const listed = (await manager.get('/api/v1/shops/s1/displays')).body as DisplaysAnswer;
    expect(listed.displays.map(({ name }) => name)).not.toContain('休息区');
  });

  it('given a dispatcher, when they list or make or shut out, then it is not theirs', async () => {
    const path = '/api/v1/shops/s1/displays';
    const answers = [
      await dispatcher.get(path),
      await dispatcher.post(path, { name: 'x', kind: 'wall' }),
      await dispatcher.send('DELETE', `${path}/1`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it('given an unknown kind, when a display is made, then it is malformed', async () => {
    const answer = await manager.post('/api/v1/shops/s1/displays', { name: 'x', kind: 'phone' });
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'malformed', where: 'kind' }]);
  });
});

describe('the origin of a change [ACC-4]', () => {
  const open = (): object => ({ id: uuidv7(), type: 'OpenBay', bay: 'A01' });

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'http://example.test' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandbox', { origin: 'null' }],
    ['another site without Origin', { 'sec-fetch-site': 'cross-site' }],
  ])('given %s, when it sends a command with the cookie, then it is refused', async (_from, headers) => {
    const answer = await dispatcher.send('POST', commands, open(), headers);
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'wrongOrigin' }]);
  });

  it('given our own page, when it sends a command, then it goes on to the rules', async () => {
    const answer = await dispatcher.send('POST', commands, open(), { origin: server.url });
    expect(answer.body).toMatchObject({ code: 'bayAlreadyOpen' });
  });
});

describe('around the API', () => {
  it('given an unknown path, when it is asked, then 404 as JSON; elsewhere as text', async () => {
    const api = await manager.get('/api/v1/nothing');
    expect([api.status, api.body]).toMatchObject([404, { code: 'malformed', where: 'path' }]);
    expect((await manager.get('/nothing')).status).toBe(404);
    expect((await manager.get('/assets/')).status).toBe(404);
  });

  it('given a page on a LAN, when it is served, then scripts are our own only and nothing is upgraded to TLS', async () => {
    const policy = (await manager.get('/healthz')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' ws: wss:");
    expect(policy).not.toContain('upgrade-insecure-requests');
  });

  it('given a watcher, when it looks, then the server is alive, ready, and tells its figures to this machine', async () => {
    expect((await manager.get('/healthz')).status).toBe(200);
    expect((await manager.get('/readyz')).body).toMatchObject({ ready: true, shops: [{ id: 's1', serving: true }] });
    const metrics = await manager.get('/metrics');
    expect(metrics.body).toMatch(/zhunshi_commands_total\{type="SetAttendance",outcome="accepted"\} \d/);
    expect((await manager.send('GET', '/metrics', undefined, { 'x-forwarded-for': '10.0.0.9' })).status).toBe(404);
  });
});
