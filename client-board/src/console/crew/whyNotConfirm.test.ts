import { arrived } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { whyNotConfirm } from './whyNotConfirm.ts';
import type { Chosen } from './whyNotConfirm.ts';

const scenario = given(...arrived('WT1'));
const view = viewOf(scenario.state, clock('08:40'));
const oil = [scenario.operation('WT1', 'o1')];
const say = view.say.crew;
const why = (chosen: Partial<Chosen>): string | null =>
  whyNotConfirm(view, {
    offered: oil,
    operations: oil,
    able: ['tan', 'mei'],
    crew: ['tan'],
    unattended: false,
    nothing: null,
    ...chosen,
  });

describe('a dispatch that cannot be confirmed', () => {
  it('given work and hands for it, when it is looked at, then it can be', () => {
    expect(why({})).toBeNull();
    expect(why({ unattended: true, crew: [], able: [] })).toBeNull();
  });

  it('given something is missing, when it is looked at, then it is said what', () => {
    expect(why({ operations: [] })).toBe(say.chooseWork);
    expect(why({ crew: [] })).toBe(say.chooseCrew);
    expect(why({ crew: [], able: [] })).toBe(say.none);
  });

  it('given nothing to dispatch, when it is looked at, then it is said why, as far as that is known', () => {
    expect(why({ offered: [], operations: [], crew: [], able: [] })).toBe(say.nothing);
    expect(why({ offered: [], operations: [], nothing: 'L1 is closed' })).toBe('L1 is closed');
  });
});
