// The fold: what it makes of the log, what it lets go, and where it stops.
import { describe, expect, test } from 'vitest';
import { book, dispatch, handOver, hold, ready, resume, working } from '../testing/commandsOf.ts';
import { clock } from '../testing/littleShop.ts';
import { at, given } from '../testing/scenario.ts';
import type { DomainEvent } from './events.ts';
import { evolve, foldEntry, UnknownEvent } from './evolve.ts';
import { initialState } from './state.ts';

describe('the fold', () => {
  test('replaying the log gives the live state [LOG-1]', () => {
    const { entries, state } = given(
      ready('A'),
      at('10:00'),
      working('B', 'L2', 'mei'),
      hold('B', 'o1'),
      handOver('A'),
    );
    expect(entries.reduce(foldEntry, initialState)).toEqual(state);
  });

  test('an event that nobody knows stops it loudly [LOG-6]', () => {
    const { state } = given();
    const event = { type: 'CarPolished', job: 'A' } as unknown as DomainEvent;
    expect(() => evolve(state, event, { version: 2, at: clock('09:00'), by: null })).toThrow(UnknownEvent);
    expect(() =>
      foldEntry(state, { version: 2, at: clock('09:00'), by: null, commandId: '', events: [event] }),
    ).toThrow('No event of type "CarPolished" is known');
  });

  test('an event about what is not there stops it too [LOG-6]', () => {
    const { state } = given();
    const stamp = { version: 2, at: clock('09:00'), by: null };
    expect(() => evolve(state, { type: 'CarReady', job: 'A' }, stamp)).toThrow('job A');
    expect(() => evolve(state, { type: 'BayOpened', bay: 'X9' }, stamp)).toThrow('bay X9');
    expect(() => evolve(state, { type: 'AttendanceChanged', staff: 'zed', present: true }, stamp)).toThrow('staff zed');
  });

  test('held work that was sent to another bay has one stretch for each time it ran [FIN-1]', () => {
    const scenario = given(working('A', 'L1', 'tan'), at('09:00'), hold('A', 'o1', 'parts', { freesBay: true }));
    scenario.and(at('10:00'), resume('A', 'o1'), at('10:30'), hold('A', 'o1', 'parts', { freesBay: true }));
    scenario.and(dispatch('A', ['o1'], 'L2', 'mei'));
    expect(scenario.operation('A', 'o1').runs).toEqual([
      { from: clock('08:30'), to: clock('09:00'), bay: 'L1' },
      { from: clock('10:00'), to: clock('10:30'), bay: 'L1' },
    ]);
  });
});

describe('what the fold lets go', () => {
  test('a closed job stays for three days, then leaves [JOB-1]', () => {
    const scenario = given(ready('A'), handOver('A'), at('2026-11-26 08:29'), book('B'));
    expect(Object.keys(scenario.state.jobs)).toEqual(['A', 'B']);
    scenario.and(at('2026-11-27 08:30'), book('C'));
    expect(Object.keys(scenario.state.jobs)).toEqual(['B', 'C']);
    expect(scenario.state.closedOrders).toEqual({ A: clock('08:30') });
  });

  test('a job that is not closed stays, however old [JOB-1]', () => {
    const scenario = given(
      working('A', 'L1', 'tan'),
      at('2027-02-01 08:30'),
      book('B', { arrivalAt: clock('2027-02-01 09:00'), promisedAt: null }),
    );
    expect(Object.keys(scenario.state.jobs)).toEqual(['A', 'B']);
  });

  test('the number of an order is forgotten 90 days after its job closed [IMP-7]', () => {
    const later = (day: string) => ({ arrivalAt: clock(`${day} 09:00`), promisedAt: null });
    const scenario = given(ready('A'), handOver('A'), at('2026-11-28 08:30'), book('B', later('2026-11-28')));
    scenario.and(at('2027-02-21 08:29'), book('C', later('2027-02-21')));
    expect(Object.keys(scenario.state.closedOrders)).toEqual(['A']);
    scenario.and(at('2027-02-22 08:30'), book('D', later('2027-02-22')));
    expect(scenario.state.closedOrders).toEqual({});
  });
});
