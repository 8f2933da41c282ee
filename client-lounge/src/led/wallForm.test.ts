// Tests of how the wall takes its form: whole device pixels for each LED, whatever the screen.
import { plainLounge } from '@zhunshi/shared/wire/displayChoices.ts';
import { describe, expect, it } from 'vitest';
import { chooseWall, placeWall } from './wallForm.ts';

describe('the form of the wall', () => {
  it.each([
    [1920, 1080, 'landscape', 3],
    [3840, 2160, 'landscape', 6],
    [1366, 768, 'landscape', 2],
    [1600, 900, 'small', 3],
    [960, 540, 'small', 2],
    [1080, 1920, 'portrait', 3],
    [2160, 3840, 'portrait', 6],
  ])('on %i × %i pixels is %s with LEDs of %i pixels', (width, height, name, pitch) => {
    const wall = chooseWall(width, height);
    expect([wall.form.name, wall.pitch]).toEqual([name, pitch]);
  });

  it.each([
    [1920, 1080],
    [960, 540],
    [1080, 1920],
  ])('on %i × %i pixels keeps its words off the edge that many televisions cut off', (width, height) => {
    const { form, pitch } = chooseWall(width, height);
    expect((form.margin * pitch) / width).toBeGreaterThan(0.02);
    expect(form.expected.x + form.expected.room).toBeLessThanOrEqual(form.columns - form.margin);
    expect(form.margin + form.tickerWidth).toBeLessThanOrEqual(form.columns - form.margin);
  });

  it.each([0, 1, 3, 5])('keeps its columns further apart than two words, with a free edge of %i % too', (inset) => {
    for (const [width, height] of [
      [1920, 1080],
      [960, 540],
      [1080, 1920],
    ] as const) {
      const { label, status, expected } = placeWall({ width, height, ratio: 1 }, { ...plainLounge, inset }).form;
      expect(status.x - label.x - label.room).toBeGreaterThanOrEqual(8);
      expect(expected.x - status.x - status.room).toBeGreaterThanOrEqual(8);
    }
  });

  it('counts device pixels, not those of the browser', () => {
    expect(placeWall({ width: 1920, height: 1080, ratio: 2 }, plainLounge)).toMatchObject({
      pitch: 6,
      devicePixel: 0.5,
      left: 0,
      top: 0,
    });
    expect(placeWall({ width: 1280, height: 720, ratio: 1.5 }, plainLounge)).toMatchObject({
      pitch: 3,
      left: 0,
      top: 0,
    });
  });

  it('stands in the middle, on whole device pixels', () => {
    expect(placeWall({ width: 1366, height: 768, ratio: 1 }, plainLounge)).toMatchObject({ left: 43, top: 24 });
  });

  it.each([1, 2, 3, 4, 5])('leaves an edge of %i % free, with LEDs as large as before [LNG-7]', (inset) => {
    for (const [width, height] of [
      [1920, 1080],
      [3840, 2160],
      [960, 540],
      [1080, 1920],
    ] as const) {
      const full = placeWall({ width, height, ratio: 1 }, plainLounge);
      const wall = placeWall({ width, height, ratio: 1 }, { ...plainLounge, inset });
      const edge = (Math.min(width, height) * inset) / 100;
      expect(wall.pitch).toBe(full.pitch);
      expect(Math.min(wall.left, wall.top)).toBeGreaterThanOrEqual(edge);
      expect(wall.left + wall.form.columns * wall.pitch).toBeLessThanOrEqual(width - edge);
      expect(wall.top + wall.form.rows * wall.pitch).toBeLessThanOrEqual(height - edge);
    }
  });

  it('is turned on a television that hangs upright without knowing it [LNG-7]', () => {
    const wall = placeWall({ width: 1920, height: 1080, ratio: 1 }, { ...plainLounge, turned: true });
    expect([wall.form.name, wall.width, wall.height, wall.left, wall.top]).toEqual(['portrait', 1080, 1920, 0, 0]);
  });
});
