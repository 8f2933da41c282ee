import { book, checkIn, dispatch, start } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { panelActsOf } from './panelActs.ts';

const actsOf = (scenario: Scenario, job = 'WT1') =>
  panelActsOf(viewOf(scenario.state, clock('09:00')), scenario.job(job));
const types = (acts: { act: { type: string } }[]) => acts.map(({ act }) => act.type);
const twoDispatched = () =>
  given(book('WT1', { operations: ['Oil', 'Battery'] }), checkIn('WT1'), dispatch('WT1', ['o1', 'o2'], 'L1', 'tan'));

describe('the buttons of a car', () => {
  it('given a booked car, when it is looked at, then it can be checked in and nothing else', () => {
    expect(types(actsOf(given(book('WT1'))).main)).toEqual(['CheckIn']);
  });

  it('given two dispatched operations, when the car is looked at, then one button recalls all, and the second one starts on its row', () => {
    const acts = actsOf(twoDispatched());
    expect(types(acts.main)).toEqual(['StartOperation', 'HoldOperation', 'Recall']);
    expect(acts.ofOperations.map(({ act }) => [act.type, act.operation])).toContainEqual(['StartOperation', 'o2']);
  });

  it('given a bay that is taken, when a car waits for it, then starting is not the first button and says why', () => {
    const scenario = twoDispatched()
      .and(book('WT2'), checkIn('WT2'), dispatch('WT2', ['o1'], 'L1', 'mei'))
      .and(start('WT1', 'o1'));
    const [first, ...others] = actsOf(scenario, 'WT2').main;
    expect(first?.act.type).not.toBe('StartOperation');
    expect(others.find(({ act }) => act.type === 'StartOperation')?.refusal).toMatchObject({ code: 'bayOccupied' });
  });
});
