// Console, wall and lounge together: a change is on all of them at once, each says how certain it is, and what strangers must not
// see never reaches a public screen.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { ownPin, setUpSample, todaysOrders, type Person, type SampleShop } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';
import { loungeRows, openDisplay, wallStages } from './testing/wallAndLounge.ts';

interface Secret {
  plate: string;
  vin: string;
  name: string;
  phone: string;
}

/** What strangers must not see, read off the orders themselves. */
function secretsOf(csv: Uint8Array): Secret[] {
  const rows = Buffer.from(csv).toString('utf8').trim().split(/\r?\n/).slice(1);
  return rows.map((row) => {
    const [, plate = '', vin = '', , , name = '', phone = ''] = row.split(',');
    return { plate, vin, name, phone };
  });
}

describe('given the sample shop with its orders, a console, a wall and a lounge', () => {
  let server: ServerProcess;
  let browser: Browser;
  let shop: SampleShop;
  let dispatcher: Person;
  let orders: Uint8Array;
  let desk: Screen;
  let wall: Screen;
  let lounge: Screen;
  let jobs: string[];

  beforeAll(async () => {
    [server, browser, orders] = await Promise.all([startServerProcess(), launchBrowser(), todaysOrders()]);
    shop = await setUpSample(server.url, server.printed());
    dispatcher = await shop.person('P29');
    const tokens = [await shop.display('wall'), await shop.display('lounge')] as const;
    wall = await openDisplay(browser, server.url, 'wall', tokens[0]);
    lounge = await openDisplay(browser, server.url, 'lounge', tokens[1]);
    desk = await openScreen(browser, sizes.console);
    await desk.page.goto(server.url);
    await new ConsolePage(desk.page).logIn('P29', ownPin, null);
    await shop.importDay(dispatcher, orders);
    jobs = Object.keys((await shop.state(dispatcher)).jobs);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test('when a car is checked in, then console, wall and lounge all have it, without being asked [WIRE-4]', async () => {
    const waiting = Object.values((await shop.state(dispatcher)).jobs).filter(({ waits }) => waits === 'lounge');
    const job = waiting[0]?.id ?? '';
    await shop.command(dispatcher, { type: 'CheckIn', job });
    await Promise.all([
      until(async () => (await wallStages(wall)).get(job) === 'waiting'),
      until(async () => (await loungeRows(lounge)).length === 1),
      desk.page.locator(`[data-testid="card"][data-job="${job}"][data-stage="waiting"]`).first().waitFor(),
    ]);
  });

  test('when the whole day has come in and some of it is dispatched, then no screen has an error', async () => {
    for (const job of jobs) await shop.command(dispatcher, { type: 'CheckIn', job });
    const state = await shop.state(dispatcher);
    const quick = Object.values(state.jobs).filter(({ operations }) => operations[0]?.workType === 'quick');
    for (const [index, job] of quick.slice(0, 4).entries()) {
      const bay = `A0${index + 1}`;
      const crew = [`P0${index + 1}`];
      const operations = job.operations.filter(({ workType }) => workType === 'quick').map(({ id }) => id);
      const answer = await shop.command(dispatcher, { type: 'Dispatch', job: job.id, operations, bay, crew });
      expect(answer.ok, job.id).toBe(true);
      expect((await shop.command(dispatcher, { type: 'StartOperation', job: job.id, operation: 'o1' })).ok).toBe(true);
      await until(async () => (await wallStages(wall)).size > 0);
    }
    await until(async () => (await loungeRows(lounge)).length > 10);
    for (const screen of [desk, wall, lounge]) expect(screen.errors).toEqual([]);
  });

  test('when an act is double-clicked, then it is done once and the next one is not', async () => {
    const jobs = Object.values((await shop.state(dispatcher)).jobs);
    const twoInLine = jobs.find(({ operations }) => {
      const has = (wanted: string): boolean => operations.some(({ status }) => status === wanted);
      return has('running') && has('dispatched');
    });
    const job = twoInLine?.id ?? '';
    const console = new ConsolePage(desk.page);
    await console.find(job);
    const before = await console.offer(job);
    expect(before?.act).toBe('FinishOperation');
    await console.panel(job).getByTestId('act-FinishOperation').first().dblclick();
    await until(async () => (await console.offer(job))?.act !== 'FinishOperation');
    const { operations } = (await shop.state(dispatcher)).jobs[job] ?? { operations: [] };
    expect(operations.filter(({ status }) => status === 'done')).toHaveLength(1);
    expect(operations.filter(({ status }) => status === 'running')).toHaveLength(0);
  });

  test('then no name, telephone or VIN of a customer has come to wall or lounge, and no full plate to the lounge; the console has them, so the search would find them [PRV-4]', () => {
    const secrets = secretsOf(orders);
    const found = (screen: Screen, words: string[]): string[] => {
      const frames = screen.received.join('\n');
      return words.filter((word) => frames.includes(word));
    };
    const personal = secrets.flatMap(({ vin, name, phone }) => [vin, name, phone]);
    const plates = secrets.map(({ plate }) => plate);
    expect(found(desk, personal).length).toBe(personal.length);
    expect(found(desk, plates).length).toBe(plates.length);
    expect(wall.received.join('').length).toBeGreaterThan(1000);
    expect(found(wall, personal)).toEqual([]);
    expect(lounge.received.join('').length).toBeGreaterThan(1000);
    expect(found(lounge, [...personal, ...plates])).toEqual([]);
  });

  test('when the server is gone, then each screen says so and greys out; when it is back, each is certain again by itself', async () => {
    await server.kill();
    const stale = async (screen: Screen, selector: string): Promise<void> => {
      await screen.page.locator(selector).waitFor({ timeout: 60_000 });
    };
    await Promise.all([
      stale(wall, 'main[data-fresh="stale"]'),
      stale(lounge, 'main[data-fresh="stale"]'),
      stale(desk, '[data-testid="freshness"][data-fresh="stale"]'),
    ]);
    expect((await loungeRows(lounge)).length).toBeGreaterThan(10);
    await server.restart();
    await Promise.all([
      stale(wall, 'main[data-fresh="fresh"]'),
      stale(lounge, 'main[data-fresh="fresh"]'),
      stale(desk, '[data-testid="freshness"][data-fresh="fresh"]'),
    ]);
  });

  test('when a display is opened without a token or with a wrong one, then it shows a code to be paired by, and nothing else [ACC-3]', async () => {
    for (const kind of ['wall', 'lounge'] as const) {
      const stranger = await openScreen(browser, sizes[kind]);
      await stranger.page.goto(`${server.url}/${kind}#token=AAAAA-BBBBB-CCCCC-DDDDD`);
      await stranger.page.getByTestId('pairing').waitFor();
      expect(stranger.received.join('')).not.toContain('"rows"');
      await stranger.context.close();
    }
  });
});
