// The stage of a job and since when, from what happened to it.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  book,
  checkIn,
  dispatch,
  finish,
  handOver,
  hold,
  inspecting,
  markReady,
  pass,
  ready,
  recall,
  start,
  worked,
  working,
} from '../testing/commandsOf.ts';
import { clock } from '../testing/littleShop.ts';
import { at, given, type Step } from '../testing/scenario.ts';
import { inQueueOrder, operationAtHand, stageOf, stageSince } from './job.ts';
import type { Operation } from './state.ts';
import type { Stage } from './words.ts';

const two = { operations: ['Oil', 'Brakes'] };
const body = { operations: ['Strip', 'Beat'] };

function stageAfter(...steps: Step[]): Stage {
  return stageOf(given(...steps).job('A'));
}

describe('the stage of a job', () => {
  test.each<[Stage, string, Step[]]>([
    ['booked', 'is booked', [book('A')]],
    ['waiting', 'is here', arrived('A')],
    ['dispatched', 'is on its way to a bay', [arrived('A'), dispatch('A', ['o1'], 'L1', 'tan')]],
    ['working', 'is worked on', working('A', 'L1', 'tan')],
    ['held', 'waits for parts', [working('A', 'L1', 'tan'), hold('A', 'o1')]],
    ['inspecting', 'is to be inspected', worked('A')],
    ['inspecting', 'is inspected', inspecting('A')],
    ['inspecting', 'was inspected, without a wash', [inspecting('A'), pass('A')]],
    ['washing', 'is to be washed', [inspecting('A', { wash: true }), pass('A')]],
    ['ready', 'is ready', ready('A')],
    ['delivered', 'is gone', [ready('A'), handOver('A')]],
  ])('is %s when the car %s [STG-1]', (stage, _what, steps) => {
    expect(stageAfter(...steps)).toBe(stage);
  });

  test('a car with one operation running and one held is worked on [STG-1]', () => {
    const running = [arrived('A', two), dispatch('A', ['o1'], 'L1', 'tan'), dispatch('A', ['o2'], 'L1', 'mei')];
    expect(stageAfter(running, start('A', 'o1'), start('A', 'o2'), hold('A', 'o1'))).toBe('working');
  });

  test('a car whose dispatched work waits for work that nobody was given waits for dispatch [STG-1]', () => {
    expect(stageAfter(arrived('A', body), dispatch('A', ['o2'], 'B1', 'bo'))).toBe('waiting');
  });

  test('a car between two operations is dispatched again or waits, as its next is [STG-1]', () => {
    const first = [arrived('A', body), dispatch('A', ['o1'], 'B1', 'bo'), start('A', 'o1'), finish('A', 'o1')];
    expect(stageAfter(first)).toBe('waiting');
    expect(stageAfter(first, dispatch('A', ['o2'], 'B1', 'bo'))).toBe('dispatched');
  });
});

describe('since when', () => {
  const sinceAfter = (...steps: Step[]): number => stageSince(given(...steps).job('A'));

  test('a car waits since it came, or since its work was taken back [STG-1]', () => {
    const taken = [dispatch('A', ['o1'], 'L1', 'tan'), at('09:20'), recall('A', 'o1')];
    expect(sinceAfter(book('A'), at('09:00'), checkIn('A'))).toBe(clock('09:00'));
    expect(sinceAfter(arrived('A'), taken)).toBe(clock('09:20'));
  });

  test('a car is dispatched since the work before it was done, when its next was dispatched long ago [STG-1]', () => {
    const steps = [arrived('A', body), dispatch('A', ['o1', 'o2'], 'B1', 'bo'), start('A', 'o1')];
    expect(sinceAfter(steps, at('09:10'), finish('A', 'o1'))).toBe(clock('09:10'));
  });

  test('a car is held since other work on it stopped [STG-1]', () => {
    const steps = [arrived('A', two), dispatch('A', ['o1'], 'L1', 'tan'), dispatch('A', ['o2'], 'L1', 'mei')];
    const held = [start('A', 'o1'), start('A', 'o2'), at('09:00'), hold('A', 'o1'), at('09:30'), finish('A', 'o2')];
    expect(sinceAfter(steps, held)).toBe(clock('09:30'));
  });

  test('a car is with the inspector since its work was done, whatever the inspection did since [STG-1]', () => {
    const steps = [at('09:00'), inspecting('A'), at('09:30'), pass('A')];
    expect(sinceAfter(steps)).toBe(clock('09:00'));
    expect(sinceAfter(steps, at('10:00'), markReady('A'))).toBe(clock('10:00'));
    expect(sinceAfter(steps, at('10:00'), markReady('A'), at('11:00'), handOver('A'))).toBe(clock('11:00'));
  });

  test('a car is to be washed since it was inspected [STG-1]', () => {
    expect(sinceAfter(inspecting('A', { wash: true }), at('09:30'), pass('A'))).toBe(clock('09:30'));
  });
});

describe('the operation at hand', () => {
  const atHandAfter = (...steps: Step[]): string | undefined => operationAtHand(given(...steps).job('A'))?.id;

  test('is what runs, then what is held, then what is dispatched, then what comes next [STG-1]', () => {
    const both = arrived('A', two);
    expect(atHandAfter(both)).toBe('o1');
    expect(atHandAfter(both, dispatch('A', ['o2'], 'L2', 'mei'))).toBe('o2');
    expect(
      atHandAfter(both, dispatch('A', ['o2'], 'L2', 'mei'), hold('A', 'o2'), dispatch('A', ['o1'], 'L1', 'tan')),
    ).toBe('o2');
    expect(atHandAfter(working('A', 'L1', 'tan', two), dispatch('A', ['o2'], 'L2', 'mei'), hold('A', 'o2'))).toBe('o1');
  });

  test('is none when all is done [STG-1]', () => {
    expect(atHandAfter(inspecting('A'), pass('A'))).toBeUndefined();
  });
});

describe('the queue of a bay', () => {
  test('has rework first, then what was dispatched first [DSP-13]', () => {
    const { operations } = given(arrived('A', { operations: ['Oil', 'Brakes', 'Battery', 'Strip'] })).job('A');
    const [first, second, third, fourth] = operations as [Operation, Operation, Operation, Operation];
    const queue = [
      { ...first, queuedAs: 7 },
      { ...second, queuedAs: 9, reworkOf: 'o1' },
      { ...third, queuedAs: 5 },
      { ...fourth, queuedAs: 8, reworkOf: 'o1' },
    ];
    expect(queue.sort(inQueueOrder).map(({ id }) => id)).toEqual(['o4', 'o2', 'o3', 'o1']);
  });
});
