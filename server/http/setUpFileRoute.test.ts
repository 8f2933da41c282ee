// http/ — the set-up of a shop that runs: taken out as a file, edited, brought in again; people who come, change and go.
import type { SessionAnswer } from '@zhunshi/shared/wire/session.ts';
import type { FirstPin, SetUpAnswer, SetUpPreview } from '@zhunshi/shared/wire/setUpFile.ts';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopFile } from '../access/shopFile.ts';
import type { ServedShop } from '../shop/shop.ts';
import { Browser, connectScreen, logIn, openServer, setUpSample } from '../testing/openServer.ts';
import type { HttpAnswer, OpenServer } from '../testing/openServer.ts';
import { startRedis, until } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

let redis: RedisFixture;
let server: OpenServer;
let sheet: PinSheet;
let manager: Browser;

beforeAll(async () => {
  redis = await startRedis();
  server = await openServer(redis);
  sheet = await setUpSample(server);
  const boss = sheet.people.find(({ roles }) => roles.includes('manager'))?.staff ?? '';
  manager = await logIn(server, sheet, boss);
});
afterAll(async () => {
  await server.stop();
  await redis.remove();
});

const path = '/api/v1/shops/s1';
const shop = (): ServedShop => server.node.shops.get('s1')!;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const send = (query: string, file: Uint8Array, who = manager): Promise<HttpAnswer> =>
  who.send('POST', `${path}/set-up?${query}`, file);
const preview = async (file: unknown, removeMissing = 0): Promise<SetUpPreview> => {
  const { body } = await send(`mode=preview&removeMissing=${removeMissing}`, bytes(JSON.stringify(file)));
  return body as SetUpPreview;
};
const apply = (file: unknown, removeMissing = 0, id = uuidv7()): Promise<HttpAnswer> =>
  send(`mode=apply&removeMissing=${removeMissing}&id=${id}`, bytes(JSON.stringify(file)));
/** The present set-up, as a manager takes it out. */
const present = async (change: (file: ShopFile) => void = () => undefined): Promise<ShopFile> => {
  const file = (await manager.get(`${path}/set-up`)).body as ShopFile;
  change(file);
  return file;
};
const staffOf = (file: ShopFile) => [...file.people, ...file.teams.flatMap(({ members }) => members)];

describe('the set-up as a file', () => {
  it('given the present set-up taken out, when it is brought in as it is, then nothing changes [SET-15]', async () => {
    const { version } = shop();
    const file = await present();
    expect([file.bays.length, staffOf(file).length, file.operations.length]).toEqual([22, 35, 48]);
    expect(await preview(file, 1)).toEqual({
      source: 'shopFile',
      encoding: 'utf-8',
      differences: [],
      counts: { added: 0, changed: 0, removed: 0, missing: 0 },
      faults: [],
      refusal: null,
    });
    expect((await apply(file, 1)).body).toEqual({ version, people: [] });
    expect(shop().version).toBe(version);
  });

  it('given an edited file, when it is looked at, then each difference is told and nothing has happened [SET-13]', async () => {
    const { version } = shop();
    const file = await present((edited) => {
      edited.name = '准时二店';
      edited.bays[0]!.capacity = 2;
      edited.bays.push({ code: 'Z01', workTypes: ['quick'], capacity: 1 });
      edited.calendar = { '2027-01-01': { kind: 'holiday', windows: [] } };
      edited.people[0]!.name = '陈小东';
      edited.operations.pop();
    });
    const { differences, counts } = await preview(file);
    const gone = shop().state.shop?.operations.at(-1)?.name;
    expect(differences).toEqual([
      { what: 'basics', code: '', kind: 'changed', fields: ['name'] },
      { what: 'bay', code: file.bays[0]?.code, kind: 'changed', fields: ['capacity'] },
      { what: 'bay', code: 'Z01', kind: 'added', fields: [] },
      { what: 'day', code: '2027-01-01', kind: 'added', fields: [] },
      { what: 'staff', code: file.people[0]?.id, kind: 'changed', fields: ['name'] },
      { what: 'standardTime', code: gone, kind: 'missing', fields: [] },
    ]);
    expect(counts).toEqual({ added: 2, changed: 3, removed: 0, missing: 1 });
    expect(shop().version).toBe(version);
  });

  it('given an edited file, when it is applied, then it is one entry, and what it leaves out stays [SET-13]', async () => {
    const { version } = shop();
    const file = await present((edited) => {
      edited.onTimeTarget = 0.9;
      edited.rules = { ...edited.rules!, comebackDays: 14 };
      edited.bays.pop();
    });
    const bay = Object.keys(shop().state.bays).length;
    expect((await apply(file)).body).toMatchObject({ version: version + 1, people: [] });
    const { state } = shop();
    expect([state.shop?.onTimeTarget, state.shop?.rules.comebackDays]).toEqual([0.9, 14]);
    expect(Object.keys(state.bays).length).toBe(bay);
  });

  it('given a file that leaves a bay out, when its removal is asked for, then it goes [SET-13]', async () => {
    const file = await present((edited) => edited.bays.pop());
    const before = Object.keys(shop().state.bays);
    expect(await apply(file, 1)).toMatchObject({ status: 200 });
    expect(before.filter((code) => shop().state.bays[code] === undefined)).toHaveLength(1);
  });

  it('given a bad file, then all its faults are told with their places, and nothing happens [SET-13]', async () => {
    const { version } = shop();
    const file = await present((edited) => {
      edited.bays[3]!.workTypes = [];
      edited.operations[7]!.minutes = 0;
    });
    expect((await preview(file)).faults).toEqual([
      { line: null, where: 'bays[3].workTypes', problem: 'badValue' },
      { line: null, where: 'operations[7].minutes', problem: 'badValue' },
    ]);
    const twice = await present((edited) => (edited.people[1]!.id = edited.people[0]!.id));
    expect((await preview(twice)).faults).toEqual([{ line: null, where: 'people[1].id', problem: 'twice' }]);
    expect((await send('mode=preview', bytes('{"name": '))).body).toMatchObject({
      faults: [{ where: '.', problem: 'badJson' }],
    });
    expect(await apply(file)).toMatchObject({ status: 422, body: { code: 'badShopFile', where: 'bays[3].workTypes' } });
    expect(shop().version).toBe(version);
  });

  it('given a file that the rules refuse, when it is looked at, then they say why; applied, it is refused whole [SET-8]', async () => {
    const { version } = shop();
    const file = await present((edited) => {
      edited.name = 'x';
      for (const one of staffOf(edited)) one.roles = one.roles.map((role) => (role === 'manager' ? 'advisor' : role));
    });
    expect((await preview(file)).refusal).toEqual({ code: 'noManager' });
    expect(await apply(file)).toMatchObject({ status: 422, body: { code: 'noManager' } });
    expect(shop().version).toBe(version);
  });

  it('given a table of standard times in GB18030, when it is applied, then they are the shop’s [SET-14]', async () => {
    // 维修项目,工种,分钟 / 换油,快保,33
    const gb = 'ceacd0decfeec4bf2cb9a4d6d62cb7d6d6d30abbbbd3cd2cbfecb1a32c33330a';
    const file = Uint8Array.from(Buffer.from(gb, 'hex'));
    const looked = (await send('mode=preview', file)).body as SetUpPreview;
    expect(looked).toMatchObject({ source: 'standardTimes', encoding: 'gb18030', faults: [], refusal: null });
    expect(looked.counts).toMatchObject({ added: 1, changed: 0, removed: 0 });
    expect(await send(`mode=apply&id=${uuidv7()}`, file)).toMatchObject({ status: 200 });
    expect(shop().state.shop?.operations).toContainEqual({
      name: '换油',
      workType: 'quick',
      minutes: 33,
      unattended: false,
    });
  });

  it('given a table with a mistake, when it is applied, then the refusal says where [SET-14]', async () => {
    const file = bytes('项目,工种,分钟\n换油,快保,40\n换胎,快保,0\n');
    expect(await send(`mode=apply&id=${uuidv7()}`, file)).toMatchObject({
      status: 422,
      body: { code: 'badShopFile', where: '3: minutes' },
    });
  });

  it('given somebody who is no manager, when they take the set-up out or bring one in, then it is not theirs', async () => {
    const advisor = await logIn(server, sheet, 'P24');
    expect(await advisor.get(`${path}/set-up`)).toMatchObject({ status: 403, body: { code: 'notAllowed' } });
    expect(await send('mode=preview', bytes('{}'), advisor)).toMatchObject({ status: 403 });
  });
});

describe('people who come, change and go', () => {
  const body = { staff: 'P90', name: '林秋', roles: ['technician'], workTypes: ['quick'], team: null };
  const join = (change: object = {}, id = uuidv7()): Promise<HttpAnswer> =>
    manager.post(`${path}/people`, { id, ...body, ...change });
  const whoIs = (browser: Browser): Promise<HttpAnswer> => browser.get('/api/v1/session');
  const firstPin = (answer: HttpAnswer): string => (answer.body as SetUpAnswer).people[0]?.pin ?? '';
  const logInAs = async (pin: string, staff = 'P90'): Promise<Browser> => {
    return logIn(server, { ...sheet, people: [{ staff, name: '', roles: [], pin }] }, staff);
  };

  it('given somebody new, then they get a first PIN, told once, and their name is nowhere in the log [ACC-7]', async () => {
    const id = uuidv7();
    const joined = await join({}, id);
    const { people } = joined.body as SetUpAnswer;
    expect(people).toEqual([
      { staff: 'P90', name: '林秋', roles: ['technician'], pin: expect.stringMatching(/^\d{6}$/) as string },
    ]);
    expect((await join({}, id)).body).toEqual(joined.body);
    expect(await join({ name: '别人' }, id)).toMatchObject({ status: 422, body: { code: 'commandReused' } });
    const technician = await logInAs(firstPin(joined));
    expect((await whoIs(technician)).body).toMatchObject({ staff: { id: 'P90', name: '林秋' }, mustChangePin: false });
    expect((await join()).body).toMatchObject({ people: [] });
    expect(JSON.stringify(await (await redis.client()).xrange('{s1}:log', '-', '+'))).not.toContain('林秋');
  });

  it('given a file with somebody new in it, when it is applied, then they get a first PIN too [ACC-7]', async () => {
    const file = await present((edited) => edited.people.push({ id: 'P91', name: '何夕', roles: ['washer'] }));
    expect((await apply(file)).body).toMatchObject({ people: [{ staff: 'P91', name: '何夕', roles: ['washer'] }] });
    expect(shop().state.staff['P91']?.workTypes).toEqual(['wash']);
  });

  it('given a command that brings somebody new, then it does not come that way: they would have no PIN [ACC-7]', async () => {
    const member = { id: 'P92', roles: ['technician'], workTypes: [], team: null };
    const command = { id: uuidv7(), type: 'ChangeSetUp', changes: [{ kind: 'saveStaff', member }] };
    expect(await manager.post(`${path}/commands`, command)).toMatchObject({
      status: 400,
      body: { code: 'malformed', where: 'changes.0' },
    });
  });

  it('given other roles, then what they may do is other at once, and their screens are cut [ACC-8]', async () => {
    const pin = (await manager.post(`${path}/people/P90/pin`, {})).body as FirstPin;
    const browser = await logInAs(pin.pin);
    const screen = connectScreen(server, '/staff', { cookie: browser.cookie });
    await screen.first('snapshot');
    await join({ roles: ['manager'] });
    await screen.first('disconnect');
    expect((await whoIs(browser)).body as SessionAnswer).toMatchObject({ roles: ['manager'] });
    expect(await browser.get(`${path}/set-up`)).toMatchObject({ status: 200 });
    await join({ roles: ['technician'] });
    expect(await browser.get(`${path}/set-up`)).toMatchObject({ status: 403 });
    screen.socket.disconnect();
  });

  it('given other roles by a command, then a console that is open still may only what they may now [ACC-8]', async () => {
    await join({ roles: ['manager'] });
    const pin = (await manager.post(`${path}/people/P90/pin`, {})).body as FirstPin;
    const screen = connectScreen(server, '/staff', { cookie: (await logInAs(pin.pin)).cookie });
    await screen.first('snapshot');
    const member = { id: 'P90', roles: ['technician'], workTypes: ['quick'], team: null };
    const command = { id: uuidv7(), type: 'ChangeSetUp', changes: [{ kind: 'saveStaff', member }] };
    expect(await manager.post(`${path}/commands`, command)).toMatchObject({ status: 200 });
    const holiday = { id: uuidv7(), type: 'SetDayHours', day: '2027-01-01', hours: { kind: 'holiday', windows: [] } };
    expect(await screen.command(holiday)).toMatchObject({ ok: false, status: 403, refusal: { code: 'notAllowed' } });
    screen.socket.disconnect();
  });

  it('given a new first PIN, then the old one and all sessions are over, and a lock is too [ACC-9]', async () => {
    const first = (await manager.post(`${path}/people/P90/pin`, {})).body as FirstPin;
    const browser = await logInAs(first.pin);
    const guess = (pin: string): Promise<HttpAnswer> =>
      new Browser(server.url).post('/api/v1/session', { staff: 'P90', pin });
    for (let tries = 0; tries < 5; tries += 1) await guess('000001');
    expect(await guess('000001')).toMatchObject({ status: 429 });
    const { pin } = (await manager.post(`${path}/people/P90/pin`, {})).body as FirstPin;
    expect(await whoIs(browser)).toMatchObject({ status: 401 });
    expect(await guess(first.pin)).toMatchObject({ status: 401, body: { code: 'wrongPin' } });
    expect(await guess(pin)).toMatchObject({ status: 200, body: { mustChangePin: true } });
    expect(await manager.post(`${path}/people/P99/pin`, {})).toMatchObject({
      status: 422,
      body: { code: 'unknownStaff' },
    });
  });

  it('given somebody who goes, then their session and screens are over, for good even if the number is given again [ACC-8]', async () => {
    const { pin } = (await manager.post(`${path}/people/P90/pin`, {})).body as FirstPin;
    const browser = await logInAs(pin);
    const screen = connectScreen(server, '/staff', { cookie: browser.cookie });
    await screen.first('snapshot');
    expect(await manager.send('DELETE', `${path}/people/P90?id=${uuidv7()}`)).toMatchObject({ status: 200 });
    await screen.first('disconnect');
    expect(await whoIs(browser)).toMatchObject({ status: 401 });
    expect(await manager.send('DELETE', `${path}/people/P90?id=${uuidv7()}`)).toMatchObject({
      status: 422,
      body: { code: 'unknownStaff' },
    });
    await join({ name: '新人' });
    expect(await whoIs(browser)).toMatchObject({ status: 401 });
    screen.socket.disconnect();
  });

  it('given a new name, then views have it, and the log does not [PRV-1]', async () => {
    await join({ name: '改名' });
    await until(() => shop().directory.staff['P90']?.name === '改名', 'the name');
    const { events } = (await shop().readLog(shop().version, 1))[0]!;
    expect(events).toEqual([{ type: 'DirectoryRenewed', vehicles: [], persons: [], staff: ['P90'] }]);
  });

  it('given an advisor, when they give somebody a PIN, then it is not theirs', async () => {
    const advisor = await logIn(server, sheet, 'P25');
    expect(await advisor.post(`${path}/people/P90/pin`, {})).toMatchObject({ status: 403 });
  });
});
