import {
  arrived,
  away,
  book,
  checkIn,
  dispatch,
  finish,
  hold,
  resume,
  start,
} from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { at, given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import type { OtherHand } from '../desk/handsOf.ts';
import { viewOf } from '../testing/viewOf.ts';
import { bayRowsOf } from './bayRows.ts';

const rowOf = ({ state }: Scenario, time: string, code = 'L1') =>
  bayRowsOf(viewOf(state, clock(time))).find((row) => row.code === code);
const working = () =>
  given(
    book('WT1', { operations: ['Oil', 'Battery'] }),
    checkIn('WT1'),
    dispatch('WT1', ['o1', 'o2'], 'L1', 'tan'),
    start('WT1', 'o1'),
  );

describe('rows of the bay grid', () => {
  it('given an empty bay, when it is drawn, then it says that it is free', () => {
    expect(rowOf(given(), '09:00')).toMatchObject({ status: 'free', bars: [], lanes: 1 });
  });

  it('given running and queued work of one car, when it is drawn, then one solid and one dashed bar follow each other', () => {
    const bars = rowOf(working(), '08:40')?.bars ?? [];
    expect(bars.map(({ kind }) => kind)).toEqual(['running', 'dispatched']);
    expect(bars[0]).toMatchObject({ plate: 'WT1', from: clock('08:30'), to: clock('09:00') });
    expect(bars[1]?.from).toBe(clock('09:00'));
  });

  it('given work that takes longer than planned, when it is drawn, then its bar reaches the present', () => {
    expect(rowOf(working(), '09:20')?.bars[0]?.to).toBeGreaterThanOrEqual(clock('09:20'));
  });

  it('given finished work, when it is drawn, then its bar stays where it was', () => {
    const scenario = working().and(at('08:55'), finish('WT1', 'o1'));
    expect(rowOf(scenario, '10:00')?.bars[0]).toMatchObject({ kind: 'done', from: clock('08:30'), to: clock('08:55') });
  });

  it('given work that is queued, begun, stopped and done, when it is drawn each time, then its bar is the same one, and no two have one name', () => {
    const scenario = given(...arrived('WT1'), dispatch('WT1', ['o1'], 'L1', 'tan'));
    const keys = () => rowOf(scenario, '08:56')?.bars.map(({ key }) => key) ?? [];
    const seen = [keys()];
    for (const [time, act] of [
      ['08:40', start('WT1', 'o1')],
      ['08:45', hold('WT1', 'o1')],
      ['08:50', resume('WT1', 'o1')],
      ['08:55', finish('WT1', 'o1')],
    ] as const) {
      scenario.and(at(time), act);
      seen.push(keys());
    }
    const [[name] = []] = seen;
    expect(seen.map(([first]) => first)).toEqual(seen.map(() => name));
    expect(seen.map(({ length }) => length)).toEqual([1, 1, 2, 2, 1]);
    for (const one of seen) expect(new Set(one).size).toBe(one.length);
  });

  it('given a car that somebody else has just changed, when it is drawn, then its bar says who, what is done does not [CON-1]', () => {
    const { state } = working().and(at('08:55'), finish('WT1', 'o1'));
    const view = {
      ...viewOf(state, clock('09:00')),
      hands: new Map([['WT1', { by: 'ada', version: 9 } as OtherHand]]),
    };
    const bars = bayRowsOf(view).find(({ code }) => code === 'L1')?.bars ?? [];
    expect(bars.map(({ kind, changedBy }) => [kind, changedBy !== ''])).toEqual([
      ['done', false],
      ['dispatched', true],
    ]);
  });

  it('given work on hold whose car stays in the bay, when it is drawn, then the bay says so and the bar is marked as waiting', () => {
    const row = rowOf(working().and(at('08:45'), hold('WT1', 'o1')), '09:30');
    expect(row?.bars.find(({ kind }) => kind === 'held')).toMatchObject({ mark: 'waiting', from: clock('08:45') });
    expect(row?.status).toBe('held');
  });

  it('given a car queued for somebody who is away, when the bay is drawn, then it is taken with an open end, not free', () => {
    const row = rowOf(given(...arrived('WT1'), dispatch('WT1', ['o1'], 'L1', 'tan'), away('tan')), '09:30');
    expect([row?.status, row?.statusText]).toEqual(['busy', '占用']);
  });

  it('given work put on hold in the queue, when the bay is drawn, then no bar lies there and the bay is free', () => {
    const scenario = given(...arrived('WT1'), dispatch('WT1', ['o1'], 'L1', 'tan'), hold('WT1', 'o1'));
    expect(rowOf(scenario, '09:30')).toMatchObject({ status: 'free', bars: [] });
  });
});
