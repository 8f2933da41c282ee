// http/ — the report of a period over HTTP, of cars that were really handed over, against a real Redis.
import { excusedVisits, lateCausesOf } from '@zhunshi/shared/plan/latenessList.ts';
import { onTimeFigures } from '@zhunshi/shared/plan/onTimeFigures.ts';
import type { OnTimeAnswer } from '@zhunshi/shared/wire/onTimeReport.ts';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refsOfState } from '../shop/shopDirectory.ts';
import type { ServedShop } from '../shop/shop.ts';
import { logIn, openServer, SAMPLE_MORNING, setUpSample } from '../testing/openServer.ts';
import type { Browser, OpenServer } from '../testing/openServer.ts';
import { startRedis, until } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

const HOUR = 3_600_000;
const path = '/api/v1/shops/s1/reports/on-time';
const MONDAY = '?from=2026-11-23&to=2026-11-23';
const PLATE = '粤B60606';
const NAME = '甲乙六零六';
const NOTE = '客户开会，晚来两小时';

let redis: RedisFixture;
let server: OpenServer;
let sheet: PinSheet;
let shop: ServedShop;
let manager: Browser;
let dispatcher: Browser;
let advisor: Browser;

beforeAll(async () => {
  redis = await startRedis();
  server = await openServer(redis);
  sheet = await setUpSample(server);
  shop = server.node.shops.get('s1')!;
  manager = await logIn(server, sheet, 'P35');
  dispatcher = await logIn(server, sheet, 'P29');
  advisor = await logIn(server, sheet, 'P23');
});
afterAll(async () => {
  await server.stop();
  await redis.remove();
});

async function give(body: object): Promise<{ version: number; events: Record<string, unknown>[] }> {
  const answer = await dispatcher.post('/api/v1/shops/s1/commands', { id: uuidv7(), ...body });
  expect([answer.status, answer.body]).toMatchObject([200, {}]);
  return answer.body as Awaited<ReturnType<typeof give>>;
}

/** A car received now and promised in six hours; its order number. */
async function received(plate: string, name: string): Promise<string> {
  const { events } = await give({
    ...{ type: 'ReceiveWalkIn', advisor: 'P23', serviceType: 'maintenance', payer: 'customer', mileageKm: 12_000 },
    ...{ operations: [{ name: '机油机滤更换', minutes: null }], waits: 'lounge', wash: false, comebackOf: null },
    ...{ promisedAt: SAMPLE_MORNING + 6 * HOUR, promiseKind: 'firm' },
    personal: { vehicle: { plate, vin: '', model: '' }, customer: { name, phone: '13900006060' }, words: '' },
  });
  return String(events[0]?.['job']);
}

/** All its work, and the final inspection. */
async function made(job: string): Promise<void> {
  const crew = Object.values(shop.state.staff).find(({ workTypes }) => workTypes.includes('quick'))!.id;
  await give({ type: 'Dispatch', job, operations: ['o1'], bay: 'A01', crew: [crew] });
  await give({ type: 'StartOperation', job, operation: 'o1' });
  await give({ type: 'FinishOperation', job, operation: 'o1' });
  await give({ type: 'Dispatch', job, operations: ['inspection'], bay: 'Q01', crew: ['P30'] });
  await give({ type: 'StartOperation', job, operation: 'inspection' });
  await give({ type: 'PassInspection', job, operation: 'inspection' });
  await give({ type: 'MarkReady', job });
}

const reportOf = async (browser: Browser, query = MONDAY) =>
  (await browser.get(`${path}${query}`)).body as OnTimeAnswer;

describe('the report of a period', () => {
  it('given cars handed over on time and late, when a manager asks, then the figures are those of the fold [FIG-8]', async () => {
    const [inTime, late] = [await received('粤B50505', '甲乙五零五'), await received(PLATE, NAME)];
    await received('粤B70707', '甲乙七零七');
    await made(inTime);
    await give({ type: 'HandOver', job: inTime, cause: null });
    await made(late);
    server.clock.advance(8 * HOUR);
    const { version } = await give({ type: 'HandOver', job: late, cause: 'customer', personal: { note: NOTE } });
    await until(() => shop.version >= version, 'the hand-over');

    const period = { from: '2026-11-23', to: '2026-11-23' };
    const asOf = SAMPLE_MORNING + 8 * HOUR;
    const report = await reportOf(manager);
    expect(report).toEqual({
      period,
      asOf,
      ...onTimeFigures(shop.state, period, asOf),
      causes: lateCausesOf(shop.state, period),
      lateness: excusedVisits(shop.state, period),
    });
    expect(report.shop.settled).toEqual({ of: 2, kept: 1, rate: null });
    expect(report.shop.due).toEqual({ of: 3, kept: 1, rate: null });
    expect(report.lateness).toMatchObject([{ job: late, excuse: 'asked', advisor: 'P23', handedOverBy: 'P29' }]);
    expect([await reportOf(dispatcher), await reportOf(advisor)]).toEqual([report, report]);
  });

  it('given a car that nobody touches, when its promise falls due, then it counts without any entry [FIG-8]', async () => {
    const { events } = await give({
      ...{ type: 'ReceiveWalkIn', advisor: 'P24', serviceType: 'maintenance', payer: 'customer', mileageKm: 9_000 },
      ...{ operations: [{ name: '机油机滤更换', minutes: null }], waits: 'lounge', wash: false, comebackOf: null },
      ...{ promisedAt: SAMPLE_MORNING + 9 * HOUR, promiseKind: 'firm' },
      personal: { vehicle: { plate: '粤B80808', vin: '', model: '' }, customer: { name: '甲乙八零八', phone: '' } },
    });
    await until(() => shop.state.jobs[String(events[0]?.['job'])] !== undefined, 'the car');
    expect((await reportOf(manager)).advisors['P24']).toBeUndefined();
    server.clock.advance(HOUR);
    expect((await reportOf(manager)).advisors['P24']?.due).toEqual({ of: 1, kept: 0, rate: null });
  });

  it('given a car and its customer, when their lateness is listed, then by references alone [FIG-10]', async () => {
    const report = await reportOf(manager);
    const text = JSON.stringify(report);
    for (const personal of [
      PLATE,
      NAME,
      NOTE,
      '13900006060',
      ...Object.values(shop.directory.staff).map(({ name }) => name),
    ]) {
      expect(text).not.toContain(personal);
    }
    const [listed] = report.lateness;
    expect(shop.directory.vehicles[listed?.vehicle ?? '']?.plate).toBe(PLATE);
    const { customer } = shop.state.jobs[listed?.job ?? '']!;
    expect(shop.directory.persons[customer]?.words[listed?.note ?? '']).toBe(NOTE);
  });

  it('given a job that left the fold, while its lateness is listed, then its plate stays at hand [FIG-11]', async () => {
    const [listed] = (await reportOf(manager)).lateness;
    const refs = refsOfState({ ...shop.state, jobs: {} });
    expect([...refs.vehicles]).toEqual([listed?.vehicle]);
    expect([...refs.persons]).toEqual([]);
  });
});

describe('who asks, and for what', () => {
  it.each(['P06', 'P30', 'P32'])(
    'given %s, who is none of the office, when they ask, then it is not theirs [FIG-8]',
    async (staff) => {
      const answer = await (await logIn(server, sheet, staff)).get(`${path}${MONDAY}`);
      expect([answer.status, answer.body]).toMatchObject([
        403,
        { code: 'notAllowed', roles: ['manager', 'dispatcher', 'advisor'] },
      ]);
    },
  );

  it.each([
    ['no period', '', 'from'],
    ['half a period', '?from=2026-11-23', 'to'],
    ['a day that is none', '?from=2026-02-30&to=2026-03-01', 'from'],
    ['a period twice', `${MONDAY}&to=2026-11-24`, 'to'],
    ['an end before the beginning', '?from=2026-11-23&to=2026-11-22', 'to'],
    ['63 days', '?from=2026-09-22&to=2026-11-23', 'to'],
  ])('given %s, when it is asked for, then it is malformed [FIG-9]', async (_what, query, where) => {
    const answer = await manager.get(`${path}${query}`);
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'malformed', where }]);
  });

  it('given 62 days, when they are asked for, then they are told [FIG-9]', async () => {
    expect((await manager.get(`${path}?from=2026-09-23&to=2026-11-23`)).status).toBe(200);
  });
});
