// Without a mouse, without good eyes, without motion: what is there can be reached, seen to have the focus, left again, and enlarged.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, sizes } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { guests, startDemoShop, type DemoShop } from './testing/demoShop.ts';
import { everyDeskDialog, everyView, goTo } from './testing/everyScreen.ts';

/** What can be pressed or filled in, but for the other radios of a group, which are reached with the arrows. */
const pressable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

interface Stop {
  /** Its place among what can be pressed, in the order of the page. */
  at: number;
  what: string;
  /** Its focus shows: an outline of its own or of the label around it. */
  shows: boolean;
  inSight: boolean;
}

describe('given the demo in the middle of its morning', () => {
  let demo: DemoShop;
  let browser: Browser;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemoShop(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.server.stop();
  });

  async function consoleOf(staff: string, more: BrowserContextOptions = {}): Promise<ConsolePage> {
    const context = await browser.newContext({ viewport: sizes.console, locale: 'zh-CN', ...more });
    const desk = new ConsolePage(await context.newPage());
    await desk.page.goto(demo.server.url);
    await desk.logIn(staff, demo.pin(staff), null);
    await desk.at('freshness').waitFor();
    return desk;
  }

  /** Marks all that can be pressed and is seen, in the order of the page. */
  function markPressable(page: Page): Promise<number> {
    return page.evaluate((selector) => {
      const groups = new Set<string>();
      const found = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.tabIndex < 0) return false;
        if (element.closest('[inert], [popover]:not(:popover-open)')) return false;
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
        const first = !groups.has(element.name);
        groups.add(element.name);
        return first;
      });
      for (const [at, element] of found.entries()) element.dataset.stop = String(at);
      return found.length;
    }, pressable);
  }

  function focused(page: Page): Promise<Stop | null> {
    return page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const outlined = (one: Element | null): boolean => {
        const { outlineStyle, outlineWidth } = one
          ? getComputedStyle(one)
          : { outlineStyle: 'none', outlineWidth: '0' };
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      };
      const seen = element.closest('label') ?? element;
      const { top, left, bottom, right } = seen.getBoundingClientRect();
      const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : '';
      const marked = group === '' ? element : document.querySelector<HTMLElement>(`[name="${group}"][data-stop]`);
      return {
        at: Number(marked?.dataset.stop ?? -1),
        what: `${element.tagName} ${element.dataset.testid ?? ''} ${element.getAttribute('aria-label') ?? element.innerText}`,
        shows: outlined(element) || outlined(element.closest('label')),
        inSight: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      };
    });
  }

  /** Presses Tab from the top of the page until it is left. */
  async function tabThrough(page: Page, most: number): Promise<Stop[]> {
    const stops: Stop[] = [];
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
    });
    // A field of a date has a stop for each of its parts.
    for (let presses = 0; presses < most * 4; presses += 1) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (stop === null) break;
      stops.push(stop);
    }
    return stops;
  }

  test('when Tab is pressed through each view, then everything that can be pressed has its turn, in the order of the page, and shows it [ALL-3]', async () => {
    const desk = await consoleOf(guests.manager);
    const { page } = desk;
    for await (const { name, within } of everyView(desk)) {
      if (within !== null) continue;
      const count = await markPressable(page);
      const stops = await tabThrough(page, count);
      const reached = stops.map(({ at }) => at);
      const missed = await page.evaluate(
        (numbers) =>
          [...document.querySelectorAll<HTMLElement>('[data-stop]')]
            .filter(({ dataset, isConnected }) => isConnected && !numbers.includes(Number(dataset.stop)))
            .map(({ outerHTML }) => outerHTML.slice(0, 160)),
        reached,
      );
      expect(missed, `${name}: not reached`).toEqual([]);
      const known = reached.filter((at) => at >= 0);
      expect(known, `${name}: order`).toEqual([...known].sort((one, other) => one - other));
      expect(
        stops.filter(({ shows, inSight }) => !shows || !inSight).map(({ what }) => what),
        `${name}: focus not seen`,
      ).toEqual([]);
      await page.evaluate(() =>
        document.querySelectorAll('[data-stop]').forEach((one) => one.removeAttribute('data-stop')),
      );
    }
  });

  test('when a dialog is open, then Tab stays in it, Escape closes it, and the focus is where it was [ALL-3]', async () => {
    const desk = await consoleOf(guests.dispatcher);
    const { page } = desk;
    for (const opener of ['receive-walk-in', 'book', 'bay-menu', 'further']) {
      if (opener === 'further') await desk.card(await firstCar(desk)).click();
      const button = desk.at(opener).first();
      await button.focus();
      await page.keyboard.press('Enter');
      const open = page.locator('dialog[open]');
      await open.locator('button').first().waitFor();
      const inside = await open.locator(pressable).count();
      const outside: string[] = [];
      for (let presses = 0; presses < inside + 3; presses += 1) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const element = document.activeElement;
          return element === document.body || element?.closest('dialog[open]')
            ? null
            : (element?.outerHTML ?? 'nothing');
        });
        if (at !== null) outside.push(at);
      }
      expect(outside, opener).toEqual([]);
      await page.keyboard.press('Escape');
      await open.waitFor({ state: 'hidden' });
      expect(await button.evaluate((element) => element === document.activeElement), opener).toBe(true);
    }
  });

  test('when a car is picked up by the keyboard, then each step is said, and Escape puts it back [ALL-3]', async () => {
    const desk = await consoleOf(guests.dispatcher);
    const said = desk.at('drag-live');
    const card = desk.page.locator('[data-testid="waiting-drop"] [data-testid="card"][data-stage="waiting"]').first();
    await card.focus();
    expect(
      await card.evaluate((one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.innerText),
    ).toMatch(/./);
    await desk.page.keyboard.press('Enter');
    await desk.page.locator('[data-testid="bay-row"][data-answer="allowed"]').first().waitFor();
    const first = await said.innerText();
    expect(first).not.toBe('');
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.waitForFunction(
      (before) => document.querySelector<HTMLElement>('[data-testid="drag-live"]')?.innerText !== before,
      first,
    );
    await desk.page.keyboard.press('Escape');
    await desk.page.locator('[data-testid="bay-row"][data-answer]').first().waitFor({ state: 'detached' });
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  describe('given 200 % zoom of a screen of 1440 × 900', () => {
    const zoomed = { viewport: { width: 720, height: 450 } };

    test('then in every view everything can be reached, and the page is not scrolled sideways [ALL-4]', async () => {
      const desk = await consoleOf(guests.manager, zoomed);
      for await (const { name } of everyView(desk)) expect(await outOfReach(desk.page), name).toEqual([]);
    });

    test('then every dialog fits and scrolls to its buttons [ALL-4]', async () => {
      const desk = await consoleOf(guests.dispatcher, zoomed);
      for await (const { name } of everyDeskDialog(desk)) expect(await outOfReach(desk.page), name).toEqual([]);
    });
  });

  test('given a screen 320 px wide, when somebody logs in and opens a form, then all of it is within the width [ALL-4]', async () => {
    const narrow = { viewport: { width: 320, height: 640 } };
    const context = await browser.newContext({ ...narrow, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(demo.server.url);
    await page.getByTestId('login-staff').waitFor();
    expect(await outOfReach(page)).toEqual([]);
    const desk = await consoleOf(guests.dispatcher, narrow);
    await desk.at('book').click();
    await desk.at('form-BookJob').waitFor();
    expect(await outOfReach(desk.page)).toEqual([]);
  });

  test('given somebody who wants no motion, then nothing moves by itself on any view [ALL-5]', async () => {
    const desk = await consoleOf(guests.manager, { reducedMotion: 'reduce' });
    for await (const { name } of everyView(desk)) {
      const moving = await desk.page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
            const lasts = (times: string): boolean => times.split(',').some((time) => parseFloat(time) > 0);
            return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 120)),
      );
      expect(moving, name).toEqual([]);
    }
  });

  test('given the colours of the machine, then every mark keeps its shape and its word [ALL-5]', async () => {
    const desk = await consoleOf(guests.dispatcher, { forcedColors: 'active' });
    await goTo(desk, 'kanban');
    const marks = await desk.page
      .locator('[data-testid="card"]:is([data-mark="late"], [data-mark="tight"], [data-mark="waiting"])')
      .evaluateAll((cards) =>
        cards.map((card) => {
          const shape = card.querySelector('svg');
          const word = card.querySelector('.standing');
          const ground = getComputedStyle(card).backgroundColor;
          const drawn = shape
            ? [...shape.querySelectorAll('*')].some((part) => {
                const { fill, stroke } = getComputedStyle(part);
                return [fill, stroke].some((colour) => colour !== 'none' && colour !== ground);
              })
            : false;
          return drawn && (word?.textContent ?? '').trim() !== '';
        }),
      );
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.every(Boolean)).toBe(true);
  });

  async function firstCar(desk: ConsolePage): Promise<string> {
    return (await desk.at('card').first().getAttribute('data-job')) ?? '';
  }

  /** What can be pressed but lies where no scrolling brings it; and whether the page itself must be scrolled sideways. */
  function outOfReach(page: Page): Promise<string[]> {
    return page.evaluate((selector) => {
      const faults: string[] = [];
      const root = document.documentElement;
      if (root.scrollWidth > root.clientWidth + 1) faults.push(`the page is ${root.scrollWidth} wide`);
      const shut = document.querySelector('dialog[open]') ?? document.body;
      for (const element of shut.querySelectorAll<HTMLElement>(selector)) {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden')) continue;
        if (element.classList.contains('visually-hidden')) continue;
        element.scrollIntoView({ block: 'center', inline: 'center' });
        const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
        const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
        const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
        const inside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && width > 0 && height > 0;
        const hit = inside ? document.elementFromPoint(x, y) : null;
        const reached =
          hit !== null &&
          (element.contains(hit) || hit.contains(element) || hit.closest('label') === element.closest('label'));
        if (!reached) faults.push(element.outerHTML.slice(0, 140));
      }
      return faults;
    }, pressable);
  }
});
