// What a person must act on now, and who.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  book,
  call,
  closeBay,
  dispatch,
  handOver,
  hold,
  ready,
  start,
  working,
} from '../testing/commandsOf.ts';
import { clock } from '../testing/littleShop.ts';
import { at, given, type Scenario, type Step } from '../testing/scenario.ts';
import { alarmsOf, type Alarm } from './alarms.ts';
import { forecast } from './forecast.ts';

const alarms = ({ state, now }: Scenario): Alarm[] => alarmsOf(state, forecast(state, now), now);
const after = (...steps: Step[]): Partial<Alarm>[] => alarms(given(...steps));
const promised = (text: string) => ({ promisedAt: clock(text) });
const held = (...how: Parameters<typeof hold>): Step[] => [working('A', 'L1', 'tan'), hold(...how)];

describe('alarms', () => {
  test('a promise that has passed, to the advisor [ALM-1] [ALM-2]', () => {
    expect(after(working('A', 'L1', 'tan', promised('09:00')), at('09:12'))).toMatchObject([
      { code: 'promisePassed', job: 'A', actor: 'advisor', minutes: 12, since: clock('09:00') },
    ]);
  });

  test('a predicted lateness, to the dispatcher while the car waits, then to the advisor [ALM-1] [ALM-2]', () => {
    const late = promised('09:00');
    expect(after(arrived('A', late))).toMatchObject([{ code: 'predictedLate', actor: 'dispatcher', minutes: 10 }]);
    expect(after(working('A', 'L1', 'tan', late))).toMatchObject([{ code: 'predictedLate', actor: 'advisor' }]);
  });

  test('a hold past its time, to whoever it waits for [ALM-1] [ALM-2]', () => {
    const expectedAt = clock('08:45');
    for (const [reason, actor] of [
      ['parts', 'parts'],
      ['approval', 'advisor'],
      ['customer', 'advisor'],
      ['sublet', 'dispatcher'],
      ['equipment', 'dispatcher'],
    ] as const) {
      const steps = held('A', 'o1', reason, { expectedAt });
      expect(after(steps, at('08:45'))).toEqual([]);
      expect(after(steps, at('08:55'))).toMatchObject([{ code: 'holdOverdue', actor, minutes: 10, since: expectedAt }]);
    }
  });

  test('an approval unanswered for 20 minutes, to the advisor [ALM-1] [ALM-2]', () => {
    const steps = held('A', 'o1', 'approval');
    expect(after(steps, at('08:49'))).toEqual([]);
    expect(after(steps, at('08:50'))).toMatchObject([{ code: 'approvalUnanswered', actor: 'advisor', minutes: 20 }]);
  });

  test('parts that nobody knows the time of for 10 minutes, to parts, also while other work goes on [ALM-1] [ALM-2]', () => {
    const steps = held('A', 'o1');
    expect(after(steps, at('08:39'))).toEqual([]);
    expect(after(steps, at('08:40'))).toMatchObject([{ code: 'partsWithoutTime', actor: 'parts', minutes: 10 }]);
    const other = [arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o1', 'o2'], 'L1', 'tan')];
    expect(after(other, hold('A', 'o1'), start('A', 'o2'), at('08:40'))).toMatchObject([{ code: 'partsWithoutTime' }]);
  });

  test('a car that was given to nobody for 10 minutes, to the dispatcher, with a bay that is free [ALM-1] [ALM-2]', () => {
    expect(after(arrived('A'), at('08:39'))).toEqual([]);
    const scenario = given(arrived('A'), working('B', 'L1', 'tan'), at('08:40'));
    expect(alarms(scenario)).toMatchObject([
      { code: 'notDispatched', actor: 'dispatcher', minutes: 10, freeBay: 'L2' },
    ]);
    scenario.and(closeBay('L2'));
    expect(alarms(scenario)).toMatchObject([{ code: 'notDispatched', freeBay: null }]);
  });

  test('less than 30 minutes of slack [ALM-1] [ALM-2]', () => {
    expect(after(arrived('A', promised('09:39')))).toMatchObject([{ code: 'tight', actor: 'dispatcher', minutes: 29 }]);
    expect(after(working('A', 'L1', 'tan', promised('09:39')))).toMatchObject([{ code: 'tight', actor: 'advisor' }]);
    expect(after(arrived('A', promised('09:40')))).toEqual([]);
  });

  test('little slack also while a hold is still within its time [ALM-1]', () => {
    const steps = [
      working('A', 'L1', 'tan', promised('09:29')),
      hold('A', 'o1', 'parts', { expectedAt: clock('08:50') }),
    ];
    expect(after(steps)).toMatchObject([{ code: 'predictedLate' }]);
    const wider = [
      working('A', 'L1', 'tan', promised('09:50')),
      hold('A', 'o1', 'parts', { expectedAt: clock('08:50') }),
    ];
    expect(after(wider)).toMatchObject([{ code: 'tight', minutes: 20 }]);
  });

  test('an appointment that is not there after 15 minutes, to the advisor, on its own day [ALM-1] [ALM-2]', () => {
    expect(after(book('A'), at('08:44'))).toEqual([]);
    expect(after(book('A'), at('08:45'))).toMatchObject([{ code: 'notArrived', actor: 'advisor', minutes: 15 }]);
    expect(after(book('A'), at('2026-11-24 08:45'))).toEqual([]);
    expect(after(book('A', { appointment: false }), at('09:30'))).toEqual([]);
  });

  test('a ready car whose customer was not called for 5 minutes, to the advisor [ALM-1] [ALM-2]', () => {
    expect(after(ready('A'), at('08:34'))).toEqual([]);
    expect(after(ready('A'), at('08:35'))).toMatchObject([{ code: 'callCustomer', actor: 'advisor', minutes: 5 }]);
    expect(after(ready('A'), call('A'), at('08:35'))).toEqual([]);
  });

  test('a car that is gone has none [ALM-1]', () => {
    expect(after(ready('A'), handOver('A'), at('17:00'))).toEqual([]);
  });

  test('each job has one, and the most urgent is first [ALM-1]', () => {
    const scenario = given(
      [ready('E'), arrived('D', { ...promised('17:30'), operations: ['Battery'] })],
      [arrived('C', promised('09:35')), working('B', 'L1', 'tan', promised('08:59'))],
      [book('A'), at('09:00')],
    );
    expect(alarms(scenario).map(({ code, job }) => [code, job])).toEqual([
      ['promisePassed', 'B'],
      ['predictedLate', 'C'],
      ['notDispatched', 'D'],
      ['callCustomer', 'E'],
      ['notArrived', 'A'],
    ]);
  });

  test('of two alike the later one is first, of two tight ones the tighter [ALM-1]', () => {
    const passed = given(working('A', 'L1', 'tan', promised('09:00')), working('B', 'L2', 'mei', promised('08:50')));
    expect(alarms(passed.and(at('09:10'))).map(({ job }) => job)).toEqual(['B', 'A']);
    const tight = given(arrived('A', promised('09:35')), arrived('B', promised('09:25')));
    expect(alarms(tight).map(({ job, minutes }) => [job, minutes])).toEqual([
      ['B', 15],
      ['A', 25],
    ]);
  });
});
