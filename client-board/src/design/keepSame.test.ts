import { describe, expect, it } from 'vitest';
import { keepSame } from './keepSame.ts';

const rows = () => [
  { bay: 'L1', bars: [{ job: 'WT1', from: 1 }] },
  { bay: 'L2', bars: [{ job: 'WT2', from: 2 }] },
];

describe('what says the same after a change', () => {
  it('given rows that nothing happened to, when they are reckoned anew, then they are those of before', () => {
    const before = rows();
    expect(keepSame(before, rows())).toBe(before);
  });

  it('given one of two rows changed, when they are reckoned anew, then only that one is another', () => {
    const before = rows();
    const now = rows();
    now[1] = { bay: 'L2', bars: [{ job: 'WT2', from: 3 }] };
    const shown = keepSame(before, now);
    expect(shown).toEqual(now);
    expect(shown).not.toBe(before);
    expect(shown[0]).toBe(before[0]);
  });

  it('given a row came or went, or lost a field, when they are reckoned anew, then what is there now is told', () => {
    const two = rows();
    const one = two.slice(0, 1);
    expect(keepSame(two, rows().slice(0, 1))).toEqual(one);
    expect(keepSame(one, rows())).toEqual(two);
    expect(keepSame<object>({ a: 1, b: null }, { a: 1 })).toEqual({ a: 1 });
    expect(keepSame<object>([], {})).toEqual({});
  });
});
