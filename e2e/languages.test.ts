// Both languages, everywhere: what a screen says is all of one language, switching needs no reload, and times are the shop's.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { launchBrowser, sizes } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { guests, startDemoShop, type DemoShop } from './testing/demoShop.ts';
import { everyCar, everyDeskDialog, everySetUpStep, everyView, snapshotOf, type Sight } from './testing/everyScreen.ts';
import { pageTexts, without, wordsOfShop } from './testing/pageText.ts';
import { printedCode, todaysOrders } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';

/** What no language translates: the brand, units, formats, keys, names of places and of the demo's screens. */
const ofNoLanguage = /\b(Zhunshi|PIN|VIN|CSV|XLSX|JSON|UTF-8|GB18030|LED|km|Enter|Esc|Tab|Ctrl|XXXX|shop\.json)\b/g;
/** Plates are written in Chinese, in examples too. */
const plates = /[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}|使\d{6}/g;
/** Addresses of screens, as they are typed on a television. */
const addresses = /\/(lounge|wall|phone)\b/g;
/** Letters of the other language: Chinese characters and signs in English; in Chinese words of two letters and more. */
const foreign: Record<Language, RegExp> = {
  en: /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/g,
  'zh-CN': /(?<![A-Za-z0-9*])[A-Za-z]{2,}(?![A-Za-z0-9])/g,
};

describe('given the demo in the middle of its morning', () => {
  let demo: DemoShop;
  let empty: ServerProcess;
  let browser: Browser;

  beforeAll(async () => {
    [demo, empty, browser] = await Promise.all([startDemoShop(), startServerProcess(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([demo.server.stop(), empty.stop()]);
  });

  async function open(url: string, language: Language, more: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: sizes.console, locale: 'zh-CN', ...more });
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate((spoken) => localStorage.setItem('zhunshi.language', spoken), language);
    await page.reload();
    return page;
  }

  async function consoleOf(staff: string, language: Language, more: BrowserContextOptions = {}): Promise<ConsolePage> {
    const desk = new ConsolePage(await open(demo.server.url, language, more));
    await desk.logIn(staff, demo.pin(staff), null);
    await desk.at('freshness').waitFor();
    return desk;
  }

  /** What the shop wrote, in its files too; and the names of the demo's screens. */
  async function namesOf({ page }: ConsolePage): Promise<string[]> {
    const cells = Buffer.from(await todaysOrders())
      .toString('utf8')
      .split(/[,\r\n]+/)
      .filter((cell) => cell.length > 1);
    const files = ['orders.csv', 'faulty.csv', 'demo wall', 'demo lounge'];
    // Columns are named in English as they stand in a file, but for the hint in brackets.
    const columns = cells.map((cell) => cell.replace(/\(.*\)$/, '')).filter((cell) => cell.length > 1);
    const names = [...files, ...cells, ...columns, ...wordsOfShop(await snapshotOf(page))];
    return names.sort((one, other) => other.length - one.length);
  }

  /** Words of the other language on a walk, by where. */
  async function foreignWords(page: Page, language: Language, walk: AsyncIterable<Sight>, data: string[]) {
    const found: Record<string, string[]> = {};
    for await (const { name } of walk) {
      const texts = without(await pageTexts(page), data).map((text) =>
        text.replace(addresses, ' ').replace(ofNoLanguage, ' ').replace(plates, ' '),
      );
      const here = texts.filter((text) => text.match(foreign[language]));
      expect(await page.evaluate(() => document.documentElement.lang), name).toBe(language);
      if (here.length > 0) found[name] = [...new Set(here)];
    }
    return found;
  }

  describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
    test('when the manager goes through every view, then all that the page says is of that language [ALL-6]', async () => {
      const desk = await consoleOf(guests.manager, language);
      const data = await namesOf(desk);
      expect(await foreignWords(desk.page, language, everyView(desk), data)).toEqual({});
    });

    test('when the dispatcher opens every dialog, then all that it says is of that language [ALL-6]', async () => {
      const desk = await consoleOf(guests.dispatcher, language);
      const data = await namesOf(desk);
      expect(await foreignWords(desk.page, language, everyDeskDialog(desk), data)).toEqual({});
      expect(await foreignWords(desk.page, language, everyCar(desk, new Set()), data)).toEqual({});
    });
  });

  test('when a new server is set up in English, then no step of it says anything in Chinese but the names of the sample [ALL-6]', async () => {
    const page = await open(`${empty.url}/setup`, 'en');
    const names: string[] = [];
    for await (const { name } of everySetUpStep(page, printedCode(empty.printed()))) {
      if (name === 'sheet of first PINs') {
        names.push(...(await page.locator('[data-testid="pin-sheet"] th[scope="row"]').allInnerTexts()));
        names.push('准时汽车服务中心(示例)');
      }
      const rest = without(await pageTexts(page), names).filter((text) => text.match(foreign.en));
      expect(rest, name).toEqual([]);
    }
  });

  test('when the language is changed in each view, then the page says so and goes on without a reload [ALL-7]', async () => {
    const desk = await consoleOf(guests.manager, 'zh-CN');
    const { page } = desk;
    await page.evaluate(() => (document.body.dataset.sameDocument = 'yes'));
    for await (const { name, within } of everyView(desk)) {
      if (within !== null) continue;
      const titles: string[] = [];
      for (const language of ['en', 'zh-CN'] as const) {
        await desk.at('language').click();
        await page.locator(`html[lang="${language}"]`).waitFor();
        titles.push(await page.title());
      }
      expect(titles[0], name).toMatch(/^[^\u3400-\u9fff]+$/);
      expect(titles[1], name).toMatch(/[\u3400-\u9fff]/);
    }
    expect(await page.locator('body').getAttribute('data-same-document')).toBe('yes');
  });

  test('given a form that is half filled in, when the language is changed beside it, then what was typed stays [ALL-7]', async () => {
    const desk = await consoleOf(guests.dispatcher, 'zh-CN');
    await desk.at('book').click();
    const form = desk.at('form-BookJob');
    await form.locator('[name="plate"]').fill('粤B12345');
    const before = await form.innerText();
    const beside = await desk.page.context().newPage();
    await beside.goto(demo.server.url);
    await beside.getByTestId('language').click();
    await desk.page.locator('html[lang="en"]').waitFor();
    expect(await form.locator('[name="plate"]').inputValue()).toBe('粤B12345');
    expect(await form.innerText()).not.toBe(before);
  });

  test('given a browser in New York and one in the shop, then both show the same times, in the plan and in a form [ALL-8]', async () => {
    const there = await consoleOf(guests.dispatcher, 'en', { timezoneId: 'America/New_York' });
    const here = await consoleOf(guests.dispatcher, 'en', { timezoneId: 'Asia/Shanghai' });
    const times = async ({ page }: ConsolePage): Promise<string[]> => {
      const texts = await page.locator('main').innerText();
      return texts.match(/\d{1,2}:\d{2}/g) ?? [];
    };
    await until(async () => JSON.stringify(await times(here)) === JSON.stringify(await times(there)));
    expect((await times(there)).length).toBeGreaterThan(20);
    const promised = async (desk: ConsolePage): Promise<string> => {
      await desk.at('receive-walk-in').click();
      const field = desk.at('form-ReceiveWalkIn').locator('input[type="datetime-local"]').first();
      await field.waitFor();
      return field.inputValue();
    };
    await until(async () => (await there.at('nav-dispatch').count()) > 0);
    expect((await promised(there)).slice(0, 13)).toBe((await promised(here)).slice(0, 13));
  });
});
