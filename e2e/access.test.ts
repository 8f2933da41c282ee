// Everybody can use every screen: axe finds nothing on any of them, in light and dark, in both languages.
import { wallLayouts } from '@zhunshi/shared/wire/displays.ts';
import type { APIRequestContext, Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './testing/axeFindings.ts';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { guests, startDemoShop, type DemoShop } from './testing/demoShop.ts';
import {
  everyCar,
  everyDeskDialog,
  everyPhoneSheet,
  everySetUpStep,
  everyView,
  goTo,
  snapshotOf,
  type Sight,
} from './testing/everyScreen.ts';
import { ownPin, printedCode } from './testing/sampleShop.ts';
import { startServerProcess } from './testing/serverProcess.ts';

/**
 * Parts of a page that were looked at. Dialogs and sections are made of the same fields in the same colours: each of them is looked
 * at once, every other one in the first look and the rest in the second.
 */
const shown = new Set<string>();

/** Each whole page in both themes and in both languages: every fault of either shows in one of the two. */
const looks = [
  { theme: 'light', language: 'zh-CN' },
  { theme: 'dark', language: 'en' },
] as const;
type Look = (typeof looks)[number];

type Size = Parameters<typeof openScreen>[1];

const phone: Size = { width: 390, height: 844 };

describe('given the demo in the middle of its morning', () => {
  let demo: DemoShop;
  let browser: Browser;
  let manager: APIRequestContext | null = null;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemoShop(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.server.stop();
  });

  async function open(path: string, { theme, language }: Look, size: Size = sizes.console): Promise<Screen> {
    const screen = await openScreen(browser, size);
    await screen.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await screen.page.addInitScript((spoken) => localStorage.setItem('zhunshi.language', spoken), language);
    await screen.page.goto(path.startsWith('http') ? path : `${demo.server.url}${path}`);
    return screen;
  }

  /** Somebody who works on a car that is so far. */
  async function somebodyAtWork(page: Page, status: 'dispatched' | 'running'): Promise<string> {
    const { state } = await snapshotOf(page);
    const operations = Object.values(state.jobs).flatMap((job) => job.operations);
    const works = operations.filter((one) => one.status === status && one.kind === 'work').flatMap(({ crew }) => crew);
    return works[0] ?? '';
  }

  /** Asks as the manager, over HTTP. */
  async function asManager<Answer>(path: string, data: object = {}): Promise<Answer> {
    const headers = { origin: demo.server.url };
    if (!manager) {
      manager = (await browser.newContext()).request;
      const login = { staff: guests.manager, pin: demo.pin(guests.manager) };
      await manager.post(`${demo.server.url}/api/v1/session`, { headers, data: login });
    }
    const answer = await manager.post(`${demo.server.url}/api/v1/shops/s1${path}`, { headers, data });
    if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async function newPin(staff: string): Promise<string> {
    return (await asManager<{ pin: string }>(`/people/${staff}/pin`)).pin;
  }

  async function consoleOf(staff: string, look: Look): Promise<ConsolePage> {
    const desk = new ConsolePage((await open('/', look)).page);
    await desk.logIn(staff, demo.pin(staff), null);
    await desk.at('freshness').waitFor();
    return desk;
  }

  /** What axe finds on a walk, by where. */
  async function faults(page: Page, look: Look, walk: AsyncIterable<Sight>): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    let turn = 0;
    for await (const { name, within } of walk) {
      if (within !== null) {
        if (shown.has(name)) continue;
        turn += 1;
        if (look === looks[0] && turn % 2 === 0) continue;
        shown.add(name);
      }
      const here = await axeFindings(page, within);
      if (here.length > 0) found[name] = here;
    }
    return found;
  }

  describe.each(looks)('in $theme and $language', (look) => {
    test('when somebody logs in, with a wrong PIN first, then axe finds nothing [ALL-1]', async () => {
      const { page } = await open('/', look);
      await page.getByTestId('login-staff').fill('P29');
      await page.getByTestId('login-pin').fill('000000');
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByTestId('login-problem').filter({ hasText: /./ }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    test('when the manager goes through every view, then axe finds nothing [ALL-1]', async () => {
      const desk = await consoleOf(guests.manager, look);
      expect(await faults(desk.page, look, everyView(desk))).toEqual({});
    });

    test('when the dispatcher opens every dialog, then axe finds nothing [ALL-1]', async () => {
      const desk = await consoleOf(guests.dispatcher, look);
      expect(await faults(desk.page, look, everyDeskDialog(desk))).toEqual({});
      expect(await faults(desk.page, look, everyCar(desk, new Set(shown)))).toEqual({});
    });

    test('when an advisor, and somebody with a first PIN, come to the console, then axe finds nothing [ALL-1]', async () => {
      const desk = await consoleOf(guests.advisor, look);
      await goTo(desk, 'advisor');
      expect(await axeFindings(desk.page)).toEqual([]);
      const newcomer = await somebodyAtWork(desk.page, 'dispatched');
      const { page } = await open('/', look);
      await page.getByTestId('login-staff').fill(newcomer);
      await page.getByTestId('login-pin').fill(await newPin(newcomer));
      await page.keyboard.press('Enter');
      await page.getByTestId('first-pin-new').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    test('when a technician takes the phone, with every sheet that opens, then axe finds nothing [ALL-1]', async () => {
      const technician = await somebodyAtWork((await consoleOf(guests.advisor, look)).page, 'running');
      const { page } = await open('/phone', look, phone);
      await page.getByTestId('login-staff').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByTestId('login-staff').fill(technician);
      await page.getByTestId('login-pin').fill(await newPin(technician));
      await page.keyboard.press('Enter');
      await page.getByTestId('first-pin-new').fill(ownPin);
      await page.getByTestId('first-pin-again').fill(ownPin);
      await page.getByTestId('first-pin-submit').click();
      expect(await faults(page, look, everyPhoneSheet(page))).toEqual({});
    });

    test.each(wallLayouts)('when a wall shows its cars as %s, then axe finds nothing [ALL-1]', async (layout) => {
      const { token } = await asManager<{ token: string }>('/displays', {
        name: `${layout} ${look.language}`,
        kind: 'wall',
        wall: { layout, language: look.language },
      });
      const { page } = await open(`/wall#token=${token}`, look, sizes.wall);
      await page.locator('main[data-fresh="fresh"]').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    test('when a lounge is opened, and a screen that was given no token, then axe finds nothing [ALL-1]', async () => {
      const lounge = await open(demo.display('lounge'), look, sizes.lounge);
      await lounge.page.locator('main[data-fresh="fresh"]').waitFor();
      expect(await axeFindings(lounge.page)).toEqual([]);
      for (const kind of ['wall', 'lounge']) {
        const { page } = await open(`/${kind}`, look, sizes.wall);
        await page.getByTestId('pairing').waitFor();
        expect(await axeFindings(page), kind).toEqual([]);
      }
    });
  });
});

describe.each(looks)('given a server that nobody has set up, in $theme and $language', ({ theme, language }) => {
  test('when it is set up, then axe finds nothing on any step [ALL-1]', async () => {
    const [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
    try {
      const { page } = await openScreen(browser, sizes.console);
      await page.emulateMedia({ colorScheme: theme });
      await page.addInitScript((spoken) => localStorage.setItem('zhunshi.language', spoken), language);
      await page.goto(`${server.url}/setup`);
      for await (const { name, within } of everySetUpStep(page, printedCode(server.printed()))) {
        expect(await axeFindings(page, within), name).toEqual([]);
      }
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});
