// A manager's day: changes a checklist and a rule, lets somebody begin, renews a PIN, and finds out who dispatched a car.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './testing/axeFindings.ts';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsoleForm } from './testing/consoleForm.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { ownPin, setUpSample, type Person, type SampleShop } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';
import { arrive, finishWork, openAllRound } from './testing/workDone.ts';

const plate = '粤B6K802';

describe('given a manager at the desk', () => {
  let server: ServerProcess;
  let browser: Browser;
  let shop: SampleShop;
  let manager: Person;
  let screen: Screen;
  let desk: ConsolePage;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
    shop = await setUpSample(server.url, server.printed());
    manager = await shop.person('P35');
    const dispatcher = await shop.person('P29');
    await openAllRound(shop, dispatcher);
    await arrive(shop, dispatcher, [
      { order: 'SEEN1', plate, service: '一般维修', work: '蓄电池更换' },
      { order: 'OTHER1', plate: '粤B7M913', service: '一般维修', work: '空调系统检修' },
    ]);
    await finishWork(shop, dispatcher, 'SEEN1');
    screen = await openScreen(browser, sizes.console);
    desk = new ConsolePage(screen.page);
    await desk.page.goto(`${server.url}/#setup`);
    await desk.logIn('P35', ownPin, null);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const edit = async (section: string, key: string): Promise<ConsoleForm> => {
    await desk.at(`section-${section}`).click();
    const table = desk.at(`set-up-${section}`);
    await table.waitFor();
    if (key === '') await desk.at('set-up-edit').click();
    else await table.locator(`button[data-key="${key}"]`).first().click();
    return new ConsoleForm(desk, 'ChangeSetUp');
  };
  const lines = (): Promise<string[]> => desk.at('audit-entry').allInnerTexts();

  test('when the suggested points are taken over, then inspections of that service type ask for them', async () => {
    const form = await edit('inspections', 'general');
    await form.fill({ suggested: true, self: true });
    await form.confirm();
    await until(async () => ((await shop.state(manager)).shop?.rules.inspections['general']?.points.length ?? 0) > 3);
  });

  test('when a rule is changed, then it holds', async () => {
    const form = await edit('rules', '');
    await form.fill({ comebackDays: '45' });
    await form.confirm();
    await until(async () => (await shop.state(manager)).shop?.rules.comebackDays === 45);
  });

  test('when somebody begins, then their first PIN is told; a new PIN for somebody else is asked for once more', async () => {
    await desk.at('section-people').click();
    await desk.at('set-up-add').click();
    const form = new ConsoleForm(desk, 'ChangeSetUp');
    await form.fill({ code: 'P77', name: '欧阳新' });
    await form.tick('roles', 'inspector');
    await form.confirm();
    await until(async () => (await shop.state(manager)).staff['P77'] !== undefined);
    const told = desk.at('first-pins').locator('li');
    await told.filter({ hasText: '欧阳新' }).waitFor();

    await desk.page.locator('[data-testid="new-pin"][data-key="P30"]').click();
    await form.dialog.waitFor();
    await form.confirm();
    const line = told.filter({ hasText: 'P30' });
    await line.waitFor();
    const pin = (await line.locator('code').innerText()).trim();
    const login = await fetch(`${server.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ staff: 'P30', pin }),
    });
    expect(login.status).toBe(200);
  });

  test('when the manager searches the trail for a plate, then it says who dispatched that car, and nothing of others [AUD-1]', async () => {
    await desk.page.goto(`${server.url}/#audit`);
    await desk.at('audit-entry').first().waitFor();
    await desk.at('audit-search').fill(plate);
    await until(async () => {
      const found = await lines();
      return found.length > 0 && found.every((text) => text.includes(plate) || text.includes('SEEN1'));
    });
    await desk.at('audit-kind').selectOption('work');
    const name = (await desk.page.locator('[data-testid="audit-by"] option[value="P29"]').innerText()).trim();
    await until(async () => (await lines()).some((text) => text.includes(name) && text.includes('蓄电池更换 派到')));
    expect(await axeFindings(desk.page, '[data-testid="audit-page"]')).toEqual([]);
  });

  test('when set-up changes are looked at, then each says what changed, who did it, and the raw entry is there', async () => {
    await desk.at('audit-search').fill('');
    await desk.at('audit-kind').selectOption('setUp');
    await until(async () => (await lines()).some((text) => text.includes('外返天数 45')));
    expect((await lines()).some((text) => text.includes('故障已排除'))).toBe(true);
    expect((await lines()).some((text) => text.includes('欧阳新'))).toBe(true);
    const entry = desk.at('audit-entry').first();
    await entry.locator('summary').click();
    await entry.getByTestId('audit-raw').waitFor();
    expect(await entry.getByTestId('audit-raw').innerText()).toMatch(/[0-9a-f]{64}/);
  });

  test('then the chain is whole up to the last entry; a car opens from the trail, and its trail from its story [AUD-2]', async () => {
    await desk.page.locator('[data-testid="audit-chain"][data-chain="whole"]').waitFor();
    await desk.at('audit-search').fill(plate);
    await desk.at('audit-kind').selectOption('');
    await desk.at('audit-car').first().click();
    await desk.panel('SEEN1').waitFor();
    await desk.panel('SEEN1').getByTestId('story-audit').click();
    await desk.at('audit-page').waitFor();
    await until(async () => (await desk.at('audit-search').inputValue()) === 'SEEN1');
    expect(screen.errors).toEqual([]);
  });
});
