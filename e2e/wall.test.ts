// The workshop wall as it hangs: what fits at every size, what stays on every page, what is said when the board is old, and a layout
// that is chosen at the console and followed by the screen without being touched.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WallJobRow, WallRow } from '@zhunshi/shared/views/wallBoard.ts';
import { carsOnWall, stageNow } from '../client-board/src/wall/testing/carsOnWall.ts';
import type { CarsWanted } from '../client-board/src/wall/testing/carsOnWall.ts';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { ownPin, setUpSample, todaysOrders } from './testing/sampleShop.ts';
import { startServerProcess, until } from './testing/serverProcess.ts';
import { openDisplay } from './testing/wallAndLounge.ts';
import { openWallStage, type WallStage } from './testing/wallStage.ts';

const hung = {
  hd: { width: 1920, height: 1080 },
  uhd: { width: 3840, height: 2160 },
  small: { width: 1366, height: 768 },
  upright: { width: 1080, height: 1920 },
} as const;

/** Sizes of LOOK in vh, by what has them. */
const leastVh = { plate: 4.4, due: 4.1, slack: 3.4, place: 3.2 } as const;

/** Texts that are wider than their place, or outside the screen. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      if (element instanceof SVGElement || element.tagName === 'H1') continue;
      const { right, bottom, left, top } = element.getBoundingClientRect();
      const outside = right > innerWidth + 1 || bottom > innerHeight + 1 || left < -1 || top < -1;
      const inline = getComputedStyle(element).display === 'inline';
      if (outside || (!inline && element.scrollWidth > element.clientWidth + 1))
        cut.push(`${element.tagName} ${element.className}: ${element.innerText}`);
    }
    return cut;
  });
}

/** Cells of one row, and parts of one line, whose texts lie over each other: by what is painted, not by the boxes of the grid. */
function overlappingTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cutShort = (element: Element): boolean =>
      [element, ...element.querySelectorAll('.who')].some((part) => getComputedStyle(part).textOverflow === 'ellipsis');
    const box = (element: Element): DOMRect => {
      const painted = document.createRange();
      painted.selectNodeContents(element);
      const text = painted.getBoundingClientRect();
      // What an ellipsis stands for is not painted.
      const right = Math.min(text.right, element.getBoundingClientRect().right);
      return new DOMRect(text.left, text.top, (cutShort(element) ? right : text.right) - text.left, text.height);
    };
    return [...document.querySelectorAll('[data-testid="wall-card"]')].flatMap((row) => {
      const cells = [...row.querySelectorAll('[data-cell], .line > span')].filter((cell) => cell.textContent.trim());
      const boxes = cells.map((cell) => {
        const { left, right: end, top, bottom } = box(cell);
        return { text: cell.textContent.trim(), left, right: end, top, bottom };
      });
      const sideways = boxes.filter((one, index) =>
        boxes.some(
          (other, at) =>
            at > index &&
            one.left < other.right - 0.5 &&
            other.left < one.right - 0.5 &&
            one.top < other.bottom &&
            other.top < one.bottom,
        ),
      );
      const { right } = row.getBoundingClientRect();
      return [...sideways, ...boxes.filter((one) => one.right > right)].map(
        ({ text }) => `${text}: ${row.textContent}`,
      );
    });
  });
}

/** The widest texts that a row can have: three digits of minutes, hours of two, longest plates, names and words. */
function widestCars(): WallRow[] {
  const widest: Partial<WallJobRow>[] = [
    { slackMinutes: 120, bay: 'Q02', stage: 'working', workType: 'inspection' },
    { slackMinutes: 1_380, bay: null, nextBay: 'A02', stage: 'dispatched' },
    { slackMinutes: 1_800, bay: 'W02', stage: 'washing', workType: 'wash' },
    { mark: 'ready', stage: 'ready', slackMinutes: null, advisor: '欧阳嘉欣' },
    { mark: 'late', slackMinutes: -120, bay: 'B10', workType: 'mechanical' },
    { mark: 'late', slackMinutes: -1_800, overdueMinutes: 1_800, promisedAt: stageNow - 1_800 * 60_000 },
    { mark: 'late', slackMinutes: -99, overdueMinutes: 99, bay: null, nextBay: 'A02', stage: 'dispatched' },
    { stage: 'waiting', slackMinutes: 130, bay: null, stageSince: stageNow - 99 * 60_000 },
    {
      mark: 'late',
      stage: 'held',
      slackMinutes: -130,
      hold: { reason: 'approval', since: stageNow, expectedAt: null },
    },
    {
      mark: 'late',
      stage: 'held',
      slackMinutes: -99,
      hold: { reason: 'equipment', since: stageNow, expectedAt: null },
    },
    {
      mark: 'waiting',
      stage: 'held',
      slackMinutes: null,
      hold: { reason: 'parts', since: stageNow, expectedAt: null },
    },
    {
      mark: 'waiting',
      stage: 'held',
      slackMinutes: null,
      hold: { reason: 'equipment', since: stageNow, expectedAt: null },
    },
  ];
  return carsOnWall({ cars: 24, late: 0, alarms: 6 }).map((row, index) =>
    row.kind === 'job'
      ? {
          ...row,
          plate: { prefix: '湘A', rest: 'DA8824', local: false },
          promisedAt: stageNow + 60 * 60_000,
          mark: 'inOrder',
          stage: 'working',
          hold: null,
          ...widest[index % widest.length],
        }
      : row,
  );
}

/** The smallest size in vh (of the shorter side) that a kind of text has on the page. */
function smallestVh(page: Page, selector: string): Promise<number> {
  return page.evaluate((wanted) => {
    const unit = Math.min(innerWidth, innerHeight) / 100;
    const found = [...document.querySelectorAll(wanted)].map((element) =>
      parseFloat(getComputedStyle(element).fontSize),
    );
    return Math.min(...found) / unit;
  }, selector);
}

function keysShown(page: Page): Promise<string[]> {
  return page.getByTestId('wall-card').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-key') ?? ''));
}

describe('given a wall and the cars of any day', () => {
  let browser: Browser;
  let stage: WallStage;
  let screen: Screen;
  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchBrowser(), openWallStage()]);
    screen = await openScreen(browser, hung.hd);
    stage.show([], { layout: 'kanban', language: null });
    await screen.page.goto(`${stage.url}/wall#token=stage`);
  });
  afterAll(async () => {
    await browser.close();
    await stage.stop();
  });

  const hang = async (
    size: keyof typeof hung,
    layout: 'kanban' | 'promises',
    language: 'zh-CN' | 'en',
    day: CarsWanted | WallRow[],
  ) => {
    stage.age(0);
    const name = stage.show(Array.isArray(day) ? day : carsOnWall(day), { layout, language });
    await screen.page.setViewportSize(hung[size]);
    const main = screen.page.locator(`main[data-fresh="fresh"][data-layout="${layout}"]`).filter({ hasText: name });
    await main.waitFor();
    return main;
  };
  const crowds: CarsWanted[] = [
    { cars: 0, late: 0, alarms: 0 },
    { cars: 1, late: 0, alarms: 0, small: true },
    { cars: 5, late: 1, alarms: 2, small: true },
    { cars: 24, late: 3, alarms: 6, seenTo: 2 },
    { cars: 45, late: 6, alarms: 12 },
    { cars: 60, late: 14, alarms: 20, seenTo: 3 },
  ];

  test.each([
    ['hd', 'promises', 'zh-CN'],
    ['hd', 'promises', 'en'],
    ['hd', 'kanban', 'zh-CN'],
    ['hd', 'kanban', 'en'],
    ['uhd', 'promises', 'zh-CN'],
    ['uhd', 'kanban', 'zh-CN'],
    ['small', 'promises', 'en'],
    ['small', 'kanban', 'zh-CN'],
    ['upright', 'promises', 'zh-CN'],
    ['upright', 'kanban', 'en'],
  ] as const)(
    'when it hangs at %s as %s in %s, then nothing is cut at 0 to 60 cars, and no text is smaller than the design [WAL-1]',
    async (size, layout, language) => {
      for (const day of crowds) {
        await hang(size, layout, language, day);
        const { page } = screen;
        if (day.cars > 0) await page.getByTestId('wall-card').first().waitFor();
        expect(await cutTexts(page), `${String(day.cars)} cars`).toEqual([]);
        expect(await overlappingTexts(page), `${String(day.cars)} cars`).toEqual([]);
        if (day.cars === 0) continue;
        const [plate, due] =
          layout === 'promises' ? ['[data-cell="plate"]', '[data-cell="due"] .due'] : ['.car', '.line .due'];
        expect(await smallestVh(page, `[data-testid="wall-card"] ${plate}`)).toBeGreaterThan(leastVh.plate - 0.01);
        expect(await smallestVh(page, `[data-testid="wall-card"] ${due}`)).toBeGreaterThan(leastVh.due - 0.01);
        if (day.cars < 5) continue;
        expect(await smallestVh(page, '[data-testid="wall-card"] .slack > .slack, .line .slack')).toBeGreaterThan(
          leastVh.slack - 0.01,
        );
        expect(await smallestVh(page, '[data-testid="wall-card"] .place .place, .line .place')).toBeGreaterThan(
          leastVh.place - 0.01,
        );
      }
      expect(screen.errors).toEqual([]);
    },
  );

  const everySize = (['hd', 'uhd', 'small', 'upright'] as const).flatMap((size) =>
    (['promises', 'kanban'] as const).flatMap((layout) =>
      (['zh-CN', 'en'] as const).map((language) => [size, layout, language] as const),
    ),
  );
  test.each(everySize)(
    'when every text is as wide as it can be at %s as %s in %s, then no two of them lie over each other [WAL-4]',
    async (size, layout, language) => {
      await hang(size, layout, language, widestCars());
      const { page } = screen;
      await page.getByTestId('wall-card').first().waitFor();
      expect(await overlappingTexts(page)).toEqual([]);
    },
  );

  test('when there are more cars than places, then they come in turns, the late ones on every page, and nothing grows [WAL-3]', async () => {
    const day = { cars: 60, late: 9, alarms: 5 };
    await hang('hd', 'promises', 'zh-CN', day);
    const { page } = screen;
    const list = page.getByTestId('wall-promises');
    const late = await page
      .locator('[data-testid="wall-card"][data-mark="late"]')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-key') ?? ''));
    expect(late).toHaveLength(9);
    const pages = Number(await list.getAttribute('data-pages'));
    const seen = new Set<string>();
    const nodes: number[] = [];
    for (let turn = 0; turn < pages; turn += 1) {
      const now = await list.getAttribute('data-page');
      const shown = await keysShown(page);
      expect(shown.slice(0, late.length)).toEqual(late);
      for (const key of shown) seen.add(key);
      nodes.push(await page.evaluate(() => document.querySelectorAll('*').length));
      await page
        .locator(`[data-testid="wall-promises"]:not([data-page="${String(now)}"])`)
        .waitFor({ timeout: 30_000 });
    }
    expect(seen.size).toBe(60);
    // Rows differ by a part or two; a page that stayed behind would be hundreds.
    expect(Math.max(...nodes) - Math.min(...nodes)).toBeLessThan(120);
  });

  test.each(['promises', 'kanban'] as const)(
    'when the board of a wall with %s may be old, then its header says since when and what to do, and nothing predicted is said; then it is back by itself [WAL-7]',
    async (layout) => {
      await hang('hd', layout, 'zh-CN', { cars: 24, late: 3, alarms: 4 });
      const { page } = screen;
      const slacks = page.locator('[data-testid="wall-card"]').getByText(/^[迟余超]/);
      await until(async () => (await slacks.count()) > 10);
      expect(
        await page
          .getByTestId('wall-bay')
          .getByText(/^\d\d:\d\d$/)
          .count(),
      ).toBeGreaterThan(0);
      stage.age(11 * 60_000);
      const stale = page.locator('main[data-fresh="stale"]');
      await stale.waitFor();
      await stale.getByText('已 11 分钟没有更新，口头派工，事后补录').waitFor();
      expect(await slacks.count()).toBe(0);
      expect(await page.getByTestId('wall-alarm').locator('.what', { hasText: /\d/ }).count()).toBe(0);
      expect(
        await page
          .getByTestId('wall-bay')
          .getByText(/^\d\d:\d\d$/)
          .count(),
      ).toBe(0);
      const colour = (selector: string): Promise<string> =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(await colour('main header')).toBe('rgb(255, 194, 51)');
      expect(await colour('[data-testid="wall-card"][data-mark="late"]')).toBe('rgb(21, 21, 21)');
      expect(await cutTexts(page)).toEqual([]);
      stage.age(0);
      await page.locator('main[data-fresh="fresh"]').waitFor();
      await until(async () => (await slacks.count()) > 10);
    },
  );

  test('when somebody has seen to an alarm, or it went on to the manager, then the rail says so [WAL-8]', async () => {
    await hang('hd', 'kanban', 'zh-CN', { cars: 5, late: 1, alarms: 3, seenTo: 1 });
    const alarms = screen.page.getByTestId('wall-alarm');
    expect(await alarms.nth(0).innerText()).toContain('已上报');
    expect(await alarms.nth(2).innerText()).toContain('已接手');
    expect(await screen.page.getByTestId('wall-next').count()).toBe(1);
  });

  test('then no mouse is seen, and nothing scrolls', async () => {
    await hang('hd', 'kanban', 'zh-CN', { cars: 60, late: 5, alarms: 20 });
    const { cursor, overflow } = await screen.page.evaluate(() => {
      const { cursor, overflow } = getComputedStyle(document.body);
      return { cursor, overflow };
    });
    expect([cursor, overflow]).toEqual(['none', 'hidden']);
  });
});

describe('given a shop whose manager has added a wall', () => {
  test('when another layout, language and name are chosen at the console, then the wall follows without being touched [DSPL-2]', async () => {
    const [server, browser, orders] = await Promise.all([startServerProcess(), launchBrowser(), todaysOrders()]);
    try {
      const shop = await setUpSample(server.url, server.printed());
      const dispatcher = await shop.person('P29');
      const wall = await openDisplay(browser, server.url, 'wall', await shop.display('wall'));
      await shop.importDay(dispatcher, orders);
      const jobs = Object.keys((await shop.state(dispatcher)).jobs);
      for (const job of jobs.slice(0, 12)) await shop.command(dispatcher, { type: 'CheckIn', job });
      await wall.page.locator('main[data-layout="kanban"] [data-testid="wall-card"]').first().waitFor();
      const opened = wall.page.url();

      const desk = await openScreen(browser, sizes.console);
      await desk.page.goto(server.url);
      const console = new ConsolePage(desk.page);
      const manager = shop.sheet.people.find(({ roles }) => roles.includes('manager'))?.staff ?? '';
      await console.logIn(manager, ownPin, null);
      await console.openView('displays');
      await console.at('wall-layout').selectOption('promises');
      await wall.page.locator('main[data-layout="promises"] [data-testid="wall-promises"]').waitFor();
      expect(await keysShown(wall.page)).toHaveLength(12);
      await console.at('wall-language').selectOption('en');
      await wall.page.getByText('Act now', { exact: true }).first().waitFor();
      await until(async () => (await wall.page.locator('html').getAttribute('lang')) === 'en');
      await console.at('display-rename').click();
      await console.at('rename-name').fill('车间西墙');
      await console.at('rename-save').click();
      await until(async () => (await wall.page.title()).endsWith('车间西墙'));
      expect(wall.page.url()).toBe(opened);

      // What was chosen is kept with the screen: a wall that is switched on again has it from the first moment.
      await server.kill();
      await wall.page.locator('main[data-fresh="stale"]').waitFor({ timeout: 60_000 });
      await server.restart();
      await wall.page.locator('main[data-fresh="fresh"][data-layout="promises"]').waitFor({ timeout: 60_000 });
      await wall.page.reload();
      await wall.page.locator('main[data-fresh="fresh"][data-layout="promises"]').waitFor();
      expect([...wall.errors, ...desk.errors]).toEqual([]);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});
