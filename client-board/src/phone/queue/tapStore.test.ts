import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { describe, expect, it } from 'vitest';
import { dismissed, noTaps, refusedTap, withoutTap, withTap } from './tapQueue.ts';
import type { Tap } from './tapQueue.ts';
import { TapStore } from './tapStore.ts';
import type { Keep } from './tapStore.ts';

const tap = (id: string): Tap => ({
  shop: 'S',
  staff: 'tan',
  command: { id, type: 'FinishOperation', job: 'A', operation: 'o1' },
  tappedAt: 5,
  tappedMs: 7,
  attempted: false,
});

function storage(): Keep {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

describe('taps that outlive the page', () => {
  it('given taps, when the page is closed and opened, then they are there as they were [PHN-1]', () => {
    const keep = storage();
    new TapStore(keep).change((queue) => withTap(queue, tap('a')));
    expect(new TapStore(keep).read().taps).toEqual([tap('a')]);
  });

  it('given two windows of the page, when each changes the queue, then neither loses what the other did [PHN-1]', () => {
    const keep = storage();
    const [one, two] = [new TapStore(keep), new TapStore(keep)];
    one.change((queue) => withTap(queue, tap('a')));
    two.change((queue) => withTap(queue, tap('b')));
    one.change((queue) => withoutTap(queue, 'a'));
    expect(two.read().taps).toEqual([tap('b')]);
  });

  it('given a refused tap, when it was read, then it is gone; answered in two windows, it is told of once [PHN-1]', () => {
    const store = new TapStore(storage());
    const why = refusal('staffAway', { staff: 'tan' });
    store.change((queue) => withTap(queue, tap('a')));
    for (let windows = 0; windows < 2; windows += 1) store.change((queue) => refusedTap(queue, 'a', why));
    expect(store.read()).toEqual({ layout: 1, taps: [], refused: [{ tap: tap('a'), refusal: why }] });
    expect(store.change((queue) => dismissed(queue, 'a'))).toMatchObject(noTaps);
  });

  it('given a browser without storage, or what another build left in it, when taps come, then they last as long as the page', () => {
    const full: Keep = {
      getItem: () => '{"layout":0,"taps":"of another kind"}',
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const store = new TapStore(full);
    expect(store.read()).toEqual(noTaps);
    store.change((queue) => withTap(queue, tap('a')));
    store.change((queue) => withTap(queue, tap('b')));
    expect(store.read().taps).toEqual([tap('a'), tap('b')]);
  });
});
