// Whom to suggest for work on a bay.
import { describe, expect, test } from 'vitest';
import { arrived, away, dispatch, setUp, startBreak, worked, working } from '../testing/commandsOf.ts';
import { clock, littleShop } from '../testing/littleShop.ts';
import { given, givenNothing, type Scenario } from '../testing/scenario.ts';
import { suggestCrew } from './suggestCrew.ts';

const suggested = (scenario: Scenario, job: string, operation: string): string[] =>
  suggestCrew(scenario.state, scenario.job(job), [scenario.operation(job, operation)], scenario.now);

describe('the person who is suggested', () => {
  test('is able to do it, and for whom it is the first of their work types [DSP-6]', () => {
    expect(suggested(given(arrived('A')), 'A', 'o1')).toEqual(['tan']);
    expect(suggested(given(arrived('A', { operations: ['Brakes'] })), 'A', 'o1')).toEqual(['mei']);
    expect(suggested(given(arrived('A', { operations: ['Strip'] })), 'A', 'o1')).toEqual(['bo']);
  });

  test('has the least work waiting [DSP-7]', () => {
    expect(suggested(given(working('A', 'L1', 'tan'), arrived('B')), 'B', 'o1')).toEqual(['mei']);
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), arrived('B'));
    expect(suggested(scenario, 'B', 'o1')).toEqual(['mei']);
  });

  test('is not on a break, nor has work that waits for its end, where others are free [PLN-10]', () => {
    expect(suggested(given(startBreak('tan'), arrived('B')), 'B', 'o1')).toEqual(['mei']);
    // The break is nearly over by then, and the work that was stopped for it is not.
    const paused = given(working('A', 'L1', 'tan'), startBreak('tan', clock('08:31')), arrived('B'));
    expect(suggested(paused, 'B', 'o1')).toEqual(['mei']);
    expect(suggested(paused.and(dispatch('B', ['o1'], 'L2', 'mei'), arrived('C')), 'C', 'o1')).toEqual(['mei']);
  });

  test('knows the car, where others have as little to do [DSP-6]', () => {
    const two = { operations: ['Brakes', 'Battery'] };
    expect(suggested(given(worked('A', 'L2', 'tan', two)), 'A', 'o2')).toEqual(['tan']);
  });

  test('is here; nobody when nobody is able [DSP-6]', () => {
    expect(suggested(given(arrived('A'), away('tan')), 'A', 'o1')).toEqual(['mei']);
    expect(suggested(given(arrived('A', { operations: ['Strip'] }), away('bo')), 'A', 'o1')).toEqual([]);
  });

  test('of an inspection is one who did not work on the car [INS-1]', () => {
    const brakes = { operations: ['Brakes'] };
    expect(suggested(given(worked('A', 'L1', 'ivy', brakes)), 'A', 'inspection')).toEqual(['wu']);
    const alone = givenNothing().and(setUp({ staff: littleShop.staff.filter(({ id }) => id !== 'wu') }));
    expect(suggested(alone.and(worked('A', 'L1', 'ivy', brakes)), 'A', 'inspection')).toEqual([]);
  });
});
