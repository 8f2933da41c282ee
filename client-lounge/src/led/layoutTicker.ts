// led/ — the line at the bottom as a band of its own, as wide as its text.
import type { DotFonts } from './dotFont.ts';
import type { Band } from './drawList.ts';
import { textWidth } from './measure.ts';
import { placeText } from './place.ts';
import type { WallForm } from './wallForm.ts';

/** Rows below the size of the font that feet of letters (g, y) take. */
const FEET = 4;

/** A moving line has the width that it needs; one that stands still is made to fit. */
export function layoutTicker(
  text: string,
  moving: boolean,
  form: WallForm,
  fonts: DotFonts,
): { width: number; band: Band } {
  const { big } = form;
  const width = moving ? textWidth(fonts[big], text) : form.tickerWidth;
  const item = placeText(fonts, { text, x: 0, y: 0, room: width, sizes: [big, 16], color: 'working' });
  return { width, band: { id: 'ticker', top: 0, height: big + FEET, items: [item] } };
}
