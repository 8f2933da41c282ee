// A whole day of the sample shop, with planted canaries beside its own customers: everything that lounge screens, strangers and customers'
// pages receive is kept as it came, and searched for everybody's name, telephone, VIN, words and whole plate. The same search finds all of them
// in what one console of the staff received, so it would find them.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { CreateDisplayAnswer } from '@zhunshi/shared/wire/displays.ts';
import type { LinkAnswer } from '@zhunshi/shared/wire/track.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { ordersFor } from './demo/sampleOrders.ts';
import { nextActOfPeople } from './demo/workshopPeople.ts';
import { handleCommand } from './shop/handleCommand.ts';
import type { ServedShop } from './shop/shop.ts';
import { sayWhatIsDue } from './shop/timekeeper.ts';
import { Browser, logIn, openServer, setUpSample } from './testing/openServer.ts';
import type { OpenServer } from './testing/openServer.ts';
import { connectRaw, type RawScreen } from './testing/rawScreen.ts';
import { startRedis } from './testing/redisFixture.ts';
import type { RedisFixture } from './testing/redisFixture.ts';

const MINUTE = 60_000;
/** Screens look at the whole of what they are shown so often, shop's minutes; what changes meanwhile is sent to them besides. */
const LOOK_EVERY = 15;
/** From the sample's morning until after closing time, minutes. */
const DAY_MINUTES = 11 * 60;
const MOST_ACTS = 500;
/** Shorter words of customers may stand anywhere. */
const LEAST_WORDS = 4;

const canaries = {
  name: '金丝雀',
  phone: '19911223344',
  vin: 'LSVCANARY00000017',
  plate: '粤B9C4N7',
  words: '金丝雀客户原话',
  note: '金丝雀内部备注',
};

/** What tells who somebody is. */
interface Secrets {
  plate: string;
  others: string[];
}

/** Spelled one way: dots, dashes, spaces, and the marks that JSON puts before quotes make no other plate, telephone or sentence. */
const spelled = (text: string): string => text.replaceAll(/[·\s"\\-]/g, '');
/** A plate counts without its province too: nobody needs that to know a car. */
const plateForms = (plate: string): string[] => [spelled(plate), spelled(plate).slice(1)];

function found(recorded: string, secrets: readonly string[]): string[] {
  const text = spelled(recorded);
  return secrets.filter((secret) => text.includes(spelled(secret)));
}

describe('given a day of the sample shop with canaries among its customers', () => {
  let redis: RedisFixture;
  let server: OpenServer;
  let shop: ServedShop;
  let desk: Browser;
  const strangers: string[] = [];
  let lounge: RawScreen;
  let staff: RawScreen;
  const pages = new Map<string, RawScreen>();
  const secrets = new Map<string, Secrets>();

  beforeAll(async () => {
    redis = await startRedis();
    server = await openServer(redis);
    const sheet = await setUpSample(server);
    const served = server.node.shops.get('s1');
    if (!served) throw new Error('The shop is not served');
    shop = served;
    desk = await logIn(server, sheet, 'P29');
    const manager = await logIn(
      server,
      sheet,
      sheet.people.find(({ roles }) => roles.includes('manager'))?.staff ?? '',
    );
    const made = await manager.post('/api/v1/shops/s1/displays', { name: 'TV', kind: 'lounge' });
    const { token } = made.body as CreateDisplayAnswer;
    const orders = new Uint8Array(await ordersFor('2026-11-23', 0));
    await desk.send('POST', `/api/v1/shops/s1/import?mode=apply&id=${uuidv7()}&applyChanges=0`, orders);
    lounge = await connectRaw(server.url, '/lounge', { auth: { shop: 's1', token } });
    staff = await connectRaw(server.url, '/staff', { cookie: desk.cookie });
    await plantCanary();
    await liveTheDay(token);
    keepSecrets();
  }, 240_000);
  afterAll(async () => {
    for (const screen of [lounge, staff, ...pages.values()]) screen.close();
    await server.stop();
    await redis.remove();
  });

  async function give(type: Command['type'], fields: object): Promise<void> {
    const answer = await desk.post('/api/v1/shops/s1/commands', { id: uuidv7(), type, ...fields });
    if (answer.status !== 200) throw new Error(`${type}: ${JSON.stringify(answer.body)}`);
  }

  /** A car of whose customer everything is known, with words, a note on what was found, and a quote. */
  async function plantCanary(): Promise<void> {
    const { vin, plate, name, phone, words, note } = canaries;
    const work = [{ name: '机油机滤更换', minutes: null }];
    await give('ReceiveWalkIn', {
      ...{ advisor: 'P23', serviceType: 'maintenance', payer: 'customer', mileageKm: 12_000, operations: work },
      ...{ promisedAt: null, promiseKind: 'firm', waits: 'lounge', wash: false, comebackOf: null },
      personal: { vehicle: { plate, vin, model: '途岳' }, customer: { name, phone }, words },
    });
    const job = Object.values(shop.state.jobs).find(({ checkedInAt }) => checkedInAt !== null)?.id ?? '';
    const proposal = { job, foundIn: null, operations: work, freesBay: false };
    await give('ProposeWork', { ...proposal, personal: { note } });
    await give('QuoteWork', { job, proposal: 'x1', priceCents: 48_000, minutes: 30, promisedAt: null });
  }

  /** Its people act minute by minute; now and then every screen looks at the whole. */
  async function liveTheDay(token: string): Promise<void> {
    for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
      await sayWhatIsDue(shop, server.clock);
      for (let acts = 0; acts < MOST_ACTS; acts += 1) {
        const act = nextActOfPeople(shop.state, server.clock.now());
        if (!act || !(await handleCommand(shop, { ...act.command, id: uuidv7() }, act.by)).ok) break;
      }
      if (minute % LOOK_EVERY === 0) {
        await openPages();
        await Promise.all([lounge, ...pages.values()].map((screen) => lookAgain(screen)));
      }
      if (minute % (4 * LOOK_EVERY) === 0) await comeAsStranger(token);
      server.clock.advance(MINUTE);
    }
  }

  async function lookAgain(screen: RawScreen): Promise<void> {
    const whole = screen.next('"snapshot"');
    screen.say('resync');
    await whole;
  }

  /** A page for every car that has checked in. */
  async function openPages(): Promise<void> {
    for (const { id, checkedInAt, handedOverAt } of Object.values(shop.state.jobs)) {
      if (checkedInAt === null || handedOverAt !== null || pages.has(id)) continue;
      const { body } = await desk.post(`/api/v1/shops/s1/jobs/${id}/link`, {});
      const token = (body as LinkAnswer).path.replace('/t/', '');
      pages.set(id, await connectRaw(server.url, '/track', { auth: { token } }));
    }
  }

  /** Somebody without a login tries what there is: pages, the API, every namespace, with a lounge's token too. */
  async function comeAsStranger(token: string): Promise<void> {
    const nobody = new Browser(server.url);
    const paths = [
      '/',
      '/wall',
      '/lounge',
      '/phone',
      '/setup',
      '/t/AAAAAAAAAAAAAAAAAAAAAA',
      '/healthz',
      '/readyz',
      '/metrics',
    ];
    const [job = ''] = Object.keys(shop.state.jobs);
    const api = [
      'session',
      'setup',
      'shops/s1/state',
      'shops/s1/log',
      'shops/s1/displays',
      `shops/s1/jobs/${job}/story`,
    ];
    for (const path of [...paths, ...api.map((one) => `/api/v1/${one}`)]) {
      const { body, headers } = await nobody.get(path);
      strangers.push(typeof body === 'string' ? body : JSON.stringify(body), JSON.stringify([...headers]));
    }
    strangers.push(JSON.stringify(await nobody.post(`/api/v1/shops/s1/jobs/${job}/link`, {})));
    strangers.push(JSON.stringify(await nobody.post('/api/v1/session', { staff: 'P29', pin: '000000' })));
    for (const namespace of ['/staff', '/wall', '/track']) {
      const screen = await connectRaw(server.url, namespace, { auth: { shop: 's1', token } });
      strangers.push(...screen.frames);
      screen.close();
    }
  }

  function keepSecrets(): void {
    const { vehicles, persons } = shop.directory;
    for (const { id, vehicle, customer } of Object.values(shop.state.jobs)) {
      const { plate = '', vin = '' } = vehicles[vehicle] ?? {};
      const { name = '', phone = '', words = {} } = persons[customer] ?? {};
      const said = Object.values(words).filter((text) => text.length >= LEAST_WORDS);
      secrets.set(id, { plate, others: [vin, name, phone, ...said].filter((secret) => secret !== '') });
    }
  }

  /** Of everybody, the people who work here too. */
  const everything = (): string[] => [
    ...Object.values(canaries),
    ...Object.values(shop.directory.staff).map(({ name }) => name),
    ...[...secrets.values()].flatMap(({ plate, others }) => [...plateForms(plate), ...others]),
  ];

  test('then the day was a whole one: most cars came, were told of, called, and handed over', () => {
    const jobs = Object.values(shop.state.jobs);
    expect(jobs.length).toBeGreaterThan(45);
    expect(jobs.filter(({ handedOverAt }) => handedOverAt !== null).length).toBeGreaterThan(30);
    expect(jobs.filter(({ estimates }) => estimates.length > 0).length).toBeGreaterThan(20);
    expect(pages.size).toBeGreaterThan(40);
  });

  test('then the search finds every one of them in what the desk received: it would find them [TRK-8]', () => {
    const desksOwn = staff.frames.join('\n');
    expect(everything().filter((secret) => found(desksOwn, [secret]).length === 0)).toEqual([]);
  });

  test('then the lounge showed its cars, and received nothing that says whose they are [TRK-8] [PRV-4]', () => {
    const received = lounge.frames.join('\n');
    expect(received).toContain('粤B·**');
    expect(lounge.frames.length).toBeGreaterThan(100);
    expect(found(received, everything())).toEqual([]);
  });

  test('then whoever has no login received nothing of anybody [TRK-8]', () => {
    expect(strangers.length).toBeGreaterThan(100);
    expect(found(strangers.join('\n'), everything())).toEqual([]);
  });

  test('then every customer’s page received its own plate, and nothing else that says who anybody is [TRK-8] [TRK-1]', () => {
    const leaks: string[] = [];
    for (const [job, { frames }] of pages) {
      const received = frames.join('\n');
      const own = plateForms(secrets.get(job)?.plate ?? '');
      expect(found(received, own), job).toEqual(own);
      // A short plate may be part of a longer one: what is the page's own, is its own.
      const others = everything().filter((secret) => !own.some((mine) => mine.includes(spelled(secret))));
      leaks.push(...found(received, others).map((secret) => `${job}: ${secret}`));
    }
    expect(leaks).toEqual([]);
  });
});
