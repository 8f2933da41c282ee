import { scryptSync } from 'node:crypto';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopKeys } from '../redis/keys.ts';
import { Browser, logIn, NEW_PIN, openServer, setUpSample } from '../testing/openServer.ts';
import type { OpenServer } from '../testing/openServer.ts';
import { startRedis } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

let redis: RedisFixture;
let server: OpenServer;
let sheet: PinSheet;

beforeAll(async () => {
  redis = await startRedis();
  server = await openServer(redis);
  sheet = await setUpSample(server);
});
afterAll(async () => {
  await server.stop();
  await redis.remove();
});

const pinOf = (staff: string): string => sheet.people.find((one) => one.staff === staff)?.pin ?? '';
/** Five wrong PINs, whatever the right one is. */
const wrongPins = ['000001', '000002', '000003', '000004', '000005'];

describe('logging in [ACC-1]', () => {
  it('given a first PIN, when its person logs in by number, then they are known and must change it', async () => {
    const answer = await new Browser(server.url).post('/api/v1/session', {
      shop: 's1',
      staff: 'P29',
      pin: pinOf('P29'),
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      shop: { id: 's1', name: '准时汽车服务中心(示例)' },
      staff: { id: 'P29', name: '周光明' },
      roles: ['dispatcher'],
      mustChangePin: true,
    });
  });

  it('given a name, when it is typed exactly, then it is as good as the number', async () => {
    const answer = await new Browser(server.url).post('/api/v1/session', { staff: '李敏', pin: pinOf('P24') });
    expect(answer.body).toMatchObject({ staff: { id: 'P24' } });
  });

  it('given a log-in, when the cookie is set, then scripts cannot read it and other sites cannot use it', async () => {
    const answer = await new Browser(server.url).post('/api/v1/session', { staff: 'P23', pin: pinOf('P23') });
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^zhunshi=s1\.[\w-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain('Secure');
  });

  it('given a first PIN, when anything but changing it is asked, then it is refused with firstPin', async () => {
    const browser = new Browser(server.url);
    await browser.post('/api/v1/session', { staff: 'P25', pin: pinOf('P25') });
    const state = await browser.get('/api/v1/shops/s1/state');
    expect([state.status, state.body]).toEqual([403, { code: 'firstPin', message: expect.any(String) as string }]);
    const command = await browser.post('/api/v1/shops/s1/commands', {});
    expect(command.body).toMatchObject({ code: 'firstPin' });
  });

  it('given somebody with a PIN, when Redis is read, then it has its scrypt hash with a salt of its own, and not the PIN', async () => {
    const client = await redis.client();
    const kept = async (staff: string) =>
      JSON.parse((await client.hget(shopKeys('s1').pins, staff)) ?? '') as { pin: Record<string, string | number> };
    const { pin } = await kept('P29');
    expect(Object.keys(pin).sort()).toEqual(['N', 'hash', 'p', 'r', 'salt']);
    const cost = { N: Number(pin['N']), r: Number(pin['r']), p: Number(pin['p']) };
    const hash = scryptSync(pinOf('P29'), Buffer.from(String(pin['salt']), 'base64'), 32, cost);
    expect(pin['hash']).toBe(hash.toString('base64'));
    expect((await kept('P24')).pin['salt']).not.toBe(pin['salt']);
  });

  it('given no session, when something is asked, then it is refused with notLoggedIn', async () => {
    const answer = await new Browser(server.url).get('/api/v1/shops/s1/state');
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'notLoggedIn' }]);
  });

  it('given a made-up cookie, when something is asked, then it is refused with notLoggedIn', async () => {
    const browser = new Browser(server.url);
    for (const cookie of ['zhunshi=s1.AAAA', 'zhunshi=s1', 'zhunshi=s9.AAAA', 'zhunshi=%ff']) {
      browser.cookie = cookie;
      expect((await browser.get('/api/v1/session')).status).toBe(401);
    }
  });

  it('given another shop, when somebody logs in there, then it is refused with unknownShop', async () => {
    const answer = await new Browser(server.url).post('/api/v1/session', { shop: 's9', staff: 'P29', pin: '204817' });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'unknownShop' }]);
  });

  it('given a body without a PIN, when it is sent, then the refusal says where', async () => {
    const answer = await new Browser(server.url).post('/api/v1/session', { staff: 'P29' });
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'malformed', where: 'pin' }]);
  });
});

describe('changing the first PIN [ACC-5]', () => {
  it.each([
    ['a trivial one', '123456'],
    ['a short one', '48152'],
    ['one that is no number', 'abcdef'],
  ])('given %s, when it is chosen, then it is refused with weakPin', async (_kind, newPin) => {
    const browser = new Browser(server.url);
    await browser.post('/api/v1/session', { staff: 'P26', pin: pinOf('P26') });
    const answer = await browser.post('/api/v1/session/pin', { pin: pinOf('P26'), newPin });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'weakPin' }]);
  });

  it('given the old one, when it is chosen again, then it is refused with weakPin', async () => {
    const browser = new Browser(server.url);
    await browser.post('/api/v1/session', { staff: 'P26', pin: pinOf('P26') });
    const answer = await browser.post('/api/v1/session/pin', { pin: pinOf('P26'), newPin: pinOf('P26') });
    expect(answer.body).toMatchObject({ code: 'weakPin' });
  });

  it('given a wrong present PIN, when a new one is chosen, then it is refused with wrongPin', async () => {
    const browser = new Browser(server.url);
    await browser.post('/api/v1/session', { staff: 'P26', pin: pinOf('P26') });
    const answer = await browser.post('/api/v1/session/pin', { pin: '000001', newPin: NEW_PIN });
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'wrongPin' }]);
  });

  it('given a good one, when it is chosen, then the shop is open, and the other sessions of the person are over [ACC-6]', async () => {
    const phone = new Browser(server.url);
    await phone.post('/api/v1/session', { staff: 'P27', pin: pinOf('P27') });
    const desk = await logIn(server, sheet, 'P27');
    expect((await desk.get('/api/v1/session')).body).toMatchObject({ mustChangePin: false });
    expect((await desk.get('/api/v1/shops/s1/state')).status).toBe(200);
    expect((await phone.get('/api/v1/session')).status).toBe(401);
    const again = await new Browser(server.url).post('/api/v1/session', { staff: 'P27', pin: pinOf('P27') });
    expect(again.body).toMatchObject({ code: 'wrongPin' });
  });
});

describe('the end of a session [ACC-6]', () => {
  it('given a session, when its person logs out, then its cookie is worth nothing', async () => {
    const browser = await logIn(server, sheet, 'P28');
    const { cookie } = browser;
    expect((await browser.send('DELETE', '/api/v1/session')).status).toBe(204);
    browser.cookie = cookie;
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  it('given a session that is used, when its life is looked at, then it has 12 hours from now', async () => {
    const browser = await logIn(server, sheet, 'P30');
    const client = await redis.client();
    const keys = await client.keys('{s1}:auth:session:*');
    for (const key of keys) await client.pexpire(key, 60_000);
    await browser.get('/api/v1/session');
    const lives = await Promise.all(keys.map((key) => client.pttl(key)));
    expect(lives.filter((life) => life > 60_000)).toHaveLength(1);
    expect(Math.max(...lives)).toBeGreaterThan(12 * 3_600_000 - 60_000);
    expect(Math.max(...lives)).toBeLessThanOrEqual(12 * 3_600_000);
  });

  it('given a Redis that refuses writes, when somebody looks, then they still may', async () => {
    const browser = await logIn(server, sheet, 'P33');
    const client = await redis.client();
    await client.config('SET', 'min-replicas-to-write', '1');
    try {
      expect((await browser.get('/api/v1/shops/s1/state')).status).toBe(200);
    } finally {
      await client.config('SET', 'min-replicas-to-write', '0');
    }
  });

  it('given what Redis holds, when somebody reads it, then neither PIN nor ticket is there', async () => {
    const browser = await logIn(server, sheet, 'P31');
    const client = await redis.client();
    const ticket = browser.cookie.split('.')[1] ?? '';
    const keys = (await client.keys('*')).filter((key) => key.includes('auth') && !key.endsWith(':secret'));
    const held = [...keys];
    for (const key of keys) {
      const hash = (await client.type(key)) === 'hash';
      held.push(hash ? JSON.stringify(await client.hgetall(key)) : ((await client.get(key)) ?? ''));
    }
    expect(ticket).toHaveLength(43);
    expect(held.filter((text) => text.includes(ticket) || text.includes(`"${NEW_PIN}"`))).toEqual([]);
  });
});

describe('the lockout [ACC-2]', () => {
  it('given five wrong PINs, when the right one comes, then the person is locked for 15 minutes', async () => {
    const browser = new Browser(server.url);
    const answers = [];
    for (const pin of wrongPins) answers.push(await browser.post('/api/v1/session', { staff: 'P01', pin }));
    expect(answers.slice(0, 4).map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect([answers[4]?.status, answers[4]?.body]).toMatchObject([429, { code: 'lockedOut', minutes: 15 }]);
    const right = await browser.post('/api/v1/session', { staff: '赵文斌', pin: pinOf('P01') });
    expect([right.status, right.body]).toMatchObject([429, { code: 'lockedOut', minutes: 15 }]);
  });

  it('given somebody who does not exist, when PINs are tried, then the answers are the same', async () => {
    const browser = new Browser(server.url);
    const codes = [];
    for (const pin of [...wrongPins, '000006']) {
      const { body } = await browser.post('/api/v1/session', { staff: 'P99', pin });
      codes.push((body as { code: string }).code);
    }
    expect(codes).toEqual(['wrongPin', 'wrongPin', 'wrongPin', 'wrongPin', 'lockedOut', 'lockedOut']);
  });

  it('given four wrong PINs, when the right one comes, then the count begins anew', async () => {
    const browser = new Browser(server.url);
    for (const round of [1, 2]) {
      for (const pin of wrongPins.slice(0, 4)) await browser.post('/api/v1/session', { staff: 'P02', pin });
      const right = await browser.post('/api/v1/session', { staff: 'P02', pin: pinOf('P02') });
      expect([round, right.status]).toEqual([round, 200]);
    }
  });

  it('given many tries at once, when they are counted, then no more than five are made', async () => {
    const client = await redis.client();
    await client.del(await client.keys('zhunshi:tries:address*'));
    const tries = Array.from({ length: 12 }, (_, index) =>
      new Browser(server.url).post('/api/v1/session', { staff: 'P03', pin: String(100_200 + index) }),
    );
    const codes = (await Promise.all(tries)).map(({ body }) => (body as { code: string }).code);
    expect(codes.filter((code) => code === 'wrongPin').length).toBeLessThanOrEqual(5);
    const right = await new Browser(server.url).post('/api/v1/session', { staff: 'P03', pin: pinOf('P03') });
    expect(right.body).toMatchObject({ code: 'lockedOut' });
  });

  it('given 30 wrong PINs from one address, when anybody comes from there, then the address is locked', async () => {
    const client = await redis.client();
    await client.del(await client.keys('zhunshi:tries:address*'));
    const browser = new Browser(server.url);
    for (let person = 0; person < 8; person += 1) {
      for (const pin of wrongPins.slice(0, 4)) await browser.post('/api/v1/session', { staff: `X${person}`, pin });
    }
    const right = await browser.post('/api/v1/session', { staff: 'P32', pin: pinOf('P32') });
    expect([right.status, right.body]).toMatchObject([429, { code: 'lockedOut', minutes: 15 }]);
    await client.del(await client.keys('zhunshi:tries:address*'));
  });
});
