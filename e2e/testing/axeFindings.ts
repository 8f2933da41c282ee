// e2e/testing/ — what axe finds wrong with what is on a screen, a line a fault.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 up to AA, and what is good practice beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * A bar is as wide as its work is long, so a short one is narrower than 24 px: WCAG 2.5.8 lets it be, as every car can also be
 * chosen by its card, by its alarm and by the search.
 */
const asWideAsItsWork = '[data-testid="bar"]';

/** Faults of a page, or of the part of it that a selector names. Empty: none. */
export async function axeFindings(page: Page, within: string | null = null): Promise<string[]> {
  const builder = new AxeBuilder({ page }).withTags(tags).options({ resultTypes: ['violations'] });
  // Else a window is opened and shut again for each look, for the sake of frames of other origins: here are none.
  builder.setLegacyMode(true);
  const { violations } = await (within === null ? builder : builder.include(within)).analyze();
  const bars = await page.locator(asWideAsItsWork).evaluateAll((found) => found.map(({ outerHTML }) => outerHTML));
  const isBar = (html: string): boolean => bars.some((bar) => bar.slice(0, 80) === html.slice(0, 80));
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => id !== 'target-size' || !isBar(html))
      .map(({ target, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
        return `${id}: ${target.join(' ')}: ${why}`;
      }),
  );
}
