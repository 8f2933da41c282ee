// bench/screens/ — Chromium with pages on machines of their own: slowed down like a small computer, traced, their bytes counted.
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import type { TraceEvent } from './traceCost.ts';

const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const categories = ['toplevel', 'blink.user_timing'];

/** Starts Chromium; `CHROMIUM_PATH` names it, Debian's place is the default. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', ...quiet],
  });
}

/** Compressed bytes of a page's code, as they came over the wire; headers are not code. */
export interface Transferred {
  script: number;
  style: number;
}

/** A page on a machine of its own. */
export interface OpenPage {
  page: Page;
  context: BrowserContext;
  cdp: CDPSession;
}

/** Opens an empty page of a size; `session`: of somebody who is logged in. */
export async function openPage(
  browser: Browser,
  size: { width: number; height: number },
  session?: { url: string; cookie?: string },
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', reducedMotion: 'reduce' });
  const [name, value] = session?.cookie?.split('=') ?? [];
  if (session && name !== undefined && value !== undefined) {
    await context.addCookies([{ name, value, url: session.url }]);
  }
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  // As over plain HTTP in a LAN: browsers ask for better compression only behind TLS, and from their own machine.
  await cdp.send('Network.setExtraHTTPHeaders', { headers: { 'accept-encoding': 'gzip' } });
  return { page, context, cdp };
}

/** The code that a page and its workers have loaded until now. */
export async function codeOf({ page }: OpenPage): Promise<Transferred> {
  const loaded = () =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(({ name, encodedBodySize }) => ({
      path: new URL(name).pathname,
      bytes: encodedBodySize,
    }));
  const places = [page.evaluate(loaded), ...page.workers().map((worker) => worker.evaluate(loaded))];
  // What the page has loaded already, its worker takes from the browser's store.
  const files = new Map((await Promise.all(places)).flat().map(({ path, bytes }) => [path, bytes]));
  const sum = (ending: string): number =>
    [...files].reduce((all, [path, bytes]) => (path.endsWith(ending) ? all + bytes : all), 0);
  return { script: sum('.js'), style: sum('.css') };
}

/** Slows the main thread down so many times. */
export async function slowDown({ cdp }: OpenPage, rate: number): Promise<void> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Leaves a mark in what is traced. */
export async function mark({ page }: OpenPage, name: string): Promise<void> {
  await page.evaluate((one) => void performance.mark(one), name);
}

/** What the browser did while something was done. */
export async function traced(browser: Browser, { page }: OpenPage, act: () => Promise<void>): Promise<TraceEvent[]> {
  const path = join(tmpdir(), `zhunshi-trace-${String(process.pid)}.json`);
  await browser.startTracing(page, { path, categories });
  try {
    await act();
  } finally {
    await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(await readFile(path, 'utf8')) as { traceEvents: TraceEvent[] };
  await rm(path);
  return traceEvents;
}
