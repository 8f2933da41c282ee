import { hold, working } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { at, given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { carCardOf } from './carCard.ts';
import type { CarCard } from './carCard.ts';

/** The card at nine of a car that waits for parts since half past eight. */
function cardOfHeld(promise: string): CarCard {
  const scenario = given(working('WT1', 'L1', 'tan', { promisedAt: clock(promise) }), hold('WT1', 'o1'), at('09:00'));
  return carCardOf(viewOf(scenario.state, clock('09:00')), scenario.job('WT1'));
}

describe('the card of a car that is held', () => {
  it('given a promise that has passed, then it says by how much, and besides what it waits for and for whom', () => {
    expect(cardOfHeld('08:50')).toMatchObject({
      mark: 'late',
      standing: '超 10 分',
      hold: '待料 30 分',
      who: '配件部',
    });
  });

  it('given a promise that is far, then what it waits for is how it stands, and is said once', () => {
    expect(cardOfHeld('17:00')).toMatchObject({ mark: 'waiting', standing: '待料 30 分', hold: '' });
  });
});
