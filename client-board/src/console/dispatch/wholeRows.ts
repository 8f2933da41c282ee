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

/** What a list, the rows of it and the room around it are told, to end with a whole row. */
export interface WholeRows {
  room: Attachment<HTMLElement>;
  row: Attachment<HTMLElement>;
}

/**
 * For a room that holds nothing but the list that scrolls. The browser tells of each new size when it has laid them out: to ask for
 * them would have it lay the page out once more, at each change. Below the list the room keeps place of the height `--cut`: it would be as
 * high as all rows if it could, and so is told when there is more room again.
 */
export function wholeRows(): WholeRows {
  const heights = new Map<Element, number>();
  let room: HTMLElement | null = null;
  let roomPx = Infinity;
  const fit = (): void => {
    const list = room?.firstElementChild;
    if (!room || !(list instanceof HTMLElement)) return;
    const rows = [...list.children].map((row) => heights.get(row) ?? 0);
    const wholePx = rows.reduce((all, height) => all + height, 0);
    const shownPx = wholeRowsPx(rows, roomPx);
    // Sizes in between two pixels are no reason to cut.
    const [maxHeight, cut] =
      wholePx > roomPx + 1 ? [`${String(shownPx)}px`, `${String(wholePx - shownPx)}px`] : ['', ''];
    if (list.style.maxHeight === maxHeight && room.style.getPropertyValue('--cut') === cut) return;
    list.style.maxHeight = maxHeight;
    room.style.setProperty('--cut', cut);
  };
  const sizes = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const px = borderBoxSize[0]?.blockSize ?? 0;
      if (target === room) roomPx = px;
      else heights.set(target, px);
    }
    fit();
  });
  return {
    room(element) {
      room = element;
      sizes.observe(element);
      return () => {
        room = null;
        sizes.disconnect();
      };
    },
    row(element) {
      sizes.observe(element);
      return () => {
        sizes.unobserve(element);
        heights.delete(element);
        if (!room) return;
        // What is observed anew is told of once more, together with the row that took the place of this one.
        sizes.unobserve(room);
        sizes.observe(room);
      };
    },
  };
}
