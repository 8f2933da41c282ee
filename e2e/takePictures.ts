// e2e/ — the pictures of docs/SCREENS.md: every screen, crowded and empty, in both languages, light and dark, as it stands in a real
// Chromium. `npm run pictures`. Nothing is asserted here; they are for people to look at.
import { wallLayouts } from '@zhunshi/shared/wire/displays.ts';
import type { CreateDisplayAnswer, DisplayKind, WallChoice } from '@zhunshi/shared/wire/displays.ts';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, sizes } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { ownPin, setUpSample } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'pictures', 'screens');
const tablet = { width: 1180, height: 820 };
const phone = { width: 390, height: 844 };
const wall4k = { width: 3840, height: 2160 };
/** Enough for rows to have come in and been drawn. */
const settledMs = 3_000;
const smallTelevision = { width: 960, height: 540 };
const portrait = { width: 1080, height: 1920 };

type Size = { width: number; height: number };
type Language = 'zh-CN' | 'en';
type Theme = 'light' | 'dark';
interface Look {
  language: Language;
  theme: Theme;
}

const looks: readonly Look[] = [
  { language: 'zh-CN', theme: 'light' },
  { language: 'en', theme: 'dark' },
];
const allLooks: readonly Look[] = [...looks, { language: 'zh-CN', theme: 'dark' }, { language: 'en', theme: 'light' }];

/** Views of the console, by whom they are looked at, and at which size. */
const views = [
  { view: 'dispatch', staff: 'P29', size: sizes.console, looks: allLooks },
  { view: 'kanban', staff: 'P29', size: sizes.console, looks },
  { view: 'advisor', staff: 'P23', size: sizes.console, looks: allLooks },
  { view: 'inspect', staff: 'P35', size: tablet, looks: allLooks },
  { view: 'people', staff: 'P29', size: sizes.console, looks },
  { view: 'figures', staff: 'P35', size: sizes.console, looks },
  { view: 'import', staff: 'P35', size: sizes.console, looks },
  { view: 'setup', staff: 'P35', size: sizes.console, looks },
  { view: 'displays', staff: 'P35', size: sizes.console, looks },
  { view: 'audit', staff: 'P35', size: sizes.console, looks },
] as const;

/** What is opened of a view before its picture is taken. */
const opened: Record<string, string | undefined> = { dispatch: 'card', inspect: 'inspect-row' };

/** What was taken, for the page that shows them. */
const taken: { name: string; group: string }[] = [];

interface Shop {
  server: ServerProcess;
  /** Who may log in, with a PIN that needs no change. */
  pin: (staff: string) => Promise<string>;
  group: 'crowded' | 'empty';
}

/** A picture of the page as it stands, once its fonts are there and nothing moves. */
async function take(page: Page, group: string, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const file = `${group}-${name}.jpg`;
  await page.screenshot({ path: join(folder, file), type: 'jpeg', quality: 72, animations: 'disabled' });
  taken.push({ name: file, group });
}

/** A page in a language and a theme of its own. */
async function open(browser: Browser, { language, theme }: Look, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    locale: language,
    colorScheme: theme,
    reducedMotion: 'reduce',
    ...options,
  });
  await context.addInitScript((chosen) => localStorage.setItem('zhunshi.language', chosen), language);
  return context.newPage();
}

const suffix = ({ language, theme }: Look): string => `${language === 'en' ? 'en' : 'zh'}-${theme}`;

async function consolePictures(browser: Browser, shop: Shop): Promise<void> {
  for (const { view, staff, size, looks: wanted } of views) {
    for (const look of shop.group === 'empty' ? wanted.slice(0, 1) : wanted) {
      const page = await open(browser, look, { viewport: size, hasTouch: size === tablet });
      await page.goto(shop.server.url);
      const desk = new ConsolePage(page);
      await desk.logIn(staff, await shop.pin(staff), null);
      await page.goto(`${shop.server.url}/#${view}`);
      await page.reload();
      await page.locator('main').waitFor();
      const opens = shop.group === 'crowded' ? opened[view] : undefined;
      if (opens !== undefined) await page.getByTestId(opens).first().click();
      await until(async () => (await page.locator('main').innerText()).trim().length > 20);
      await page.waitForTimeout(settledMs);
      await take(page, shop.group, `${view}-${suffix(look)}`);
      await page.context().close();
    }
  }
}

async function phonePictures(browser: Browser, shop: Shop): Promise<void> {
  for (const look of shop.group === 'empty' ? looks.slice(0, 1) : allLooks) {
    const page = await open(browser, look, { viewport: phone, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
    await page.goto(`${shop.server.url}/phone`);
    await page.getByTestId('login-staff').fill('P01');
    await page.getByTestId('login-pin').fill(await shop.pin('P01'));
    await page.keyboard.press('Enter');
    await page.getByTestId('login-pin').waitFor({ state: 'detached' });
    await page.waitForTimeout(settledMs);
    await take(page, shop.group, `phone-${suffix(look)}`);
    await page.context().close();
  }
}

/** A new display of the shop, let in by the manager: its address. */
async function displayOf(shop: Shop, kind: DisplayKind, wall?: WallChoice): Promise<string> {
  const { url } = shop.server;
  const post = async (path: string, body: unknown, cookie = ''): Promise<Response> => {
    const headers = { 'content-type': 'application/json', origin: url, cookie };
    const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
    return response;
  };
  const session = await post('/session', { shop: 's1', staff: 'P35', pin: await shop.pin('P35') });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const made = await post('/shops/s1/displays', { name: kind, kind, ...(wall && { wall }) }, cookie);
  return `${url}/${kind}#token=${((await made.json()) as CreateDisplayAnswer).token}`;
}

async function displayPictures(browser: Browser, shop: Shop): Promise<void> {
  const show = async (address: string, name: string, viewport: Size, lost = false): Promise<void> => {
    const page = await open(browser, looks[0]!, { viewport });
    await page.goto(address);
    await page.waitForTimeout(settledMs);
    if (lost) {
      await page.context().setOffline(true);
      await page.locator('[data-fresh="stale"]').waitFor({ timeout: 90_000 });
      await page.waitForTimeout(settledMs);
    }
    await take(page, shop.group, name);
    await page.context().close();
  };
  for (const layout of wallLayouts) {
    const chinese = await displayOf(shop, 'wall', { layout, language: 'zh-CN' });
    await show(chinese, `wall-${layout}-1080p-zh`, sizes.wall);
    if (shop.group === 'empty') continue;
    await show(chinese, `wall-${layout}-4k-zh`, wall4k);
    await show(chinese, `wall-${layout}-stale-zh`, sizes.wall, true);
    await show(await displayOf(shop, 'wall', { layout, language: 'en' }), `wall-${layout}-1080p-en`, sizes.wall);
  }
  const lounge = await displayOf(shop, 'lounge');
  await show(lounge, 'lounge-1080p', sizes.lounge);
  await show(lounge, 'lounge-portrait', portrait);
  await show(lounge, 'lounge-4k', wall4k);
  await show(lounge, 'lounge-960x540', smallTelevision);
  if (shop.group === 'empty') return;
  await show(`${shop.server.url}/lounge`, 'lounge-pairing', sizes.lounge);
}

/** The customer's own page, as the demo prints a link to one. */
async function trackPictures(browser: Browser, shop: Shop): Promise<void> {
  const link = /\/t\/\S+/.exec(shop.server.printed())?.[0];
  if (link === undefined) return;
  for (const look of allLooks) {
    const page = await open(browser, look, { viewport: phone, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
    await page.goto(shop.server.url + link);
    await page.waitForTimeout(settledMs);
    await take(page, shop.group, `track-${suffix(look)}`);
    await page.context().close();
  }
}

/** The demo at a busy hour. */
async function crowded(): Promise<Shop> {
  const server = await startServerProcess(['--demo', '--speed', '1']);
  const printed = (pattern: RegExp): string => {
    const found = pattern.exec(server.printed())?.[1];
    if (found === undefined) throw new Error(`Not printed: ${pattern.source}`);
    return found;
  };
  await until(async () => printed(/(lounge#token=\S+)/) !== '');
  return {
    server,
    group: 'crowded',
    pin: async (staff) => printed(new RegExp(`${staff}  PIN (\\d+)`)),
  };
}

/** The sample shop before its first car. */
async function empty(): Promise<Shop> {
  const server = await startServerProcess();
  const shop = await setUpSample(server.url, server.printed());
  return {
    server,
    group: 'empty',
    pin: async (staff) => {
      await shop.person(staff);
      return ownPin;
    },
  };
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const begin of [crowded, empty]) {
  const shop = await begin();
  await consolePictures(browser, shop);
  await phonePictures(browser, shop);
  await displayPictures(browser, shop);
  await trackPictures(browser, shop);
  await shop.server.stop();
}
await browser.close();
const page = [
  '# Screens',
  '',
  'Taken by `npm run pictures` from the built pages in Chromium: the demo in the middle of its day, and a shop before its',
  'first car.',
  '',
];
for (const group of ['crowded', 'empty']) {
  page.push(`## ${group === 'crowded' ? 'A busy day' : 'Before the first car'}`, '');
  for (const { name } of taken.filter((one) => one.group === group)) {
    page.push(`![${name.replace(/^[a-z]+-|\.jpg$/g, '').replaceAll('-', ', ')}](pictures/screens/${name})`, '');
  }
}
await writeFile(join(folder, '..', '..', 'SCREENS.md'), page.join('\n'));
