import { describe, expect, it } from 'vitest';
import { BoardFeed } from './boardFeed.svelte.ts';

const snapshot = { epoch: 'e1', version: 5, tick: 10, rows: [{ key: 'a' }, { key: 'b' }] };
const beat = (version: number) => ({ now: 0, speed: 1, certainForMs: 0, version });

function connectedFeed(): BoardFeed<{ key: string }> {
  const feed = new BoardFeed<{ key: string }>();
  feed.connected(0);
  return feed;
}

describe('the board of a display', () => {
  it('given no board yet, when a beat comes, then nothing is certain and a snapshot is asked for', () => {
    const feed = connectedFeed();
    expect(feed.beat(beat(5), 100)).toBe(false);
    expect(feed.certain).toBeNull();
  });

  it('given the board, when a beat comes, then the board is certain', () => {
    const feed = connectedFeed();
    feed.snapshot(snapshot);
    expect(feed.beat(beat(5), 100)).toBe(true);
    expect(feed.certain?.receivedMs).toBe(100);
  });

  it('given the board, when rows come, then they replace and remove whole rows', () => {
    const feed = connectedFeed();
    feed.snapshot(snapshot);
    expect(feed.change({ epoch: 'e1', version: 6, tick: 10, set: [{ key: 'c' }], remove: ['a'] })).toBe(true);
    expect([...(feed.board?.rows.keys() ?? [])]).toEqual(['b', 'c']);
  });

  it('when rows of another epoch come, then a snapshot is asked for and beats vouch for nothing until it came', () => {
    const feed = connectedFeed();
    feed.snapshot(snapshot);
    expect(feed.change({ epoch: 'e2', version: 1, tick: 11, set: [], remove: [] })).toBe(false);
    expect(feed.beat(beat(9), 100)).toBe(false);
    feed.snapshot({ ...snapshot, epoch: 'e2', version: 9 });
    expect(feed.beat(beat(9), 200)).toBe(true);
  });

  it('given a connection that came back, when the server is further than the board, then a beat does not make it certain', () => {
    const feed = connectedFeed();
    feed.snapshot(snapshot);
    feed.beat(beat(5), 100);
    feed.connected(9_000);
    expect(feed.beat(beat(6), 9_100)).toBe(false);
    expect(feed.certain?.receivedMs).toBe(100);
  });

  it('given a connection that came back, when the server is where the board is, then the beat makes it certain', () => {
    const feed = connectedFeed();
    feed.snapshot(snapshot);
    feed.connected(9_000);
    expect(feed.beat(beat(5), 9_100)).toBe(true);
  });
});
