// e2e/testing/ — a real Chromium, and pages in it whose errors fail the test.
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

/** Sizes of the screens as they hang and stand. */
export const sizes = {
  console: { width: 1440, height: 900 },
  wall: { width: 1920, height: 1080 },
  lounge: { width: 1920, height: 1080 },
} as const;

const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium; `CHROMIUM_PATH` names it, Debian's place is the default. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', ...quiet],
  });
}

export interface Screen {
  page: Page;
  context: BrowserContext;
  /** Errors of the page: exceptions, and console errors other than of the network, which some tests cut. */
  errors: string[];
  /** Everything that came over WebSockets and HTTP, as text. */
  received: string[];
}

/** Opens a page in a context of its own, as on a machine of its own; `more` says what else that machine has, such as touch. */
export async function openScreen(
  browser: Browser,
  size: { width: number; height: number },
  more: BrowserContextOptions = {},
): Promise<Screen> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', reducedMotion: 'reduce', ...more });
  const page = await context.newPage();
  const errors: string[] = [];
  const received: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    const ofNetwork = /net::|WebSocket|Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !ofNetwork) errors.push(message.text());
  });
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => received.push(payload.toString()));
  });
  page.on('response', (response) => {
    const text = /json|html|javascript|text/.test(response.headers()['content-type'] ?? '');
    if (text) {
      response
        .text()
        .then((body) => received.push(body))
        .catch(() => undefined);
    }
  });
  return { page, context, errors, received };
}
