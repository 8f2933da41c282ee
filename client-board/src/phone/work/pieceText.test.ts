import { hold, working } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../console/testing/viewOf.ts';
import { holdUntilText } from './pieceText.ts';

describe('until when a car waits', () => {
  it('given parts that were expected at 09:46, when that has passed, then the time is not said any longer [PHN-7]', () => {
    const scenario = given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { expectedAt: clock('09:46') }));
    const said = (now: string): string | null => {
      const { hold: waits } = scenario.operation('A', 'o1');
      return waits && holdUntilText(viewOf(scenario.state, clock(now), ['technician']), waits);
    };
    expect([said('09:30'), said('09:46'), said('09:47'), said('10:24')]).toEqual([
      '预计 09:46',
      '预计 09:46',
      null,
      null,
    ]);
  });
});
