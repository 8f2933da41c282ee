// led/ — paints a band into the canvas, one canvas pixel an LED; CSS enlarges it to the pitch of the wall.
import type { Band, BoxItem, DrawItem, TextItem } from './drawList.ts';
import { ledColors } from './drawList.ts';
import type { LedColor } from './drawList.ts';
import type { DotFonts, Glyph } from './dotFont.ts';

/** A rectangle of LEDs in memory, one 32-bit pixel each. */
interface Dots {
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
  const dots: Dots = { top: band.top, width, height: band.height, pixels: new Uint32Array(image.data.buffer) };
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
  const first = Math.max(0, box.x);
  const last = Math.min(dots.width, box.x + box.width);
  const from = Math.max(0, box.y - dots.top);
  const until = Math.min(dots.height, box.y - dots.top + box.height);
  for (let row = from; row < until; row += 1)
    dots.pixels.fill(pixel, row * dots.width + first, row * dots.width + last);
}

function paintText(dots: Dots, item: TextItem, fonts: DotFonts): void {
  const pixel = pixelOf(item.color);
  const font = fonts[item.size];
  let { x } = item;
  for (const character of item.text) {
    const glyph = font.glyph(character);
    paintGlyph(dots, glyph, x, item.y - dots.top, item.scale, pixel);
    x += glyph.advance * item.scale;
  }
}

/** The inner loop: writes pixels directly, for a page of cars has some ten thousand of them. */
function paintGlyph(dots: Dots, glyph: Glyph, x: number, y: number, scale: number, pixel: number): void {
  const { pixels, width, height } = dots;
  const rowBytes = Math.ceil(glyph.advance / 8);
  const rows = glyph.height * scale;
  const columns = glyph.advance * scale;
  for (let row = 0; row < rows; row += 1) {
    const dotY = y + glyph.top * scale + row;
    if (dotY < 0 || dotY >= height) continue;
    const bitsAt = (scale === 1 ? row : row >> 1) * rowBytes;
    for (let column = 0; column < columns; column += 1) {
      const bit = scale === 1 ? column : column >> 1;
      const lit = ((glyph.bits[bitsAt + (bit >> 3)] ?? 0) & (128 >> (bit & 7))) !== 0;
      const dotX = x + column;
      if (lit && dotX >= 0 && dotX < width) pixels[dotY * width + dotX] = pixel;
    }
  }
}
