// What a display knows: never backwards, and certain only of what it has.
import { describe, expect, test } from 'vitest';
import { nothingKnown, onBeat, onChange, onConnected, onSnapshot } from './boardFeed.ts';
import type { BoardFeed } from './boardFeed.ts';

interface Row {
  key: string;
}
const snapshot = (version: number, tick = 1, epoch = 'e1') => ({
  epoch,
  version,
  tick,
  rows: [{ key: 'a' }, { key: 'b' }],
});
const change = (version: number, epoch = 'e1') => ({ epoch, version, tick: 1, set: [{ key: 'c' }], remove: ['a'] });
const beat = (version: number) => ({ now: 0, speed: 1, certainForMs: 0, version });
const showing = (version: number): BoardFeed<Row> => onSnapshot<Row>(nothingKnown, snapshot(version));

describe('the board of a display', () => {
  test('given the board, when rows come, then they are set and removed whole [WIRE-3]', () => {
    const feed = onChange(showing(5), change(6));
    expect([...feed.board!.rows.keys()]).toEqual(['b', 'c']);
    expect(feed.synced).toBe(true);
  });

  test('given a board, when the snapshot of a server that lags comes, then it is not gone back to [WIRE-3]', () => {
    expect(onSnapshot(showing(9), snapshot(7)).board?.version).toBe(9);
    expect(onSnapshot(onSnapshot(showing(9), snapshot(9, 4)), snapshot(9, 3)).board?.tick).toBe(4);
  });

  test('given a board, when the log has begun a new life, then its snapshot counts, whatever its version [LOG-5]', () => {
    expect(onSnapshot(showing(9), snapshot(2, 1, 'e2')).board).toMatchObject({ epoch: 'e2', version: 2 });
  });

  test('when rows come that fit no board shown, then a snapshot is needed, and nothing else is taken before it [WIRE-3]', () => {
    const feed = onChange(showing(9), change(10, 'e2'));
    expect(feed).toMatchObject({ synced: false, board: { epoch: 'e1', version: 9 } });
    expect(onChange(feed, change(11)).board?.version).toBe(9);
    expect(onBeat(feed, beat(3), 100)).toMatchObject({ synced: false, certain: null });
    expect(onSnapshot(feed, snapshot(10, 1, 'e2')).synced).toBe(true);
    expect(onChange<Row>(nothingKnown, change(1)).synced).toBe(false);
  });
});

describe('a beat', () => {
  test('given no board yet, then nothing is certain and a snapshot is needed [LIVE-1]', () => {
    expect(onBeat<Row>(nothingKnown, beat(5), 100)).toEqual(nothingKnown);
  });

  test('given a board that is as new, then it is certain [LIVE-1]', () => {
    expect(onBeat(showing(5), beat(5), 100).certain).toEqual({ beat: beat(5), receivedMs: 100 });
    expect(onBeat(showing(5), beat(4), 100).certain?.receivedMs).toBe(100);
  });

  test('given a board that is older than the beat, then it is as certain as before, and a snapshot is needed [LIVE-1]', () => {
    const feed = onBeat(showing(5), beat(5), 100);
    expect(onBeat(feed, beat(6), 2_100)).toMatchObject({ synced: false, certain: { receivedMs: 100 } });
  });

  test('given a connection that came back, then nothing is certain anew before the board has come on it [LIVE-1]', () => {
    const again = onConnected(onBeat(showing(5), beat(5), 100));
    expect(onBeat(again, beat(5), 900)).toMatchObject({ synced: false, certain: { receivedMs: 100 } });
    expect(onBeat(onSnapshot(again, snapshot(5)), beat(5), 900)).toMatchObject({ certain: { receivedMs: 900 } });
  });
});
