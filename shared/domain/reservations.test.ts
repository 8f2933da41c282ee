// Bays kept for booked cars: which can be kept when, and other work that would run into a reservation.
import { describe, expect, test } from 'vitest';
import { arrived, book, checkIn, closeBay, dispatch, importing, ready, setUp, start } from '../testing/commandsOf.ts';
import { agree, rebook, release, reserve } from '../testing/deskCommands.ts';
import { clock, littleShop, row } from '../testing/littleShop.ts';
import { at, given, givenNothing } from '../testing/scenario.ts';
import { reservationsOf } from './reservations.ts';

const from = clock('14:00');

describe('booking a bay', () => {
  test('keeps one for the work wanted for its standard minutes, first of all one that is there for it [RSV-1]', () => {
    given()
      .when(agree('A', { operations: ['Brakes', 'Oil'] }))
      .thenEvents(
        { type: 'OrderBooked' },
        { type: 'PromiseMade' },
        { type: 'BayReserved', job: 'A', bay: 'L2', from, to: clock('15:30') },
      );
  });

  test('counts working time, and only the work that the bay can do [RSV-1]', () => {
    const scenario = given(agree('A', { arrivalAt: clock('11:30'), operations: ['Brakes', 'Strip'] }));
    expect(scenario.job('A').reservation).toEqual({ bay: 'L2', from: clock('11:30'), to: clock('13:30') });
  });

  test('takes the next one when the first is kept for another, and none when all are [RSV-1]', () => {
    const scenario = given(agree('A'), agree('B'))
      .when(agree('C'))
      .thenEvents({ type: 'OrderBooked' }, { type: 'PromiseMade' });
    expect([scenario.job('A'), scenario.job('B')].map(({ reservation }) => reservation?.bay)).toEqual(['L1', 'L2']);
    expect(scenario.job('C').reservation).toBeNull();
    scenario.and(agree('D', { arrivalAt: clock('14:30') }));
    expect(scenario.job('D').reservation).toEqual({ bay: 'L1', from: clock('14:30'), to: clock('15:00') });
  });

  test('is done for appointments of a file too, where the shop wants that [RSV-1]', () => {
    const later = row('A', { arrivalAt: from });
    given()
      .when(importing([later]))
      .thenEvents({ type: 'OrderBooked' }, { type: 'PromiseMade' });
    const { shop } = littleShop;
    const keeping = givenNothing().and(setUp({ shop: { ...shop, rules: { ...shop.rules, reserveImported: true } } }));
    keeping
      .when(importing([later]))
      .thenEvents({ type: 'OrderBooked' }, { type: 'PromiseMade' }, { type: 'BayReserved', job: 'A', bay: 'L1', from });
    keeping
      .when(importing([row('B', { arrivalAt: from, appointment: false })]))
      .thenEvents({ type: 'OrderBooked' }, { type: 'PromiseMade' });
  });

  test('goes with an order whose time a file changes, and is given up when no bay is free then [RSV-1]', () => {
    const { shop } = littleShop;
    const keeping = givenNothing().and(setUp({ shop: { ...shop, rules: { ...shop.rules, reserveImported: true } } }));
    keeping.and(importing([row('A', { arrivalAt: from })]));
    const later = row('A', { arrivalAt: clock('15:00') });
    keeping
      .when(importing([later], { applyChanges: true }))
      .thenEvents({ type: 'OrderChanged' }, { type: 'BayReserved', job: 'A', bay: 'L1', from: clock('15:00') });
    keeping.and(agree('B', { bay: 'L1' }), agree('C', { bay: 'L2' }));
    keeping
      .when(importing([row('A', { arrivalAt: from })], { applyChanges: true }))
      .thenEvents({ type: 'OrderChanged' }, { type: 'BayReleased', job: 'A' });
  });

  test('moves the place that is kept within the same bay where it can [RSV-1]', () => {
    const scenario = given(agree('A', { bay: 'L2' }), rebook('A', clock('15:00')));
    expect(scenario.job('A').reservation).toEqual({ bay: 'L2', from: clock('15:00'), to: clock('15:30') });
  });
});

describe('a bay that is asked for', () => {
  test('is there, can do some of the work, and is open then [RSV-2]', () => {
    given()
      .when(agree('A', { bay: 'X9' }))
      .thenRefused('unknownBay', { bay: 'X9' });
    given()
      .when(agree('A', { bay: 'B1' }))
      .thenRefused('bayWorkType', { bay: 'B1', workType: 'quick' });
    given(closeBay('L1'))
      .when(agree('A', { bay: 'L1' }))
      .thenRefused('bayClosed', { bay: 'L1' });
    given(closeBay('L1', 'broken', clock('13:00')), agree('A', { bay: 'L1' }));
  });

  test('is not kept for as many others as it holds [RSV-2]', () => {
    given(agree('A', { bay: 'L1' }))
      .when(agree('B', { bay: 'L1', arrivalAt: clock('13:40') }))
      .thenRefused('bayReserved', { bay: 'L1', job: 'A', from, to: clock('14:30') });
    given(agree('A', { bay: 'L1' }), agree('B', { bay: 'L1', arrivalAt: clock('14:30') }));
  });

  test('that holds two is kept for two at a time, and for others one after the other [RSV-2]', () => {
    const bays = littleShop.bays.map((bay) => (bay.code === 'L1' ? { ...bay, capacity: 2 } : bay));
    const scenario = givenNothing().and(setUp({ bays }), agree('A', { bay: 'L1' }));
    scenario.and(agree('B', { bay: 'L1', arrivalAt: clock('14:30') }));
    scenario.and(agree('C', { bay: 'L1', operations: ['Oil', 'Brakes'] }));
    scenario
      .when(agree('D', { bay: 'L1', arrivalAt: clock('14:10') }))
      .thenRefused('bayReserved', { bay: 'L1', job: 'A', from, to: clock('14:30') });
  });
});

describe('dispatching', () => {
  const booked = agree('K', { bay: 'L1', arrivalAt: clock('10:00') });

  test('respects a bay that is kept: work that would run into it is refused, with the queue before it [RSV-3]', () => {
    const kept = { bay: 'L1', job: 'K', from: clock('10:00'), to: clock('10:30') };
    given(booked, arrived('A', { operations: ['Brakes'] }), at('09:01'))
      .when(dispatch('A', ['o1'], 'L1', 'tan'))
      .thenRefused('bayReserved', kept);
    given(booked, arrived('A', { operations: ['Brakes'] }), at('09:00'))
      .when(dispatch('A', ['o1'], 'L1', 'tan'))
      .thenEvents({ type: 'OperationsDispatched' });
    const queue = given(booked, arrived('A', { operations: ['Brakes'] }), dispatch('A', ['o1'], 'L1', 'tan'));
    queue.and(start('A', 'o1'), at('09:00'), arrived('B', { operations: ['Brakes'] }));
    queue.when(dispatch('B', ['o1'], 'L1', 'mei')).thenRefused('bayReserved', kept);
  });

  test('goes on despite a reservation when the dispatcher has seen it [RSV-3]', () => {
    given(booked, arrived('A', { operations: ['Brakes'] }), at('09:30'))
      .when({ type: 'Dispatch', job: 'A', operations: ['o1'], bay: 'L1', crew: ['tan'], despiteReservation: true })
      .thenEvents({ type: 'OperationsDispatched' });
  });

  test('the car itself goes to its bay, which has then done its duty [RSV-4]', () => {
    const scenario = given(booked, at('09:55'), checkIn('K'))
      .when(dispatch('K', ['o1'], 'L1', 'tan'))
      .thenEvents({ type: 'OperationsDispatched' }, { type: 'BayReleased', job: 'K' });
    expect(scenario.job('K').reservation).toBeNull();
  });

  test('a reservation whose time has passed keeps nothing [RSV-4]', () => {
    const scenario = given(booked, arrived('A', { operations: ['Brakes'] }), at('10:30'));
    expect(reservationsOf(scenario.state, 'L1', clock('10:29'))).toHaveLength(1);
    expect(reservationsOf(scenario.state, 'L1', clock('10:30'))).toEqual([]);
    scenario.when(dispatch('A', ['o1'], 'L1', 'tan')).thenEvents({ type: 'OperationsDispatched' });
  });
});

describe('by hand', () => {
  test('a bay is kept for as long as is said, in place of the one before; the same again changes nothing [RSV-5]', () => {
    const wish = reserve('A', 'L2', clock('15:00'), clock('17:00'));
    const scenario = given(agree('A', { bay: 'L1' }))
      .when(wish)
      .thenEvents({ type: 'BayReserved', job: 'A', bay: 'L2', from: clock('15:00'), to: clock('17:00') });
    expect(reservationsOf(scenario.state, 'L1', from)).toEqual([]);
    scenario.when(wish).thenNothing();
  });

  test('a bay is given up; where none is kept that is refused [RSV-5]', () => {
    const scenario = given(agree('A')).when(release('A')).thenEvents({ type: 'BayReleased', job: 'A' });
    scenario.when(release('A')).thenRefused('notReserved', { job: 'A' });
    scenario.when(release('Z')).thenRefused('unknownJob', { job: 'Z' });
  });

  test('a bay is kept for some time that is still to come, for a car with work to do, as bookings are [RSV-5]', () => {
    given(book('A'))
      .when(reserve('A', 'L1', clock('15:00'), clock('15:00')))
      .thenRefused('expectedInPast');
    given(book('A'), at('16:00'))
      .when(reserve('A', 'L1', clock('15:00'), clock('15:30')))
      .thenRefused('expectedInPast');
    given(ready('A'))
      .when(reserve('A', 'L1', clock('15:00'), clock('15:30')))
      .thenRefused('alreadyReady', { job: 'A' });
    given(agree('A', { bay: 'L1' }), book('B'))
      .when(reserve('B', 'L1', clock('14:10'), clock('15:30')))
      .thenRefused('bayReserved', { bay: 'L1', job: 'A', from, to: clock('14:30') });
  });
});
