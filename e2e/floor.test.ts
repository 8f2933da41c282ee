// What a day brings beside its plan, at two desks, a shared tablet, a wall and a lounge: a car without an appointment, a bay kept for
// another, slips of the hand, additional work, an inspection that fails, a wrong plate, a late hand-over and whose fault it was.
import { queueOf } from '@zhunshi/shared/domain/job.ts';
import type { Job, ShopState } from '@zhunshi/shared/domain/state.ts';
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsoleForm } from './testing/consoleForm.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { ownPin, setUpSample, type Person, type SampleShop } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';
import { loungeRows, openDisplay, wallStages } from './testing/wallAndLounge.ts';
import { workOn } from './testing/workOn.ts';

const timeZone = 'Asia/Shanghai';
const minute = 60_000;
/** What the customer of the walk-in says, and is called: in the directory, and nowhere else. */
const guest = { name: '温雅静', phone: '19900008812', words: '右后轮有异响，请仔细听' };
const wrongPlate = '粤BD12346';
const rightPlate = '粤BD12345';
const note = '客户改到晚上才来取车';

/** A shop-local moment so many minutes from now. */
function inMinutes(minutes: number): { field: string; cell: string; time: string } {
  const at = Date.now() + minutes * minute;
  const [day, time] = [localDay(at, timeZone), localTime(at, timeZone)];
  return { field: `${day}T${time}`, cell: `${day} ${time}`, time };
}

/** The visits without what the server tells customers by itself meanwhile. */
function toldByPeople({ jobs }: ShopState): string {
  const byItself = new Set(['told', 'estimates', 'toldLateSince']);
  return JSON.stringify(jobs, (key, value: unknown) => (byItself.has(key) ? undefined : value));
}

/** A file with a car that was promised for an hour ago, and one that has all day. */
function twoOrders(): Uint8Array {
  const heading =
    '委托书号,车牌号,VIN,车型,里程(km),客户姓名,联系电话,服务顾问,维修类型,维修项目(名称/标准工时分钟),进厂时间,约定交车时间,预约,在店等候,洗车,客户描述';
  const [came, due, later] = [inMinutes(-180), inMinutes(-60), inMinutes(600)].map(({ cell }) => cell);
  const rows = [
    `LATE1,粤B6K802,LSVAE5G06P2940001,途岳,38741,罗海青,19900007701,李敏,一般维修,空调系统检修/120,${came},${due},否,否,否,`,
    `NEXT1,粤B7M913,LSVAE5G06P2940002,途观,12741,唐秋实,19900007702,李敏,一般维修,三滤更换/35,${came},${later},否,否,否,`,
  ];
  return Buffer.from([heading, ...rows].join('\n'), 'utf8');
}

describe('given a dispatcher and an advisor at two desks, a tablet, a wall and a lounge', () => {
  let server: ServerProcess;
  let browser: Browser;
  let shop: SampleShop;
  let dispatcher: Person;
  let advisor: Person;
  let screens: Record<'desk' | 'front' | 'tablet' | 'wall' | 'lounge', Screen>;
  let desk: ConsolePage;
  let front: ConsolePage;
  let tablet: ConsolePage;
  /** The walk-in's number, once it has come. */
  let walkIn = '';

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
    shop = await setUpSample(server.url, server.printed());
    [dispatcher, advisor] = [await shop.person('P29'), await shop.person('P24')];
    const tokens = [await shop.display('wall'), await shop.display('lounge')] as const;
    screens = {
      wall: await openDisplay(browser, server.url, 'wall', tokens[0]),
      lounge: await openDisplay(browser, server.url, 'lounge', tokens[1]),
      desk: await openScreen(browser, sizes.console),
      front: await openScreen(browser, sizes.console),
      tablet: await openScreen(browser, sizes.console),
    };
    [desk, front, tablet] = [screens.desk, screens.front, screens.tablet].map(({ page }) => new ConsolePage(page)) as [
      ConsolePage,
      ConsolePage,
      ConsolePage,
    ];
    for (const { page } of [desk, front, tablet]) await page.goto(server.url);
    await desk.logIn('P29', ownPin, null);
    await front.logIn('P24', ownPin, null);
    // The day has hours all round, so that it does not matter when the test runs.
    const [today, tomorrow] = [0, 24 * 60].map((minutes) => localDay(Date.now() + minutes * minute, timeZone));
    for (const day of [today ?? '', tomorrow ?? '']) {
      const hours = { kind: 'special' as const, windows: [['00:00', '23:59'] as const] };
      expect((await shop.command(dispatcher, { type: 'SetDayHours', day, hours })).ok).toBe(true);
    }
    await shop.importDay(dispatcher, twoOrders());
    for (const job of ['LATE1', 'NEXT1']) await shop.command(dispatcher, { type: 'CheckIn', job });
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
  const jobsNow = async (): Promise<string[]> => Object.keys((await stateNow()).jobs);
  /** The first operation of the walk-in: where it is done, and by whom. */
  const firstOfWalkIn = async (): Promise<{ status: string; bay: string; crew: string[] }> => {
    const [first] = (await jobNow(walkIn)).operations;
    return { status: first?.status ?? '', bay: first?.bay ?? '', crew: first?.crew ?? [] };
  };
  /** Somebody takes the tablet: with a first PIN, unless they had it before. */
  const takeTablet = async (staff: string): Promise<void> => {
    await shop.person(staff);
    if (await tablet.at('log-out').isVisible()) await tablet.at('log-out').click();
    await tablet.logIn(staff, ownPin, null);
  };
  const openWalkIn = async (): Promise<ConsoleForm> => {
    await front.openView('dispatch');
    await front.at('receive-walk-in').click();
    return new ConsoleForm(front, 'ReceiveWalkIn');
  };

  test('when a form is filled in wrongly, then a sentence says what is wrong, what was typed stays, and nothing changes [CMD-4] [PRM-6]', async () => {
    const before = toldByPeople(await stateNow());
    const form = await openWalkIn();
    await form.fill({ plate: '粤B12', name: guest.name, 'work-0': '机油机滤更换', promisedAt: inMinutes(240).field });
    expect(await form.refused()).toContain('车牌');
    await form.fill({ plate: wrongPlate, phone: '回头再补' });
    expect(await form.refused()).toContain('电话');
    await form.fill({ phone: guest.phone, 'work-0': '没有的项目' });
    expect(await form.refused()).toContain('没有的项目');
    await form.fill({ 'work-0': '机油机滤更换', promisedAt: inMinutes(-30).field });
    expect(await form.refused()).toContain('约定时间已经过了');
    expect(await form.value('name')).toBe(guest.name);
    expect(toldByPeople(await stateNow())).toBe(before);
    await front.page.keyboard.press('Escape');
    await form.dialog.waitFor({ state: 'hidden' });
  });

  test('when an advisor writes up a walk-in, then the car is on the dispatcher’s board and the wall, and its slip in the lounge [REC-1] [PRV-2]', async () => {
    const before = await jobsNow();
    const form = await openWalkIn();
    await form.fill({ plate: wrongPlate, ...guest, 'work-0': '机油机滤更换', promisedAt: inMinutes(240).field });
    await form.fill({ promiseKind: 'firm', waits: 'lounge', loungeLabel: 'slip', wash: false, keyTag: 'K17' });
    await form.confirm();
    walkIn = (await jobsNow()).find((job) => !before.includes(job)) ?? '';
    const { slip, keyTag, advisor: whose, loungeLabel } = await jobNow(walkIn);
    expect({ keyTag, whose, loungeLabel }).toEqual({ keyTag: 'K17', whose: 'P24', loungeLabel: 'slip' });
    expect(slip).toMatch(/^A\d{3}$/);
    await desk.card(walkIn).waitFor();
    expect(await desk.card(walkIn).innerText()).toContain('D12346');
    await until(async () => (await wallStages(screens.wall)).get(walkIn) === 'waiting');
    await until(async () => (await loungeRows(screens.lounge)).some((row) => row.includes(slip ?? 'none')));
    await desk.find(walkIn);
    const panel = await desk.panel(walkIn).innerText();
    for (const told of [guest.name, guest.phone, guest.words, 'K17', slip ?? 'none']) expect(panel).toContain(told);
  });

  test('when a bay is kept for a booked car, then work that would run into it asks first, and goes on when that is confirmed [RSV-1] [RSV-3]', async () => {
    await front.at('book').click();
    const form = new ConsoleForm(front, 'BookJob');
    await form.fill({ plate: '粤B3T551', name: '白露', 'work-0': '三滤更换', arrivalAt: inMinutes(30).field });
    await form.fill({ promisedAt: inMinutes(300).field, bay: 'A01' });
    await form.confirm();
    const kept = desk.page.locator('[data-testid="bay-row"][data-bay="A01"] [data-testid="bar"][data-kind="reserved"]');
    await kept.waitFor();

    const row = '[data-bay="A01"][data-answer="refused"]';
    await desk.dragOnto('LATE1', row);
    await desk.at('crew-dialog').waitFor();
    expect(await desk.at('crew-dialog').innerText()).toContain('A01 已为');
    await desk.page.keyboard.press('Escape');
    await desk.at('crew-dialog').waitFor({ state: 'hidden' });
    expect((await jobNow('LATE1')).operations[0]?.status).toBe('planned');

    await desk.dragOnto('LATE1', row);
    await desk.confirmCrew();
    await until(async () => (await jobNow('LATE1')).operations[0]?.bay === 'A01');
    const booked = Object.values((await stateNow()).jobs).find(({ reservation }) => reservation !== null);
    expect(booked?.reservation?.bay).toBe('A01');
  });

  test('when a car is dispatched by mistake, then the person who did it takes it back within the minute, and nobody else [UNDO-1]', async () => {
    await desk.dragToBay(walkIn);
    await desk.at('undo').waitFor();
    await until(async () => (await firstOfWalkIn()).status === 'dispatched');
    const step = (await stateNow()).undo.at(-1);
    expect(step?.by).toBe('P29');
    expect(await front.at('undo').count()).toBe(0);
    const by = await shop.command(advisor, { type: 'Undo', command: step?.command ?? '' });
    expect(by).toMatchObject({ ok: false, refusal: { code: 'undoByAnother' } });

    await desk.at('undo').click();
    await desk.page.locator(`[data-testid="waiting-drop"] [data-job="${walkIn}"]`).waitFor();
    await until(async () => (await wallStages(screens.wall)).get(walkIn) === 'waiting');
    expect(await firstOfWalkIn()).toEqual({ status: 'planned', bay: '', crew: [] });
  });

  test('when the technician has begun, then the dispatch is not taken back any more [UNDO-2] [PRV-5]', async () => {
    await desk.dragToBay(walkIn);
    await until(async () => (await firstOfWalkIn()).status === 'dispatched');
    const command = (await stateNow()).undo.at(-1)?.command ?? '';
    await takeTablet((await firstOfWalkIn()).crew[0] ?? '');
    await workOn(tablet, walkIn, 'FinishOperation');
    await desk.at('undo').waitFor({ state: 'detached' });
    const answer = await shop.command(dispatcher, { type: 'Undo', command });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'builtUpon' } });
    expect((await firstOfWalkIn()).status).toBe('running');
    // Technicians see the car, not whose it is.
    const seen = screens.tablet.received.join('\n');
    const found = [wrongPlate, guest.name, guest.phone].filter((word) => seen.includes(word));
    expect(found).toEqual([wrongPlate]);
  });

  test('when a wrong plate is put right, then every desk shows the right one, and the car’s record both [COR-1]', async () => {
    const form = await ConsoleForm.further(front, walkIn, 'CorrectJob');
    await form.fill({ plate: rightPlate });
    await form.confirm();
    await desk.find(walkIn);
    const record = desk.panel(walkIn).getByTestId('record-corrections');
    await record.waitFor();
    const line = await record.innerText();
    for (const sign of ['D12346', 'D12345', '→', '李敏']) expect(line).toContain(sign);
    await desk.panel(walkIn).getByRole('heading', { name: 'D12345' }).waitFor();
    const panel = await desk.panel(walkIn).innerText();
    for (const told of [guest.name, guest.phone, guest.words]) expect(panel).toContain(told);
    expect((await jobNow(walkIn)).corrections).toMatchObject([{ field: 'vehicle', by: 'P24' }]);
  });

  test('when a technician finds more to do and the customer agrees by telephone, then it joins the work, with both promises on record [ADD-4] [ADD-6] [PRM-1]', async () => {
    const first = (await jobNow(walkIn)).promises[0];
    await propose('前刹车片更换', '50');
    await desk.panel(walkIn).and(desk.page.locator('[data-stage="held"]')).waitFor();

    await front.at('unanswered').getByTestId('todo-act').click();
    const proposal = front.panel(walkIn).getByTestId('proposal').first();
    await proposal.getByTestId('act-QuoteWork').click();
    const quote = new ConsoleForm(front, 'QuoteWork');
    const promise = inMinutes(360);
    await quote.fill({ price: '480', minutes: '55', promisedAt: promise.field });
    await quote.confirm();
    await proposal.getByTestId('act-ApproveWork').click();
    const approval = new ConsoleForm(front, 'ApproveWork');
    await approval.fill({ how: 'phone' });
    expect(await approval.value('promisedAt')).toBe(promise.field);
    await approval.confirm();

    await until(async () => (await firstOfWalkIn()).status === 'running');
    const { operations, promises } = await jobNow(walkIn);
    const added = operations.find(({ name }) => name === '前刹车片更换');
    expect(added).toMatchObject({ status: 'planned', minutes: 55, kind: 'work' });
    const both = [
      { promisedAt: first?.promisedAt, kind: 'firm' },
      { reason: 'additionalWork', confirmed: 'phone', counts: true, madeBy: 'P24' },
    ];
    expect(promises).toMatchObject(both);
    const row = desk.panel(walkIn).locator(`[data-testid="operation"][data-operation="${added?.id ?? ''}"]`);
    await row.waitFor();
    const record = await desk.panel(walkIn).getByTestId('record-promises').innerText();
    expect(record).toContain(localTime(first?.promisedAt ?? 0, timeZone));
    expect(record).toContain(promise.time);
  });

  test('when the customer declines, then the work goes on as it was, and that is on record [ADD-4] [ADD-5]', async () => {
    const before = await jobNow(walkIn);
    await propose('空气滤芯更换', '10');
    const proposal = front.panel(walkIn).getByTestId('proposal').last();
    await proposal.getByTestId('act-DeclineWork').click();
    const answer = new ConsoleForm(front, 'DeclineWork');
    await answer.fill({ how: 'desk' });
    await answer.confirm();
    await until(async () => (await firstOfWalkIn()).status === 'running');
    const after = await jobNow(walkIn);
    expect(after.operations.map(({ name }) => name)).toEqual(before.operations.map(({ name }) => name));
    expect(after.promises).toEqual(before.promises);
    expect(after.proposals.map(({ answer: given }) => given?.approved)).toEqual([true, false]);
    expect(await front.at('unanswered').count()).toBe(0);
  });

  test('when an inspection fails, then the rework stands first in line with the same crew, and a second inspection passes [INS-5] [INS-6]', async () => {
    await workOn(desk, walkIn, 'PassInspection');
    const { bay, crew } = await firstOfWalkIn();
    const next = await shop.command(dispatcher, { type: 'Dispatch', job: 'NEXT1', operations: ['o1'], bay, crew });
    expect(next.ok).toBe(true);

    const form = await ConsoleForm.further(desk, walkIn, 'FailInspection');
    await form.dialog.waitFor();
    await form.tick('defects-o1', 'torque');
    await form.fill({ note: guest.words });
    await form.confirm();
    const state = await stateNow();
    const [first, second] = queueOf(state, bay);
    expect(first).toMatchObject({
      job: { id: walkIn },
      operation: { reworkOf: 'o1', bay, crew, status: 'dispatched' },
    });
    expect(second?.job.id).toBe('NEXT1');
    expect(Object.values(state.days).map(({ internalReturns }) => internalReturns)).toEqual([1]);

    await workOn(desk, walkIn, 'MarkReady');
    const { inspections } = await jobNow(walkIn);
    const finals = inspections.filter(({ level }) => level === 'final').map(({ passed }) => passed);
    expect(finals).toEqual([false, true]);
    const record = desk.panel(walkIn).getByTestId('record-inspections');
    expect(await record.locator('li').count()).toBeGreaterThanOrEqual(2);
  });

  test('when a car is handed over late by the customer’s doing, then that needs a note, and the manager judges it [HND-2] [OTR-6] [OTR-8]', async () => {
    await workOn(desk, 'LATE1', 'HandOver');
    await desk.take('LATE1', { act: 'HandOver', operation: null });
    const form = new ConsoleForm(desk, 'HandOver');
    await form.fill({ cause: 'customer', note: ' ' });
    expect(await form.refused()).toContain('经理要据此认定');
    expect((await jobNow('LATE1')).handedOverAt).toBeNull();
    await form.fill({ note });
    await form.confirm();
    await until(async () => (await jobNow('LATE1')).handOver?.excuse === 'asked');
    expect(await desk.at('to-judge').count()).toBe(0);

    await takeTablet('P35');
    await tablet.at('to-judge').getByTestId('todo-act').click();
    const judgement = new ConsoleForm(tablet, 'JudgeLateness');
    await judgement.fill({ fault: 'yes' });
    expect(await judgement.dialog.innerText()).toContain(note);
    await judgement.confirm();
    await until(async () => (await jobNow('LATE1')).handOver?.excuse === 'confirmed');
    await tablet.at('to-judge').waitFor({ state: 'detached' });
    const { days } = await stateNow();
    expect(days[(await jobNow('LATE1')).handOver?.day ?? '']).toMatchObject({ delivered: 0, excused: 1 });
  });

  test('then what the customer is called, drives and said is neither in the log nor on wall and lounge, and no screen has an error [PRV-1] [PRV-4]', async () => {
    const manager = await shop.person('P35');
    const url = `${server.url}/api/v1/shops/${shop.id}/log?from=1`;
    const log = await (await fetch(url, { headers: { cookie: manager.cookie } })).text();
    const [wall, lounge] = [screens.wall, screens.lounge].map(({ received }) => received.join('\n'));
    const found = (text: string, words: string[]): string[] => words.filter((word) => text.includes(word));
    const personal = [...Object.values(guest), note];
    const plates = [wrongPlate, rightPlate];
    const { slip } = await jobNow(walkIn);
    expect(found(log, [walkIn, ...personal, ...plates])).toEqual([walkIn]);
    expect(found(wall ?? '', [walkIn, ...personal])).toEqual([walkIn]);
    expect(found(lounge ?? '', [slip ?? '', ...personal, ...plates])).toEqual([slip]);
    for (const screen of Object.values(screens)) expect(screen.errors).toEqual([]);
  });

  /** The technician at the tablet reports what was found in the running work; the advisor is asked at once. */
  async function propose(work: string, minutes: string): Promise<void> {
    const form = await ConsoleForm.further(tablet, walkIn, 'ProposeWork');
    await form.fill({ 'work-0': work, note: guest.words });
    await form.dialog.locator('input[type="number"]').first().fill(minutes);
    await form.confirm();
    await front.at('unanswered').waitFor();
    await until(async () => (await firstOfWalkIn()).status === 'held');
  }
});
