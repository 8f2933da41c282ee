import { describe, expect, it } from 'vitest';
import { wallFrame } from './wallFrame.ts';

describe('where everything stands on a screen [WAL-1]', () => {
  it('given screens of 16:9, then the same frame in whatever resolution, four alarms beside the cars', () => {
    const frame = wallFrame(1920, 1080);
    expect(wallFrame(3840, 2160)).toEqual(frame);
    expect(frame).toMatchObject({ upright: false, railPlaces: 4, countsBelow: false, roomForDue: true });
    expect(frame.boardHeightVh).toBeCloseTo(72.6);
    expect(frame.boardWidthVh).toBeCloseTo(133.2, 1);
  });

  it('given an upright screen, then the alarms stand under the cars, two beside each other', () => {
    const frame = wallFrame(1080, 1920);
    expect(frame).toMatchObject({ upright: true, railColumns: 2, railPlaces: 4, countsBelow: true, roomForDue: false });
    expect(frame.boardWidthVh).toBeCloseTo(97.6);
    expect(frame.boardHeightVh).toBeGreaterThan(90);
  });

  it.each([
    [1024, 768],
    [1280, 1024],
    [1366, 768],
    [1920, 1200],
    [2560, 1080],
    [768, 1366],
  ])('given %i × %i, then head, cars, alarms and bays fill it and nothing more', (width, height) => {
    const frame = wallFrame(width, height);
    const unit = Math.min(width, height) / 100;
    const alarms = frame.upright ? frame.railHeightVh + 1.2 : 0;
    expect(frame.headVh + frame.boardHeightVh + alarms + 12.8 + 4 * 1.2).toBeCloseTo(height / unit);
    expect(frame.boardHeightVh).toBeGreaterThan(45);
    expect(frame.boardWidthVh).toBeGreaterThan(68);
  });
});
