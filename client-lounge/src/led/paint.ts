// led/ — paints a band into the canvas, one canvas pixel an LED; CSS enlarges it to the pitch of the wall.
import type { Band, BoxItem, DrawItem, TextItem } from './drawList.ts';
import { ledColors } from './drawList.ts';
import type { LedColor } from './drawList.ts';
import type { DotFonts } from './dotFont.ts';

/** A rectangle of LEDs in memory, one 32-bit pixel each. */
interface Dots {
  left: number;
  top: number;
  width: number;
  height: number;
  pixels: Uint32Array;
}

/** `#rrggbb` as a pixel of ImageData (little-endian RGBA, opaque). */
function pixelOf(color: LedColor): number {
  const value = parseInt(ledColors[color].slice(1), 16);
  return (0xff000000 | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}

/** Paints one band over whatever was there. */
export function paintBand(context: CanvasRenderingContext2D, band: Band, fonts: DotFonts): void {
  const { width } = context.canvas;
  const image = context.createImageData(width, band.height);
  const dots: Dots = { left: 0, top: band.top, width, height: band.height, pixels: new Uint32Array(image.data.buffer) };
  dots.pixels.fill(pixelOf('off'));
  for (const item of band.items) paintItem(dots, item, fonts);
  context.putImageData(image, 0, band.top);
}

function paintItem(dots: Dots, item: DrawItem, fonts: DotFonts): void {
  if (item.kind === 'box') paintBox(dots, item);
  else paintText(dots, item, fonts);
}

function paintBox(dots: Dots, box: BoxItem): void {
  const pixel = pixelOf(box.color);
  const first = Math.max(0, box.x - dots.left);
  const last = Math.min(dots.width, box.x - dots.left + box.width);
  const from = Math.max(0, box.y - dots.top);
  const until = Math.min(dots.height, box.y - dots.top + box.height);
  for (let row = from; row < until; row += 1)
    dots.pixels.fill(pixel, row * dots.width + first, row * dots.width + last);
}

function paintText(dots: Dots, item: TextItem, fonts: DotFonts): void {
  const { size, scale } = item;
  const font = fonts[size];
  let { x } = item;
  for (const character of item.text) {
    const glyph = font.glyph(character);
    const rowBytes = Math.ceil(glyph.advance / 8);
    for (let row = 0; row < glyph.height; row += 1) {
      for (let column = 0; column < glyph.advance; column += 1) {
        const lit = (glyph.bits[row * rowBytes + (column >> 3)] ?? 0) & (128 >> (column & 7));
        if (lit === 0) continue;
        const dotX = x + column * scale;
        const dotY = item.y + (glyph.top + row) * scale;
        paintBox(dots, { kind: 'box', x: dotX, y: dotY, width: scale, height: scale, color: item.color });
      }
    }
    x += glyph.advance * scale;
  }
}
