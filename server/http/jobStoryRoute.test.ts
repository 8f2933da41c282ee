import type { JobStoryAnswer } from '@zhunshi/shared/wire/jobStory.ts';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { logIn, openServer, setUpSample, SAMPLE_MORNING } from '../testing/openServer.ts';
import type { Browser, OpenServer } from '../testing/openServer.ts';
import { startRedis } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

let redis: RedisFixture;
let server: OpenServer;
let dispatcher: Browser;
let technician: Browser;

const shop = '/api/v1/shops/s1';

async function book(order: string): Promise<void> {
  const answer = await dispatcher.post(`${shop}/commands`, {
    ...{ id: uuidv7(), type: 'BookJob', order, advisor: 'P23', serviceType: 'maintenance', payer: 'customer' },
    ...{
      mileageKm: null,
      operations: [{ name: '机油机滤更换', minutes: null }],
      promisedAt: null,
      promiseKind: 'firm',
    },
    ...{ waits: 'away', wash: false, comebackOf: null, arrivalAt: SAMPLE_MORNING + 3_600_000, bay: null },
    personal: { vehicle: { plate: `粤B${order.slice(-5)}` }, customer: { name: '林测试', phone: '13800001111' } },
  });
  expect([answer.status, answer.body]).toMatchObject([200, {}]);
}

beforeAll(async () => {
  redis = await startRedis();
  server = await openServer(redis);
  const sheet = await setUpSample(server);
  dispatcher = await logIn(server, sheet, 'P29');
  technician = await logIn(server, sheet, 'P06');
  await book('WT00011');
  await book('WT00022');
  await dispatcher.post(`${shop}/commands`, { id: uuidv7(), type: 'CancelJob', job: 'WT00011', reason: 'mistake' });
});
afterAll(async () => {
  await server.stop();
  await redis.remove();
});

const storyOf = async (job: string, query = ''): Promise<JobStoryAnswer> =>
  (await technician.get(`${shop}/jobs/${job}/story${query}`)).body as JobStoryAnswer;

it('[STO-1] given two cars, when anybody of the shop asks for the story of one, then its own events come in order, with who gave them', async () => {
  const { entries, version } = await storyOf('WT00011');
  const events = entries.flatMap((entry) => entry.events);
  expect([events[0]?.type, events.at(-1)?.type]).toEqual(['OrderBooked', 'JobCancelled']);
  expect(events.every((event) => 'job' in event && event.job === 'WT00011')).toBe(true);
  expect(entries.map(({ by }) => by)).toEqual(['P29', 'P29']);
  expect(version).toBe(4);
});

it('given a story that was read up to a version, when it is asked for from there, then only what came since is told', async () => {
  const [booked, cancelled] = (await storyOf('WT00011')).entries;
  expect((await storyOf('WT00011', `?from=${(booked?.version ?? 0) + 1}`)).entries).toEqual([cancelled]);
});

it('[PRV-1] given a car with a customer, when its story is told, then neither name nor telephone nor plate is in it', async () => {
  const text = JSON.stringify(await storyOf('WT00022'));
  expect(text).not.toMatch(/林测试|13800001111|粤B/);
});

it('given a car that is not there, when its story is asked for, then 404; a bad `from` is malformed', async () => {
  const unknown = await technician.get(`${shop}/jobs/WT9/story`);
  expect([unknown.status, unknown.body]).toMatchObject([404, { code: 'unknownJob', job: 'WT9' }]);
  expect((await technician.get(`${shop}/jobs/WT00022/story?from=x`)).body).toMatchObject({ code: 'malformed' });
});
