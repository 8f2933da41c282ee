// e2e/testing/ — displays: opened with a token as a manager's link has it, and read as a person reads them.
import type { Browser } from 'playwright-core';
import { openScreen, sizes, type Screen } from './browser.ts';

/** Opens a display by its link and waits for its first board. */
export async function openDisplay(
  browser: Browser,
  url: string,
  kind: 'wall' | 'lounge',
  token: string,
): Promise<Screen> {
  const screen = await openScreen(browser, sizes[kind]);
  await screen.page.goto(`${url}/${kind}#token=${token}`);
  await screen.page.locator('main[data-fresh="fresh"]').waitFor();
  return screen;
}

/** Stage of each car on the wall's present page, by job. */
export async function wallStages({ page }: Screen): Promise<Map<string, string>> {
  const cards = await page
    .getByTestId('wall-card')
    .evaluateAll((elements) =>
      elements.map(
        (element) => [element.getAttribute('data-key') ?? '', element.getAttribute('data-stage') ?? ''] as const,
      ),
    );
  return new Map(cards.map(([key, stage]) => [key.replace('job:', ''), stage]));
}

/** Texts of the lounge's rows, all pages. */
export function loungeRows({ page }: Screen): Promise<string[]> {
  return page.getByTestId('lounge-row').allInnerTexts();
}
