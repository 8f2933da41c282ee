// led/ — small builders of draw items: texts that stand left, right or in the middle, and boxes.
import type { DotFonts, DotSize } from './dotFont.ts';
import type { BoxItem, LedColor, TextItem } from './drawList.ts';
import { fitText } from './measure.ts';

/** How a text is to stand. `sizes`: the one wished for first; the last is shortened if it must be. */
export interface TextWish {
  text: string;
  /** Left edge (`left`), right edge (`right`) or middle (`middle`). */
  x: number;
  y: number;
  room: number;
  sizes: readonly [DotSize, ...DotSize[]];
  color: LedColor;
  align?: 'left' | 'right' | 'middle';
  scale?: 1 | 2;
}

/** Places a text so that it stays within its room; a smaller size sits lower, so that feet stay on one line. */
export function placeText(fonts: DotFonts, wish: TextWish): TextItem {
  const { x, y, color, align = 'left', scale = 1 } = wish;
  const { text, size, width } = fitText(fonts, wish.text, Math.floor(wish.room / scale), wish.sizes);
  const offset = align === 'left' ? 0 : align === 'right' ? width * scale : Math.round((width * scale) / 2);
  const drop = Math.round((wish.sizes[0] - size) * scale * 0.75);
  return { kind: 'text', x: x - offset, y: y + drop, text, size, scale, color };
}

export function box(x: number, y: number, width: number, height: number, color: LedColor): BoxItem {
  return { kind: 'box', x, y, width, height, color };
}
