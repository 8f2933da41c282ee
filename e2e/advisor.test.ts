// An advisor's day at the front desk, with the dispatcher's console beside it in a second browser: a car written up by its plate, one
// that was here before, a booked one; more work found, priced and agreed; the customer called, the key handed over.
import type { Job, ShopState } from '@zhunshi/shared/domain/state.ts';
import { localDay } from '@zhunshi/shared/time/shopTime.ts';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsoleForm } from './testing/consoleForm.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { ownPin, setUpSample, type Person, type SampleShop } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';
import { workOn } from './testing/workOn.ts';

const timeZone = 'Asia/Shanghai';
const minute = 60_000;
const guest = { plate: '粤BD77317', name: '钟意远', phone: '19900006631' };
const known = { plate: '粤B6K802', name: '罗海青', phone: '19900007701', model: '途岳', mileage: '38741' };
const booked = { plate: '粤B7M913', name: '唐秋实' };
/** Presses and texts that writing up a usual car may take. */
const mostSteps = 12;

/** A car that will be cancelled, so that it is known; and one that is booked for now. */
function orders(): Uint8Array {
  const heading =
    '委托书号,车牌号,VIN,车型,里程(km),客户姓名,联系电话,服务顾问,维修类型,维修项目(名称/标准工时分钟),进厂时间,约定交车时间,预约,在店等候,洗车,客户描述';
  const day = localDay(Date.now() + 30 * minute, timeZone);
  const rows = [
    `OLD1,${known.plate},LSVAE5G06P2940001,${known.model},${known.mileage},${known.name},${known.phone},李敏,常规保养,机油机滤更换/40,${day} 23:40,${day} 23:50,是,否,否,`,
    `BOOK1,${booked.plate},LSVAE5G06P2940002,途观,12741,${booked.name},19900007702,李敏,一般维修,三滤更换/35,${day} 23:40,${day} 23:50,是,否,否,`,
  ];
  return Buffer.from([heading, ...rows].join('\n'), 'utf8');
}

describe('given an advisor at the front desk and a dispatcher at another', () => {
  let server: ServerProcess;
  let browser: Browser;
  let shop: SampleShop;
  let dispatcher: Person;
  let screens: Record<'front' | 'desk', Screen>;
  let front: ConsolePage;
  let desk: ConsolePage;
  let walkIn = '';

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
    shop = await setUpSample(server.url, server.printed());
    dispatcher = await shop.person('P29');
    await shop.person('P24');
    // The day has hours all round, so that it does not matter when the test runs.
    for (const minutes of [0, 24 * 60]) {
      const day = localDay(Date.now() + minutes * minute, timeZone);
      const hours = { kind: 'special' as const, windows: [['00:00', '23:59'] as const] };
      expect((await shop.command(dispatcher, { type: 'SetDayHours', day, hours })).ok).toBe(true);
    }
    await shop.importDay(dispatcher, orders());
    await shop.command(dispatcher, { type: 'CancelJob', job: 'OLD1', reason: 'customerWish' });
    screens = { front: await openScreen(browser, sizes.console), desk: await openScreen(browser, sizes.console) };
    [front, desk] = [new ConsolePage(screens.front.page), new ConsolePage(screens.desk.page)];
    for (const { page } of [front, desk]) await page.goto(server.url);
    await front.logIn('P24', ownPin, null);
    await desk.logIn('P29', ownPin, null);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const stateNow = (): Promise<ShopState> => shop.state(dispatcher);
  const jobNow = async (job: string): Promise<Job> => {
    const found = (await stateNow()).jobs[job];
    if (!found) throw new Error(`There is no ${job}`);
    return found;
  };
  const jobOf = (wanted: string): Promise<string> =>
    front.page
      .locator('[data-testid="car"]', { hasText: wanted })
      .getAttribute('data-job')
      .then((job) => job ?? '');
  const row = (list: string): Locator => front.at(list).locator('[data-testid="row"]', { hasText: guest.plate });
  const focused = (): Promise<string> =>
    front.page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName ?? '');

  test('when the advisor logs in, then the desk opens with their own cars, and what is empty says so', async () => {
    await front.at('advisor-view').waitFor();
    expect(await front.at('scope-mine').getAttribute('aria-pressed')).toBe('true');
    for (const list of ['cars', 'approvals', 'calls', 'hand-overs']) {
      expect(await front.at(list).getByTestId('count').innerText()).toBe('0');
      expect((await front.at(list).innerText()).length).toBeGreaterThan(10);
    }
    expect(await front.at('bookings').innerText()).toContain(booked.plate);
  });

  test('when an unknown car comes, then its plate, customer and work are written up by the keyboard in a dozen steps [ADV-1]', async () => {
    let steps = 0;
    const type = async (text: string): Promise<void> => {
      steps += 1;
      await front.page.keyboard.type(text);
    };
    const enter = async (leadsTo: string): Promise<void> => {
      steps += 1;
      await front.page.keyboard.press('Enter');
      await until(async () => (await focused()) === leadsTo);
    };
    await front.at('plate').focus();
    await type(guest.plate);
    await front.page.locator('[data-testid="plate-match"][aria-selected="true"]').waitFor();
    await enter('name');
    await type(guest.name);
    await enter('phone');
    await type(guest.phone);
    await enter('model');
    await enter('mileageKm');
    await enter('work-0');
    await type('机油机滤');
    await enter('work-1');
    await enter('BUTTON');
    const offered = await new ConsoleForm(front, 'ReceiveWalkIn').value('promisedAt');
    expect(offered).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d0$/);
    steps += 1;
    await front.page.keyboard.press('Enter');
    await front.at('form-ReceiveWalkIn').waitFor({ state: 'hidden' });
    expect(steps).toBeLessThanOrEqual(mostSteps);

    walkIn = await jobOf(guest.plate);
    const job = await jobNow(walkIn);
    expect(job).toMatchObject({ advisor: 'P24', operations: [{ name: '机油机滤更换' }, {}, {}] });
    expect(job.promises).toHaveLength(1);
    await desk.card(walkIn).waitFor();
    expect(await desk.card(walkIn).innerText()).toContain('D77317');
  });

  test('when a car comes that was here before, then its last digits fill in what is known, and usual work and the offered promise are a press each [ADV-1]', async () => {
    await front.at('plate').fill('802');
    await front.page.locator('[data-testid="plate-match"][data-act="receive"]', { hasText: known.plate }).waitFor();
    await front.page.keyboard.press('Enter');
    const form = new ConsoleForm(front, 'ReceiveWalkIn');
    await form.dialog.waitFor();
    for (const [field, value] of Object.entries({ plate: known.plate, name: known.name, phone: known.phone })) {
      expect(await form.value(field)).toBe(value);
    }
    expect(await form.value('model')).toBe(known.model);
    // What was read the last time is said; today's is read again.
    expect(await form.value('mileageKm')).toBe('');
    expect(await form.dialog.innerText()).toContain(known.mileage);
    await form.dialog.locator('[data-testid="usual-work"][data-name="机油机滤更换"]').click();
    await form.tick('promiseKind', 'firm');
    await form.confirm();
    const job = await jobNow(await jobOf(known.plate));
    expect(job.promises).toMatchObject([{ kind: 'firm' }]);
    await desk.card(job.id).waitFor();
  });

  test('when a booked car comes, then its plate leads to its check-in, and Enter confirms it', async () => {
    await front.at('plate').fill(booked.plate);
    await front.page.keyboard.press('Enter');
    await front.at('form-CheckIn').waitFor();
    await front.page.keyboard.press('Enter');
    await front.at('form-CheckIn').waitFor({ state: 'hidden' });
    await front.page.locator('[data-testid="car"][data-job="BOOK1"]').waitFor();
    expect(await front.at('cars').getByTestId('count').innerText()).toBe('3');
    await desk.card('BOOK1').waitFor();
  });

  test('when a technician finds more to do, then the advisor prices it, calls the customer and writes down the answer [ADD-4]', async () => {
    await desk.dragToBay(walkIn);
    await until(async () => (await jobNow(walkIn)).operations[0]?.status === 'dispatched');
    const [first] = (await jobNow(walkIn)).operations;
    const technician = await shop.person(first?.crew[0] ?? '');
    const operation = first?.id ?? '';
    expect((await shop.command(technician, { type: 'StartOperation', job: walkIn, operation })).ok).toBe(true);
    const found = {
      operations: [{ name: '前刹车片更换', minutes: 50 }],
      foundIn: operation,
      freesBay: false,
      note: null,
    };
    expect((await shop.command(technician, { type: 'ProposeWork', job: walkIn, ...found })).ok).toBe(true);

    await row('approvals').waitFor();
    expect(await row('approvals').getByTestId('phone').getAttribute('href')).toBe(`tel:${guest.phone}`);
    const told = await row('approvals').innerText();
    for (const part of ['前刹车片更换', '50', guest.name]) expect(told).toContain(part);
    await row('approvals').getByTestId('act-QuoteWork').click();
    const quote = new ConsoleForm(front, 'QuoteWork');
    await quote.fill({ price: '480' });
    await quote.confirm();
    await row('approvals').getByTestId('act-ApproveWork').click();
    const approval = new ConsoleForm(front, 'ApproveWork');
    await approval.fill({ how: 'phone' });
    await approval.confirm();
    await row('approvals').waitFor({ state: 'detached' });

    const added = (await jobNow(walkIn)).operations.find(({ name }) => name === '前刹车片更换');
    await desk.find(walkIn);
    await desk
      .panel(walkIn)
      .locator(`[data-testid="operation"][data-operation="${added?.id ?? ''}"]`)
      .waitFor();
  });

  test('when the car is ready, then its customer is called, once in vain, and the key is handed over; the dispatcher sees it [ADV-2]', async () => {
    await workOn(desk, walkIn, 'CallCustomer');
    await row('calls').waitFor();
    const call = row('calls').getByTestId('act-CallCustomer');
    await call.nth(1).click();
    await until(async () => (await jobNow(walkIn)).unansweredCalls === 1);
    await until(async () => (await row('calls').innerText()).includes('1'));
    await call.nth(0).click();
    await row('calls').waitFor({ state: 'detached' });

    await row('hand-overs').getByTestId('act-Settle').click();
    await until(async () => (await jobNow(walkIn)).settledAt !== null);
    await row('hand-overs').getByTestId('act-HandOver').click();
    await until(async () => (await front.at('form-HandOver').isVisible()) || (await row('hand-overs').count()) === 0);
    if (await front.at('form-HandOver').isVisible()) await new ConsoleForm(front, 'HandOver').confirm();
    await row('hand-overs').waitFor({ state: 'detached' });
    await desk.page.locator(`[data-testid="job-panel"][data-job="${walkIn}"][data-stage="delivered"]`).waitFor();
  });

  test('when the desk is a tablet, then nothing is cut off, and a car that is pressed opens beside its list', async () => {
    await front.page.setViewportSize({ width: 1180, height: 820 });
    for (const list of ['plate', 'plate-book', 'scope-all', 'cars', 'approvals']) {
      const box = await front.at(list).boundingBox();
      expect(box !== null && box.x >= 0 && box.x + box.width <= 1180, list).toBe(true);
    }
    await front.page.locator('[data-testid="car"][data-job="BOOK1"] button').first().click();
    await front.panel('BOOK1').waitFor();
    expect(screens.front.errors).toEqual([]);
    expect(screens.desk.errors).toEqual([]);
  });
});
