// An inspector's day on a tablet, with a dispatcher at the desk beside: a car passes with its checklist, another goes back to its crew, and
// what was ticked outlives a reload.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './testing/axeFindings.ts';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { ownPin, setUpSample, type Person, type SampleShop } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';
import { arrive, finishWork, openAllRound } from './testing/workDone.ts';

const points = ['路试', '灯光', '渗漏'];
const tabletSize = { width: 1180, height: 820 };

describe('given an inspector with a tablet, and a dispatcher at the desk', () => {
  let server: ServerProcess;
  let browser: Browser;
  let shop: SampleShop;
  let dispatcher: Person;
  let screens: { desk: Screen; tablet: Screen };
  let desk: ConsolePage;
  let tablet: ConsolePage;
  let crew: string[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
    shop = await setUpSample(server.url, server.printed());
    const manager = await shop.person('P35');
    dispatcher = await shop.person('P29');
    await shop.person('P30');
    await openAllRound(shop, dispatcher);
    const inspections = { general: { self: true, leader: false, points } };
    await shop.command(manager, { type: 'ChangeSetUp', changes: [{ kind: 'rules', rules: { inspections } }] });
    await arrive(shop, dispatcher, [
      { order: 'PASS1', plate: '粤B6K802', service: '一般维修', work: '蓄电池更换' },
      { order: 'FAIL1', plate: '粤B7M913', service: '一般维修', work: '空调系统检修' },
    ]);
    await finishWork(shop, dispatcher, 'PASS1');
    crew = await finishWork(shop, dispatcher, 'FAIL1');
    screens = {
      desk: await openScreen(browser, sizes.console),
      tablet: await openScreen(browser, tabletSize),
    };
    [desk, tablet] = [new ConsolePage(screens.desk.page), new ConsolePage(screens.tablet.page)];
    await desk.page.goto(server.url);
    await desk.logIn('P29', ownPin, null);
    await tablet.page.goto(server.url);
    await tablet.logIn('P30', ownPin, null);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const jobNow = async (id: string): Promise<Job> => {
    const job = (await shop.state(dispatcher)).jobs[id];
    if (!job) throw new Error(`There is no ${id}`);
    return job;
  };
  const choose = async (job: string): Promise<void> => {
    await tablet.page.locator(`[data-testid="inspect-row"][data-job="${job}"]`).click();
    await tablet.page.locator(`[data-testid="inspect-sheet"][data-job="${job}"]`).waitFor();
  };
  const tick = async (point: string, mark: 'ok' | 'defect'): Promise<void> => {
    const row = tablet.page.locator(`[data-testid="inspect-point"][data-point="${point}"]`);
    await row.locator(`label.${mark}`).click();
    await row.and(tablet.page.locator(`[data-mark="${mark}"]`)).waitFor();
  };
  const begin = async (): Promise<void> => {
    await tablet.at('inspect-start').click();
    await tablet.at('inspect-pass').waitFor();
  };

  test('when the inspector logs in, then both cars whose work is done stand in the list, and say what is missing', async () => {
    await tablet.at('inspect-view').waitFor();
    await until(async () => (await tablet.at('inspect-row').count()) === 2);
    const rows = await tablet.at('inspect-row').allInnerTexts();
    expect(rows.every((text) => text.includes('未派终检') && text.includes('缺 1'))).toBe(true);
    await choose('PASS1');
    expect(await axeFindings(tablet.page, '[data-testid="inspect-view"]')).toEqual([]);
  });

  test('when the dispatcher sends one of them to an inspector from there, then a fitting bay, the inspection and only who may do it are offered', async () => {
    await desk.page.goto(`${server.url}/#inspect`);
    await desk.at('inspect-view').waitFor();
    await desk.page.locator('[data-testid="inspect-row"][data-job="PASS1"]').click();
    expect(await desk.at('inspect-why').innerText()).toContain('先派给检验员');
    await desk.at('inspect-start').click();
    const dialog = desk.at('crew-dialog');
    await dialog.waitFor();
    const worked = new Set(
      (await jobNow('PASS1')).operations.flatMap(({ segments }) => segments.map((one) => one.technician)),
    );
    const { staff, bays } = await shop.state(dispatcher);
    const offered = await desk.at('crew-member').evaluateAll((all) => all.map((one) => one.getAttribute('data-staff')));
    expect(offered.length).toBeGreaterThan(0);
    for (const one of offered) {
      expect(staff[one ?? '']?.workTypes).toContain('inspection');
      expect(worked.has(one ?? '')).toBe(false);
    }
    const chosen = await dialog.locator('[data-testid="bay-choice"][aria-pressed="true"]').getAttribute('data-bay');
    expect(bays[chosen ?? '']?.workTypes).toContain('inspection');
    expect(await desk.at('crew-confirm').isEnabled()).toBe(true);
    await desk.page.keyboard.press('Escape');
    await desk.page.goto(server.url);
  });

  test('when a signature is missing, then it is named, can be written down for its crew, and keeps the car from passing [INS-4] [INS-8]', async () => {
    await begin();
    for (const point of points) await tick(point, 'ok');
    expect(await tablet.at('inspect-pass').isDisabled()).toBe(true);
    await tablet.at('inspect-sign').first().click();
    await until(async () => (await tablet.at('inspect-sign').count()) === 0);
    await until(async () => await tablet.at('inspect-pass').isEnabled());
  });

  test('when the tablet is reloaded in the middle, then what was ticked is still ticked [INS-9]', async () => {
    await tablet.page.reload();
    await tablet.at('inspect-view').waitFor();
    await choose('PASS1');
    await until(async () => (await tablet.at('inspect-count').innerText()) === '3 / 3');
  });

  test('when all is in order, then the car passes with its points on record, and the desk sees it', async () => {
    await tablet.at('inspect-pass').click();
    await tablet.at('inspect-ended').waitFor();
    const passed = (await jobNow('PASS1')).inspections.find(({ level }) => level === 'final');
    expect(passed).toMatchObject({ passed: true, by: ['P30'], points });
    await desk.find('PASS1');
    await until(async () => (await desk.offer('PASS1'))?.act === 'MarkReady');
  });

  test('when a point shows a defect, then the car goes back to those who did it, and comes back to the list after their rework [INS-5]', async () => {
    await choose('FAIL1');
    await begin();
    await tick('灯光', 'defect');
    expect(await tablet.at('inspect-fail').isDisabled()).toBe(true);
    const defect = tablet.at('inspect-defect');
    await defect.locator('select').nth(1).selectOption('leak');
    await defect.locator('input').fill('15');
    await tablet.at('inspect-fail').click();
    await tablet.at('inspect-ended').waitFor();
    await tablet.page.locator('[data-testid="inspect-row"][data-job="FAIL1"][data-state="rework"]').waitFor();
    const failed = await jobNow('FAIL1');
    const rework = failed.operations.find(({ reworkOf }) => reworkOf !== null);
    expect(rework).toMatchObject({ status: 'dispatched', crew, minutes: 15 });
    await desk.find('FAIL1');
    await until(async () => (await desk.panel('FAIL1').innerText()).includes('渗漏'));

    await finishWork(shop, dispatcher, 'FAIL1');
    await tablet.page.locator('[data-testid="inspect-row"][data-job="FAIL1"][data-state="waiting"]').waitFor();
    await choose('FAIL1');
    await begin();
    // Another round begins with nothing ticked.
    expect(await tablet.at('inspect-count').innerText()).toBe('0 / 3');
  });

  test('then no page had an error', () => {
    expect([screens.desk.errors, screens.tablet.errors]).toEqual([[], []]);
  });
});
