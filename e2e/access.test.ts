// Everybody can use every screen: axe finds nothing on any of them, in light and dark, in both languages.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './testing/axeFindings.ts';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { guests, startDemoShop, type DemoShop } from './testing/demoShop.ts';
import { everyCar, everyDeskDialog, everyView, type Sight } from './testing/everyScreen.ts';

/** Forms are made of the same fields: each is looked at once, in one look or the other, and so that both have some. */
const shown = new Set<string>();

/** Each screen in both themes and in both languages: every fault of either shows in one of the two. */
const looks = [
  { theme: 'light', language: 'zh-CN' },
  { theme: 'dark', language: 'en' },
] as const;
type Look = (typeof looks)[number];

describe('given the demo in the middle of its morning', () => {
  let demo: DemoShop;
  let browser: Browser;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemoShop(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.server.stop();
  });

  async function open(path: string, { theme, language }: Look, size = sizes.console): Promise<Screen> {
    const screen = await openScreen(browser, size);
    await screen.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await screen.page.addInitScript((spoken) => localStorage.setItem('zhunshi.language', spoken), language);
    await screen.page.goto(path.startsWith('http') ? path : `${demo.server.url}${path}`);
    return screen;
  }

  async function consoleOf(staff: string, look: Look): Promise<ConsolePage> {
    const desk = new ConsolePage((await open('/', look)).page);
    await desk.logIn(staff, demo.pin(staff), null);
    await desk.at('freshness').waitFor();
    return desk;
  }

  /** What axe finds on a walk, by where. */
  async function faults(page: Page, walk: AsyncIterable<Sight>): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for await (const { name, within } of walk) {
      const t = Date.now();
      const here = await axeFindings(page, within);
      process.stdout.write(`${name} ${Date.now() - t} ${here.length}\n`);
      if (here.length > 0) found[name] = here;
    }
    return found;
  }

  describe.each(looks)('in $theme and $language', (look) => {
    test('when somebody logs in, with a wrong PIN first, then axe finds nothing', async () => {
      const { page } = await open('/', look);
      await page.getByTestId('login-staff').fill('P29');
      await page.getByTestId('login-pin').fill('000000');
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByTestId('login-problem').filter({ hasText: /./ }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    test('when the manager goes through every view, then axe finds nothing', async () => {
      const desk = await consoleOf(guests.manager, look);
      expect(await faults(desk.page, everyView(desk))).toEqual({});
    });

    test('when the dispatcher opens every dialog, then axe finds nothing', async () => {
      const desk = await consoleOf(guests.dispatcher, look);
      expect(await faults(desk.page, everyDeskDialog(desk))).toEqual({});
      expect(await faults(desk.page, everyCar(desk, shown))).toEqual({});
    });
  });
});
