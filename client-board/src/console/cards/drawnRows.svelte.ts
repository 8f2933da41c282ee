// cards/ — of a long list only the rows in sight are drawn, and those of half a screen more: the rest is room to scroll into. So a change costs
// what is seen, not what waits.
import type { Attachment } from 'svelte/attachments';

/** About as high as a row of cards with its gap, CSS px. */
export const rowPx = 76;
/** A list of no more cars is always drawn whole. */
export const wholeUpTo = 64;
/** As many rows come or go at once. */
const step = 8;
const fewest = 16;

/** For the lists of a view, by name: how many rows of each are drawn. */
export class DrawnRows {
  #counts = $state<Record<string, number>>({});

  /** Rows to draw of a list. */
  of(list: string): number {
    return this.#counts[list] ?? fewest;
  }

  /** For what the list scrolls in. */
  watch(list: string): Attachment<HTMLElement> {
    return (scroller) => {
      const look = (): void => {
        const count = step * Math.ceil((scroller.scrollTop + 1.5 * scroller.clientHeight) / rowPx / step);
        // What has the focus stays.
        if (count < this.of(list) && scroller.contains(document.activeElement)) return;
        this.#counts[list] = Math.max(fewest, count);
      };
      const sized = new ResizeObserver(look);
      sized.observe(scroller);
      scroller.addEventListener('scroll', look, { passive: true });
      return () => {
        sized.disconnect();
        scroller.removeEventListener('scroll', look);
      };
    };
  }
}
