// Why a car is late, as its story tells.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  dispatch,
  fail,
  finish,
  hold,
  inspecting,
  markReady,
  pass,
  ready,
  resume,
  ring,
  start,
  working,
} from '../testing/commandsOf.ts';
import { clock } from '../testing/littleShop.ts';
import { at, given, type Scenario, type Step } from '../testing/scenario.ts';
import type { HoldReason } from '../domain/words.ts';
import { likelyCause } from './likelyCause.ts';

const promised = { promisedAt: clock('09:30') };
const causeOf = (scenario: Scenario) => likelyCause(scenario.state, scenario.job('A'), scenario.now);

describe('the likely cause of lateness', () => {
  const held = (reason: Exclude<HoldReason, 'break' | 'closing'>, from: string, to: string): Step => [
    at(from),
    hold('A', 'o1', reason),
    at(to),
    resume('A', 'o1'),
  ];

  test.each(['parts', 'approval', 'customer', 'sublet', 'equipment'] as const)(
    'is what it waited for longest: %s [FIG-7]',
    (reason) => {
      const other = reason === 'parts' ? 'equipment' : 'parts';
      const scenario = given(working('A', 'L1', 'tan', promised), held(other, '08:35', '08:55'));
      expect(causeOf(scenario.and(held(reason, '09:00', '10:00')))).toBe(reason);
    },
  );

  test('is a hold that is not over yet [FIG-7]', () => {
    expect(causeOf(given(working('A', 'L1', 'tan', promised), hold('A', 'o1'), at('11:00')))).toBe('parts');
  });

  test('counts working time only: a night without the part is no longer than the shop was open [FIG-7]', () => {
    const scenario = given(working('A', 'L1', 'tan', promised), held('equipment', '09:00', '10:30'), at('17:50'));
    scenario.and(held('parts', '17:50', '2026-11-24 08:40'), finish('A', 'o1'));
    scenario.and(dispatch('A', ['inspection'], null, 'ivy'), start('A', 'inspection'), pass('A'), markReady('A'));
    expect(causeOf(scenario)).toBe('diagnosis');
  });

  test('is rework when the work had to be done again [FIG-7]', () => {
    const scenario = given(inspecting('A', promised), fail('A'), start('A', 'o2'), at('10:30'));
    expect(causeOf(scenario)).toBe('rework');
  });

  test('is the workload when it stood and waited for its turn [FIG-7]', () => {
    expect(causeOf(given(arrived('A', promised), at('11:00')))).toBe('workload');
    expect(causeOf(given(arrived('A', promised), dispatch('A', ['o1'], 'L1', 'tan'), at('11:00')))).toBe('workload');
  });

  test('is the diagnosis when the work took much longer than planned [FIG-7]', () => {
    expect(causeOf(given(working('A', 'L1', 'tan', promised), at('11:00')))).toBe('diagnosis');
  });

  test('is the promise when it was shorter than the work [FIG-7]', () => {
    const long = { operations: ['Brakes', 'Brakes', 'Battery'], promisedAt: clock('09:00') };
    expect(causeOf(given(working('A', 'L1', 'tan', long), at('09:10')))).toBe('promise');
  });

  test('is what somebody gave as the cause when the promise was moved [FIG-7]', () => {
    const moved: Step = {
      type: 'MakePromise',
      job: 'A',
      promisedAt: clock('12:00'),
      kind: 'firm',
      reason: 'shop',
      cause: 'staff',
      confirmed: null,
    };
    expect(causeOf(given(working('A', 'L1', 'tan', promised), hold('A', 'o1'), moved, at('11:00')))).toBe('staff');
  });

  test('of a car that was ready in time is a customer who could not be reached, or cannot be told [FIG-7]', () => {
    expect(causeOf(given(ready('A', promised), ring('A'), at('11:00')))).toBe('customer');
    expect(causeOf(given(ready('A', promised), at('11:00')))).toBe('other');
  });

  test('cannot be told of a car that did not come, or that nothing delayed [FIG-7]', () => {
    expect(causeOf(given(working('A', 'L1', 'tan', { promisedAt: null })))).toBe('other');
  });
});
