import { describe, expect, it } from 'vitest';
import { readAsked, withAsked } from './askedTaps.ts';

/** A browser's storage, or one that forbids it. */
function storage(forbidden = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (forbidden) throw new Error('forbidden');
      kept.set(key, value);
    },
  };
}
const start = { id: 'a', type: 'StartOperation' } as const;
const finish = { id: 'b', type: 'FinishOperation' } as const;

describe('the taps that can be taken back', () => {
  it('given two taps, when the page is loaded anew, then it still knows both as its own [UNDO-1]', () => {
    const keep = storage();
    withAsked(withAsked([], start, keep), finish, keep);
    expect(readAsked(keep)).toEqual([start, finish]);
  });

  it('given a long day, when taps are remembered, then only the last ones are', () => {
    const keep = storage();
    let asked = readAsked(keep);
    for (let tap = 0; tap < 100; tap += 1) asked = withAsked(asked, { id: String(tap), type: 'StartOperation' }, keep);
    expect(asked.length).toBeLessThan(50);
    expect(asked.at(-1)?.id).toBe('99');
  });

  it('given a browser that forbids storage, when a tap is made, then it can be taken back as long as the page stays', () => {
    const keep = storage(true);
    expect(withAsked([], start, keep)).toEqual([start]);
    expect(readAsked(keep)).toEqual([]);
  });
});
