import { describe, expect, it } from 'vitest';
import { placeBars } from './barLabels.ts';
import type { PlacedBar } from './barLabels.ts';
import type { BayBar } from './bayRows.ts';

/** A bar on a row of 1,000 px, where a moment is its px. */
function bar(plate: string, from: number, to: number, more: Partial<BayBar> = {}): BayBar {
  return {
    key: plate,
    job: plate,
    kind: 'running',
    from,
    to,
    mark: 'inOrder',
    plate,
    standing: '',
    detail: '',
    changedBy: '',
    lane: 0,
    ...more,
  };
}
const behind = (placed: PlacedBar | undefined): string[] => placed?.outside?.cars.map(({ plate }) => plate) ?? [];
const place = (...bars: BayBar[]) => placeBars(bars, 1000, (at) => at / 1000);

describe('the words of a bar', () => {
  it('given a wide bar, when it is placed, then its words are inside', () => {
    expect(place(bar('D37923', 100, 300))[0]).toMatchObject({ left: 100, width: 200, inside: true, outside: null });
  });

  it('given a bar under 44 px, when it is placed, then its words are behind it', () => {
    const [first] = place(bar('D3', 100, 140));
    expect([first?.inside, behind(first)]).toEqual([false, ['D3']]);
  });

  it('given a narrow bar right before another, when they are placed, then both are named behind the last one', () => {
    const [first, second] = place(bar('A1', 100, 120), bar('B2', 121, 140));
    expect(first).toMatchObject({ outside: null, small: true });
    expect(behind(second)).toEqual(['A1', 'B2']);
  });

  it('given a label of several cars, when it is placed, then each has its own mark and room for it, and no words of one of them', () => {
    const tight = { mark: 'tight', standing: '余 1 分', detail: '快保' } as const;
    const [, second] = place(bar('1PA6H', 100, 120, tight), bar('08636', 121, 140, tight));
    expect(second?.outside?.cars.map(({ plate, mark }) => [plate, mark])).toEqual([
      ['1PA6H', 'tight'],
      ['08636', 'tight'],
    ]);
    expect(second?.outside?.beside).toEqual({ hand: false, standing: false, detail: false });
    const [alone] = place(bar('08636', 121, 140, tight));
    expect(alone?.outside?.beside).toEqual({ hand: false, standing: true, detail: true });
    // Two plates, the dot between them and two marks need 128 px.
    const [, crowded] = place(bar('1PA6H', 100, 120, tight), bar('08636', 121, 140, tight), bar('Z', 262, 400));
    expect(crowded?.outside).toBeNull();
  });

  it('given a wide bar, when its slack does not fit whole, then it is left out, and with it the work', () => {
    const tight = { mark: 'tight', standing: '余 29 分', detail: '机油机滤更换' } as const;
    const beside = (width: number) => place(bar('47V60', 100, 100 + width, tight))[0]?.beside;
    expect(beside(120)).toEqual({ hand: false, standing: false, detail: false });
    expect(beside(140)).toEqual({ hand: false, standing: true, detail: false });
    expect(beside(200)).toEqual({ hand: false, standing: true, detail: true });
    expect(place(bar('47V60', 100, 200, { detail: '机油机滤更换' }))[0]?.beside.detail).toBe(true);
  });

  it('given a narrow bar right before a wide one, when they are placed, then its plate is inside in small letters, or its last three, or nothing', () => {
    const [first] = place(bar('40W84', 100, 143), bar('81Z75', 143, 300));
    expect(first).toMatchObject({ inside: true, text: '40W84', small: true, outside: null });
    const [narrow] = place(bar('40W84', 100, 130), bar('81Z75', 130, 300));
    expect(narrow).toMatchObject({ inside: true, text: 'W84', small: true, outside: null });
    const [thin] = place(bar('40W84', 100, 120), bar('81Z75', 120, 300));
    expect(thin).toMatchObject({ inside: false, outside: null });
    const [late] = place(bar('40W84', 100, 130, { mark: 'late' }), bar('81Z75', 130, 300));
    expect(late).toMatchObject({ inside: true, text: '' });
  });

  it('given words behind a bar, when the next bar would cut the work, then the plate alone stands there', () => {
    const [first] = place(bar('00990', 100, 120, { detail: '机油机滤更换' }), bar('81Z75', 190, 400));
    expect(behind(first)).toEqual(['00990']);
    expect(first?.outside?.beside).toMatchObject({ standing: false, detail: false });
  });

  it('given a narrow bar right before a kept stretch, when they are placed, then the work is named, over the hatch, and not with what is kept', () => {
    const [work, kept] = place(bar('1PA6H', 100, 115), bar('D12345', 130, 260, { kind: 'reserved' }));
    expect(behind(work)).toEqual(['1PA6H']);
    expect(kept).toMatchObject({ inside: false, outside: null });
    expect(place(bar('D12345', 130, 260, { kind: 'reserved' }))[0]?.inside).toBe(true);
  });

  it('given work that is done, when its bar is narrow, then no words distract from what is going on', () => {
    expect(place(bar('A1', 100, 120, { kind: 'done' }))[0]?.outside).toBeNull();
  });

  it('given work of a moment, when it is placed, then it can still be seen', () => {
    expect(place(bar('A1', 100, 100))[0]?.width).toBeGreaterThanOrEqual(6);
  });
});
