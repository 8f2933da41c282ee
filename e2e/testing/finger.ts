// e2e/testing/ — a finger on a touch screen: a long press takes a car in the hand, a slide carries it.
import type { Locator, Page } from 'playwright-core';

export interface Point {
  x: number;
  y: number;
}

/** Middle of what is seen. */
export async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the screen');
  return { x: box.x + Math.min(box.width / 2, 120), y: box.y + box.height / 2 };
}

/** Presses a finger on an element until `held` is seen, slides to where `to` then says, and lifts it after `before` was done. */
export async function dragByFinger(
  page: Page,
  from: Locator,
  held: Locator,
  to: () => Promise<Point>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]): Promise<void> => {
    await client.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  };
  const start = await middleOf(from);
  await touch('touchStart', [start]);
  await held.waitFor();
  const end = await to();
  await touch('touchMove', [{ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }]);
  await touch('touchMove', [end]);
  await before();
  await touch('touchEnd', []);
  await client.detach();
}
