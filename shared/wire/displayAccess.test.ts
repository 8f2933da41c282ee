// The token's way: once through the address or by hand, then kept by the screen.
import { describe, expect, test } from 'vitest';
import { displayAccess, workingStore } from './displayAccess.ts';
import type { AccessStore } from './displayAccess.ts';

const read = (fragment: string) => new URLSearchParams(fragment);

function emptyStore(): AccessStore {
  return workingStore(() => {
    throw new Error('this browser keeps nothing');
  });
}
const screenAt = (fragment: string, store = emptyStore()) => displayAccess('wall', fragment, { store, read });

describe('the access of a display', () => {
  test('given an address with token and shop, then both are taken, the address is to be cleared, and the next start has them [DSPL-1]', () => {
    const store = emptyStore();
    expect(screenAt('#token=AB%2BC&shop=s1', store)).toMatchObject({
      current: { token: 'AB+C', shop: 's1' },
      fromAddress: true,
    });
    expect(screenAt('', store)).toMatchObject({ current: { token: 'AB+C', shop: 's1' }, fromAddress: false });
  });

  test('given a new screen, then it has no token and is of the only shop [DSPL-1]', () => {
    expect(screenAt('#lang=en')).toMatchObject({ current: { token: null, shop: '' }, fromAddress: false });
  });

  test('given what was kept, when the address brings something else, then that counts, and the rest stays [DSPL-1]', () => {
    const store = emptyStore();
    screenAt('#token=OLD&shop=s1', store);
    expect(screenAt('#token=NEW', store).current).toEqual({ token: 'NEW', shop: 's1' });
    expect(screenAt('', store).current.token).toBe('NEW');
  });

  test('when a token is entered, then it counts at once for the shop of the screen, and is kept [DSPL-1]', () => {
    const store = emptyStore();
    const access = screenAt('#shop=s1', store);
    expect(access.enter('  abc-123 ')).toBe(true);
    expect(access.current).toEqual({ token: 'abc-123', shop: 's1' });
    expect(screenAt('', store).current).toEqual({ token: 'abc-123', shop: 's1' });
  });

  test('when the whole link is entered, then its token and shop count [DSPL-1]', () => {
    const access = screenAt('');
    expect(access.enter('http://10.0.0.5:8080/wall#token=abc&shop=s2')).toBe(true);
    expect(access.current).toEqual({ token: 'abc', shop: 's2' });
  });

  test.each(['', '   ', 'http://10.0.0.5:8080/wall#lang=en'])(
    'when "%s" is entered, then nothing changes [DSPL-1]',
    (entry) => {
      const access = screenAt('#token=abc&shop=s1');
      expect(access.enter(entry)).toBe(false);
      expect(access.current).toEqual({ token: 'abc', shop: 's1' });
    },
  );

  test('given two kinds of display in one browser, then each has its own token [DSPL-1]', () => {
    const store = emptyStore();
    screenAt('#token=abc', store);
    expect(displayAccess('lounge', '', { store, read }).current.token).toBeNull();
  });
});
