// What can be done next with a car: every act that is offered first is one that the rules accept.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  book,
  call,
  dispatch,
  handOver,
  hold,
  inspecting,
  partsArrived,
  pass,
  ready,
  startBreak,
  worked,
  working,
} from '../testing/commandsOf.ts';
import { given, type Step } from '../testing/scenario.ts';
import { furtherActs, nextActs } from './nextActs.ts';

const actsAfter = (...steps: Step[]): string[] => nextActs(given(...steps).job('A')).map(({ type }) => type);

describe('what can be done next with a car', () => {
  test.each<[string, Step[], string[]]>([
    ['is booked', [book('A')], ['CheckIn']],
    ['is here', arrived('A'), ['Dispatch']],
    [
      'is dispatched',
      [arrived('A'), dispatch('A', ['o1'], 'L1', 'tan')],
      ['StartOperation', 'HoldOperation', 'Recall'],
    ],
    ['is worked on', working('A', 'L1', 'tan'), ['FinishOperation', 'HoldOperation']],
    ['is held in its bay', [working('A', 'L1', 'tan'), hold('A', 'o1')], ['ResumeOperation']],
    [
      'is held in the yard',
      [working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { freesBay: true })],
      ['ResumeOperation', 'Dispatch'],
    ],
    ['is held for a break', [working('A', 'L1', 'tan'), startBreak('tan')], ['ResumeOperation', 'HoldOperation']],
    ['is inspected', inspecting('A'), ['PassInspection', 'HoldOperation']],
    ['is done', [inspecting('A'), pass('A')], ['MarkReady']],
    ['is ready', ready('A'), ['CallCustomer', 'HandOver']],
    ['is ready and its customer called', [ready('A'), call('A')], ['HandOver']],
    ['is gone', [ready('A'), handOver('A')], []],
  ])('when it %s [STG-1]', (_what, steps, acts) => {
    expect(actsAfter(...steps)).toEqual(acts);
  });

  test('a car that is ready is settled before it is handed over where the shop wants that first [STL-1]', () => {
    const acts = nextActs(given(...ready('A'), call('A')).job('A'), { settleFirst: true });
    expect(acts.map(({ type }) => type)).toEqual(['Settle']);
  });

  test('work whose turn has not come is neither dispatched nor started next [DSP-5]', () => {
    const body = { operations: ['Strip', 'Beat'] };
    const dispatched = [arrived('A', body), dispatch('A', ['o1', 'o2'], 'B1', 'bo')];
    const acts = nextActs(given(...dispatched).job('A'));
    expect(acts.filter(({ type }) => type === 'StartOperation')).toEqual([{ type: 'StartOperation', operation: 'o1' }]);
    expect(nextActs(given(...arrived('A', body)).job('A'))).toEqual([{ type: 'Dispatch', operation: 'o1' }]);
  });
});

describe('what else can be done with a car', () => {
  const furtherAfter = (...steps: Step[]): string[] =>
    furtherActs(given(...steps).job('A')).map(({ type, operation, proposal }) =>
      [type, operation ?? proposal].filter((part) => part !== null).join(' '),
    );
  const here = ['MoveCar', 'SetWhereabouts', 'Settle', 'LinkComeback'];
  const papers = ['MakePromise', 'CorrectJob', 'AmendWork', 'MergeJobs', 'CancelJob'];

  test.each<[string, Step[], string[]]>([
    ['is booked', [book('A')], ['Rebook', 'ReserveBay', ...papers]],
    ['is here', arrived('A'), ['ProposeWork', 'MoveCar', 'SetWhereabouts', 'LinkComeback', ...papers]],
    ['is worked on', working('A', 'L1', 'tan'), ['Reassign o1', 'ProposeWork', ...here, ...papers]],
    [
      'waits for parts',
      [working('A', 'L1', 'tan'), hold('A', 'o1')],
      ['PartsArrived o1', 'ReviseHold o1', 'Reassign o1', 'ProposeWork', ...here, ...papers],
    ],
    [
      'has its parts',
      [working('A', 'L1', 'tan'), hold('A', 'o1'), partsArrived('A', 'o1')],
      ['ReviseHold o1', 'Reassign o1', 'ProposeWork', ...here, ...papers],
    ],
    [
      'is to be inspected',
      worked('A'),
      ['RecordInspection o1', 'ProposeWork', 'RecordInspection', 'FailInspection', ...here, ...papers],
    ],
    ['is ready', ready('A'), ['CallInLounge', 'TakeBackReady', ...here, 'CorrectJob']],
    ['is gone', [ready('A'), handOver('A')], ['RecordFollowUp']],
  ])('when it %s [STG-1]', (_what, steps, acts) => {
    expect(furtherAfter(...steps)).toEqual(acts);
  });
});
