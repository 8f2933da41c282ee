// The lounge screen as it hangs for weeks with nobody near it: wrong clocks, cuts, upgrades, sleep, and a day's worth of changes.
// Hours pass by the page's own clock, which the tests drive.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, openScreen, type Screen } from './testing/browser.ts';
import { carOnStage, openLoungeStage, stageOpens, type LoungeStage } from './testing/loungeStage.ts';
import { switchOn } from './testing/oldTelevision.ts';
import { until } from './testing/serverProcess.ts';

const hd = { width: 1920, height: 1080 };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('given a lounge screen that nobody touches', () => {
  let browser: Browser;
  let stage: LoungeStage;
  let screen: Screen;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    stage = await openLoungeStage();
    stage.show([carOnStage(0, { status: 'ready', step: 7, expectedAt: null }), carOnStage(1), carOnStage(2)]);
    screen = await openScreen(browser, hd);
    page = screen.page;
    return async () => {
      await screen.context.close();
      await stage.stop();
    };
  });
  afterAll(() => browser.close());

  /** Opens the page and leaves a mark in it, which is gone when it is loaded anew. */
  async function hang(): Promise<void> {
    await page.goto(`${stage.url}/lounge#token=AAAAA-BBBBB-CCCCC-DDDDD`);
    await freshness('fresh');
    await page.locator('.wall canvas').first().waitFor();
    await page.evaluate(() => Object.assign(window, { neverLeft: true }));
  }
  const freshness = (wanted: string) => page.locator(`main[data-fresh="${wanted}"]`).waitFor();
  const neverLeft = () => page.evaluate(() => 'neverLeft' in window);
  const rows = () => page.getByTestId('lounge-row').count();
  const state = () => page.getByTestId('lounge-state').innerText();

  test.each([-7, 9])(
    'when the clock of the television is %i hours wrong, then it shows the time of the shop and is as fresh as it is [LIVE-1] [LNG-5]',
    async (hours) => {
      await page.clock.install({ time: stageOpens + hours * HOUR });
      await hang();
      expect(await state()).toBe('更新于 14:32 Updated 14:32');
      expect(await page.getByTestId('lounge-eta').allInnerTexts()).toEqual(['请到前台 Front desk', '15:32', '15:32']);
      stage.change([
        carOnStage(1, { status: 'ready', step: 7, expectedAt: null, call: { about: 'ready', at: stageOpens } }),
      ]);
      await page.getByTestId('lounge-call').waitFor();
    },
  );

  test('when the clock of the television is set while it runs, then nothing is shown otherwise [LNG-5]', async () => {
    await page.clock.install({ time: stageOpens });
    await hang();
    await page.clock.setSystemTime(stageOpens + 30 * HOUR);
    stage.change([carOnStage(2, { status: 'washing', step: 6 })]);
    await page.getByTestId('lounge-status').filter({ hasText: '洗车' }).waitFor();
    expect(await state()).toBe('更新于 14:32 Updated 14:32');
    await freshness('fresh');
  });

  test('when the line is cut for three hours, then the last rows stay with their age; when it is back, then the screen is, by itself [LNG-5]', async () => {
    await page.clock.install({ time: stageOpens });
    await hang();
    await stage.cut();
    await page.clock.fastForward(20_000);
    await freshness('aging');
    await page.clock.fastForward(3 * HOUR);
    await freshness('stale');
    expect(await state()).toContain('画面 3 小时未更新，请问前台');
    expect(await rows()).toBe(3);
    expect(await page.getByTestId('lounge-label').allInnerTexts()).toEqual(['粤B·**10', '粤B·**11', '粤B·**12']);
    stage.setTime(stageOpens + 3 * HOUR);
    const called = { about: 'ready', at: stageOpens + HOUR } as const;
    stage.show([carOnStage(1, { status: 'ready', step: 7, expectedAt: null, call: called }), carOnStage(3)]);
    await stage.mend();
    await until(async () => {
      await page.clock.runFor(1_000);
      return (await page.locator('main').getAttribute('data-fresh')) === 'fresh';
    }, 60_000);
    expect(await page.getByTestId('lounge-label').allInnerTexts()).toEqual(['粤B·**11', '粤B·**13']);
    expect(await state()).toBe('更新于 17:32 Updated 17:32');
    // Who was called two hours ago is not called now.
    await page.clock.runFor(5_000);
    expect(await page.getByTestId('lounge-call').count()).toBe(0);
    expect(await neverLeft()).toBe(true);
    expect(screen.errors).toEqual([]);
  });

  test('when the server is upgraded while it runs, then it keeps its rows until the new page is served, and only then loads it [WIRE-5] [LNG-5]', async () => {
    await page.clock.install({ time: stageOpens });
    await hang();
    stage.serve(false);
    stage.dismissAll('reload');
    stage.dismiss('reload');
    await until(async () => {
      await page.clock.runFor(5_000);
      return stage.refused >= 5;
    }, 60_000);
    await freshness('stale');
    expect([await neverLeft(), await rows(), stage.opened]).toEqual([true, 3, 1]);
    stage.dismissAll(null);
    stage.serve(true);
    await until(async () => {
      await page.clock.runFor(5_000);
      return !(await neverLeft());
    }, 60_000);
    await freshness('fresh');
    expect(await rows()).toBe(3);
  });

  test('when the line is gone altogether while a new page is due, then the screen does not go dark for it [LNG-5]', async () => {
    await page.clock.install({ time: stageOpens });
    await hang();
    stage.dismiss('reload');
    stage.serve(false);
    await stage.cut();
    for (let minute = 0; minute < 10; minute += 1) await page.clock.runFor(MINUTE);
    expect([await neverLeft(), await rows()]).toEqual([true, 3]);
  });

  test('when a manager wants it loaded anew, then it is [DSPL-5]', async () => {
    await hang();
    stage.reload();
    await until(async () => !(await neverLeft()), 30_000);
    await freshness('fresh');
  });

  test('when it has run for a day, then it is loaded anew in the night, once the server has answered [LNG-5]', async () => {
    await page.clock.install({ time: stageOpens });
    await hang();
    await page.clock.fastForward(24 * HOUR);
    await page.clock.runFor(20_000);
    await until(async () => (await page.locator('main').getAttribute('data-fresh')) === 'fresh', 30_000);
    expect(await neverLeft()).toBe(true);
    stage.serve(false);
    stage.setTime(Date.parse('2026-11-25T03:59:00+08:00'));
    await until(async () => {
      await page.clock.runFor(1_000);
      return stage.refused > 0;
    }, 30_000);
    expect(await neverLeft()).toBe(true);
    stage.serve(true);
    await until(async () => {
      await page.clock.runFor(1_000);
      return !(await neverLeft());
    }, 30_000);
    await freshness('fresh');
  });

  test('when the browser freezes the page for ten minutes, then it says so at once when it goes on, and is true again soon [LIVE-1] [LNG-5]', async () => {
    const television = await switchOn(hd, process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
    try {
      const see = <Value>(expression: string): Promise<Value> => television.evaluate<Value>(expression);
      const fresh = '((document.querySelector("main") || {}).dataset || {}).fresh';
      const text = (testId: string): string =>
        `[...document.querySelectorAll('[data-testid="${testId}"]')].map((one) => one.innerText).join()`;
      // The clock of a machine that slept: it has gone on, and nothing else has.
      const source =
        'const steady = performance.now.bind(performance); let slept = 0; performance.now = () => steady() + slept;';
      await television.tell('Page.addScriptToEvaluateOnNewDocument', { source });
      await television.open(`${stage.url}/lounge#token=AAAAA-BBBBB-CCCCC-DDDDD`);
      await until(async () => (await see(fresh)) === 'fresh', 30_000);
      // Heard after the page's own listener; noted after what that has changed.
      await see(
        `window.seen = []; document.addEventListener('resume', () => { Promise.resolve().then(() => seen.push(${fresh})); })`,
      );
      await television.tell('Page.setWebLifecycleState', { state: 'frozen' });
      await stage.cut();
      await see('slept = 600000');
      await television.tell('Page.setWebLifecycleState', { state: 'active' });
      await until(async () => (await see('seen.length')) === 1);
      expect(await see('seen[0]')).toBe('stale');
      expect(await see(text('lounge-state'))).toContain('画面 10 分钟未更新');
      stage.setTime(stageOpens + 10 * MINUTE);
      const called = { about: 'ready', at: stageOpens + MINUTE } as const;
      stage.show([carOnStage(1), carOnStage(4, { status: 'ready', step: 7, expectedAt: null, call: called })]);
      await stage.mend();
      await until(async () => (await see(fresh)) === 'fresh', 60_000);
      expect(await see(text('lounge-label'))).toBe('粤B·**14,粤B·**11');
      expect(await see(text('lounge-call'))).toBe('');
      expect(television.errors).toEqual([]);
    } finally {
      await television.switchOff();
    }
  });

  test('when a day of changes has gone over it, then neither its heap nor its page has grown [LNG-5]', async () => {
    await page.clock.install({ time: stageOpens });
    await hang();
    const line = await page.context().newCDPSession(page);
    await line.send('HeapProfiler.enable');
    const statuses = ['working', 'inspecting', 'washing', 'waitingParts', 'waitingApproval', 'ready'] as const;
    let sent = 0;
    let minutes = 0;
    /** A minute of the lounge: changes of 20 cars, calls among them, and six pages turned. */
    const liveFor = async (steps: number): Promise<void> => {
      for (let step = 0; step < steps; step += 1) {
        for (let change = 0; change < 20; change += 1) {
          sent += 1;
          const status = statuses[(sent * 7) % statuses.length] ?? 'working';
          const at = stageOpens + minutes * MINUTE;
          const call = status === 'ready' && sent % 3 === 0 ? ({ about: 'ready', at } as const) : null;
          stage.change([carOnStage(sent % 20, { status, label: `A${String(sent % 20)}`, call })]);
        }
        stage.change([carOnStage(20, { label: `N${String(sent)}` })]);
        await page
          .getByTestId('lounge-label')
          .filter({ hasText: `N${String(sent)}` })
          .waitFor({ state: 'attached' });
        minutes += 1;
        for (let turn = 0; turn < 6; turn += 1) {
          stage.setTime(stageOpens + minutes * MINUTE);
          await page.clock.runFor(10_000);
        }
      }
    };
    // Until then the engine compiles and keeps what it needs.
    await liveFor(100);
    const early = await weighed(line);
    await liveFor(60);
    const middle = await weighed(line);
    await liveFor(60);
    const late = await weighed(line);
    expect(sent).toBe(4_400);
    // What still grows is code: the engine goes on compiling for hours. A row kept of each change would be more than twice as much.
    expect(late.heap - middle.heap).toBeLessThan(200_000);
    expect(late.heap).toBeLessThan(early.heap * 1.15);
    expect(Math.abs(late.nodes - middle.nodes)).toBeLessThan(40);
    expect(Math.abs(late.elements - middle.elements)).toBeLessThan(20);
    expect(late.listeners).toBeLessThanOrEqual(middle.listeners + 2);
    expect(await neverLeft()).toBe(true);
    expect(screen.errors).toEqual([]);
  });

  interface Weight {
    /** Bytes in use after everything that can be thrown away was. */
    heap: number;
    /** Nodes that the browser holds, in the page or not. */
    nodes: number;
    listeners: number;
    /** Elements of the page. */
    elements: number;
  }

  async function weighed(line: CDPSession): Promise<Weight> {
    for (let time = 0; time < 3; time += 1) await line.send('HeapProfiler.collectGarbage');
    const { usedSize } = await line.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await line.send('Memory.getDOMCounters');
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    return { heap: usedSize, nodes, listeners: jsEventListeners, elements };
  }
});
