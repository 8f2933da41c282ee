import { plainWall } from '@zhunshi/shared/wire/displays.ts';
import type { CreateDisplayAnswer, DisplayKind } from '@zhunshi/shared/wire/displays.ts';
import type { StaffEvents, StaffSnapshot } from '@zhunshi/shared/wire/protocol.ts';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Browser, connectScreen, logIn, openServer, setUpSample } from '../testing/openServer.ts';
import type { Credentials, OpenServer, TestScreen } from '../testing/openServer.ts';
import { startRedis } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

let redis: RedisFixture;
let server: OpenServer;
let sheet: PinSheet;
let manager: Browser;
const screens: TestScreen[] = [];

beforeAll(async () => {
  redis = await startRedis();
  server = await openServer(redis);
  sheet = await setUpSample(server);
  manager = await logIn(server, sheet, 'P35');
});
afterEach(() => {
  for (const { socket } of screens.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await server.stop();
  await redis.remove();
});

function connect(namespace: string, credentials: Credentials): TestScreen {
  const screen = connectScreen(server, namespace, credentials);
  screens.push(screen);
  return screen;
}

async function letIn(kind: DisplayKind): Promise<CreateDisplayAnswer> {
  const { body } = await manager.post('/api/v1/shops/s1/displays', { name: `屏 ${kind}`, kind });
  return body as CreateDisplayAnswer;
}

describe('what is chosen for a wall [DSPL-2]', () => {
  it('given a wall that is connected, when its layout is changed, then it hears so at once, and again when it comes back', async () => {
    const { display, token } = await letIn('wall');
    const screen = connect('/wall', { auth: { token } });
    expect(await screen.first('display')).toEqual({ id: display.id, name: '屏 wall', wall: plainWall, lounge: null });
    const wall = { layout: 'promises', language: 'en' };
    const path = `/api/v1/shops/s1/displays/${display.id}`;
    expect((await manager.post(path, { wall })).body).toMatchObject({ id: display.id, name: '屏 wall', wall });
    await expect.poll(() => screen.got.findLast(({ event }) => event === 'display')?.content).toMatchObject({ wall });
    expect(await connect('/wall', { auth: { token } }).first('display')).toMatchObject({ wall });
    expect((await manager.post(path, { wall: { layout: 'clock', language: 'en' } })).status).toBe(400);
    expect((await manager.post(`${path}0`, { name: '南墙' })).status).toBe(404);
  });
});

describe('staff on the socket [ACC-1]', () => {
  it('given a session, when its console connects, then it gets the whole of the shop and the clock', async () => {
    const screen = connect('/staff', { cookie: manager.cookie, origin: server.url });
    const snapshot = (await screen.first('snapshot')) as StaffSnapshot;
    expect(snapshot.viewer).toEqual({ staff: 'P35', roles: ['manager'] });
    expect(Object.keys(snapshot.state.bays)).toHaveLength(22);
    expect(await screen.first('clock')).toMatchObject({ speed: 1 });
  });

  it.each<[string, () => Credentials]>([
    ['no cookie', () => ({})],
    ['a made-up cookie', () => ({ cookie: 'zhunshi=s1.AAAA' })],
    ['the session of another shop', () => ({ cookie: manager.cookie, auth: { shop: 's2' } })],
  ])('given %s, when a console connects, then it is unauthorized and gets nothing', async (_fault, credentials) => {
    const screen = connect('/staff', credentials());
    expect(await screen.first('connect_error')).toBe('unauthorized');
    expect(screen.got).toHaveLength(1);
  });

  it('given a first PIN, when the console connects, then it has to be changed first', async () => {
    const browser = new Browser(server.url);
    const pin = sheet.people.find(({ staff }) => staff === 'P23')?.pin;
    await browser.post('/api/v1/session', { staff: 'P23', pin });
    expect(await connect('/staff', { cookie: browser.cookie }).first('connect_error')).toBe('firstPin');
  });

  it('given another site, when it connects with the cookie, then it is refused [ACC-4]', async () => {
    const screen = connect('/staff', { cookie: manager.cookie, origin: 'http://example.test' });
    expect(await screen.first('connect_error')).not.toBe('unauthorized');
    expect(screen.got.map(({ event }) => event)).toEqual(['connect_error']);
  });

  it.each([{ protocol: 0 }, { fold: 99 }])(
    'given an old page with %j, when it connects, then it reloads [WIRE-5]',
    async (auth) => {
      const screen = connect('/staff', { cookie: manager.cookie, auth });
      expect(await screen.first('dismiss')).toBe('reload');
      await screen.first('disconnect');
      expect(screen.got.map(({ event }) => event)).toEqual(['connect', 'dismiss', 'disconnect']);
    },
  );

  it('given a session, when its person logs out, then its console is cut', async () => {
    const browser = await logIn(server, sheet, 'P24');
    const screen = connect('/staff', { cookie: browser.cookie });
    await screen.first('snapshot');
    await browser.send('DELETE', '/api/v1/session');
    expect(await screen.first('dismiss')).toBe('login');
    await screen.first('disconnect');
  });
});

describe('commands on the socket [CMD-1] [CMD-6]', () => {
  const away = (): object => ({ id: uuidv7(), type: 'SetAttendance', staff: 'P22', present: false });

  it('given a command, when it is accepted, then the answer has its version, and the events come too', async () => {
    const screen = connect('/staff', { cookie: manager.cookie });
    const { version } = (await screen.first('snapshot')) as StaffSnapshot;
    const answer = await screen.command(away());
    expect(answer).toEqual({
      ok: true,
      version: version + 1,
      events: [{ type: 'AttendanceChanged', staff: 'P22', present: false }],
    });
    const { entries } = (await screen.first('events')) as StaffEvents;
    expect(entries[0]).toMatchObject({ version: version + 1, by: 'P35' });
  });

  it('given a refusal, when it is answered, then with its status and code', async () => {
    const screen = connect('/staff', { cookie: manager.cookie });
    await screen.first('snapshot');
    expect(await screen.command(away())).toEqual({
      ok: false,
      status: 422,
      refusal: { code: 'alreadyAway', staff: 'P22' },
    });
    expect(await screen.command({ type: 'x' })).toMatchObject({ ok: false, status: 400 });
    expect(await screen.command(null)).toMatchObject({ ok: false, status: 400, refusal: { where: 'body' } });
  });

  it('given a technician, when they send what is not theirs, then notAllowed', async () => {
    const browser = await logIn(server, sheet, 'P06');
    const screen = connect('/staff', { cookie: browser.cookie });
    await screen.first('snapshot');
    expect(await screen.command(away())).toMatchObject({ status: 403, refusal: { code: 'notAllowed' } });
  });

  it('given 200 commands at once, when they are answered, then those beyond 50 were too fast and the rest decided', async () => {
    const screen = connect('/staff', { cookie: manager.cookie });
    await screen.first('snapshot');
    const answers = await Promise.all(Array.from({ length: 200 }, () => screen.command(away())));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code));
    expect(new Set(codes)).toEqual(new Set(['alreadyAway', 'tooFast']));
    expect(codes.filter((code) => code === 'alreadyAway').length).toBeGreaterThanOrEqual(50);
  });

  it('given a page that asks to begin anew, when it resyncs, then it gets a snapshot again', async () => {
    const screen = connect('/staff', { cookie: manager.cookie });
    await screen.first('snapshot');
    screen.got.length = 0;
    screen.socket.emit('resync');
    expect(await screen.first('snapshot')).toMatchObject({ viewer: { staff: 'P35' } });
  });

  it('given a message of more than 64 KB, when it is sent, then the connection ends', async () => {
    const screen = connect('/staff', { cookie: manager.cookie });
    await screen.first('snapshot');
    screen.socket.emit('command', { type: 'x'.repeat(70_000) }, () => undefined);
    await screen.first('disconnect');
  });
});

describe('displays on the socket [ACC-3]', () => {
  it.each(['wall', 'lounge'] as const)(
    'given a token for the %s, when it connects, then it gets its board',
    async (kind) => {
      const { token } = await letIn(kind);
      const screen = connect(`/${kind}`, { auth: { token: token.toLowerCase().replaceAll('-', ' ') } });
      expect(await screen.first('snapshot')).toMatchObject({ rows: expect.any(Array) as unknown[] });
    },
  );

  it.each<[string, string, (token: string) => Credentials]>([
    ['no token', '/wall', () => ({})],
    ['a made-up token', '/wall', () => ({ auth: { token: 'ABCDE-FGHJK-MNPQR-STVWX' } })],
    ['a wall’s token', '/lounge', (token) => ({ auth: { token } })],
    ['a wall’s token', '/staff', (token) => ({ auth: { token } })],
    ['the token in another shop', '/wall', (token) => ({ auth: { token, shop: 's2' } })],
  ])('given %s, when it connects to %s, then it is unauthorized', async (_fault, namespace, credentials) => {
    const { token } = await letIn('wall');
    expect(await connect(namespace, credentials(token)).first('connect_error')).toBe('unauthorized');
  });

  it('given a session of the staff, when it connects to the wall without a token, then it is unauthorized', async () => {
    const screen = connect('/wall', { cookie: manager.cookie });
    expect(await screen.first('connect_error')).toBe('unauthorized');
  });

  it('given a display, when a manager shuts it out, then its screen is cut and does not come back', async () => {
    const { display, token } = await letIn('wall');
    const screen = connect('/wall', { auth: { token } });
    await screen.first('snapshot');
    await manager.send('DELETE', `/api/v1/shops/s1/displays/${display.id}`);
    expect(await screen.first('dismiss')).toBe('token');
    await screen.first('disconnect');
    expect(await connect('/wall', { auth: { token } }).first('connect_error')).toBe('unauthorized');
  });

  it('given a display that connects, when a manager looks, then it was seen', async () => {
    const { display, token } = await letIn('lounge');
    await connect('/lounge', { auth: { token } }).first('snapshot');
    const { body } = await manager.get('/api/v1/shops/s1/displays');
    const found = (body as { displays: { id: string; lastSeenAt: number | null }[] }).displays.find(
      ({ id }) => id === display.id,
    );
    expect(found?.lastSeenAt).toBeGreaterThan(0);
  });

  it('given the wall, when it sends a command, then nobody listens', async () => {
    const { token } = await letIn('wall');
    const screen = connect('/wall', { auth: { token } });
    await screen.first('snapshot');
    const { version } = server.node.shops.get('s1')!;
    screen.socket.emit('command', { id: uuidv7(), type: 'CloseBay', bay: 'A01', reason: 'broken', until: null });
    screen.got.length = 0;
    screen.socket.emit('resync');
    await screen.first('snapshot');
    expect(server.node.shops.get('s1')?.version).toBe(version);
  });
});

describe('a server that stops', () => {
  it('given a console, when the server stops, then it has lost its connection, and may come back by itself', async () => {
    const screen = connect('/staff', { cookie: manager.cookie });
    await screen.first('snapshot');
    const reason = new Promise((tell) => screen.socket.once('disconnect', tell));
    await server.stop();
    expect(await reason).toBe('transport close');
    server = await openServer(redis);
    expect(await connect('/staff', { cookie: manager.cookie }).first('snapshot')).toMatchObject({
      viewer: { staff: 'P35' },
    });
  });
});
