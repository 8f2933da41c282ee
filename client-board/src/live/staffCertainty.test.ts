import { describe, expect, it } from 'vitest';
import { afterBeat, asksForSnapshot, neverCertain, trustOf } from './staffCertainty.ts';

const beat = (version: number) => ({ now: 0, speed: 1, certainForMs: 0, version });
const certain = afterBeat(neverCertain, beat(5), { version: 5, nowMs: 100 });

describe('what a console is certain of', () => {
  it('[LIVE-1] given all entries read, when a beat comes, then it is certain from then on', () => {
    expect(certain.received?.receivedMs).toBe(100);
    expect(asksForSnapshot(certain)).toBe(false);
  });

  it('[LIVE-1] given a beat that is newer than what was read, then it is as certain as before, and waits for the next', () => {
    const behind = afterBeat(certain, beat(6), { version: 5, nowMs: 2_100 });
    expect(behind.received?.receivedMs).toBe(100);
    expect(asksForSnapshot(behind)).toBe(false);
    const caughtUp = afterBeat(behind, beat(6), { version: 6, nowMs: 4_100 });
    expect(caughtUp).toMatchObject({ received: { receivedMs: 4_100 }, behind: 0 });
  });

  it('[LIVE-1] given beats that stay newer, then a snapshot is asked for at the second, and again every ten seconds', () => {
    let now = certain;
    const asked = Array.from({ length: 8 }, (_, count) => {
      now = afterBeat(now, beat(6), { version: 5, nowMs: count * 2_000 });
      return asksForSnapshot(now);
    });
    expect(asked).toEqual([false, true, false, false, false, false, true, false]);
    expect(now.received?.receivedMs).toBe(100);
  });

  it('[LIVE-1] given no snapshot yet, then no beat makes it certain', () => {
    expect(afterBeat(neverCertain, beat(0), { version: null, nowMs: 0 }).received).toBeNull();
  });

  it('[LIVE-1] given a line that was just lost, then the console says so at once', () => {
    expect([trustOf(1_000, true), trustOf(1_000, false), trustOf(40_000, false)]).toEqual(['fresh', 'aging', 'stale']);
  });
});
