// Two dispatchers at once, one with a mouse at a desk and one with a finger on a tablet, and sixty cars between them: what one does the
// other sees, what they do to the same car is explained, and a drop says beforehand which promises it breaks.
import type { Job, ShopState } from '@zhunshi/shared/domain/state.ts';
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { dragByFinger, middleOf } from './testing/finger.ts';
import { ownPin, setUpSample, type Person, type SampleShop } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';

const timeZone = 'Asia/Shanghai';
const minute = 60_000;
const tabletSize = { width: 1180, height: 820 };

function inMinutes(minutes: number): string {
  const at = Date.now() + minutes * minute;
  return `${localDay(at, timeZone)} ${localTime(at, timeZone)}`;
}

/** One bay alone does wheel alignment: a short one that must be done soon, a long one that has all day; and many others. */
function orders(): Uint8Array {
  const heading =
    '委托书号,车牌号,VIN,车型,里程(km),客户姓名,联系电话,服务顾问,维修类型,维修项目(名称/标准工时分钟),进厂时间,约定交车时间,预约,在店等候,洗车,客户描述';
  const row = (order: string, plate: string, advisor: string, type: string, work: string, due: number): string =>
    `${order},${plate},LSVAE5G06P29${plate.slice(2)},途岳,38741,罗海青,19900007701,${advisor},${type},${work},${inMinutes(-30)},${inMinutes(due)},否,否,否,`;
  const others = Array.from({ length: 58 }, (_, index) => {
    const number = String(index + 100);
    const advisor = index % 3 === 0 ? '李敏' : '周颖';
    const type = index % 2 === 0 ? '常规保养' : '一般维修';
    return row(`CAR${number}`, `粤B5N${number}`, advisor, type, '三滤更换/35', 700 + index);
  });
  const aligned = [
    row('SOON', '粤B6K802', '李敏', '一般维修', '四轮定位/60', 120),
    row('LONG', '粤B7M913', '李敏', '一般维修', '四轮定位/150', 900),
  ];
  return Buffer.from([heading, ...aligned, ...others].join('\n'), 'utf8');
}

describe('given two dispatchers, one at a desk and one with a tablet, and sixty cars', () => {
  let server: ServerProcess;
  let browser: Browser;
  let shop: SampleShop;
  let first: Person;
  let second: Person;
  let screens: { desk: Screen; tablet: Screen };
  let desk: ConsolePage;
  let tablet: ConsolePage;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
    shop = await setUpSample(server.url, server.printed());
    [first, second] = [await shop.person('P29'), await shop.person('P31')];
    const [today, tomorrow] = [0, 24 * 60].map((minutes) => localDay(Date.now() + minutes * minute, timeZone));
    for (const day of [today ?? '', tomorrow ?? '']) {
      const hours = { kind: 'special' as const, windows: [['00:00', '23:59'] as const] };
      expect((await shop.command(first, { type: 'SetDayHours', day, hours })).ok).toBe(true);
    }
    await shop.importDay(first, orders());
    for (const job of Object.keys((await shop.state(first)).jobs)) {
      expect(await shop.command(first, { type: 'CheckIn', job })).toMatchObject({ ok: true });
    }
    screens = {
      desk: await openScreen(browser, sizes.console),
      tablet: await openScreen(browser, tabletSize, { hasTouch: true }),
    };
    [desk, tablet] = [new ConsolePage(screens.desk.page), new ConsolePage(screens.tablet.page)];
    for (const { page } of [desk, tablet]) await page.goto(server.url);
    await desk.logIn('P29', ownPin, null);
    await tablet.logIn('P31', ownPin, null);
    for (const one of [desk, tablet]) await one.card('SOON').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const stateNow = (): Promise<ShopState> => shop.state(first);
  const jobNow = async (job: string): Promise<Job> => {
    const found = (await stateNow()).jobs[job];
    if (!found) throw new Error(`There is no ${job}`);
    return found;
  };
  const baysOf = async (job: string): Promise<string[]> => [
    ...new Set((await jobNow(job)).operations.flatMap(({ bay }) => bay ?? [])),
  ];

  test('when sixty cars wait, then columns scroll by themselves, the bar keeps one line, and nothing is wider than the screen', async () => {
    expect(await desk.page.locator('[data-testid="waiting-drop"] [data-testid="card"]').count()).toBe(60);
    for (const { page } of [desk, tablet]) {
      const seen = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth - innerWidth,
        height: document.documentElement.scrollHeight - innerHeight,
        bar: document.querySelector('header')?.getBoundingClientRect().height ?? 0,
      }));
      expect(seen.width).toBeLessThanOrEqual(0);
      expect(seen.height).toBeLessThanOrEqual(0);
      expect(seen.bar).toBeLessThanOrEqual(60);
    }
  });

  test('when a drop would break another car’s promise, then that car is named with its minutes before the drop [DRG-1]', async () => {
    const card = desk.card('LONG');
    await card.hover();
    const from = await middleOf(card);
    await desk.page.mouse.move(from.x, from.y);
    await desk.page.mouse.down();
    await desk.page.mouse.move(from.x + 20, from.y + 8, { steps: 2 });
    const bay = desk.page.locator('[data-testid="bay-row"][data-bay="B10"][data-answer="allowed"]');
    await bay.waitFor();
    const to = await middleOf(bay);
    await desk.page.mouse.move(to.x, to.y, { steps: 3 });
    await desk.at('drag-breaks').waitFor();
    expect(await desk.at('drag-breaks').innerText()).toMatch(/6K802 迟 \d+/);
    // Another kind of bay says why not, in the row under the hand.
    const unfit = desk.page.locator('[data-testid="bay-row"][data-bay="C01"][data-answer="refused"]');
    const there = await middleOf(unfit);
    await desk.page.mouse.move(there.x, there.y, { steps: 3 });
    await until(async () => (await unfit.innerText()).includes('C01 不做'));
    await desk.page.keyboard.press('Escape');
    await desk.page.mouse.up();
    expect(await baysOf('LONG')).toEqual([]);
  });

  test('when one dispatches with the mouse, then the other sees the car marked with who did it, and undo takes it back [CON-1] [UNDO-1]', async () => {
    await desk.dragToBay('CAR100');
    const bar = tablet.page.locator('[data-testid="bar"][data-job="CAR100"][data-changed-by]').first();
    await bar.waitFor();
    const who = (await bar.getAttribute('data-changed-by')) ?? '';
    expect(who).not.toBe('');
    expect(await bar.getAttribute('aria-label')).toContain(who);
    await until(async () => (await tablet.at('others-live').innerText()).includes(who));
    await desk.at('undo').click();
    await tablet.page.locator('[data-testid="waiting-drop"] [data-job="CAR100"]').waitFor();
    await until(async () => (await baysOf('CAR100')).length === 0);
  });

  test('when the other drags by finger, then a long press takes the car, and it lands in the bay [DSP-1]', async () => {
    const card = tablet.card('CAR101');
    await card.scrollIntoViewIfNeeded();
    const bay = tablet.page.locator('[data-testid="bay-row"][data-answer="allowed"]').first();
    await dragByFinger(tablet.page, card, tablet.at('drag-ghost'), async () => {
      await bay.waitFor();
      return middleOf(bay);
    });
    await tablet.at('crew-dialog').waitFor();
    await tablet.at('crew-confirm').tap();
    await desk.page.locator('[data-testid="bar"][data-job="CAR101"][data-kind="dispatched"]').first().waitFor();
    await until(async () => (await baysOf('CAR101')).length === 1);
  });

  test('when both dispatch the same car, then the later one is told who was first, Enter does not do it, and it stands in one bay [CON-2]', async () => {
    await desk.dragOnto('CAR102', '[data-bay="A01"]');
    await desk.at('crew-dialog').waitFor();
    const operation = (await jobNow('CAR102')).operations[0]?.id ?? '';
    const crew = ['P05'];
    const theirs = { job: 'CAR102', operations: [operation], bay: 'B07', crew };
    expect(await shop.command(second, { type: 'Dispatch', ...theirs })).toMatchObject({ ok: true });
    const told = desk.at('crew-conflict');
    await told.waitFor();
    expect(await told.innerText()).toContain('B07');
    expect(await told.innerText()).toContain('A01');
    await until(() => told.evaluate((element) => element === document.activeElement));
    await desk.page.keyboard.press('Enter');
    expect(await baysOf('CAR102')).toEqual(['B07']);
    await desk.at('crew-confirm').click();
    await desk.at('crew-dialog').waitFor({ state: 'hidden' });
    await until(async () => (await baysOf('CAR102')).join() === 'A01');
  });

  test('when somebody dispatches the same car to the same bay first, then it is told who gave it to whom, nobody is offered, and a grey button says why [CON-2]', async () => {
    await desk.dragOnto('CAR105', '[data-bay="A02"]');
    await desk.at('crew-dialog').waitFor();
    const operations = (await jobNow('CAR105')).operations.filter(({ kind }) => kind === 'work').map(({ id }) => id);
    const theirs = { job: 'CAR105', operations, bay: 'A02', crew: ['P05'] };
    expect(await shop.command(second, { type: 'Dispatch', ...theirs })).toMatchObject({ ok: true });
    const told = desk.at('crew-told');
    await told.waitFor();
    expect(await told.innerText()).toContain('A02');
    expect(await told.innerText()).toContain(shop.sheet.people.find(({ staff }) => staff === 'P05')?.name ?? '?');
    await until(() => told.evaluate((element) => element === document.activeElement));
    expect(await desk.at('crew-member').count()).toBe(0);
    expect(await desk.at('crew-confirm').isDisabled()).toBe(true);
    expect(await desk.at('crew-why').innerText()).not.toBe('');
    await desk.page.keyboard.press('Escape');
    await desk.at('crew-dialog').waitFor({ state: 'hidden' });
    expect((await jobNow('CAR105')).operations[0]?.crew).toEqual(['P05']);
  });

  test('when somebody dispatches the car in one’s hand, then that is said while it is held [CON-2]', async () => {
    await desk.card('CAR103').focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.locator('[data-testid="bay-row"][data-answer="allowed"]').first().waitFor();
    const operation = (await jobNow('CAR103')).operations[0]?.id ?? '';
    const theirs = { job: 'CAR103', operations: [operation], bay: 'B08', crew: ['P06'] };
    expect(await shop.command(second, { type: 'Dispatch', ...theirs })).toMatchObject({ ok: true });
    const toast = desk.at('toast').filter({ hasText: '5N103' });
    await toast.waitFor();
    await desk.page.keyboard.press('Escape');
  });

  test('when a car is carried by the keyboard, then it is dispatched without a pointer', async () => {
    await desk.keyToBay('CAR104', 2);
    await until(async () => (await baysOf('CAR104')).length === 1);
  });

  test('when a queued bar is dragged to another bay, then the car moves there with the same crew [MOV-1]', async () => {
    const [from] = await baysOf('CAR104');
    const crew = (await jobNow('CAR104')).operations[0]?.crew;
    const bar = desk.page.locator('[data-testid="bar"][data-job="CAR104"]').first();
    const at = await middleOf(bar);
    await desk.page.mouse.move(at.x, at.y);
    await desk.page.mouse.down();
    await desk.page.mouse.move(at.x + 20, at.y + 8, { steps: 2 });
    const bay = desk.page.locator(`[data-testid="bay-row"][data-answer="allowed"]:not([data-bay="${from ?? ''}"])`);
    await bay.first().waitFor();
    const to = await middleOf(bay.last());
    await desk.page.mouse.move(to.x, to.y, { steps: 3 });
    await desk.page.mouse.up();
    await desk.confirmCrew();
    await until(async () => (await baysOf('CAR104')).join() !== from);
    expect((await jobNow('CAR104')).operations[0]?.crew).toEqual(crew);
  });

  test('when cars are filtered, then the count says how many of how many, the address keeps it, and one press shows all again [CON-3]', async () => {
    const all = await desk.at('waiting-count').innerText();
    await desk.at('filter-open').click();
    await desk.at('filter-advisor').selectOption({ label: '李敏' });
    await until(async () => / \/ /.test(await desk.at('waiting-count').innerText()));
    expect(await desk.at('waiting-count').innerText()).toContain(`/ ${all}`);
    expect(await desk.page.locator('[data-testid="bar"][data-dimmed]').count()).toBeGreaterThan(0);
    expect(new URL(desk.page.url()).hash).toContain('advisor=');
    await desk.page.reload();
    await desk.at('filter-count').waitFor();
    await desk.openView('kanban');
    await desk.at('filter-count').waitFor();
    await desk.openView('dispatch');
    await desk.at('filter-reset').click();
    await until(async () => !(await desk.at('waiting-count').innerText()).includes('/'));
    expect(new URL(desk.page.url()).hash).toBe('');
  });

  test('when a car is searched by its last digits, then the focus goes to its panel, and back when that is closed', async () => {
    await until(async () => {
      await desk.page.keyboard.press('/');
      return desk.at('search').evaluate((field) => field === document.activeElement);
    });
    await desk.page.keyboard.type('N150');
    await desk.at('search-result').first().waitFor();
    await desk.page.keyboard.press('Enter');
    await until(() => desk.at('job-heading').evaluate((heading) => heading === document.activeElement));
    expect(await desk.at('job-heading').innerText()).toContain('5N150');
    await desk.at('job-close').click();
    await until(() => desk.page.evaluate(() => document.activeElement?.getAttribute('data-job') === 'CAR150'));
    expect(await desk.at('job-panel').count()).toBe(0);
  });

  test('when a card is dragged over the kanban, then columns that it cannot go to say why, and a drop is a command', async () => {
    await desk.openView('kanban');
    const card = desk.page.locator('[data-stage="dispatched"] [data-testid="card"][data-job="CAR101"]');
    await card.scrollIntoViewIfNeeded();
    const from = await middleOf(card);
    await desk.page.mouse.move(from.x, from.y);
    await desk.page.mouse.down();
    await desk.page.mouse.move(from.x + 20, from.y + 8, { steps: 2 });
    const column = (stage: string) => desk.page.locator(`[data-testid="kanban-column"][data-stage="${stage}"]`);
    await desk.page.locator('[data-testid="kanban-column"][data-stage="delivered"][data-answer="refused"]').waitFor();
    const to = await middleOf(column('waiting'));
    await desk.page.mouse.move(to.x, to.y, { steps: 3 });
    await desk.page.mouse.up();
    await until(async () => (await baysOf('CAR101')).length === 0);
    await desk.openView('dispatch');
  });

  test('when the day is over, then no page has met an error', () => {
    expect([...screens.desk.errors, ...screens.tablet.errors]).toEqual([]);
  });
});
