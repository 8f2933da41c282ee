// Breaks and leave: whose work waits, who goes on without them, what goes on when they are back.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  away,
  back,
  dispatch,
  endBreak,
  finish,
  hold,
  leave,
  moveCar,
  reassign,
  start,
  startBreak,
  working,
} from '../../testing/commandsOf.ts';
import { clock } from '../../testing/littleShop.ts';
import { at, given } from '../../testing/scenario.ts';
import { stageOf } from '../job.ts';

const TODAY = '2026-11-23';
const pair = [arrived('A'), dispatch('A', ['o1'], 'L1', 'tan', 'mei'), start('A', 'o1')];

describe('a break', () => {
  test('ends the labour of who takes it, and their work waits until it is over [ATT-5]', () => {
    const until = clock('12:30');
    const scenario = given(working('A', 'L1', 'tan'), at('12:00'))
      .when(startBreak('tan', until))
      .thenEvents(
        { type: 'BreakStarted', staff: 'tan', until },
        { type: 'OperationHeld', job: 'A', operation: 'o1', reason: 'break', expectedAt: until, freesBay: false },
      );
    expect(scenario.operation('A', 'o1').segments).toEqual([
      { technician: 'tan', from: clock('08:30'), to: clock('12:00') },
    ]);
    expect(scenario.state.staff.tan?.onBreak).toEqual({ since: clock('12:00'), until });
  });

  test('leaves work to the others who are on it [ATT-5]', () => {
    const scenario = given(pair, at('10:00'))
      .when(startBreak('tan'))
      .thenEvents({ type: 'BreakStarted' }, { type: 'WorkReassigned', bay: 'L1', crew: ['mei'] });
    expect(scenario.operation('A', 'o1')).toMatchObject({
      status: 'running',
      segments: [
        { technician: 'tan', to: clock('10:00') },
        { technician: 'mei', to: null },
      ],
    });
  });

  test('leaves a car that dries, and whoever has no work running has none to leave [ATT-5]', () => {
    given(working('A', 'B1', 'bo', { operations: ['Bake'] }))
      .when(startBreak('bo'))
      .thenEvents({ type: 'BreakStarted' });
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'))
      .when(startBreak('tan'))
      .thenEvents({ type: 'BreakStarted' });
  });

  test('is a pause: the car is at work still [HLD-5]', () => {
    expect(stageOf(given(working('A', 'L1', 'tan'), startBreak('tan')).job('A'))).toBe('working');
  });

  test('is taken by somebody who is here, not on one, and ends in the time ahead [ATT-5]', () => {
    given().when(startBreak('zed')).thenRefused('unknownStaff', { staff: 'zed' });
    given(away('tan')).when(startBreak('tan')).thenRefused('staffAway', { staff: 'tan' });
    given(startBreak('tan')).when(startBreak('tan')).thenRefused('alreadyOnBreak', { staff: 'tan' });
    given(at('10:00'))
      .when(startBreak('tan', clock('10:00')))
      .thenRefused('expectedInPast');
  });

  test('keeps nobody from being given work, but from beginning it [ATT-4]', () => {
    const scenario = given(arrived('A'), startBreak('tan'))
      .when(dispatch('A', ['o1'], 'L1', 'tan'))
      .thenEvents({ type: 'OperationsDispatched' });
    scenario.when(start('A', 'o1')).thenRefused('staffOnBreak', { staff: 'tan' });
    scenario.and(endBreak('tan'));
    scenario.when(start('A', 'o1')).thenEvents({ type: 'CarMoved' }, { type: 'OperationStarted' });
  });

  test('is over for who goes away [ATT-1]', () => {
    const scenario = given(working('A', 'L1', 'tan'), startBreak('tan'));
    scenario.when(away('tan')).thenEvents({ type: 'AttendanceChanged', present: false });
    scenario.and(back('tan'));
    scenario.when(endBreak('tan')).thenRefused('notOnBreak', { staff: 'tan' });
  });
});

describe('back from a break', () => {
  test('the work that waited goes on [ATT-6]', () => {
    const scenario = given(working('A', 'L1', 'tan'), at('12:00'), startBreak('tan'), at('12:30'))
      .when(endBreak('tan'))
      .thenEvents({ type: 'BreakEnded', staff: 'tan' }, { type: 'OperationResumed', job: 'A', operation: 'o1' });
    expect(scenario.operation('A', 'o1').segments.at(-1)).toEqual({
      technician: 'tan',
      from: clock('12:30'),
      to: null,
    });
  });

  test('the work that waited stays held where it cannot go on [ATT-6]', () => {
    const scenario = given(working('A', 'L1', 'tan'), startBreak('tan'), moveCar('A', { kind: 'parking' }))
      .and(working('B', 'L1', 'mei'))
      .when(endBreak('tan'))
      .thenEvents({ type: 'BreakEnded' });
    expect(scenario.operation('A', 'o1')).toMatchObject({ status: 'held', hold: { reason: 'break' } });
  });

  test('they join again the work that went on without them [ATT-6]', () => {
    const scenario = given(pair, at('10:00'), startBreak('tan'), at('10:15'))
      .when(endBreak('tan'))
      .thenEvents({ type: 'BreakEnded' }, { type: 'WorkReassigned', crew: ['mei', 'tan'] });
    expect(scenario.operation('A', 'o1').segments.at(-1)).toEqual({
      technician: 'tan',
      from: clock('10:15'),
      to: null,
    });
  });

  test('of two, the work goes on when the last is back [ATT-6]', () => {
    const scenario = given(pair, at('10:00'), startBreak('tan'), at('10:05'), startBreak('mei'), at('10:15'))
      .when(endBreak('tan'))
      .thenEvents({ type: 'BreakEnded' }, { type: 'WorkReassigned', crew: ['mei', 'tan'] });
    scenario.and(at('10:20'));
    scenario.when(endBreak('mei')).thenEvents({ type: 'BreakEnded' }, { type: 'OperationResumed' });
  });

  test('work that is done, held for a reason, or was given to others before stays as it is [ATT-6]', () => {
    given(pair, at('10:00'), startBreak('tan'), finish('A', 'o1'))
      .when(endBreak('tan'))
      .thenEvents({ type: 'BreakEnded' });
    given(pair, at('10:00'), startBreak('tan'), hold('A', 'o1'))
      .when(endBreak('tan'))
      .thenEvents({ type: 'BreakEnded' });
    given(pair, at('09:30'), reassign('A', 'o1', 'L1', 'mei'), at('10:00'), startBreak('tan'))
      .when(endBreak('tan'))
      .thenEvents({ type: 'BreakEnded' });
  });

  test('comes only who was on one [ATT-6]', () => {
    given().when(endBreak('zed')).thenRefused('unknownStaff', { staff: 'zed' });
    given().when(endBreak('tan')).thenRefused('notOnBreak', { staff: 'tan' });
  });
});

describe('leave', () => {
  test('keeps somebody from being given or beginning work on its days [ATT-3]', () => {
    given(arrived('A'), leave('tan', [TODAY, '2026-11-24']))
      .when(dispatch('A', ['o1'], 'L1', 'tan'))
      .thenRefused('staffOnLeave', { staff: 'tan' });
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), leave('tan', [TODAY, TODAY]))
      .when(start('A', 'o1'))
      .thenRefused('staffOnLeave', { staff: 'tan' });
    given(arrived('A'), leave('tan', ['2026-11-24', '2026-11-25']))
      .when(dispatch('A', ['o1'], 'L1', 'tan'))
      .thenEvents({ type: 'OperationsDispatched' });
    given(arrived('A'), leave('tan', ['2026-11-20', '2026-11-22']))
      .when(dispatch('A', ['o1'], 'L1', 'tan'))
      .thenEvents({ type: 'OperationsDispatched' });
  });

  test('is kept in the order of its days; what overlaps or follows is one [ATT-7]', () => {
    given()
      .when(leave('tan', ['2026-12-24', '2026-12-26'], ['2026-12-01', '2026-12-03'], ['2026-12-02', '2026-12-02']))
      .thenEvents({
        leave: [
          { from: '2026-12-01', to: '2026-12-03' },
          { from: '2026-12-24', to: '2026-12-26' },
        ],
      });
    given()
      .when(leave('tan', ['2026-12-02', '2026-12-05'], ['2026-12-01', '2026-12-03'], ['2026-12-06', '2026-12-06']))
      .thenEvents({ leave: [{ from: '2026-12-01', to: '2026-12-06' }] });
  });

  test('ends no day before it begins; what is so already changes nothing [ATT-7]', () => {
    given()
      .when(leave('tan', ['2026-12-02', '2026-12-01']))
      .thenRefused('daysBackwards');
    given().when(leave('zed')).thenRefused('unknownStaff', { staff: 'zed' });
    given().when(leave('tan')).thenNothing();
    given(leave('tan', [TODAY, TODAY]))
      .when(leave('tan'))
      .thenEvents({ type: 'LeaveSet', staff: 'tan', leave: [] });
  });

  test('does not begin today for somebody with work running [ATT-2]', () => {
    given(working('A', 'L1', 'tan'))
      .when(leave('tan', [TODAY, TODAY]))
      .thenRefused('staffStillWorking', { staff: 'tan', job: 'A' });
    given(working('A', 'L1', 'tan'))
      .when(leave('tan', ['2026-11-24', '2026-11-24']))
      .thenEvents({ type: 'LeaveSet' });
  });
});
