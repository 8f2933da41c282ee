// Tests of the token's way: once through the address or the prompt, then kept by the screen.
import { describe, expect, it } from 'vitest';
import { keepToken, readSettings } from './displaySettings.ts';

function emptyStore() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('settings of a display [DSPL-1]', () => {
  it('come once in the address, are kept, and are cleared from it', () => {
    const store = emptyStore();
    expect(readSettings('#token=AB%2BC&shop=s1', store)).toEqual({ token: 'AB+C', shop: 's1', clearAddress: true });
    expect(readSettings('', store)).toEqual({ token: 'AB+C', shop: 's1', clearAddress: false });
  });

  it('are the only shop, and no token, on a new screen', () => {
    expect(readSettings('', emptyStore())).toEqual({ token: null, shop: '', clearAddress: false });
  });

  it('of the address win over what was kept', () => {
    const store = emptyStore();
    keepToken(store, 'OLD');
    expect(readSettings('#token=NEW', store).token).toBe('NEW');
    expect(store.kept.get('zhunshi.lounge.token')).toBe('NEW');
  });
});
