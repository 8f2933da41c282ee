// http/ — pairing as a screen and a manager see it, over a whole server.
import type { Display, DisplaysAnswer } from '@zhunshi/shared/wire/displays.ts';
import { codeInGroups } from '@zhunshi/shared/wire/pairing.ts';
import type { PairingBegun, PairingState } from '@zhunshi/shared/wire/pairing.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Browser, connectScreen, logIn, openServer, setUpSample } from '../testing/openServer.ts';
import type { HttpAnswer, OpenServer } from '../testing/openServer.ts';
import { startRedis } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

const PAIRINGS = '/api/v1/pairings';
const DISPLAYS = '/api/v1/shops/s1/displays';
let redis: RedisFixture;
let server: OpenServer;
let manager: Browser;
let dispatcher: Browser;

beforeAll(async () => {
  redis = await startRedis();
  server = await openServer(redis);
  const sheet = await setUpSample(server);
  manager = await logIn(server, sheet, 'P35');
  dispatcher = await logIn(server, sheet, 'P29');
});
beforeEach(forgetTries);
afterEach(forgetTries);
afterAll(async () => {
  await server.stop();
  await redis.remove();
});

async function forgetTries(): Promise<void> {
  const client = await redis.client();
  for (const key of await client.keys('*pairing*')) await client.del(key);
}

/** A TV that has no token. */
class Television {
  readonly #browser: Browser;
  shown: PairingBegun = { code: '', secret: '', expiresInMs: 0 };

  constructor(url: string) {
    this.#browser = new Browser(url);
  }

  #ask(method: string): Promise<HttpAnswer> {
    const { secret } = this.shown;
    return this.#browser.send(method, PAIRINGS, undefined, secret === '' ? {} : { authorization: `Pairing ${secret}` });
  }
  async begin(): Promise<number> {
    const { status, body } = await this.#ask('POST');
    if (status === 200) this.shown = body as PairingBegun;
    return status;
  }
  async look(): Promise<PairingState | number> {
    const { status, body } = await this.#ask('GET');
    return status === 200 ? (body as PairingState) : status;
  }
}

async function turnedOn(url = server.url): Promise<Television> {
  const tv = new Television(url);
  expect(await tv.begin()).toBe(200);
  return tv;
}

const pair = (code: string, more: object = {}, by = manager) =>
  by.post(`${DISPLAYS}/pair`, { code, name: '休息区', kind: 'lounge', ...more });

describe('a screen that shows a code [PAIR-1]', () => {
  it('given a code, when a manager types it small and with a dash, then the screen gets its token, and the token opens its board', async () => {
    const tv = await turnedOn();
    expect(tv.shown.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(await tv.look()).toMatchObject({ paired: false });
    const lounge = { inset: 2, turned: true, leds: false };
    const made = await pair(codeInGroups(tv.shown.code).toLowerCase(), { lounge });
    expect([made.status, made.body]).toMatchObject([200, { name: '休息区', kind: 'lounge', lounge, wall: null }]);
    const state = await tv.look();
    if (typeof state === 'number' || !state.paired) throw new Error('it is not paired');
    expect(state).toMatchObject({ kind: 'lounge', shop: 's1' });
    const screen = connectScreen(server, '/lounge', { auth: { token: state.token, shop: state.shop } });
    expect(await screen.first('display')).toMatchObject({ name: '休息区', lounge });
    screen.socket.disconnect();
  });

  it('given an answer that was lost, when the screen asks again, then it gets the same token, and after it is shut out none', async () => {
    const tv = await turnedOn();
    const { id } = (await pair(tv.shown.code)).body as Display;
    const state = await tv.look();
    expect(await tv.look()).toEqual(state);
    await manager.send('DELETE', `${DISPLAYS}/${id}`);
    expect(await tv.look()).toBe(404);
  });

  it('given a code, when it was typed once, then it is worth nothing any more [PAIR-2]', async () => {
    const tv = await turnedOn();
    expect((await pair(tv.shown.code)).status).toBe(200);
    expect(await pair(tv.shown.code)).toMatchObject({ status: 404, body: { code: 'wrongPairingCode' } });
  });

  it('given a code of ten minutes ago, when it is typed or asked about, then it is over [PAIR-2]', async () => {
    const tv = await turnedOn();
    server.clock.advanceReal(599_000);
    expect(await tv.look()).toMatchObject({ paired: false });
    server.clock.advanceReal(2_000);
    expect(await tv.look()).toBe(404);
    expect((await pair(tv.shown.code)).status).toBe(404);
  });

  it('given a screen that takes a new code, then the old one is over [PAIR-2]', async () => {
    const tv = await turnedOn();
    const old = tv.shown.code;
    await tv.begin();
    expect(tv.shown.code).not.toBe(old);
    expect((await pair(old)).status).toBe(404);
    expect((await pair(tv.shown.code)).status).toBe(200);
  });

  it('given codes and secrets, when Redis is read, then it holds neither, nor the token', async () => {
    const tv = await turnedOn();
    const client = await redis.client();
    const kept = async (): Promise<string> => {
      const keys = await client.keys('*');
      const texts = await Promise.all(
        keys.map(async (key) => {
          const type = await client.type(key);
          if (type === 'string') return client.get(key);
          return JSON.stringify(type === 'hash' ? await client.hgetall(key) : '');
        }),
      );
      return [...keys, ...texts].join('\n');
    };
    const before = await kept();
    expect([before.includes(tv.shown.code), before.includes(tv.shown.secret)]).toEqual([false, false]);
    await pair(tv.shown.code);
    const state = await tv.look();
    const token = typeof state !== 'number' && state.paired ? state.token : '';
    const after = await kept();
    expect(token).not.toBe('');
    expect([after.includes(token), after.includes(token.replaceAll('-', ''))]).toEqual([false, false]);
  });
});

describe('who may, and how often [PAIR-2]', () => {
  it('given nobody logged in, or a dispatcher, when they type a code, then it is refused and the code still good', async () => {
    const tv = await turnedOn();
    expect((await pair(tv.shown.code, {}, new Browser(server.url))).status).toBe(401);
    expect((await pair(tv.shown.code, {}, dispatcher)).status).toBe(403);
    expect((await pair(tv.shown.code)).status).toBe(200);
  });

  it('given ten wrong codes, when a right one is typed, then its person is locked out; their other work goes on', async () => {
    const tv = await turnedOn();
    const statuses: number[] = [];
    for (let tries = 0; tries < 10; tries += 1) statuses.push((await pair('00000000')).status);
    expect(statuses).toEqual([...Array.from({ length: 9 }, () => 404), 429]);
    expect(await pair(tv.shown.code)).toMatchObject({ status: 429, body: { code: 'lockedOut' } });
    expect((await manager.get(DISPLAYS)).status).toBe(200);
  });

  it('given one address, when it asks for ever more codes, then it is held back; the screens that wait are not', async () => {
    const tv = await turnedOn();
    const statuses: number[] = [];
    for (let tries = 0; tries < 60; tries += 1) statuses.push(await new Television(server.url).begin());
    expect(statuses.slice(0, 59)).toEqual(Array.from({ length: 59 }, () => 200));
    expect(statuses[59]).toBe(429);
    expect(await tv.look()).toMatchObject({ paired: false });
  });

  it('given 200 screens that wait, when another one asks, then it is told to come again, and gets a code once one has gone', async () => {
    const client = await redis.client();
    const later = server.clock.real() + 300_000;
    await client.zadd(
      '{zhunshi:pairing}:waiting',
      ...Array.from({ length: 200 }, (_, at) => [later, `other${at}`]).flat(),
    );
    const tv = new Television(server.url);
    expect(await tv.begin()).toBe(503);
    await client.zrem('{zhunshi:pairing}:waiting', 'other7');
    expect(await tv.begin()).toBe(200);
  });

  it('given a page of another site, when it asks for a code, then it is refused [ACC-4]', async () => {
    const foreign = await new Browser(server.url).send('POST', PAIRINGS, undefined, { origin: 'http://example.test' });
    expect(foreign.status).toBe(403);
  });
});

describe('the care of displays', () => {
  it('given a screen that is on, when it says what it shows, then the list has it; asked and shut out it follows [DSPL-4] [DSPL-5]', async () => {
    const tv = await turnedOn();
    const { id } = (await pair(tv.shown.code)).body as Display;
    const state = await tv.look();
    const token = typeof state !== 'number' && state.paired ? state.token : '';
    const screen = connectScreen(server, '/lounge', { auth: { token } });
    await screen.first('display');
    const page = { version: '0.1.0-abc', width: 1920, height: 1080, shows: 'landscape' };
    screen.socket.emit('here', { ...page, width: 'wide' });
    screen.socket.emit('here', page);
    const listed = async () =>
      ((await manager.get(DISPLAYS)).body as DisplaysAnswer).displays.find((one) => one.id === id);
    await expect.poll(listed).toMatchObject({ online: true, page });
    expect((await manager.post(`${DISPLAYS}/${id}/identify`, {})).status).toBe(204);
    await screen.first('identify');
    expect((await manager.post(`${DISPLAYS}/${id}/reload`, {})).status).toBe(204);
    await screen.first('reload');
    expect((await manager.post(`${DISPLAYS}/0/reload`, {})).status).toBe(404);
    expect((await dispatcher.post(`${DISPLAYS}/${id}/reload`, {})).status).toBe(403);
    await manager.send('DELETE', `${DISPLAYS}/${id}`);
    expect(await screen.first('dismiss')).toBe('token');
    await screen.first('disconnect');
  });
});

describe('given two servers on one Redis', () => {
  let other: OpenServer;
  beforeAll(async () => {
    other = await openServer(redis);
    // Both go by the clock of Redis: what was waited for on the one has passed on the other.
    other.clock.advanceReal(server.clock.real() - other.clock.real());
  });
  afterAll(() => other.stop());

  it('when a screen of the one is paired, asked, renamed and shut out at the other, then it follows by itself [PAIR-1] [DSPL-5]', async () => {
    const tv = await turnedOn(other.url);
    const { id } = (await pair(tv.shown.code, { name: '二楼' })).body as Display;
    const state = await tv.look();
    const token = typeof state !== 'number' && state.paired ? state.token : '';
    const screen = connectScreen(other, '/lounge', { auth: { token } });
    expect(await screen.first('display')).toMatchObject({ name: '二楼' });
    await manager.post(`${DISPLAYS}/${id}/identify`, {});
    await screen.first('identify');
    await manager.post(`${DISPLAYS}/${id}`, { name: '三楼' });
    await expect
      .poll(() => screen.got.findLast(({ event }) => event === 'display')?.content)
      .toMatchObject({ name: '三楼' });
    await manager.send('DELETE', `${DISPLAYS}/${id}`);
    expect(await screen.first('dismiss')).toBe('token');
  });
});
