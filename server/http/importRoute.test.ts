import type { ImportAnswer, ImportPreview } from '@zhunshi/shared/wire/importPreview.ts';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDay } from '../access/sample.ts';
import type { ServedShop } from '../shop/shop.ts';
import type { Browser, HttpAnswer, OpenServer } from '../testing/openServer.ts';
import { logIn, openServer, setUpSample } from '../testing/openServer.ts';
import { startRedis, until } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';

let redis: RedisFixture;
let server: OpenServer;
let sheet: PinSheet;
let advisor: Browser;
let day: string;

beforeAll(async () => {
  redis = await startRedis();
  server = await openServer(redis);
  sheet = await setUpSample(server);
  advisor = await logIn(server, sheet, 'P24');
  day = (await sampleDay('day-2026-11-23.csv')).toString('utf8');
});
afterAll(async () => {
  await server.stop();
  await redis.remove();
});

const shop = (): ServedShop => server.node.shops.get('s1')!;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const preview = (file: Uint8Array, who = advisor): Promise<HttpAnswer> =>
  who.send('POST', '/api/v1/shops/s1/import?mode=preview', file);
const apply = (file: Uint8Array, applyChanges = false, id = uuidv7()): Promise<HttpAnswer> =>
  advisor.send('POST', `/api/v1/shops/s1/import?mode=apply&id=${id}&applyChanges=${applyChanges ? 1 : 0}`, file);

/** Waits until the node has loaded what it wrote to the directory. */
async function loaded(order: string): Promise<void> {
  await until(() => {
    const customer = shop().state.jobs[order]?.customer ?? '';
    return shop().directory.persons[customer] !== undefined;
  }, 'the directory');
}

describe('importing the day over HTTP [IMP-1] [IMP-6]', () => {
  it('given the day, when it is previewed, then all is new and nothing has happened', async () => {
    const { version } = shop();
    const { body } = await preview(bytes(day));
    const { encoding, counts, faults, rows } = body as ImportPreview;
    expect([encoding, counts, faults]).toEqual(['utf-8', { new: 49, joins: 0, same: 0, changed: 0, locked: 0 }, []]);
    expect(rows[0]).toMatchObject({ line: 2, order: 'WT20261123001', plate: '粤B425A4', kind: 'new', changes: [] });
    expect(shop().version).toBe(version);
  });

  it('given one bad row, when the file is applied, then nothing of it is [IMP-9]', async () => {
    const { version } = shop();
    const answer = await apply(bytes(day.replace('粤B46044', 'x')));
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'importRow', problem: 'badPlate' }]);
    expect(shop().version).toBe(version);
  });

  it('given the day, when it is applied, then it is one entry, and again it changes nothing [IMP-2]', async () => {
    const { version } = shop();
    const answer = await apply(bytes(day));
    expect(answer.body).toEqual({
      version: version + 1,
      encoding: 'utf-8',
      counts: { new: 49, joins: 0, same: 0, changed: 0, locked: 0 },
      changesApplied: false,
    } satisfies ImportAnswer);
    await loaded('WT20261123001');
    expect(await apply(bytes(day), true)).toMatchObject({ body: { version: version + 1, counts: { same: 49 } } });
    expect(shop().version).toBe(version + 1);
  });

  it('given the log, when it is searched, then no name, telephone, plate, VIN or word of a customer is in it [PRV-1]', async () => {
    const log = JSON.stringify(await (await redis.client()).xrange('{s1}:log', '-', '+'));
    expect(log).toContain('WT20261123001');
    const personal = day
      .split('\r\n')
      .slice(1)
      .flatMap((row) => [1, 2, 5, 6].map((column) => row.split(',')[column]));
    expect(personal.filter((text) => text !== undefined && text !== '' && log.includes(text))).toEqual([]);
    expect(log).not.toContain('怠速');
  });

  it('given the other day in GB18030, when it is applied, then it is booked too', async () => {
    const answer = await apply(await sampleDay('day-2026-11-26-gb18030.csv'));
    expect(answer.body).toMatchObject({ encoding: 'gb18030', counts: { new: 42 } });
  });
});

describe('a file that differs from what is booked [IMP-3]', () => {
  const changed = (): Uint8Array =>
    bytes(day.replace('粤L5P0TA,LSVAE5G06P2947533,途岳', '粤L5P0TA,LSVAE5G06P2947533,途岳X'));

  it('given another model, when it is previewed, then old and new are told', async () => {
    await loaded('WT20261123002');
    const { rows, counts } = (await preview(changed())).body as ImportPreview;
    expect(counts).toMatchObject({ same: 48, changed: 1 });
    expect(rows[1]).toMatchObject({ kind: 'changed', changes: [{ column: 'model', from: '途岳', to: '途岳X' }] });
  });

  it('given changes, when they are not asked for, then nothing happens', async () => {
    const { version } = shop();
    expect(await apply(changed())).toMatchObject({ body: { version, changesApplied: false, counts: { changed: 1 } } });
  });

  it('given changes asked for, when the answer is lost and they come again, then they happened once [CMD-1]', async () => {
    const { version } = shop();
    const id = uuidv7();
    const first = await apply(changed(), true, id);
    expect(first.body).toMatchObject({ version: version + 1, counts: { changed: 1 }, changesApplied: true });
    const vehicle = shop().state.jobs['WT20261123002']?.vehicle ?? '';
    await until(() => shop().directory.vehicles[vehicle]?.model === '途岳X');
    expect((await apply(changed(), true, id)).body).toEqual(first.body);
    expect(shop().version).toBe(version + 1);
  });

  it('given an id that was used, when another file comes with it, then it is refused [CMD-2]', async () => {
    const id = uuidv7();
    await apply(bytes(day), true, id);
    expect((await apply(changed(), true, id)).body).toMatchObject({ code: 'commandReused' });
  });
});

describe('a file that is none', () => {
  it.each<[string, Uint8Array, number, string]>([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'), 422, 'unreadableFile'],
    ['nothing but headings', bytes('委托书号,车牌号'), 200, ''],
    ['nothing at all', bytes(''), 422, 'nothingToImport'],
  ])('given %s, when it is previewed, then it says so', async (_what, file, status, code) => {
    const answer = await preview(file);
    expect(answer.status).toBe(status);
    if (code !== '') expect(answer.body).toMatchObject({ code });
  });

  it('given more than 5 MB, when it comes, then it is too large', async () => {
    const answer = await preview(new Uint8Array(5 * 1024 * 1024 + 1));
    expect([answer.status, answer.body]).toMatchObject([413, { code: 'tooLarge' }]);
  });

  it.each([
    ['mode=apply&applyChanges=1', 'id'],
    ['mode=apply&id=1&applyChanges=1', 'id'],
    ['mode=guess', 'mode'],
  ])('given the query %s, when a file comes with it, then it is malformed', async (query, where) => {
    const answer = await advisor.send('POST', `/api/v1/shops/s1/import?${query}`, bytes(day));
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'malformed', where }]);
  });

  it('given a technician, when they import, then it is not theirs', async () => {
    const technician = await logIn(server, sheet, 'P06');
    expect(await preview(bytes(day), technician)).toMatchObject({ status: 403, body: { code: 'notAllowed' } });
  });
});
