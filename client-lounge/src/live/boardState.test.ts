// Tests of what the screen knows: never backwards, and certain only of what it has.
import type { LoungeRow } from '@zhunshi/shared/views/loungeBoard.ts';
import { describe, expect, it } from 'vitest';
import { nothingKnown, onBeat, onChange, onConnected, onSnapshot } from './boardState.ts';

const shop: LoungeRow = { key: 'shop', kind: 'shop', name: '示例', timeZone: 'Asia/Shanghai', locale: 'zh-CN' };
const snapshot = (version: number, tick = 1, epoch = 'e1') => ({ epoch, version, tick, rows: [shop] });
const change = (version: number, epoch = 'e1') => ({
  epoch,
  version,
  tick: 1,
  set: [{ ...shop, name: '改名' }],
  remove: [],
});
const beat = (version: number) => ({ now: 0, speed: 1, certainForMs: 0, version });

describe('the board', () => {
  it('follows its changes', () => {
    const state = onChange(onSnapshot(nothingKnown, snapshot(5)), change(6));
    expect(state.board?.rows.get('shop')).toMatchObject({ name: '改名' });
    expect(state.synced).toBe(true);
  });

  it('does not go back to the snapshot of a server that lags [WIRE-3]', () => {
    const state = onSnapshot(onSnapshot(nothingKnown, snapshot(9)), snapshot(7));
    expect(state.board?.version).toBe(9);
  });

  it('starts anew with another epoch, whatever its version', () => {
    const state = onSnapshot(onSnapshot(nothingKnown, snapshot(9)), snapshot(2, 1, 'e2'));
    expect(state.board).toMatchObject({ epoch: 'e2', version: 2 });
  });

  it('asks for a snapshot after a change of another epoch, and before any board', () => {
    expect(onChange(onSnapshot(nothingKnown, snapshot(9)), change(10, 'e2')).synced).toBe(false);
    expect(onChange(nothingKnown, change(1)).synced).toBe(false);
  });
});

describe('a beat', () => {
  it('vouches for a board that came on this connection', () => {
    expect(onBeat(onSnapshot(nothingKnown, snapshot(5)), beat(8), 100).certain?.receivedAt).toBe(100);
  });

  it('does not vouch for a board of before, unless its version is still the last [LIVE-1]', () => {
    // given a board, and then a new connection
    const known = onBeat(onSnapshot(nothingKnown, snapshot(5)), beat(5), 100);
    const again = onConnected(known);
    // when the server has gone on meanwhile, then the certainty is still the old one
    expect(onBeat(again, beat(6), 900)).toMatchObject({ synced: false, certain: { receivedAt: 100 } });
    // and when it has not, the board is certain anew
    expect(onBeat(again, beat(5), 900)).toMatchObject({ synced: true, certain: { receivedAt: 900 } });
  });
});
