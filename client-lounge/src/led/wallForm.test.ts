// Tests of how the wall takes its form: whole device pixels for each LED, whatever the screen.
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

  it('counts device pixels, not those of the browser', () => {
    expect(placeWall(1920, 1080, 2)).toMatchObject({ pitch: 6, devicePixel: 0.5, left: 0, top: 0 });
    expect(placeWall(1280, 720, 1.5)).toMatchObject({ pitch: 3, left: 0, top: 0 });
  });

  it('stands in the middle, on whole device pixels', () => {
    expect(placeWall(1366, 768, 1)).toMatchObject({ left: 43, top: 24 });
  });
});
