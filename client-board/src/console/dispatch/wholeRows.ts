// dispatch/ — a list that has less room than its rows need ends with a whole row: half of an alarm says nothing. The rest is scrolled to.
import type { Attachment } from 'svelte/attachments';

/** How much of so much room the rows take of which the whole height fits; at least the first, which is scrolled where it is higher. */
export function wholeRowsPx(heights: readonly number[], roomPx: number): number {
  let px = 0;
  for (const height of heights) {
    if (px + height > roomPx) break;
    px += height;
  }
  return px === 0 ? roomPx : px;
}

/**
 * For the list that scrolls. It measures anew when its room shrinks or its rows change, and, since what is cut off does not tell that
 * there is room again, when the window is another.
 */
export function wholeRows(): Attachment<HTMLElement> {
  return (list) => {
    const fit = (): void => {
      list.style.maxHeight = '';
      if (list.scrollHeight <= list.clientHeight) return;
      const heights = [...list.children].map((row) => row.getBoundingClientRect().height);
      list.style.maxHeight = `${String(wholeRowsPx(heights, list.clientHeight))}px`;
    };
    const sized = new ResizeObserver(fit);
    sized.observe(list);
    const changed = new MutationObserver(fit);
    changed.observe(list, { childList: true, characterData: true, subtree: true });
    addEventListener('resize', fit);
    return () => {
      sized.disconnect();
      changed.disconnect();
      removeEventListener('resize', fit);
    };
  };
}
