// Tests of what the wall shows at a moment.
import type { LoungeCarRow } from '@zhunshi/shared/views/loungeBoard.ts';
import { describe, expect, it } from 'vitest';
import { carText } from './carText.ts';
import { contentKeeper, wallContent } from './wallContent.ts';
import type { Known } from './wallContent.ts';
import { chooseWall } from './wallForm.ts';

const timeZone = 'Asia/Shanghai';
const shopTime = Date.parse('2026-11-23T14:32:20+08:00');

/** Nine cars, a beat that came at 1 s of the screen's clock, and the second page. */
function known(now: number, change: Partial<Known> = {}): Known {
  const cars = Array.from({ length: 9 }, (_, position): LoungeCarRow => {
    const key = `car:${String(position)}`;
    return {
      key,
      kind: 'car',
      label: '粤B·**12',
      status: 'working',
      step: 4,
      expectedAt: null,
      soon: false,
      position,
      call: null,
    };
  });
  const certain = { beat: { now: shopTime, speed: 1, certainForMs: 0, version: 1 }, receivedMs: 1_000 };
  return {
    live: { now, certain, cars, round: { page: 1, since: 0, blinking: new Map([['car:0', 1_000]]) }, board: {} },
    call: null,
    silenced: false,
    attendedAt: 0,
    notices: [],
    texts: cars.map((car) => carText(car, timeZone, shopTime)),
    timeZone,
    shopName: '示例',
    age: now - 1_000,
    freshness: 'fresh',
    still: false,
    form: chooseWall(1920, 1080).form,
    ...change,
  };
}

describe('the content of the wall', () => {
  it('has the cars of its page, and the shop’s time', () => {
    const content = wallContent(known(2_000));
    expect(content.cars.map(({ key }) => key)).toEqual(['car:6', 'car:7', 'car:8']);
    expect(content).toMatchObject({ page: 1, pages: 2, clock: '14:32', updatedAt: '14:32' });
  });

  it('goes on with the clock, and keeps the time of the last certainty', () => {
    const content = wallContent(known(61_000, { freshness: 'stale' }));
    expect(content).toMatchObject({ clock: '14:33', updatedAt: '14:32', ageSeconds: 60 });
  });

  it('blinks a car that has just become ready once a second, or keeps it lit where nothing may move', () => {
    const inverted = (now: number, still = false) => wallContent(known(now, { still })).inverted;
    expect([inverted(1_000), inverted(1_500), inverted(2_000)]).toEqual([['car:0'], [], ['car:0']]);
    expect(inverted(1_500, true)).toEqual(['car:0']);
  });

  it('asks for a touch for two minutes after it was opened or a pointer moved, then no more [LNG-10]', () => {
    const asks = (now: number, attendedAt: number, silenced = true) =>
      wallContent(known(now, { silenced, attendedAt })).asksForTouch;
    expect([asks(119_000, 0), asks(120_000, 0), asks(300_000, 200_000)]).toEqual([true, false, true]);
    expect(asks(1_000, 0, false)).toBe(false);
  });

  it('is the same object while it says the same, so that nothing is laid out again', () => {
    const keep = contentKeeper();
    const first = keep(wallContent(known(2_000)));
    expect(keep(wallContent(known(2_100)))).toBe(first);
    expect(keep(wallContent(known(62_000)))).not.toBe(first);
  });
});
