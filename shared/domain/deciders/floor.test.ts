// The floor itself: who is here, which bay is open.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  away,
  back,
  closeBay,
  dispatch,
  finish,
  openBay,
  start,
  worked,
  working,
} from '../../testing/commandsOf.ts';
import { clock } from '../../testing/littleShop.ts';
import { at, given } from '../../testing/scenario.ts';

describe('attendance', () => {
  test('somebody goes away and comes back [ATT-1]', () => {
    given()
      .when(away('tan'))
      .thenEvents({ type: 'AttendanceChanged', staff: 'tan', present: false })
      .when(back('tan'))
      .thenEvents({ type: 'AttendanceChanged', staff: 'tan', present: true });
  });

  test('what is so already is refused [ATT-1]', () => {
    given().when(back('tan')).thenRefused('alreadyPresent', { staff: 'tan' });
    given(away('tan')).when(away('tan')).thenRefused('alreadyAway', { staff: 'tan' });
  });

  test('a person whom the shop does not know is neither here nor away [ATT-1]', () => {
    given().when(away('zed')).thenRefused('unknownStaff', { staff: 'zed' });
  });

  test('nobody goes away with work running [ATT-2]', () => {
    given(working('A', 'L1', 'tan'))
      .when(away('tan'))
      .thenRefused('staffStillWorking', { staff: 'tan', job: 'A' });
  });

  test('whoever has only work waiting, or a car drying, may go [ATT-2]', () => {
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'))
      .when(away('tan'))
      .thenEvents({ type: 'AttendanceChanged' });
    given(working('A', 'B1', 'bo', { operations: ['Bake'] }))
      .when(away('bo'))
      .thenEvents({ type: 'AttendanceChanged' });
  });
});

describe('bays', () => {
  test('a bay is closed with a reason, and opened [BAY-1]', () => {
    const until = clock('15:00');
    const { state } = given(at('09:00'))
      .when(closeBay('L1', 'broken', until))
      .thenEvents({ type: 'BayClosed', bay: 'L1', reason: 'broken', until });
    expect(state.bays.L1?.closed).toEqual({ reason: 'broken', until, since: clock('09:00') });
    given(closeBay('L1')).when(openBay('L1')).thenEvents({ type: 'BayOpened', bay: 'L1' });
  });

  test('what is so already is refused [BAY-1]', () => {
    given().when(openBay('L1')).thenRefused('bayAlreadyOpen', { bay: 'L1' });
    given(closeBay('L1')).when(closeBay('L1')).thenRefused('bayAlreadyClosed', { bay: 'L1' });
  });

  test('a bay that the shop does not have is neither closed nor opened [BAY-1]', () => {
    given().when(closeBay('X9')).thenRefused('unknownBay', { bay: 'X9' });
    given().when(openBay('X9')).thenRefused('unknownBay', { bay: 'X9' });
  });

  test('a bay is not closed with a car in it [BAY-2]', () => {
    given(working('A', 'L1', 'tan'))
      .when(closeBay('L1'))
      .thenRefused('bayInUse', { bay: 'L1', job: 'A' });
  });

  test('a bay whose car has left, or whose cars only queue, can be closed [BAY-2]', () => {
    given(worked('A')).when(closeBay('L1')).thenEvents({ type: 'BayClosed' });
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'))
      .when(closeBay('L1'))
      .thenEvents({ type: 'BayClosed' });
    given(arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o1', 'o2'], 'L1', 'tan'))
      .and(start('A', 'o1'), finish('A', 'o1'))
      .when(closeBay('L1'))
      .thenRefused('bayInUse', { bay: 'L1', job: 'A' });
  });
});
