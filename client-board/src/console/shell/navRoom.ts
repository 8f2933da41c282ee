// shell/ — which views have room in the bar, and which go into its menu.
const widePx = 15;
const narrowPx = 7.7;
const paddingPx = 18;
const gapPx = 2;

interface Named {
  key: string;
  text: string;
}

/** Views that stand in the bar, and those in the menu behind them; the menu takes its own room where there is one. */
export function navRoom<View extends Named>(
  views: readonly View[],
  roomPx: number,
  menuText: string,
): { shown: View[]; hidden: View[] } {
  const widths = views.map(({ text }) => buttonPx(text));
  const all = widths.reduce((sum, width) => sum + width, 0);
  if (all <= roomPx) return { shown: [...views], hidden: [] };
  let left = roomPx - buttonPx(menuText) - 14;
  const fits = widths.findIndex((width) => (left -= width) < 0);
  const count = Math.max(1, fits === -1 ? views.length : fits);
  return { shown: views.slice(0, count), hidden: views.slice(count) };
}

function buttonPx(text: string): number {
  const wide = Array.from(text).filter((char) => char.charCodeAt(0) > 0x2e80).length;
  return wide * widePx + (text.length - wide) * narrowPx + paddingPx + gapPx;
}
