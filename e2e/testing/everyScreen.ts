// e2e/testing/ — a walk through everything that can be seen in the console: every view, every kind of dialog.
import { stageOf } from '@zhunshi/shared/domain/job.ts';
import type { Stage } from '@zhunshi/shared/domain/words.ts';
import type { StaffSnapshot } from '@zhunshi/shared/wire/protocol.ts';
import type { Page } from 'playwright-core';
import { todaysOrders } from './sampleShop.ts';
import type { ConsolePage } from './consolePage.ts';
import { until } from './serverProcess.ts';

/** Something to look at. `within` names the part of the page that is new; null: all of it is. */
export interface Sight {
  name: string;
  within: string | null;
}

const dialog = 'dialog[open]';

/** What is there once a view has all that it loads. */
const lastToCome: Record<string, string> = {
  kanban: '[data-testid="kanban-column"]',
  advisor: '[data-testid="advisor-view"] [data-testid="car"]',
  inspect: '[data-testid="inspect-row"]',
  people: '[data-testid="attendance"]',
  figures: 'main table',
  import: '[data-testid="import-file"]',
  notices: '[data-testid="notice-post"]',
  displays: '[data-testid="display-row"]',
  setup: '[data-testid^="section-"]',
  audit: '[data-testid="audit-entry"]',
};

/** Buttons of the menu of a car that are done at once, without a dialog. */
const doneAtOnce = [
  'close',
  'ReleaseBay',
  'TakeBackReady',
  'Settle',
  'PartsArrived',
  'WithdrawWork',
  'CallInLounge',
].map((type) => `further-${type}`);

/** The shop as the console's own session reads it. */
export async function snapshotOf(page: Page): Promise<StaffSnapshot> {
  const response = await page.request.get(new URL('/api/v1/shops/s1/state', page.url()).href);
  return (await response.json()) as StaffSnapshot;
}

/** A car in each stage that has one, as things are now. */
async function carsByStage(page: Page): Promise<Map<Stage, string>> {
  const { state } = await snapshotOf(page);
  return new Map(Object.values(state.jobs).map((job) => [stageOf(job), job.id]));
}

/** Goes to a view and waits until it stands there. */
export async function goTo(desk: ConsolePage, view: string): Promise<void> {
  await desk.openView(view);
  const main = desk.page.locator('main');
  await until(async () => (await main.innerText()).trim() !== '');
  await desk.page
    .locator(lastToCome[view] ?? 'main')
    .first()
    .waitFor({ state: 'attached' });
}

/** Every view that the person who is logged in has, with what opens in it but dialogs. */
export async function* everyView(desk: ConsolePage): AsyncGenerator<Sight> {
  const keys = await desk.page
    .locator('[data-testid^="nav-"]:not([data-testid="nav-more"])')
    .evaluateAll((found) => found.map((one) => (one.getAttribute('data-testid') ?? '').replace('nav-', '')));
  for (const key of keys) {
    await goTo(desk, key);
    yield { name: key, within: null };
    if (key === 'setup') yield* everySection(desk);
    if (key === 'import') yield* importPreview(desk);
  }
  await goTo(desk, 'dispatch');
  await desk.at('search').fill('1');
  await desk.at('search-result').first().waitFor();
  yield { name: 'search', within: 'header' };
  await desk.at('search').press('Escape');
}

/** The sections of the set-up, and a form of each. */
async function* everySection(desk: ConsolePage): AsyncGenerator<Sight> {
  const sections = await desk.page
    .locator('[data-testid^="section-"]')
    .evaluateAll((found) => found.map((one) => one.getAttribute('data-testid') ?? ''));
  for (const section of sections) {
    await desk.at(section).click();
    yield { name: section, within: 'main' };
    const opens = desk.page.locator('[data-testid="set-up-edit"], [data-testid="set-up-add"]').first();
    if ((await opens.count()) === 0) continue;
    await opens.click();
    yield* openDialog(desk.page, `form of ${section}`);
  }
}

/** A file of orders, looked at before it is applied; and one with faults. */
async function* importPreview(desk: ConsolePage): AsyncGenerator<Sight> {
  const file = desk.at('import-file');
  await file.setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(await todaysOrders()) });
  await desk.at('import-preview').waitFor();
  yield { name: 'import preview', within: 'main' };
  const faulty = Buffer.from(
    Buffer.from(await todaysOrders())
      .toString()
      .replace(/\d{4}-\d{2}-\d{2}/, '2026-99-99'),
  );
  await file.setInputFiles({ name: 'faulty.csv', mimeType: 'text/csv', buffer: faulty });
  await desk.at('import-error').first().waitFor();
  yield { name: 'import faults', within: 'main' };
}

/** The panel of a car in each stage, and the dialogs that open from its menu, but for those that were `seen`, which grows. */
export async function* everyCar(desk: ConsolePage, seen: Set<string>): AsyncGenerator<Sight> {
  await goTo(desk, 'dispatch');
  for (const [stage, job] of await carsByStage(desk.page)) {
    await desk.find(job);
    yield { name: `panel of a car that is ${stage}`, within: '[data-testid="job-panel"]' };
    const further = desk.panel(job).getByTestId('further');
    if (!(await further.isVisible())) continue;
    await further.click();
    await desk.at('further-menu').waitFor();
    const items = await desk
      .at('further-menu')
      .locator('[data-testid^="further-"]')
      .evaluateAll((found) => found.map((one) => one.getAttribute('data-testid') ?? ''));
    yield* openDialog(desk.page, `further menu of a car that is ${stage}`);
    for (const item of items.filter((one) => !seen.has(one) && !doneAtOnce.includes(one))) {
      seen.add(item);
      await further.click();
      await desk.at('further-menu').getByTestId(item).first().click();
      await desk.at('further-menu').waitFor({ state: 'hidden' });
      yield* openDialog(desk.page, item);
    }
  }
}

/** Dialogs of the desk that open elsewhere than in the menu of a car. */
export async function* everyDeskDialog(desk: ConsolePage): AsyncGenerator<Sight> {
  await goTo(desk, 'dispatch');
  for (const opener of ['receive-walk-in', 'book', 'bay-menu']) {
    await desk.at(opener).first().click();
    yield* openDialog(desk.page, opener);
  }
  const cars = await carsByStage(desk.page);
  await desk.find(cars.get('waiting') ?? '');
  await desk.page.locator('footer [data-testid="act-Dispatch"]').first().click();
  yield* openDialog(desk.page, 'crew dialog');
  await desk.find(cars.get('working') ?? '');
  await desk.page.getByTestId('act-HoldOperation').first().click();
  yield* openDialog(desk.page, 'hold dialog');
  await desk.at('alarm-answers').first().click();
  yield { name: 'answers to an alarm', within: '[popover]:popover-open' };
  await desk.page.keyboard.press('Escape');
  await desk.card(cars.get('waiting') ?? '').press('Enter');
  await desk.page.locator('[data-testid="bay-row"][data-answer]').first().waitFor();
  yield { name: 'a car in the hand', within: null };
  await desk.page.keyboard.press('Escape');
}

/** A technician's page with a car on it, and each sheet that comes up from below. */
export async function* everyPhoneSheet(page: Page): AsyncGenerator<Sight> {
  await page.getByTestId('present').waitFor();
  yield { name: 'own car', within: null };
  for (const opener of ['phone-menu', 'stop-act', 'extra-act']) {
    await page.getByTestId(opener).first().click();
    yield* openDialog(page, opener);
  }
}

/** The set-up of a server that has no shop yet, up to the sheet of first PINs. */
export async function* everySetUpStep(page: Page, code: string): AsyncGenerator<Sight> {
  await page.getByTestId('setup-code').fill('1');
  await page.keyboard.press('Enter');
  await page.locator('[aria-invalid="true"]').waitFor();
  yield { name: 'code', within: null };
  await page.getByTestId('setup-code').fill(code);
  await page.keyboard.press('Enter');
  await page.getByTestId('setup-garage').click();
  await page.getByTestId('setup-next').waitFor();
  yield { name: 'garage', within: null };
  const noShop = { name: 'shop.json', mimeType: 'application/json', buffer: Buffer.from('{"name": 1}') };
  await page.getByTestId('setup-file').setInputFiles(noShop);
  await page.locator('section [role="alert"], section .problem').first().waitFor();
  yield { name: 'shop file with faults', within: 'main' };
  await page.getByTestId('setup-sample').click();
  await page.getByTestId('pin-sheet').waitFor();
  yield { name: 'sheet of first PINs', within: null };
}

/** Shows the dialog that is opening, and closes it with the keyboard. */
async function* openDialog(page: Page, name: string): AsyncGenerator<Sight> {
  await page.locator(dialog).waitFor();
  await until(async () => (await page.locator(`${dialog} :is(input, button, select)`).count()) > 0);
  yield { name, within: dialog };
  await page.keyboard.press('Escape');
  await page.locator(dialog).waitFor({ state: 'hidden' });
}
