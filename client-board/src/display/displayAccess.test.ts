import { describe, expect, it } from 'vitest';
import { accessInEntry, accessInFragment, keepAccess, keptAccess } from './displayAccess.ts';

function storeOf(): { getItem: (key: string) => string | null; setItem: (key: string, value: string) => void } {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

describe('access of a display', () => {
  it('given an address with token and shop, then both are taken from it', () => {
    expect(accessInFragment('#token=abc-123&shop=s1')).toEqual({ token: 'abc-123', shop: 's1' });
  });

  it('given an address without a token, then it brings no access', () => {
    expect(accessInFragment('#lang=en')).toBeNull();
    expect(accessInFragment('')).toBeNull();
  });

  it('when a token is entered, then it counts for the shop of the screen', () => {
    expect(accessInEntry('  abc-123 ', 's1')).toEqual({ token: 'abc-123', shop: 's1' });
  });

  it('when the whole link is entered, then its token and shop count', () => {
    expect(accessInEntry('http://10.0.0.5:8080/wall#token=abc&shop=s2', '')).toEqual({ token: 'abc', shop: 's2' });
  });

  it('when nothing is entered, then there is no access', () => {
    expect(accessInEntry('   ', '')).toBeNull();
  });

  it('given an access that was kept, then the next start has it', () => {
    const store = storeOf();
    expect(keptAccess(store, 'wall')).toEqual({ token: null, shop: '' });
    keepAccess(store, 'wall', { token: 'abc', shop: 's1' });
    expect(keptAccess(store, 'wall')).toEqual({ token: 'abc', shop: 's1' });
  });
});
