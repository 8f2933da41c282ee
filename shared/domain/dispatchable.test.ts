// What one drop of a car on a bay dispatches, and why a bay refuses the car.
import { describe, expect, test } from 'vitest';
import { arrived, book, closeBay, dispatch, hold, setUp, worked, working } from '../testing/commandsOf.ts';
import { ACCIDENT, clock } from '../testing/littleShop.ts';
import { given, givenNothing, type Scenario } from '../testing/scenario.ts';
import { dispatchable, whyNotDrop } from './dispatchable.ts';

const drop = (scenario: Scenario, bay: string): string[] => dispatchable(scenario.state, scenario.job('A'), bay);
const refusal = (scenario: Scenario, bay: string): object | null =>
  whyNotDrop(scenario.state, scenario.job('A'), bay, scenario.now);

describe('a car dropped on a bay', () => {
  test('brings all work that the bay can do [DSP-2]', () => {
    const scenario = given(arrived('A', { operations: ['Oil', ...ACCIDENT, 'Brakes'] }));
    expect(drop(scenario, 'L1')).toEqual(['o1', 'o9']);
    expect(drop(scenario, 'B1')).toEqual(['o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8']);
    expect(drop(scenario, 'W1')).toEqual([]);
  });

  test('brings no work whose turn has not come and is not on its way [DSP-5]', () => {
    const scenario = given(arrived('A', { operations: ['Oil'], wash: true }));
    expect(drop(scenario, 'W1')).toEqual([]);
    scenario.and(dispatch('A', ['o1'], 'L1', 'tan'), dispatch('A', ['inspection'], null, 'ivy'));
    expect(drop(scenario, 'W1')).toEqual(['wash']);
  });

  test('brings work first, the inspection after it, where one bay does everything: the crews differ [INS-1]', () => {
    const garage = { code: 'G1', workTypes: ['quick', 'mechanical', 'inspection', 'wash'], capacity: 1 };
    const scenario = givenNothing().and(setUp({ bays: [garage] }), arrived('A', { operations: ['Oil', 'Brakes'] }));
    expect(drop(scenario, 'G1')).toEqual(['o1', 'o2']);
    scenario.and(dispatch('A', ['o1', 'o2'], 'G1', 'tan'));
    expect(drop(scenario, 'G1')).toEqual(['inspection']);
  });

  test('brings what is held only when its bay was freed [DSP-4]', () => {
    const scenario = given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { freesBay: true }));
    expect(drop(scenario, 'L2')).toEqual(['o1']);
    expect(drop(given(working('A', 'L1', 'tan'), hold('A', 'o1')), 'L2')).toEqual([]);
  });

  test('brings nothing again to where it is dispatched already [DSP-12]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'));
    expect(drop(scenario, 'L1')).toEqual([]);
    expect(drop(scenario, 'L2')).toEqual(['o1']);
  });
});

describe('a bay refuses a car', () => {
  test('never where the drop brings work [DSP-2]', () => {
    expect(refusal(given(arrived('A')), 'L1')).toBeNull();
  });

  test('that is not here [REC-4]', () => {
    expect(refusal(given(book('A')), 'L1')).toMatchObject({ code: 'notCheckedIn' });
  });

  test('when it is closed, or not a bay of the shop [DSP-1]', () => {
    expect(refusal(given(arrived('A'), closeBay('L1')), 'L1')).toEqual({ code: 'bayClosed', bay: 'L1' });
    expect(refusal(given(arrived('A')), 'X9')).toEqual({ code: 'unknownBay', bay: 'X9' });
  });

  test('when it is kept for another car that would come into the way [RSV-3]', () => {
    const kept = [
      book('B'),
      { type: 'ReserveBay', job: 'B', bay: 'L1', from: clock('08:40'), to: clock('09:30') } as const,
    ];
    expect(refusal(given(arrived('A'), ...kept), 'L1')).toMatchObject({ code: 'bayReserved', bay: 'L1', job: 'B' });
    expect(refusal(given(arrived('A'), ...kept), 'L2')).toBeNull();
  });

  test('whose work is of another kind [DSP-2]', () => {
    expect(refusal(given(arrived('A')), 'B1')).toMatchObject({ code: 'bayWorkType', bay: 'B1' });
  });

  test('whose turn has not come [DSP-5]', () => {
    const washOnly = given(worked('A', 'L1', 'tan', { wash: true }), dispatch('A', ['inspection'], null, 'ivy'));
    expect(refusal(washOnly, 'W1')).toBeNull();
    const scenario = given(arrived('A', { operations: ['Strip', 'Sand'] }), dispatch('A', ['o1'], 'B1', 'bo'));
    expect(refusal(scenario, 'B1')).toBeNull();
  });

  test('whose work runs, or is dispatched there already [DSP-4]', () => {
    expect(refusal(given(working('A', 'L1', 'tan')), 'L1')).not.toBeNull();
    expect(refusal(given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan')), 'L1')).not.toBeNull();
  });
});
