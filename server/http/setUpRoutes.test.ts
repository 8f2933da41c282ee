import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleShopFile } from '../access/sample.ts';
import { Browser, openServer } from '../testing/openServer.ts';
import type { OpenServer } from '../testing/openServer.ts';
import { startRedis, until } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

let redis: RedisFixture;
let server: OpenServer;
let browser: Browser;

beforeEach(async () => {
  redis = await startRedis();
  server = await openServer(redis);
  browser = new Browser(server.url);
});
afterEach(async () => {
  await server.stop();
  await redis.remove();
});

const sample = (over: object = {}): object => ({
  id: uuidv7(),
  code: server.setUpCode,
  source: { kind: 'sample' },
  ...over,
});

describe('the first start [SET-6]', () => {
  it('given no shop, when a browser asks, then set-up is needed and nobody can log in', async () => {
    expect((await browser.get('/api/v1/setup')).body).toEqual({ needed: true });
    const login = await browser.post('/api/v1/session', { staff: 'P35', pin: '204817' });
    expect([login.status, login.body]).toMatchObject([409, { code: 'notSetUp' }]);
  });

  it('given the printed code, when it is typed in small letters without its dash, then it is right', async () => {
    const typed = server.setUpCode.replace('-', ' ').toLowerCase();
    expect((await browser.post('/api/v1/setup/check', { code: typed })).status).toBe(204);
  });

  it('given the code, when Redis is read, then only its hash is there', async () => {
    const client = await redis.client();
    const kept = await client.get('zhunshi:setup:code');
    expect(kept).toContain('codeHash');
    expect(kept).not.toContain(server.setUpCode.replace('-', ''));
  });

  it('given five wrong codes, when the right one comes, then it has to wait', async () => {
    const codes = [];
    for (let index = 0; index < 5; index += 1) {
      const { body } = await browser.post('/api/v1/setup/check', { code: `WRNG-000${index}` });
      codes.push((body as { code: string }).code);
    }
    expect(codes).toEqual(['wrongSetUpCode', 'wrongSetUpCode', 'wrongSetUpCode', 'wrongSetUpCode', 'lockedOut']);
    const right = await browser.post('/api/v1/setup', sample());
    expect([right.status, right.body]).toMatchObject([429, { code: 'lockedOut', minutes: 15 }]);
  });

  it('given a restart before set-up, when the old code comes, then only the new one is right', async () => {
    const old = server.setUpCode;
    await server.stop();
    server = await openServer(redis);
    browser = new Browser(server.url);
    const answer = await browser.post('/api/v1/setup/check', { code: old });
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'wrongSetUpCode' }]);
    expect((await browser.post('/api/v1/setup/check', { code: server.setUpCode })).status).toBe(204);
  });
});

describe('setting up [SET-5]', () => {
  it('given the sample, when it is chosen, then everybody has a first PIN of their own', async () => {
    const answer = await browser.post('/api/v1/setup', sample());
    const sheet = answer.body as PinSheet;
    expect(sheet.shop).toEqual({ id: 's1', name: '准时汽车服务中心(示例)' });
    expect(sheet.people).toHaveLength(35);
    expect(new Set(sheet.people.map(({ pin }) => pin)).size).toBe(35);
    expect(sheet.people[0]).toMatchObject({ staff: 'P01', name: '赵文斌', roles: ['technician', 'teamLeader'] });
    expect((await browser.get('/api/v1/setup')).body).toEqual({ needed: false });
  });

  it('given a shop file, when it is sent, then its shop is set up', async () => {
    const shopFile = { ...((await sampleShopFile()) as object), name: '城东汽修' };
    const answer = await browser.post('/api/v1/setup', sample({ source: { kind: 'file', shopFile } }));
    expect(answer.body).toMatchObject({ shop: { name: '城东汽修' } });
  });

  it.each<[string, object, object]>([
    ['a bay without code', { bays: [{ workTypes: ['quick'] }] }, { code: 'badShopFile', where: 'bays[0].code' }],
    ['an unknown zone', { timeZone: 'Asia/Nowhere' }, { code: 'unknownTimeZone', timeZone: 'Asia/Nowhere' }],
    ['nobody to manage', { people: [] }, { code: 'noManager' }],
    [
      'a bay twice',
      {
        bays: [
          { code: 'A01', workTypes: ['quick'] },
          { code: 'A01', workTypes: ['quick'] },
        ],
      },
      { code: 'duplicateCode', value: 'A01' },
    ],
  ])(
    'given a file with %s, when it is sent, then it is refused, and nothing of it is written [SET-4]',
    async (_fault, fault, refusal) => {
      const client = await redis.client();
      const ofShops = async () => (await client.keys('*')).filter((key) => /s1|shops/.test(key));
      const shopFile = { ...((await sampleShopFile()) as object), ...fault };
      const answer = await browser.post('/api/v1/setup', sample({ source: { kind: 'file', shopFile } }));
      expect([answer.status, answer.body]).toMatchObject([422, refusal]);
      expect((await browser.get('/api/v1/setup')).body).toEqual({ needed: true });
      expect(await ofShops()).toEqual([]);
      // The search finds what is written, so that its silence means something.
      expect((await browser.post('/api/v1/setup', sample())).status).toBe(200);
      expect(await ofShops()).not.toEqual([]);
    },
  );

  it('given a garage, when its few questions are answered, then its boss can log in', async () => {
    const answers = {
      name: '小王修车',
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN',
      bays: 3,
      people: [{ name: '王小明', roles: ['manager', 'dispatcher', 'advisor', 'technician'] }],
      hours: { weekdays: [['08:30', '18:00']], saturday: [], sunday: [] },
    };
    const answer = await browser.post('/api/v1/setup', sample({ source: { kind: 'garage', answers } }));
    const { people } = answer.body as PinSheet;
    await until(() => server.node.shops.get('s1')?.directory.staff['P01'] !== undefined);
    const login = await browser.post('/api/v1/session', { staff: '王小明', pin: people[0]?.pin });
    expect([login.status, login.body]).toMatchObject([200, { shop: { name: '小王修车' } }]);
  });

  it('given a lost answer, when the same request comes again, then it gets the same sheet', async () => {
    const request = sample();
    const first = await browser.post('/api/v1/setup', request);
    expect((await browser.post('/api/v1/setup', request)).body).toEqual(first.body);
  });

  it('given a shop, when it is set up again, then it is refused', async () => {
    await browser.post('/api/v1/setup', sample());
    const again = await browser.post('/api/v1/setup', sample());
    expect([again.status, again.body]).toMatchObject([409, { code: 'alreadySetUp' }]);
  });

  it('given a wrong code, when a shop is sent, then there is none', async () => {
    const answer = await browser.post('/api/v1/setup', sample({ code: 'AAAA-AAAA' }));
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'wrongSetUpCode' }]);
    expect((await browser.get('/api/v1/setup')).body).toEqual({ needed: true });
  });
});

describe("the manager's first PIN [SET-5]", () => {
  it('given MANAGER_PIN, when the shop is set up, then it is that, and it is not printed', async () => {
    await server.stop();
    server = await openServer(redis, { MANAGER_PIN: '860914' });
    expect(server.announcement.join('\n')).not.toContain('860914');
    await new Browser(server.url).post('/api/v1/setup', sample());
    const login = await new Browser(server.url).post('/api/v1/session', { staff: 'P35', pin: '860914' });
    expect(login.body).toMatchObject({ roles: ['manager'], mustChangePin: true });
  });

  it('given none, when the server starts, then one is printed, and it is on the sheet', async () => {
    const printed = /\d{6}/.exec(server.announcement.at(-1) ?? '')?.[0];
    const { people } = (await browser.post('/api/v1/setup', sample())).body as PinSheet;
    expect(people.find(({ staff }) => staff === 'P35')?.pin).toBe(printed);
  });

  it('given a shop that is set up, when the server starts again, then nothing secret is printed', async () => {
    await browser.post('/api/v1/setup', sample());
    await server.stop();
    server = await openServer(redis);
    expect([server.setUpCode, /\d/.test(server.announcement.join(''))]).toEqual(['', false]);
  });
});
