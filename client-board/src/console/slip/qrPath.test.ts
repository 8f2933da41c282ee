// The code on the slip, read back as a phone would read it.
import jsqr from 'jsqr';
import { expect, it } from 'vitest';
import { qrPath } from './qrPath.ts';

/** Jsqr is a CommonJS package that says it is a module. */
const read = jsqr as unknown as (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null;

/** The path as black on white pixels, `scale` a module. */
function paint({ size, path }: ReturnType<typeof qrPath>, scale: number): Uint8ClampedArray {
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      for (let at = Number(x) * scale; at < (Number(x) + Number(length)) * scale; at += 1)
        pixels.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3);
  }
  return pixels;
}

it('given the link of a car, when its code is read, then it is that link to the letter [TRK-7]', () => {
  const link = 'http://192.168.1.20:8080/t/w8Jx0_3-dQy5uAfKk1ZbTg';
  const code = qrPath(link);
  expect(read(paint(code, 4), code.size * 4, code.size * 4)?.data).toBe(link);
});
