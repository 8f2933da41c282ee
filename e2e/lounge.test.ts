// The lounge screen as customers see and hear it: calls, notices, what the shop and the manager choose, and how little it loads.
import { plainLounge } from '@zhunshi/shared/wire/displayChoices.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, openScreen, type Screen } from './testing/browser.ts';
import { heardOn, recordSound, type SoundWanted } from './testing/recordedSound.ts';
import { carOnStage, openLoungeStage, stageOpens, type LoungeStage } from './testing/loungeStage.ts';
import { setUpSample, type SampleShop } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';
import { loungeRows, openDisplay } from './testing/wallAndLounge.ts';
import { arrive, openAllRound } from './testing/workDone.ts';

const hd = { width: 1920, height: 1080 };
const everyVoice: SoundWanted = {
  voices: [
    { lang: 'zh-CN', localService: true },
    { lang: 'en-US', localService: true },
  ],
  ...{ allowed: true, ends: true },
};
const MINUTE = 60_000;

describe('given a lounge screen', () => {
  let browser: Browser;
  let stage: LoungeStage;
  let opened: Screen[] = [];

  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchBrowser(), openLoungeStage()]);
  });
  beforeEach(async () => {
    await Promise.all(opened.map(({ context }) => context.close()));
    opened = [];
    stage.setTime(stageOpens);
    stage.choose(plainLounge);
    stage.show([]);
  });
  afterAll(async () => {
    await browser.close();
    await stage.stop();
  });

  /** A screen that shows the board of the stage. */
  async function hang(size = hd, search = '', sound: SoundWanted = everyVoice): Promise<Page> {
    const screen = await openScreen(browser, size);
    opened.push(screen);
    await recordSound(screen.page, sound);
    await screen.page.goto(`${stage.url}/lounge${search}#token=AAAAA-BBBBB-CCCCC-DDDDD`);
    await screen.page.locator('main[data-fresh="fresh"]').waitFor();
    await screen.page.locator('.wall canvas').first().waitFor();
    return screen.page;
  }

  const ready = (position: number, at = stageOpens) =>
    carOnStage(position, { status: 'ready', step: 7, expectedAt: null, call: { about: 'ready', at } });
  const banner = (page: Page) => page.getByTestId('lounge-call');

  test('when a car becomes ready, then the banner stands, the chime sounds, and it is said in both languages, twice [ANN-1] [ANN-2]', async () => {
    stage.show([carOnStage(2)]);
    const page = await hang();
    stage.change([ready(2)]);
    await banner(page).waitFor();
    expect(await banner(page).innerText()).toMatch(/粤B·\*\*12 的车主，\s*您的爱车已完工，请到前台 Your car is ready/);
    const zh = 'zh-CN 0.7: 粤B，尾号 1 2 的车主，您的爱车已完工，请到前台';
    await until(async () => (await heardOn(page)).filter((sound) => sound === zh).length === 2, 30_000);
    await banner(page).waitFor({ state: 'detached' });
    const heard = await heardOn(page);
    const spoken = heard.filter((sound) => sound.includes(':')).map((sound) => sound.slice(0, 2));
    expect(spoken).toEqual(['zh', 'en', 'zh', 'en']);
    expect(heard[0]).toBe('note running');
    expect(opened[0]?.errors).toEqual([]);
  });

  test('when it is opened while a car is being called, then nothing is called again; what comes then is [ANN-1]', async () => {
    stage.show([ready(2)]);
    const page = await hang();
    stage.change([ready(3)]);
    await until(async () => (await heardOn(page)).length > 0);
    expect(await banner(page).innerText()).toContain('粤B·**13');
    expect((await heardOn(page)).join()).not.toContain('1 2');
  });

  test('when the shop has quiet hours, then there is the banner and not a sound [ANN-4]', async () => {
    stage.show([carOnStage(2)], { quietHours: ['12:00', '15:00'] });
    const page = await hang();
    stage.change([ready(2)]);
    await banner(page).waitFor();
    await banner(page).waitFor({ state: 'detached' });
    expect(await heardOn(page)).toEqual([]);
  });

  test('when the voices of the machine are somewhere else, then a chime calls [ANN-4]', async () => {
    stage.show([carOnStage(2)]);
    const page = await hang(hd, '', { ...everyVoice, voices: [{ lang: 'zh-CN', localService: false }] });
    stage.change([ready(2)]);
    await banner(page).waitFor();
    await banner(page).waitFor({ state: 'detached' });
    const heard = await heardOn(page);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.filter((sound) => sound !== 'note running')).toEqual([]);
  });

  test('when a speech never ends, then the next customer is called nevertheless [ANN-5]', async () => {
    stage.show([carOnStage(2), carOnStage(3)]);
    const page = await hang(hd, '', { ...everyVoice, ends: false });
    stage.change([ready(2), ready(3, stageOpens + 1)]);
    await banner(page).filter({ hasText: '粤B·**12' }).waitFor();
    await banner(page).filter({ hasText: '粤B·**13' }).waitFor({ timeout: 60_000 });
    expect(await heardOn(page)).toContain('cancelled');
  });

  test('when the browser keeps the page silent, then it says so, and is heard once somebody has touched it [ANN-5]', async () => {
    stage.show([carOnStage(2)]);
    const page = await hang(hd, '', { ...everyVoice, allowed: false });
    await page.getByTestId('tap-for-sound').waitFor();
    stage.change([ready(2)]);
    await banner(page).waitFor();
    await page.mouse.click(400, 400);
    await page.getByTestId('tap-for-sound').waitFor({ state: 'detached' });
    stage.change([ready(2, stageOpens + MINUTE)]);
    await until(async () => (await heardOn(page)).includes('note running'), 60_000);
    expect((await heardOn(page)).filter((sound) => sound === 'note suspended')).toEqual([]);
  });

  test('when a real browser has not been touched, then it keeps the page silent, and the page says so [ANN-5]', async () => {
    stage.show([carOnStage(2)]);
    const screen = await openScreen(browser, hd);
    opened.push(screen);
    // Whatever a test asks of the page counts as a touch to this browser, even a look for an element: the page has to say it by itself.
    await screen.page.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (document.querySelector('[data-testid="tap-for-sound"]') === null) return;
        watch.disconnect();
        navigator.sendBeacon('/asks-to-be-touched');
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    const asked = screen.page.waitForRequest('**/asks-to-be-touched');
    await screen.page.goto(`${stage.url}/lounge#token=AAAAA-BBBBB-CCCCC-DDDDD`);
    await asked;
    await screen.page.keyboard.press('Enter');
    await screen.page.getByTestId('tap-for-sound').waitFor({ state: 'detached' });
    expect(screen.errors).toEqual([]);
  });

  test('when the shop posts a notice, then it is on the screen while it is on [LNG-6]', async () => {
    const page = await hang();
    stage.change([{ key: 'notice:1', kind: 'notice', zh: '周日休息', en: 'Closed on Sunday', from: stageOpens }]);
    await page.getByTestId('lounge-notice').waitFor();
    expect(await page.getByTestId('lounge-notice').innerText()).toBe('周日休息 Closed on Sunday');
    stage.change([], ['notice:1']);
    await page.getByTestId('lounge-notice').waitFor({ state: 'detached' });
  });

  test('when a manager chooses for the screen, then it follows without being touched [LNG-7]', async () => {
    const page = await hang();
    const form = (name: string) => page.locator(`main[data-form="${name}"]`).waitFor();
    const wall = () => page.locator('.wall').boundingBox();
    await form('landscape');
    expect(await wall()).toMatchObject({ x: 0, y: 0, width: 1920, height: 1080 });
    stage.choose({ inset: 5, turned: false, leds: true });
    await until(async () => ((await wall())?.x ?? 0) >= 54);
    expect((await wall())?.height).toBeGreaterThan(900);
    stage.choose({ inset: 0, turned: true, leds: true });
    await form('portrait');
    expect(await wall()).toMatchObject({ x: 0, y: 0, width: 1920, height: 1080 });
    stage.choose({ inset: 0, turned: false, leds: false });
    await form('landscape');
    await page.locator('.grid').waitFor({ state: 'hidden' });
  });

  test('when its own address chooses, then that goes first [LNG-7]', async () => {
    stage.choose({ inset: 0, turned: false, leds: true });
    const page = await hang(hd, '?turned=1&leds=0');
    await page.locator('main[data-form="portrait"]').waitFor();
    await page.locator('.grid').waitFor({ state: 'hidden' });
  });

  test('when a manager asks which screen it is, then it shows its name', async () => {
    const page = await hang();
    stage.choose(plainLounge, '二楼休息区');
    stage.identify();
    await page.getByTestId('identify').filter({ hasText: '二楼休息区' }).waitFor();
    await page.getByTestId('identify').waitFor({ state: 'detached' });
  });

  test.each([
    ['1080p', hd, 'landscape'],
    ['4K', { width: 3840, height: 2160 }, 'landscape'],
    ['a small one', { width: 960, height: 540 }, 'small'],
    ['portrait', { width: 1080, height: 1920 }, 'portrait'],
  ] as const)(
    'when thirty cars are shown on %s, then it has that form, every car is on a page, and ready ones come first [LNG-1]',
    async (_name, size, form) => {
      stage.show(Array.from({ length: 30 }, (_, index) => (index % 10 === 9 ? ready(index) : carOnStage(index))));
      const page = await hang(size);
      await page.locator(`main[data-form="${form}"]`).waitFor();
      await until(async () => (await page.getByTestId('lounge-row').count()) === 30);
      const states = await page.getByTestId('lounge-status').allInnerTexts();
      expect(states.slice(0, 4).map((text) => text.includes('请取车'))).toEqual([true, true, true, false]);
      const [, pages = ''] = ((await page.locator('main').getAttribute('data-page')) ?? '').split('/');
      expect(Number(pages)).toBe(form === 'portrait' ? 3 : 5);
    },
  );
});

describe('given the server as it is installed, with a lounge screen', () => {
  const car = { order: 'LNG1', plate: '粤B6K812', service: '一般维修', work: '三滤更换' };
  let server: ServerProcess;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test('when a television opens the page for the first time, then at most 60 KB of code come to it, its dot font apart [LNG-8]', async () => {
    const { page } = await openScreen(browser, hd);
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    const address = new Map<string, string>();
    const sizes = new Map<string, number>();
    line.on('Network.responseReceived', ({ requestId, response }) => address.set(requestId, response.url));
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
    await page.goto(`${server.url}/lounge`);
    await page.locator('main').waitFor();
    await until(async () => [...sizes].filter(([id]) => /\.bin$/.test(address.get(id) ?? '')).length === 2);
    const transferred = [...sizes].map(([id, bytes]) => ({ url: address.get(id) ?? '', bytes }));
    const sum = (wanted: RegExp): number =>
      transferred.filter(({ url }) => wanted.test(url)).reduce((all, { bytes }) => all + bytes, 0);
    const code = /lounge$|\.(js|css)$/;
    expect(sum(code)).toBeGreaterThan(20_000);
    expect(sum(code)).toBeLessThanOrEqual(60 * 1024);
    // Compressed, too; both sizes of the letters.
    const fonts = await Promise.all(
      ['led16', 'led24'].map((name) => readFile(join(import.meta.dirname, `../client-lounge/font/${name}.bin`))),
    );
    expect(sum(/\.bin$/)).toBeLessThan((fonts.reduce((all, { length }) => all + length, 0) * 2) / 3);
  });

  test('when a price waits for the answer of a customer in the lounge, then they are called, and once more when the desk says so; a notice that is posted is shown [ANN-1] [CAL-3] [NTC-2]', async () => {
    const shop = await setUpSample(server.url, server.printed());
    const desk = await shop.person('P29');
    const give = async (command: Parameters<SampleShop['command']>[1]): Promise<void> => {
      const answer = await shop.command(desk, command);
      if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer.refusal)}`);
    };
    await openAllRound(shop, desk);
    await arrive(shop, desk, [car]);
    await give({ type: 'SetWhereabouts', job: car.order, waits: 'lounge' });
    const lounge = await openDisplay(browser, server.url, 'lounge', await shop.display('lounge'));
    await until(async () => (await loungeRows(lounge)).length === 1);

    const operations = [{ name: '前刹车片更换', minutes: 50 }];
    await give({ type: 'ProposeWork', job: car.order, foundIn: null, operations, freesBay: false, note: null });
    const proposal = (await shop.state(desk)).jobs[car.order]?.proposals[0]?.id ?? '';
    await give({ type: 'QuoteWork', job: car.order, proposal, priceCents: 48_000, minutes: 50, promisedAt: null });
    const banner = lounge.page.getByTestId('lounge-call');
    await banner.filter({ hasText: '粤B·**12 的车主，请到前台确认增项' }).waitFor();
    await banner.waitFor({ state: 'detached' });
    await give({ type: 'CallInLounge', job: car.order });
    await banner.waitFor();

    const now = Date.now();
    const notice = {
      notice: 'n1',
      zh: '周日休息',
      en: 'Closed on Sunday',
      from: now - MINUTE,
      until: now + 60 * MINUTE,
    };
    await give({ type: 'PostNotice', ...notice });
    await lounge.page.getByTestId('lounge-notice').filter({ hasText: '周日休息 Closed on Sunday' }).waitFor();
    expect(lounge.errors).toEqual([]);
    expect(lounge.received.join()).not.toMatch(/6K812|刹车片|48000|罗海青/);
  });
});
