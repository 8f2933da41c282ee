// The customer's own page, from the slip that the desk prints to the thanks after the hand-over: a console and a phone, two browsers.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canRunOldChromium } from '../scripts/steps/ensureOldChromium.mjs';
import { axeFindings } from './testing/axeFindings.ts';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { switchOn } from './testing/oldTelevision.ts';
import { readCode } from './testing/qrCode.ts';
import { ownPin, setUpSample, type Person, type SampleShop } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';
import { arrive, finishWork, openAllRound } from './testing/workDone.ts';

const minute = 60_000;
const car = { order: 'CU1', plate: '粤B6K802', service: '一般维修', work: '三滤更换' };
const other = { order: 'CU2', plate: '粤B7M913', service: '常规保养', work: '机油机滤更换' };
const phones = {
  usual: { width: 390, height: 844 },
  low: { width: 360, height: 640 },
  small: { width: 320, height: 568 },
};

describe('given a car at the desk and its customer with a phone', () => {
  let server: ServerProcess;
  let browser: Browser;
  let shop: SampleShop;
  let desk: Person;
  let front: Screen;
  let phone: Screen;
  let address = '';
  /** Everything that a phone asked for. */
  const asked: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
    shop = await setUpSample(server.url, server.printed());
    desk = await shop.person('P29');
    await openAllRound(shop, desk);
    await arrive(shop, desk, [car, other]);
    front = await openScreen(browser, sizes.console);
    await front.page.goto(server.url);
    await new ConsolePage(front.page).logIn('P29', ownPin, null);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const give = async (command: Parameters<SampleShop['command']>[1], by = desk): Promise<void> => {
    const answer = await shop.command(by, command);
    if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer.refusal)}`);
  };
  const jobNow = async (): Promise<Job> => {
    const job = (await shop.state(desk)).jobs[car.order];
    if (!job) throw new Error('The car is not there');
    return job;
  };
  const on = (testid: string) => phone.page.getByTestId(testid);
  const shows = (status: string) => phone.page.locator(`[data-testid="track"][data-status="${status}"]`).waitFor();
  const openPhone = async (size = phones.usual, locale = 'zh-CN'): Promise<Screen> => {
    const screen = await openScreen(browser, size, { locale, hasTouch: true, isMobile: true });
    screen.page.on('request', (request) => asked.push(request.url()));
    screen.page.on('websocket', (socket) => asked.push(socket.url()));
    await screen.page.goto(address);
    await screen.page.locator('[data-testid="track"][data-fresh="fresh"]').waitFor();
    return screen;
  };
  const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement);
  /** Whole within what the phone shows without being moved. */
  const isInSight = (page: Page, place: Locator) =>
    until(async () => {
      const box = await place.boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0);
    }).then(() => true);
  const propose = async (works: string[]): Promise<void> =>
    give({
      type: 'ProposeWork',
      job: car.order,
      foundIn: null,
      operations: works.map((name) => ({ name, minutes: null })),
      freesBay: false,
      note: null,
    });
  const quote = async (proposal: string, priceCents: number, promisedAt: number | null = null): Promise<void> =>
    give({ type: 'QuoteWork', job: car.order, proposal, priceCents, minutes: 30, promisedAt });
  const offer = (proposal: string, state: string) =>
    phone.page.locator(`[data-testid="offer"][data-proposal="${proposal}"][data-state="${state}"]`);

  test('when the desk opens its slip, then it is all there, with the code of its page, on the screen and on paper [TRK-7]', async () => {
    const console = new ConsolePage(front.page);
    await console.find(car.order);
    await console.panel(car.order).getByTestId('further').click();
    await console.at('slip-open').click();
    const sheet = console.at('slip-dialog').getByTestId('slip-sheet');
    await sheet.waitFor();
    const { slip } = await jobNow();
    const said = await sheet.innerText();
    for (const text of [slip ?? '', car.plate.slice(2), car.order, '李敏', 'Check-in slip'])
      expect(said).toContain(text);
    // The test's own address works on this machine only.
    expect(await console.at('slip-only-here').isVisible()).toBe(true);
    expect(await axeFindings(front.page, '[data-testid="slip-dialog"]')).toEqual([]);
    address = await readCode(front.page, sheet.getByTestId('slip-code'));
    expect(address).toBe(await console.at('slip-link').inputValue());
    expect(address).toMatch(new RegExp(`^${server.url}/t/[A-Za-z0-9_-]{22}$`));

    await front.page.emulateMedia({ media: 'print' });
    const paper = front.page.locator('.print-only');
    expect(await paper.isVisible()).toBe(true);
    expect(await console.at('slip-print').isVisible()).toBe(false);
    expect(await readCode(front.page, paper.getByTestId('slip-code'))).toBe(address);
    await front.page.emulateMedia({ media: 'screen' });
    await console.at('slip-close').click();
    // The same again with one press, from the panel, as after a check-in.
    await console.panel(car.order).getByTestId('panel-slip').click();
    await sheet.waitFor();
    expect(await console.at('slip-link').inputValue()).toBe(address);
    // A new link ends the old one, so it is asked twice; here nobody means it.
    await console.at('slip-renew').click();
    await console.at('slip-renew-sure').waitFor();
    expect(await axeFindings(front.page, '[data-testid="slip-dialog"]')).toEqual([]);
    await console.at('slip-close').click();
  });

  test('when that code is opened, then the page shows this car and when it is done, whole and to everybody [TRK-1] [TRK-6]', async () => {
    phone = await openPhone();
    await shows('waiting');
    expect(await on('plate').innerText()).toContain(car.plate.slice(2));
    expect(await on('step').evaluateAll((steps) => steps.map((step) => step.getAttribute('data-state')))).toContain(
      'soon',
    );
    expect(await axeFindings(phone.page)).toEqual([]);
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('when its work begins and ends, then the page follows without a touch [TRK-6]', async () => {
    await finishWork(shop, desk, car.order);
    await shows('inspecting');
    expect(await phone.page.locator('[data-testid="step"][data-kind="work"]').getAttribute('data-state')).toBe('done');
  });

  test('when work is found, then it is told at once, and to be decided when it has a price [TRK-4]', async () => {
    await propose(['火花塞更换']);
    await offer('x1', 'pricing').waitFor();
    expect(await on('offer-approve').count()).toBe(0);
    await quote('x1', 48_000, Math.ceil(Date.now() / minute) * minute + 700 * minute);
    await offer('x1', 'open').waitFor();
    expect(await on('offer-price').innerText()).toBe('¥480.00');
    expect(await axeFindings(phone.page)).toEqual([]);
  });

  test('when the quote changes while the customer decides, then nothing is sent, and they are asked anew [TRK-4] [ADD-13]', async () => {
    await on('offer-approve').click();
    await on('offer-confirm').waitFor();
    await quote('x1', 52_000, Math.ceil(Date.now() / minute) * minute + 720 * minute);
    await on('offer-confirm').waitFor({ state: 'hidden' });
    expect(await offer('x1', 'open').getByRole('alert').innerText()).toContain('报价');
    expect(await on('offer-price').innerText()).toBe('¥520.00');
    expect((await jobNow()).proposals[0]?.answer).toBeNull();
  });

  test('when it is approved in two steps, then the desk has it as theirs, by the link, with the new promise [TRK-4]', async () => {
    await on('offer-approve').click();
    await on('offer-confirm').click();
    await offer('x1', 'approved').waitFor();
    const job = await jobNow();
    expect(job.proposals[0]?.answer).toMatchObject({ approved: true, how: 'link', by: '@customer' });
    expect(job.promises.at(-1)).toMatchObject({ reason: 'additionalWork', confirmed: 'link' });
    expect(await on('change').first().innerText()).toContain('增加了项目');
  });

  test('when it is answered on a low screen, then what came of it is in sight, has the focus, and stays where it was pressed [TRK-4] [ALL-3]', async () => {
    await propose(['制动液更换']);
    await quote('x2', 128_850);
    const low = await openPhone(phones.low);
    const card = low.page.locator('[data-proposal="x2"]');
    expect(await card.getByTestId('offer-price').innerText()).toBe('¥1,288.50');
    expect(await low.page.locator('[data-state="proposed"]').innerText()).toContain('尚未确定');
    await card.getByTestId('offer-approve').click();
    await card.getByTestId('offer-back').click();
    expect(await hasFocus(card.getByTestId('offer-approve'))).toBe(true);
    await card.getByTestId('offer-approve').click();
    await card.getByTestId('offer-confirm').click();
    await card.getByTestId('offer-received').waitFor();
    await card.locator('xpath=self::*[@data-state="approved"]').waitFor();
    expect(await card.getByTestId('offer-received').getAttribute('role')).toBe('status');
    expect(await isInSight(low.page, card.getByTestId('offer-received'))).toBe(true);
    expect(await hasFocus(card.locator('div[tabindex="-1"]'))).toBe(true);
    expect(await axeFindings(low.page)).toEqual([]);
    await low.context.close();
  });

  test('when the network is gone as they decline, then it is kept over a reload, sent once, and told when it is done [TRK-5]', async () => {
    await propose(['空调滤芯更换']);
    await quote('x3', 9_000);
    await offer('x3', 'open').waitFor();
    // A line on which nothing comes back any more, as in a lift: what is said arrives, and its answer does not.
    let deaf = false;
    await phone.page.routeWebSocket(/socket\.io/, (route) => {
      const line = route.connectToServer();
      line.onMessage((message) => {
        if (!deaf) route.send(message);
      });
    });
    await phone.page.reload();
    await offer('x3', 'open').getByTestId('offer-decline').click();
    deaf = true;
    await on('offer-confirm').click();
    await on('offer-pending').waitFor();
    await until(async () => (await jobNow()).proposals[2]?.answer?.approved === false);
    const { touched } = await jobNow();
    deaf = false;
    await phone.page.reload();
    await offer('x3', 'declined').waitFor();
    const declined = (await jobNow()).proposals.filter(({ answer }) => answer !== null);
    expect(declined.map(({ answer }) => answer?.approved)).toEqual([true, true, false]);
    await until(async () => phone.page.evaluate(() => sessionStorage.getItem('zhunshi.track.answer') === null));
    expect((await jobNow()).touched).toBe(touched);
  });

  test('when the desk has answered before them, then the page says so instead of deciding again [TRK-4]', async () => {
    await propose(['空调滤芯更换']);
    await quote('x4', 9_000);
    const second = await openPhone(phones.low);
    const there = second.page.locator('[data-proposal="x4"]');
    await there.getByTestId('offer-approve').click();
    await offer('x4', 'open').getByTestId('offer-decline').click();
    await on('offer-confirm').click();
    await offer('x4', 'declined').waitFor();
    await there.locator('xpath=self::*[@data-state="declined"]').waitFor();
    expect(await second.page.getByTestId('offer-confirm').count()).toBe(0);
    // The question that vanished is accounted for, and so is who answered it [TRK-9].
    expect(await there.getByRole('alert').innerText()).toContain('答复：不同意。您这次的选择没有计入');
    expect(await hasFocus(there.locator('div[tabindex="-1"]'))).toBe(true);
    expect(await isInSight(second.page, there.getByRole('alert'))).toBe(true);
    expect(await there.getByTestId('offer-answered').innerText()).toContain('您在手机上');
    await second.context.close();
  });

  test('when it speaks English or is read in the dark or on a small phone, then it is all there and clean [TRK-6]', async () => {
    const english = await openPhone(phones.small, 'en-GB');
    await english.page.emulateMedia({ colorScheme: 'dark' });
    expect(await english.page.getByTestId('status').innerText()).toMatch(/[A-Za-z]/);
    expect(await axeFindings(english.page)).toEqual([]);
    expect(await english.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const small = await english.page
      .locator('button')
      .evaluateAll((buttons) => buttons.filter((button) => button.getBoundingClientRect().height < 44).length);
    expect(small).toBe(0);
    await english.page.getByTestId('language').click();
    expect(await english.page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(english.errors).toEqual([]);
    await english.context.close();
  });

  test.skipIf(!canRunOldChromium())(
    'when a phone of 2018 opens it, then it shows the car and no error [OLD-1]',
    async () => {
      const old = await switchOn(phones.usual);
      await old.open(address);
      const status = `document.querySelector('[data-testid="track"]') && document.querySelector('[data-testid="track"]').dataset.fresh`;
      await until(async () => (await old.evaluate<string | null>(status)) === 'fresh', 30_000);
      expect(await old.evaluate<string>(`document.querySelector('[data-testid="plate"]').textContent`)).toContain(
        'K802',
      );
      expect(old.errors).toEqual([]);
      await old.switchOff();
    },
  );

  test('when it is ready, then it is asked to the front desk of this shop [TRK-6]', async () => {
    // What was approved, on the one phone and on the other.
    await finishWork(shop, desk, car.order);
    await finishWork(shop, desk, car.order);
    const { bays, staff, jobs } = await shop.state(desk);
    const inspection = jobs[car.order]?.operations.find(({ kind }) => kind === 'inspection')?.id ?? '';
    const bay = Object.values(bays).find(({ workTypes }) => workTypes.includes('inspection'))?.code ?? null;
    const inspector = Object.values(staff).find(({ roles }) => roles.includes('inspector'))?.id ?? '';
    const by = await shop.person(inspector);
    const ofInspection = { job: car.order, operation: inspection };
    await give({ type: 'Dispatch', job: car.order, operations: [inspection], bay, crew: [inspector] });
    await give({ type: 'StartOperation', ...ofInspection }, by);
    await give({ type: 'PassInspection', ...ofInspection }, by);
    await give({ type: 'MarkReady', job: car.order });
    await shows('ready');
    expect(await on('come').innerText()).toContain('前台');
  });

  test('when it was handed over, then one question is asked, answered once, and thanked for [TRK-5]', async () => {
    await give({ type: 'CallCustomer', job: car.order });
    await give({ type: 'Settle', job: car.order });
    await give({ type: 'HandOver', job: car.order, cause: null, note: null });
    await shows('handedOver');
    expect(await axeFindings(phone.page)).toEqual([]);
    await on('question-send').click();
    expect(await on('question').getByRole('alert').innerText()).not.toBe('');
    // Another phone with the same link is about to say the opposite.
    const second = await openPhone(phones.low);
    await second.page.getByTestId('punctual-no').check();
    await on('punctual-yes').check();
    await on('satisfaction-4').check();
    await on('question-send').click();
    await on('thanks').waitFor();
    expect(await isInSight(phone.page, on('thanks'))).toBe(true);
    await second.page.getByTestId('question').getByRole('alert').filter({ hasText: '没有计入' }).waitFor();
    expect(await second.page.getByTestId('thanks').count()).toBe(0);
    await second.context.close();
    expect((await jobNow()).followUp).toMatchObject({ punctual: true, satisfaction: 4 });
    expect(phone.errors).toEqual([]);
  });

  test('when a link is wrong, or the visit is cancelled, then the page is friendly and holds nothing [TRK-3] [TRK-6]', async () => {
    const made = await fetch(`${server.url}/api/v1/shops/${shop.id}/jobs/${other.order}/link`, {
      method: 'POST',
      headers: { cookie: desk.cookie, origin: server.url },
    });
    address = `${server.url}${((await made.json()) as { path: string }).path}`;
    const theirs = await openPhone();
    await give({ type: 'CancelJob', job: other.order, reason: 'customerWish' });
    await theirs.page.getByTestId('over').waitFor();
    expect(await theirs.page.locator('body').innerText()).not.toContain('M913');
    for (const cut of ['A'.repeat(22), '']) {
      await theirs.page.goto(`${server.url}/t/${cut}`);
      await theirs.page.getByTestId('over').waitFor();
    }
    expect(await axeFindings(theirs.page)).toEqual([]);
    expect(theirs.errors).toEqual([]);
  });

  test('when the server is gone, then the page says that it is old, and is live again by itself when it is back [TRK-6] [LIVE-1]', async () => {
    const made = await fetch(`${server.url}/api/v1/shops/${shop.id}/jobs/${car.order}/link`, {
      method: 'POST',
      headers: { cookie: desk.cookie, origin: server.url },
    });
    const { path } = (await made.json()) as { path: string };
    const screen = await openScreen(browser, phones.usual, { hasTouch: true, isMobile: true });
    await screen.page.clock.install();
    await screen.page.goto(`${server.url}${path}`);
    const page = screen.page.getByTestId('track');
    const isFresh = async (wanted: string): Promise<boolean> => {
      await screen.page.clock.runFor(1_000);
      return (await page.getAttribute('data-fresh')) === wanted;
    };
    await until(() => isFresh('fresh'), 60_000);
    await server.kill();
    await until(() => isFresh('stale'), 60_000);
    expect(await screen.page.getByTestId('fresh-line').innerText()).toContain('网络不通');
    expect(await screen.page.getByTestId('plate').innerText()).toContain('K802');
    await server.restart();
    await until(() => isFresh('fresh'), 60_000);
    await screen.context.close();
  });

  test('then nothing came from anywhere but the shop’s own server, and no token is in what it printed [TRK-3]', () => {
    const elsewhere = asked.filter((url) => !url.startsWith('data:') && new URL(url).host !== new URL(server.url).host);
    expect([asked.length > 0, elsewhere]).toEqual([true, []]);
    expect(server.printed()).not.toContain(address.slice(-22));
    expect(phone.received.join('\n')).not.toContain('M913');
  });

  test('when the car comes again and its promise is provisional, then slip and page say so until the desk makes it firm [TRK-7]', async () => {
    const { orders, vehicle, customer } = await jobNow();
    const [before] = orders;
    if (!before) throw new Error('A visit without an order');
    const promisedAt = Math.ceil(Date.now() / minute) * minute + 300 * minute;
    const { advisor, serviceType, payer } = before;
    await give({
      ...{ type: 'ReceiveWalkIn', order: 'WT-PROVISIONAL', vehicle, customer, advisor, serviceType, payer },
      ...{ mileageKm: null, operations: [{ name: '轮胎更换', minutes: null }], promisedAt, promiseKind: 'provisional' },
      ...{ waits: 'lounge', wash: false, hasWords: false, comebackOf: null },
    });

    const console = new ConsolePage(front.page);
    await console.find('WT-PROVISIONAL');
    const dialog = console.at('slip-dialog');
    const openSlip = async (): Promise<void> => {
      await console.panel('WT-PROVISIONAL').getByTestId('panel-slip').click();
      await dialog.getByTestId('slip-code').waitFor();
    };
    await openSlip();
    expect(await dialog.getByTestId('slip-provisional').innerText()).toBe('暂定 / provisional');
    const page = await openScreen(browser, phones.usual, { hasTouch: true, isMobile: true });
    await page.page.goto(await console.at('slip-link').inputValue());
    await console.at('slip-close').click();
    const promised = page.page.getByTestId('promised');
    expect(await promised.innerText()).toContain('暂定');

    const firm = { kind: 'firm', reason: 'firmedUp', cause: null, confirmed: 'desk' } as const;
    await give({ type: 'MakePromise', job: 'WT-PROVISIONAL', promisedAt, ...firm });
    await until(async () => !(await promised.innerText()).includes('暂定'));
    await openSlip();
    expect(await dialog.getByTestId('slip-provisional').count()).toBe(0);
    await console.at('slip-close').click();
    await page.context.close();
  });
});
