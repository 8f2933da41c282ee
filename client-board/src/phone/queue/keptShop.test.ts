import { arrived, dispatch, working } from '@zhunshi/shared/testing/commandsOf.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { viewOf } from '../../console/testing/viewOf.ts';
import { forgetKept, keptNow, ownDirectory, ownPart, readKept, writeKept } from './keptShop.ts';

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { all: () => string } {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    all: () => [...kept.values()].join('\n'),
  };
}

describe('what a phone remembers of the shop', () => {
  const { state } = given(working('WT1', 'L1', 'tan'), arrived('WT2'), dispatch('WT2', ['o1'], 'L2', 'mei'));
  const { directory } = viewOf(state, clock('09:00'));
  const session = {
    shop: { id: 'S', name: 'Shop' },
    staff: { id: 'tan', name: 'Tan' },
    roles: ['technician' as const],
    mustChangePin: false,
  };

  it('given cars of several people, when one of them leaves the network, then only the own car is kept, and no customer [PHN-4]', () => {
    const own = ownPart(state, 'tan');
    const keep = storage();
    const clockThen = { now: clock('09:00'), speed: 1, phoneMs: 0 };
    writeKept(keep, {
      session,
      version: 9,
      state: own,
      directory: ownDirectory(own, directory, 'tan'),
      clock: clockThen,
      certainMs: 0,
    });
    expect(Object.keys(own.jobs)).toEqual(['WT1']);
    expect(keep.all()).toContain('粤BWT1');
    for (const strange of ['粤BWT2', '客WT1', '客WT2']) expect(keep.all()).not.toContain(strange);
    expect(readKept(keep)?.state.jobs['WT1']?.id).toBe('WT1');
  });

  it('given a session that is over, when the phone forgets, then nothing is left; nor is what another build kept read [PHN-4]', () => {
    const keep = storage();
    keep.setItem('zhunshi.phone.shop', JSON.stringify({ fold: -1, session }));
    expect(readKept(keep)).toBeNull();
    forgetKept(keep);
    expect(keep.all()).toBe('');
  });

  it('given a phone whose own clock is wrong, when ten of its minutes have gone by, then so have ten of the shop [PHN-2]', () => {
    const kept = { now: clock('09:00'), speed: 1, phoneMs: 12_345 };
    expect(keptNow(kept, 12_345 + 600_000)).toBe(clock('09:10'));
    expect(keptNow({ ...kept, speed: 20 }, 12_345 + 30_000)).toBe(clock('09:10'));
  });
});
