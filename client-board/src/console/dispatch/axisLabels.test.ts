import { describe, expect, it } from 'vitest';
import { axisLabels } from './axisLabels.ts';

const rowPx = 600;
const far = { left: 300, right: 348 };
const hour = (at: number, text: string) => ({ at, text, day: null });
const day = (at: number) => ({ at, text: '', day: '2026-11-23' });
const texts = (ticks: Parameters<typeof axisLabels>[0], now = far) =>
  axisLabels(ticks, rowPx, now, () => '周一 23日').map(({ text }) => text);

describe('the words of the axis', () => {
  it('given a day and an hour close behind it, when there is no room for both, then the hour is left out', () => {
    expect(texts([day(0), hour(0.08, '9:00'), hour(0.3, '12:00')])).toEqual(['周一 23日', '12:00']);
  });

  it('given the time of now at the beginning of the day, when it is drawn, then the day stands behind it', () => {
    const [label] = axisLabels([day(0)], rowPx, { left: 0, right: 48 }, () => '周一 23日');
    expect(label?.left).toBeGreaterThan(48);
  });

  it('given hours at the edges and under the time of now, when they are drawn, then none is cut or covered', () => {
    expect(texts([hour(0.01, '8:00'), hour(0.53, '13:00'), hour(0.8, '16:00'), hour(0.99, '18:00')])).toEqual([
      '16:00',
    ]);
  });
});
