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

  const asLounge = { paired: true, kind: 'lounge', shop: 's1', token: 'AAA' } as const;

  test('given a screen at its own address, when it is paired, then it has its token, also after a power cut [PAIR-3]', () => {
    const store = emptyStore();
    const access = displayAccess('lounge', '', { store, read });
    expect(access.pair(asLounge)).toBe(true);
    expect(access.current).toEqual({ token: 'AAA', shop: 's1' });
    expect(displayAccess('lounge', '', { store, read })).toMatchObject({ current: { token: 'AAA' }, elsewhere: false });
  });

  test('given a screen at the address of the wall, when it is made a lounge screen, then it finds the lounge, at each start [PAIR-4]', () => {
    const store = emptyStore();
    expect(screenAt('', store).pair(asLounge)).toBe(false);
    expect(screenAt('', store)).toMatchObject({ current: { token: null }, elsewhere: true });
    expect(displayAccess('lounge', '', { store, read })).toMatchObject({
      current: { token: 'AAA', shop: 's1' },
      elsewhere: false,
    });
  });

  test('given a lounge screen, when it is made a wall, then its first token is gone and it does not go to and fro [PAIR-4]', () => {
    const store = emptyStore();
    screenAt('', store).pair(asLounge);
    displayAccess('lounge', '', { store, read }).pair({ ...asLounge, kind: 'wall', token: 'BBB' });
    expect(screenAt('', store)).toMatchObject({ current: { token: 'BBB' }, elsewhere: false });
    expect(displayAccess('lounge', '', { store, read })).toMatchObject({ current: { token: null }, elsewhere: true });
  });

  test('given a lounge screen, when the link of a wall is opened on it, then it is that wall [PAIR-4]', () => {
    const store = emptyStore();
    screenAt('', store).pair(asLounge);
    expect(screenAt('#token=CCC&shop=s1', store)).toMatchObject({ current: { token: 'CCC' }, elsewhere: false });
    expect(screenAt('', store)).toMatchObject({ current: { token: 'CCC' }, elsewhere: false });
  });
});
