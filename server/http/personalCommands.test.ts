// http/ — commands that carry personal data, over HTTP and sockets, against a real Redis.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { StaffSnapshot } from '@zhunshi/shared/wire/protocol.ts';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopKeys } from '../redis/keys.ts';
import type { ServedShop } from '../shop/shop.ts';
import { connectScreen, logIn, openServer, SAMPLE_MORNING, setUpSample } from '../testing/openServer.ts';
import type { Browser, OpenServer } from '../testing/openServer.ts';
import { startRedis, until } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

let redis: RedisFixture;
let server: OpenServer;
let shop: ServedShop;
let advisor: Browser;
let technician: Browser;

beforeAll(async () => {
  redis = await startRedis();
  server = await openServer(redis);
  const sheet: PinSheet = await setUpSample(server);
  shop = server.node.shops.get('s1')!;
  advisor = await logIn(server, sheet, 'P23');
  technician = await logIn(server, sheet, 'P06');
});
afterAll(async () => {
  await server.stop();
  await redis.remove();
});

let people = 0;
/** A customer and a car that nobody else has. */
const somebody = () => {
  people += 1;
  const number = String(10_000 + people);
  return {
    vehicle: { plate: `粤B${number}`, vin: `LSVCANARY00${number}`, model: '样车' },
    customer: { name: `甲乙${number}`, phone: `139000${number}` },
    words: `空调有异味 ${number}`,
  };
};
const visit = {
  type: 'ReceiveWalkIn',
  advisor: 'P23',
  serviceType: 'maintenance',
  payer: 'customer',
  mileageKm: 12_000,
  operations: [{ name: '机油机滤更换', minutes: null }],
  promisedAt: SAMPLE_MORNING + 6 * 3_600_000,
  promiseKind: 'firm',
  waits: 'lounge',
  wash: false,
  comebackOf: null,
};

async function give(body: object, browser = advisor) {
  const { status, body: answer } = await browser.post('/api/v1/shops/s1/commands', { id: uuidv7(), ...body });
  return { status, answer: answer as { version: number; code?: string; events: Record<string, unknown>[] } };
}

/** What the job of an answer has in the directory, once this node has read its entry back. */
async function entriesOf(job: string, version: number) {
  await until(() => shop.version >= version, 'the entry');
  const { vehicle, customer } = shop.state.jobs[job]!;
  await until(() => shop.directory.vehicles[vehicle] !== undefined, 'its car');
  return { vehicle: shop.directory.vehicles[vehicle], customer: shop.directory.persons[customer], ref: customer };
}
const stored = async (ref: string): Promise<Directory['persons'][string] | null> =>
  JSON.parse((await (await redis.client()).get(shopKeys('s1').person(ref))) ?? 'null') as Directory['persons'][string];

async function received(personal: object = somebody()) {
  const { status, answer } = await give({ ...visit, personal });
  expect(status).toBe(200);
  return { job: String(answer.events[0]?.['job']), version: answer.version };
}
const propose = (job: string, note: string) => ({
  ...{ id: uuidv7(), type: 'ProposeWork', job, foundIn: null, freesBay: false, personal: { note } },
  operations: [{ name: '机油机滤更换', minutes: null }],
});

describe('a car that comes with its customer', () => {
  it('given their data, when it is received, then the directory has them and the log has none of them [PRV-1]', async () => {
    const personal = somebody();
    const { job, version } = await received(personal);
    expect(await entriesOf(job, version)).toMatchObject({
      vehicle: personal.vehicle,
      customer: { ...personal.customer, words: { [job]: personal.words } },
    });
    const log = JSON.stringify(await shop.readLog(1, 500));
    for (const secret of [personal.vehicle.plate, personal.vehicle.vin, ...Object.values(personal.customer), '异味']) {
      expect(log).not.toContain(secret);
    }
  });

  it('given no number of an order, when it comes again with its id, then it has the same number and answer [CMD-7]', async () => {
    const body = { id: uuidv7(), ...visit, personal: somebody() };
    const first = await give(body);
    expect(first.answer.events[0]?.['job']).toMatch(/^R261123-\d{3}$/);
    const { job } = await received();
    expect(job).not.toBe(first.answer.events[0]?.['job']);
    expect(await give(body)).toEqual(first);
  });

  it('given an accepted id, when other words, another VIN or another car come with it, then it is refused [CMD-8]', async () => {
    const personal = somebody();
    const body = { id: uuidv7(), ...visit, personal };
    await give(body);
    const others = [
      { ...personal, words: '没有异味' },
      { ...personal, vehicle: { ...personal.vehicle, vin: 'ANOTHER' } },
      { ...personal, vehicle: { ...personal.vehicle, plate: '粤B99999' } },
    ];
    for (const other of others) {
      expect((await give({ ...body, personal: other })).answer.code).toBe('commandReused');
    }
    expect(await give(body)).toMatchObject({ status: 200 });
  });

  it('given a refusal, then nothing of it stays in the directory [CMD-4]', async () => {
    const personal = somebody();
    const { answer } = await give({ ...visit, serviceType: 'nothing', personal });
    expect(answer.code).toBe('unknownServiceType');
    const keys = await (await redis.client()).keys('*');
    const contents = await Promise.all(
      keys.filter((key) => /:(person|vehicle):/.test(key)).map(async (key) => (await redis.client()).get(key)),
    );
    expect(contents.join('\n')).not.toContain(personal.customer.name);
  });

  it('given a customer who comes again, when the desk leaves VIN and model empty, then they stay as they were, and earlier words too [PRV-8]', async () => {
    const personal = somebody();
    const first = await received(personal);
    await give({ type: 'CancelJob', job: first.job, reason: 'customerWish' });
    const again = { ...personal, vehicle: { plate: personal.vehicle.plate }, words: '刹车响' };
    const { job, version } = await received(again);
    expect(await entriesOf(job, version)).toMatchObject({
      vehicle: personal.vehicle,
      customer: { words: { [first.job]: personal.words, [job]: '刹车响' } },
    });
  });
});

describe('what was written down wrong of a customer', () => {
  it('given a wrong plate, when it is put right, then the car has an entry of its own with VIN and model; the wrong one stays [PRV-8]', async () => {
    const personal = somebody();
    const { job, version } = await received(personal);
    const wrong = shop.state.jobs[job]!.vehicle;
    const { answer } = await give({
      type: 'CorrectJob',
      job,
      personal: { vehicle: { plate: '粤B·7777' + String(people % 10) } },
    });
    expect(answer.version).toBeGreaterThan(version);
    const { vehicle } = await entriesOf(job, answer.version);
    expect(vehicle).toEqual({ ...personal.vehicle, plate: `粤B7777${String(people % 10)}` });
    expect(shop.state.jobs[job]!.corrections).toMatchObject([{ field: 'vehicle', from: wrong }]);
    expect(await (await redis.client()).get(shopKeys('s1').vehicle(wrong))).toContain(personal.vehicle.plate);
  });

  it('given a wrong telephone, when it is put right, then what was said about this visit comes along [PRV-8]', async () => {
    const personal = somebody();
    const { job } = await received(personal);
    const noted = propose(job, '建议换刹车片');
    await give(noted);
    const right = { ...personal.customer, phone: `138000${String(20_000 + people)}` };
    const { answer } = await give({ type: 'CorrectJob', job, personal: { customer: right } });
    await until(async () => (await entriesOf(job, answer.version)).customer?.phone === right.phone, 'the right one');
    expect((await entriesOf(job, answer.version)).customer?.words).toEqual({
      [job]: personal.words,
      [noted.id]: '建议换刹车片',
    });
  });

  it('given the right plate, when only the VIN is put right, then the entry is renewed, on every screen [PRV-8]', async () => {
    const personal = somebody();
    const { job } = await received(personal);
    const vin = 'LSVRIGHT000000001';
    const { answer } = await give({
      type: 'CorrectJob',
      job,
      personal: { vehicle: { plate: personal.vehicle.plate, vin } },
    });
    expect(answer.events.map(({ type }) => type)).toEqual(['DirectoryRenewed']);
    await until(async () => (await entriesOf(job, answer.version)).vehicle?.vin === vin, 'the right VIN');
  });
});

describe('a note', () => {
  it('given a technician who proposes work, then advisors read the note, technicians no customers words [PRV-9] [PRV-5]', async () => {
    const { job } = await received();
    const desk = connectScreen(server, '/staff', { cookie: advisor.cookie });
    const phone = connectScreen(server, '/staff', { cookie: technician.cookie });
    await Promise.all([desk.first('snapshot'), phone.first('snapshot')]);
    const noted = propose(job, '左前轮轴承松');
    expect(await phone.command(noted)).toMatchObject({ ok: true });
    await Promise.all([desk.first('events'), phone.first('events')]);
    const told = (screen: typeof desk): string => JSON.stringify(screen.got);
    expect(told(desk)).toContain('左前轮轴承松');
    expect(told(phone)).not.toContain('左前轮轴承松');
    const { body } = await technician.get('/api/v1/shops/s1/state');
    expect((body as StaffSnapshot).directory.persons).toEqual({});
    expect(shop.state.jobs[job]!.proposals.at(-1)?.note).toBe(noted.id);
    desk.socket.close();
    phone.socket.close();
  });

  it('given two notes at once about one customer, then both stay [PRV-9]', async () => {
    const { job } = await received();
    const notes = [propose(job, '左前轮'), propose(job, '右前轮'), propose(job, '后轮')];
    await Promise.all(notes.map((note) => give(note)));
    const { words } = (await stored(shop.state.jobs[job]!.customer))!;
    expect(words).toMatchObject(Object.fromEntries(notes.map(({ id, personal }) => [id, personal.note])));
  });

  it('given a customer who is erased, then their notes are gone with them [PRV-9]', async () => {
    const { job, version } = await received();
    await give(propose(job, '客户电话里说的'));
    const { ref } = await entriesOf(job, version);
    const client = await redis.client();
    await client.del(shopKeys('s1').person(ref));
    const everything = await Promise.all(
      (await client.keys('*')).map(async (key) =>
        (await client.type(key)) === 'string' ? await client.get(key) : JSON.stringify(await shop.readLog(1, 500)),
      ),
    );
    expect(everything.join('\n')).not.toContain('客户电话里说的');
  });
});
