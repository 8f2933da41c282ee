import { clock, littleShop } from '@zhunshi/shared/testing/littleShop.ts';
import { describe, expect, it } from 'vitest';
import { timeScaleOf } from './timeScale.ts';

describe('the time axis of the bays', () => {
  it('given a day from 08:30 to 18:00, when it is drawn, then half an hour of margin lies on both sides', () => {
    const { fraction, shows } = timeScaleOf(littleShop.shop, clock('10:42'), 1);
    expect(fraction(clock('08:00'))).toBe(0);
    expect(fraction(clock('18:30'))).toBe(1);
    expect(fraction(clock('13:15'))).toBeCloseTo(0.5);
    expect(shows(clock('2026-11-24 09:00'))).toBe(false);
  });

  it('given a break at noon, when it is drawn, then the axis says where it lies', () => {
    const { breaks, fraction } = timeScaleOf(littleShop.shop, clock('10:42'), 1);
    expect(breaks).toEqual([{ from: fraction(clock('12:00')), to: fraction(clock('13:00')) }]);
  });

  it('given work late in the evening, when it is drawn, then the axis reaches the present', () => {
    expect(timeScaleOf(littleShop.shop, clock('21:00'), 1).shows(clock('21:00'))).toBe(true);
  });

  it('given three days from Friday on, when they are drawn, then nights and the closed Sunday are left out', () => {
    const { fraction, ticks } = timeScaleOf(littleShop.shop, clock('2026-11-27 09:00'), 3);
    expect(ticks.flatMap(({ day }) => day ?? [])).toEqual(['2026-11-27', '2026-11-28', '2026-11-30']);
    expect(fraction(clock('2026-11-29 10:00'))).toBe(fraction(clock('2026-11-30 08:00')));
  });
});
