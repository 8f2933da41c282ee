// led/ — how wide a text is in LEDs, and how to make one fit: nothing is ever cut off at an edge.
import type { DotFont, DotFonts, DotSize } from './dotFont.ts';

const ELLIPSIS = '…';

/** LEDs that a text takes at scale 1. */
export function textWidth(font: DotFont, text: string): number {
  let width = 0;
  for (const character of text) width += font.glyph(character).advance;
  return width;
}

/** A text made to fit: in the first size that takes it whole, else in the last size and shortened. */
export interface FittedText {
  text: string;
  size: DotSize;
  /** LEDs, at scale 1. */
  width: number;
}

/** Fits a text into `room` LEDs, trying the sizes in their order. */
export function fitText(
  fonts: DotFonts,
  text: string,
  room: number,
  sizes: readonly [DotSize, ...DotSize[]],
): FittedText {
  let size = sizes[0];
  for (size of sizes) {
    const width = textWidth(fonts[size], text);
    if (width <= room) return { text, size, width };
  }
  const font = fonts[size];
  let kept = '';
  let width = font.glyph(ELLIPSIS).advance;
  for (const character of text) {
    const { advance } = font.glyph(character);
    if (width + advance > room) break;
    kept += character;
    width += advance;
  }
  return { text: `${kept.trim()}${ELLIPSIS}`, size, width };
}
