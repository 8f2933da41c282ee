import type { WallBayRow } from '@zhunshi/shared/views/wallBoard.ts';
import { describe, expect, it } from 'vitest';
import { BAY_GAP_VH, bayStrip, GROUP_PAD_VH, STRIP_GAP_VH } from './bayStrip.ts';
import type { BayStrip } from './bayStrip.ts';
import type { BayGroup } from './wallRows.ts';

const WIDTH = 175.4;

function groupOf(workType: string, bays: number): BayGroup {
  return {
    group: { key: `group:${workType}`, kind: 'group', workType, position: 0, waiting: 0 },
    bays: Array.from({ length: bays }, (_, position): WallBayRow => {
      const code = `${workType}${position}`;
      const none = { plate: null, freeAt: null, closed: null };
      return { key: `bay:${code}`, kind: 'bay', code, group: workType, position, state: 'free', ...none };
    }),
  };
}
const baysOf = (strip: BayStrip): number[] =>
  strip.pages.map((page) => page.groups.reduce((sum, { bays }) => sum + bays.length, 0));

describe('the bays along the bottom [WAL-5]', () => {
  it('given the 22 bays of a dealer, then all stand in one line that is as wide as the screen', () => {
    const groups = [4, 6, 4, 2, 2, 2, 2].map((bays, index) => groupOf('abcdefg'[index] ?? '', bays));
    const strip = bayStrip(groups, WIDTH);
    expect(baysOf(strip)).toEqual([22]);
    const used = 22 * strip.bayVh + 15 * BAY_GAP_VH + 6 * STRIP_GAP_VH + 14 * GROUP_PAD_VH;
    expect(used).toBeCloseTo(WIDTH, 5);
  });

  it('given the three bays of a small garage, then they are wide', () => {
    expect(bayStrip([groupOf('a', 3)], WIDTH).bayVh).toBeGreaterThan(40);
  });

  it('given more bays than fit, then groups take turns and no bay is lost', () => {
    const strip = bayStrip([groupOf('a', 20), groupOf('b', 20)], WIDTH);
    expect(baysOf(strip)).toEqual([20, 20]);
  });

  it('given a group wider than the screen, then it goes on over the page', () => {
    const strip = bayStrip([groupOf('a', 60)], WIDTH);
    expect(strip.pages.length).toBeGreaterThan(1);
    expect(baysOf(strip).reduce((sum, bays) => sum + bays)).toBe(60);
    expect(strip.bayVh).toBeGreaterThanOrEqual(6);
  });

  it('given no bay, then there is no page', () => {
    expect(bayStrip([], WIDTH).pages).toEqual([]);
  });
});
