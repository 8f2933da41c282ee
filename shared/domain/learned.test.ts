// How long work really takes here.
import { describe, expect, test } from 'vitest';
import { fail, finish, hold, inspecting, resume, start, working } from '../testing/commandsOf.ts';
import { at, given } from '../testing/scenario.ts';
import { learnedFactor, standardKeys, withLearned } from './learned.ts';
import type { ShopState } from './state.ts';

const oil = { name: 'Oil', workType: 'quick', minutes: 30 };
const filter = { name: 'Filter', workType: 'quick', minutes: 10 };

/** The same piece of work, so often, so long. */
function taught(times: number, actual: number, learned: ShopState['learned'] = {}): ShopState['learned'] {
  let after = learned;
  for (let time = 0; time < times; time += 1) after = withLearned(after, standardKeys(oil), actual, 30);
  return after;
}

describe('what is learned of standard times', () => {
  test('is minutes really worked to standard minutes, held and closed hours left out [LRN-1]', () => {
    const scenario = given(working('A', 'L1', 'tan'), at('08:45'), hold('A', 'o1'), at('11:40'), resume('A', 'o1'));
    scenario.and(at('13:10'), finish('A', 'o1'));
    expect(scenario.entries.at(-1)?.events[0]).toMatchObject({ type: 'OperationFinished', workedMinutes: 45 });
    const sample = { count: 1, actualMinutes: 45, standardMinutes: 30 };
    expect(scenario.state.learned).toEqual({ Oil: sample, '*quick': sample });
  });

  test('is nothing at first, little after one car, nearly all after many [LRN-1]', () => {
    expect(learnedFactor({}, oil)).toBe(1);
    const one = learnedFactor(taught(1, 60), oil);
    expect(one).toBeGreaterThan(1.05);
    expect(one).toBeLessThan(1.5);
    expect(learnedFactor(taught(100, 60), oil)).toBeGreaterThan(1.9);
  });

  test('helps with work of the same type that was seldom seen [LRN-1]', () => {
    const learned = taught(100, 60);
    expect(learnedFactor(learned, filter)).toBeGreaterThan(1.8);
    expect(learnedFactor(learned, { ...filter, workType: 'paint' })).toBe(1);
  });

  test('fades: what is so now weighs more than what was so long ago [LRN-1]', () => {
    expect(learnedFactor(taught(100, 30, taught(200, 60)), oil)).toBeLessThan(1.2);
  });

  test('is not taught by rework, which no table planned [LRN-1]', () => {
    const scenario = given(inspecting('A'), fail('A'), start('A', 'o2'));
    const before = scenario.state.learned;
    expect(scenario.and(at('09:00'), finish('A', 'o2')).state.learned).toEqual(before);
  });

  test('is not taught by a slip of the finger [LRN-1]', () => {
    expect(taught(1, 121)).toEqual({});
    expect(taught(1, 7)).toEqual({});
    expect(taught(1, 120)).not.toEqual({});
  });
});
