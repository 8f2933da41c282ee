// A technician's day on a phone, in one hand: start, hold, go on, extra work, finish, sign; then a dead spot, in which the page is closed
// and opened again, and out of it: each tap arrives once, with its time, and what is refused says why.
import type { Operation, ShopState } from '@zhunshi/shared/domain/state.ts';
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './testing/browser.ts';
import { ownPin, setUpSample, type Person, type SampleShop } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';

const timeZone = 'Asia/Shanghai';
const minute = 60_000;
/** A mechanic, another one, and the bay that they are sent to. */
const [me, other, bay] = ['P06', 'P07', 'B05'] as const;
/** So long a person reads what the slot has become: it answers after a second [PHN-8]. */
const readMs = 1_100;
/** After so long a tap says itself when it was [PHN-2]. */
const toldAfterMs = 10_000;

/** Three cars of today, promised for tonight. */
function orders(): Uint8Array {
  const heading =
    '委托书号,车牌号,VIN,车型,里程(km),客户姓名,联系电话,服务顾问,维修类型,维修项目(名称/标准工时分钟),进厂时间,约定交车时间,预约,在店等候,洗车,客户描述';
  const cell = (minutes: number): string => {
    const at = Date.now() + minutes * minute;
    return `${localDay(at, timeZone)} ${localTime(at, timeZone)}`;
  };
  const row = (order: string, plate: string, work: string): string =>
    `${order},${plate},LSVAE5G06P29400${order.slice(-1)}1,途岳,38741,罗海青,19900007701,李敏,一般维修,${work},${cell(-60)},${cell(600)},否,否,否,`;
  return Buffer.from(
    [
      heading,
      row('PHONE1', '粤B6K801', '前减震器更换/130;蓄电池更换/20'),
      row('PHONE2', '粤B6K802', '水泵更换/90'),
      row('PHONE3', '粤B6K803', '火花塞更换/40'),
    ].join('\n'),
    'utf8',
  );
}

/** A phone, and the finger on it. */
class Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async open(browser: Browser, url: string): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    const phone = new Phone(context, await context.newPage());
    await phone.page.goto(`${url}/phone`);
    return phone;
  }

  at(testid: string): Locator {
    return this.page.getByTestId(testid);
  }

  tap(testid: string): Promise<void> {
    return this.at(testid).first().tap();
  }

  /** With a first PIN it is changed on the way. */
  async logIn(staff: string, pin: string, first: boolean): Promise<void> {
    await this.at('login-staff').fill(staff);
    await this.at('login-pin').fill(pin);
    await this.tap('login-submit');
    if (first) {
      await this.at('first-pin-new').fill(ownPin);
      await this.at('first-pin-again').fill(ownPin);
      await this.tap('first-pin-submit');
    }
    await this.at('phone-menu').waitFor();
  }

  /** Waits until the large slot does something, reads it, and taps it. */
  async act(kind: string): Promise<void> {
    const slot = this.page.locator(`[data-testid="main-act"][data-kind="${kind}"]:enabled`);
    await slot.waitFor();
    await this.page.waitForTimeout(readMs);
    await slot.tap();
  }

  /** The car at hand, with the operation that the buttons are about. */
  present(job: string, operation: string, status: string): Promise<void> {
    const rest = `[data-operation="${operation}"][data-status="${status}"]`;
    return this.page.locator(`[data-testid="present"][data-job="${job}"]${rest}`).waitFor();
  }

  async fresh(fresh: boolean): Promise<void> {
    await this.page.locator(`[data-testid="freshness"][data-fresh="${fresh ? 'fresh' : 'stale'}"]`).waitFor();
  }

  async pending(count: number): Promise<void> {
    if (count === 0) await this.at('waiting-tap').first().waitFor({ state: 'detached' });
    else await this.page.locator(`[data-testid="pending"][data-count="${count}"]`).waitFor();
  }
}

describe('given a technician with a phone at 390 × 844', () => {
  let server: ServerProcess;
  let browser: Browser;
  let shop: SampleShop;
  let dispatcher: Person;
  let phone: Phone;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
    shop = await setUpSample(server.url, server.printed());
    dispatcher = await shop.person('P29');
    const manager = await shop.person('P35');
    // The day has hours all round, so that it does not matter when the test runs.
    for (const minutes of [0, 24 * 60]) {
      const day = localDay(Date.now() + minutes * minute, timeZone);
      const hours = { kind: 'special' as const, windows: [['00:00', '23:59'] as const] };
      expect((await shop.command(dispatcher, { type: 'SetDayHours', day, hours })).ok).toBe(true);
    }
    const inspections = { general: { self: true, leader: false, points: [] } };
    await accepted({ type: 'ChangeSetUp', changes: [{ kind: 'rules', rules: { inspections } }] }, manager);
    await shop.importDay(dispatcher, orders());
    for (const job of ['PHONE1', 'PHONE2', 'PHONE3']) await accepted({ type: 'CheckIn', job });
    await accepted({ type: 'Dispatch', job: 'PHONE1', operations: ['o1', 'o2'], bay, crew: [me] });
    await accepted({ type: 'Dispatch', job: 'PHONE2', operations: ['o1'], bay, crew: [me] });
    phone = await Phone.open(browser, server.url);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  async function accepted(command: Parameters<SampleShop['command']>[1], by = dispatcher): Promise<void> {
    expect(await shop.command(by, command)).toMatchObject({ ok: true });
  }
  const stateNow = (): Promise<ShopState> => shop.state(dispatcher);
  const operationNow = async (job: string, operation: string): Promise<Operation> => {
    const found = (await stateNow()).jobs[job]?.operations.find(({ id }) => id === operation);
    if (!found) throw new Error(`There is no ${operation} of ${job}`);
    return found;
  };
  const statusIs = (job: string, operation: string, status: string): Promise<void> =>
    until(async () => (await operationNow(job, operation)).status === status);

  test('when they log in for the first time, then they change their PIN and see the car at hand, and what comes next [ACC-1] [PHN-5]', async () => {
    const pin = shop.sheet.people.find(({ staff }) => staff === me)?.pin ?? '';
    await phone.logIn(me, pin, true);
    await phone.present('PHONE1', 'o1', 'dispatched');
    expect(await phone.at('present').innerText()).toContain('粤B6K801');
    expect(await phone.at('next-car').getAttribute('data-job')).toBe('PHONE2');
    expect(await phone.page.locator('body').innerText()).not.toContain('罗海青');
  });

  test('when a greasy hand taps twice, then the work starts once and is not finished; nothing on the slot blinks [PHN-8]', async () => {
    const slot = phone.at('main-act');
    await slot.tap();
    await phone.page.waitForTimeout(120);
    expect(await slot.getAttribute('data-kind')).toBe('finish');
    expect(await slot.isEnabled()).toBe(true);
    await slot.tap();
    await phone.page.waitForTimeout(readMs);
    await statusIs('PHONE1', 'o1', 'running');
    expect((await operationNow('PHONE1', 'o1')).runs).toHaveLength(1);
    await phone.tap('undo');
    await statusIs('PHONE1', 'o1', 'dispatched');
  });

  test('when work starts, waits for parts and goes on, then each takes three taps at most, and the log has it', async () => {
    await phone.act('start');
    await statusIs('PHONE1', 'o1', 'running');
    await phone.tap('stop-act');
    await phone.tap('hold-parts');
    await phone.tap('hold-in-60');
    await statusIs('PHONE1', 'o1', 'held');
    const { hold } = await operationNow('PHONE1', 'o1');
    expect(hold).toMatchObject({ reason: 'parts', freesBay: false });
    expect(Math.abs((hold?.expectedAt ?? 0) - (hold?.since ?? 0) - 60 * minute)).toBeLessThan(minute);
    await phone.page.locator('[data-testid="piece"][data-operation="o1"]').tap();
    await phone.act('resume');
    await statusIs('PHONE1', 'o1', 'running');
  });

  test('when a slip of the finger is taken back, then it is undone [UNDO-1]', async () => {
    await phone.tap('stop-act');
    await phone.tap('hold-equipment');
    await statusIs('PHONE1', 'o1', 'held');
    await phone.tap('undo');
    await statusIs('PHONE1', 'o1', 'running');
    await phone.present('PHONE1', 'o1', 'running');
  });

  test('when they find more, then it is proposed with the minutes of the table, and the work waits for the customer [ADD-1] [ADD-2]', async () => {
    await phone.tap('extra-act');
    await phone.at('extra-search').fill('前刹车');
    await phone.page.locator('[data-testid="extra-choice"][data-name="前刹车片更换"]').tap();
    await phone.tap('extra-confirm');
    await phone.at('found').filter({ hasText: '前刹车片更换' }).waitFor();
    await statusIs('PHONE1', 'o1', 'held');
    const job = (await stateNow()).jobs['PHONE1'];
    expect(job?.proposals[0]).toMatchObject({ foundIn: 'o1', proposedBy: me, operations: [{ name: '前刹车片更换' }] });
    const of = { job: 'PHONE1', proposal: 'x1' };
    await accepted({ type: 'DeclineWork', ...of, how: 'phone', note: null });
    await statusIs('PHONE1', 'o1', 'running');
    await phone.at('found').waitFor({ state: 'detached' });
  });

  test('when others find work while the sheet is open, then nothing moves under the finger; the next time it is opened the order is new [PHN-6]', async () => {
    const names = (): Promise<(string | null)[]> =>
      phone.at('extra-choice').evaluateAll((choices) => choices.map((choice) => choice.getAttribute('data-name')));
    await phone.tap('extra-act');
    await phone.at('extra-choice').first().waitFor();
    const before = await names();
    const name = before[4] ?? '';
    await accepted({
      type: 'ProposeWork',
      job: 'PHONE1',
      foundIn: null,
      operations: [{ name, minutes: null }],
      freesBay: false,
      note: null,
    });
    await phone.at('found').filter({ hasText: name }).waitFor({ state: 'attached' });
    expect(await names()).toEqual(before);
    await accepted({ type: 'DeclineWork', job: 'PHONE1', proposal: 'x2', how: 'phone', note: null });
    await phone.at('found').waitFor({ state: 'detached' });
    expect(await names()).toEqual(before);
    await phone.page.keyboard.press('Escape');
    await phone.tap('extra-act');
    await phone.at('extra-choice').first().waitFor();
    expect((await names()).indexOf(name)).toBeLessThan(4);
    await phone.page.keyboard.press('Escape');
    await phone.at('extra-sheet').waitFor({ state: 'detached' });
  });

  test('when work is finished, then its signature is offered, and the next operation after it [INS-3]', async () => {
    await phone.present('PHONE1', 'o1', 'running');
    await phone.act('finish');
    await phone.act('sign');
    await until(async () => (await stateNow()).jobs['PHONE1']?.inspections.length === 1);
    expect((await stateNow()).jobs['PHONE1']?.inspections[0]).toMatchObject({ level: 'self', by: [me] });
    await phone.present('PHONE1', 'o2', 'dispatched');
  });

  test('when the language is switched, then the page speaks it without loading anew', async () => {
    await phone.page.evaluate(() => (document.body.dataset['stays'] = 'yes'));
    await phone.tap('phone-menu');
    await phone.tap('language');
    await phone.page.keyboard.press('Escape');
    await until(async () => (await phone.at('main-act').innerText()).includes('Start'));
    await phone.tap('phone-menu');
    await phone.tap('language');
    await phone.page.keyboard.press('Escape');
    expect(await phone.page.evaluate(() => document.body.dataset['stays'])).toBe('yes');
  });

  test('when the phone is in a dead spot, then taps wait, also over closing and opening the page, and arrive once each with their times [PHN-1] [PHN-2]', async () => {
    // The browser keeps the page on its own time.
    await until(() =>
      phone.page.evaluate(async () => {
        const kept = await (await caches.open('zhunshi-phone')).keys();
        return kept.some(({ url }) => url.endsWith('/phone')) && kept.some(({ url }) => url.endsWith('.js'));
      }),
    );
    const before = (await stateNow()).jobs['PHONE1']?.touched ?? 0;
    await phone.context.setOffline(true);
    await phone.fresh(false);
    await phone.act('start');
    const startedAt = Date.now();
    await phone.pending(1);
    await phone.act('finish');
    const finishedAt = Date.now();
    await phone.pending(2);
    await phone.page.reload();
    await phone.fresh(false);
    await phone.pending(2);
    await phone.at('age').waitFor();
    expect(await phone.at('waiting-tap').allInnerTexts()).toHaveLength(2);
    expect((await stateNow()).jobs['PHONE1']?.touched).toBe(before);
    await until(() => Promise.resolve(Date.now() > finishedAt + toldAfterMs), 2 * toldAfterMs);
    const backAt = Date.now();
    await phone.context.setOffline(false);
    await phone.fresh(true);
    await phone.pending(0);
    await statusIs('PHONE1', 'o2', 'done');
    const { runs } = await operationNow('PHONE1', 'o2');
    expect(runs).toHaveLength(1);
    const { from = 0, to = null } = runs[0] ?? {};
    expect(Math.abs(from - startedAt)).toBeLessThan(5_000);
    expect(Math.abs((to ?? 0) - finishedAt)).toBeLessThan(5_000);
    expect(to).toBeLessThan(backAt);
    // What the shop itself notes of the car meanwhile comes on top.
    expect((await stateNow()).jobs['PHONE1']?.touched).toBeGreaterThanOrEqual(before + 2);
  });

  test('when what was tapped in a dead spot is not possible any longer, then its sentence stays until it is read, and what came after is answered on its own [PHN-1]', async () => {
    await phone.act('sign');
    await phone.present('PHONE2', 'o1', 'dispatched');
    await until(async () => (await stateNow()).jobs['PHONE1']?.inspections.length === 2);
    await phone.context.setOffline(true);
    await phone.fresh(false);
    await phone.act('start');
    await phone.pending(1);
    await accepted({ type: 'Recall', job: 'PHONE2', operation: 'o1' });
    await accepted({ type: 'Dispatch', job: 'PHONE2', operations: ['o1'], bay, crew: [other] });
    await accepted({ type: 'StartOperation', job: 'PHONE2', operation: 'o1' });
    await phone.context.setOffline(false);
    await phone.at('refused-tap').waitFor();
    expect(await phone.at('refused-tap').innerText()).toContain('粤B6K802');
    await phone.page.reload();
    await phone.at('refused-tap').waitFor();
    await phone.tap('refused-dismiss');
    await phone.at('refused-tap').waitFor({ state: 'detached' });
    await phone.at('no-car').waitFor();
  });

  test('when somebody else logs in on the same phone, then what the one before tapped is not sent in their name [PHN-3] [PHN-4]', async () => {
    await accepted({ type: 'Dispatch', job: 'PHONE3', operations: ['o1'], bay: 'B06', crew: [me] });
    await phone.present('PHONE3', 'o1', 'dispatched');
    await phone.context.setOffline(true);
    await phone.fresh(false);
    await phone.act('start');
    await phone.pending(1);
    // The session ends while the phone is away.
    await phone.context.clearCookies();
    await phone.context.setOffline(false);
    await phone.at('login-staff').waitFor();
    const kept = await phone.page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toContain('粤B6K803');
    await shop.person(other);
    await phone.logIn(other, ownPin, false);
    await phone.fresh(true);
    expect((await operationNow('PHONE3', 'o1')).status).toBe('dispatched');
    await phone.tap('phone-menu');
    await phone.tap('log-out');
    await phone.logIn(me, ownPin, false);
    await statusIs('PHONE3', 'o1', 'running');
    expect((await operationNow('PHONE3', 'o1')).crew).toEqual([me]);
    expect(phone.errors).toEqual([]);
  });
});
