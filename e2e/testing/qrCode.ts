// e2e/testing/ — a QR code on a screen or on paper, read by its picture as a phone's camera reads it.
import jsqr from 'jsqr';
import type { Locator, Page } from 'playwright-core';

/** It is a CommonJS package that says it is a module. */
const read = jsqr as unknown as (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null;

/** What the code says that is drawn there; '' where there is none to be read. */
export async function readCode(page: Page, drawn: Locator): Promise<string> {
  const picture = (await drawn.screenshot({ type: 'png' })).toString('base64');
  const { width, height, pixels } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser has no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return { width: canvas.width, height: canvas.height, pixels: Array.from(data) };
  }, picture);
  return read(Uint8ClampedArray.from(pixels), width, height)?.data ?? '';
}
