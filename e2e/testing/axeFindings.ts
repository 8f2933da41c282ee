// e2e/testing/ — what axe finds wrong with what is on a screen, a line a fault.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 up to AA, and what is good practice beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * A bar is as wide as its work is long, so a short one is narrower than 24 px: WCAG 2.5.8 lets it be, as every car can also be
 * chosen by its card, by its alarm and by the search.
 */
const asWideAsItsWork = '[data-testid="bar"]';

/**
 * Faults of a page, or of the part of it that a selector names. Empty: none. The page gets axe once and answers with the faults alone: to
 * bring axe for each look, and to carry off all that it passed, takes much longer than to look.
 */
export async function axeFindings(page: Page, within: string | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ tags, within, asWideAsItsWork }) => {
      const here = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await here.run(within ?? document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
        elementRef: true,
        iframes: false,
        preload: false,
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .filter(({ element }) => id !== 'target-size' || element?.matches(asWideAsItsWork) !== true)
          .map(({ target, any, all, none }) => {
            const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
            return `${id}: ${target.join(' ')}: ${why}`;
          }),
      );
    },
    { tags, within, asWideAsItsWork },
  );
}
