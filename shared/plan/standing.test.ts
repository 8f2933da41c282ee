// How a job stands against its promise, and what breaks first.
import { describe, expect, test } from 'vitest';
import type { Job } from '../domain/state.ts';
import { arrived, book, dispatch, hold, ready, working } from '../testing/commandsOf.ts';
import { clock, TIME_ZONE } from '../testing/littleShop.ts';
import { at, given, type Scenario, type Step } from '../testing/scenario.ts';
import { forecast } from './forecast.ts';
import { inOrderOfBreaking, standingOf, type Standing } from './standing.ts';

function standing(scenario: Scenario): Standing {
  const { state, now } = scenario;
  return standingOf(scenario.job('A'), forecast(state, now), now, TIME_ZONE);
}

const promised = (text: string) => ({ promisedAt: clock(text) });

describe('how a job stands', () => {
  test('in order, with the slack that is left [STD-1]', () => {
    expect(standing(given(arrived('A', promised('09:40'))))).toEqual({
      mark: 'inOrder',
      promisedAt: clock('09:40'),
      predictedAt: clock('09:10'),
      slackMinutes: 30,
      overdueMinutes: 0,
    });
  });

  test('slack is the difference of the two times as they are shown, without their seconds [STD-1]', () => {
    const { state } = given(arrived('A', promised('09:40')));
    const now = clock('08:30') + 40_000;
    const { predictedAt, slackMinutes } = standingOf(state.jobs.A as Job, forecast(state, now), now, TIME_ZONE);
    expect(predictedAt).toBe(clock('09:10') + 40_000);
    expect(slackMinutes).toBe(30);
  });

  test('tight with less than 30 minutes of slack [STD-1]', () => {
    expect(standing(given(arrived('A', promised('09:39'))))).toMatchObject({ mark: 'tight', slackMinutes: 29 });
    expect(standing(given(arrived('A', promised('09:10'))))).toMatchObject({ mark: 'tight', slackMinutes: 0 });
  });

  test('late when it is predicted after its promise [STD-1]', () => {
    expect(standing(given(arrived('A', promised('09:09'))))).toMatchObject({ mark: 'late', slackMinutes: -1 });
  });

  test('late when its promise has passed, from the minute after it [STD-1]', () => {
    const scenario = given(working('A', 'L1', 'tan', promised('09:00')), hold('A', 'o1'), at('09:00'));
    expect(standing(scenario)).toMatchObject({ mark: 'late', overdueMinutes: 0 });
    expect(standing(scenario.and(at('09:05')))).toMatchObject({ mark: 'late', overdueMinutes: 5, slackMinutes: null });
  });

  test('waiting while it is held, unless it will be late for it [STD-1]', () => {
    const held = (expected: string): Step[] => [
      working('A', 'L1', 'tan', promised('16:00')),
      hold('A', 'o1', 'parts', { expectedAt: clock(expected) }),
    ];
    expect(standing(given(held('10:00'))).mark).toBe('waiting');
    expect(standing(given(held('17:00'))).mark).toBe('late');
  });

  test('late although its finish cannot be said, when even the soonest is late [STD-1]', () => {
    const held = (promise: string): Step[] => [working('A', 'L1', 'tan', promised(promise)), hold('A', 'o1')];
    expect(standing(given(held('09:09')))).toMatchObject({ mark: 'late', slackMinutes: null });
    expect(standing(given(held('09:10')))).toMatchObject({ mark: 'waiting', slackMinutes: null });
  });

  test('ready once it is, however late [STD-1]', () => {
    const scenario = given(ready('A', promised('09:00')), at('10:00'));
    expect(standing(scenario)).toMatchObject({ mark: 'ready', overdueMinutes: 0, slackMinutes: null });
  });

  test('of a later day when its promise is, in the time of the shop [STD-1]', () => {
    expect(standing(given(arrived('A', promised('2026-11-24 00:30')))).mark).toBe('laterDay');
    expect(standing(given(arrived('A', promised('2026-11-23 23:30')))).mark).toBe('inOrder');
  });

  test('without a promise in order, and never late before its car is here [STD-1]', () => {
    expect(standing(given(arrived('A', { promisedAt: null })))).toMatchObject({ mark: 'inOrder', slackMinutes: null });
    expect(standing(given(book('A', promised('09:00')), at('09:30'))).overdueMinutes).toBe(0);
  });
});

describe('what breaks first', () => {
  const order = ({ state, now }: Scenario): string[] =>
    inOrderOfBreaking(Object.values(state.jobs), forecast(state, now), now).map(({ id }) => id);

  test('is first: the least slack, then whatever has no promise [STD-2]', () => {
    const scenario = given(arrived('A', { promisedAt: null }), arrived('B', promised('17:00')));
    scenario.and(arrived('C', promised('12:00')), dispatch('C', ['o1'], 'L1', 'tan'));
    expect(order(scenario)).toEqual(['C', 'B', 'A']);
  });

  test('is a promise that has passed before one that will be broken by more [STD-2]', () => {
    const scenario = given(arrived('A', { ...promised('11:30'), operations: ['Spray', 'Brakes', 'Spray', 'Spray'] }));
    scenario.and(arrived('B', promised('09:00')), at('09:01'));
    expect(order(scenario)).toEqual(['B', 'A']);
  });

  test('is by the promise where nobody knows the slack, and the same on every node where all is equal [STD-2]', () => {
    const scenario = given(working('A', 'L1', 'tan', promised('11:00')), hold('A', 'o1', 'parts', { freesBay: true }));
    scenario.and(arrived('C', { ...promised('16:00') }), arrived('B', { ...promised('16:00'), operations: ['Strip'] }));
    expect(order(scenario)[0]).toBe('A');
  });
});
