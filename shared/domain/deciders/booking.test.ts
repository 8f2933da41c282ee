// Visits agreed at the desk: booked, come without an appointment, booked anew, cancelled.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  book,
  checkIn,
  dayHours,
  dispatch,
  handOver,
  hold,
  importing,
  ready,
  start,
  working,
  type Wish,
} from '../../testing/commandsOf.ts';
import { agree, amend, cancel, rebook, walkIn } from '../../testing/deskCommands.ts';
import { ACCIDENT, clock, row } from '../../testing/littleShop.ts';
import { at, given } from '../../testing/scenario.ts';
import { carsIn, queueOf, stageOf } from '../job.ts';
import { reservationsOf } from '../reservations.ts';

const TOMORROW = clock('2026-11-24 10:00');
const TOMORROW_EVENING = clock('2026-11-24 17:00');

describe('booking', () => {
  test('a visit is booked under the number of its order, with its work by the table, and its promise [BKG-1]', () => {
    const scenario = given()
      .when(agree('A', { operations: ['Oil', 'Brakes'], wash: true, promiseKind: 'provisional', mileageKm: 9000 }))
      .thenEvents(
        { type: 'OrderBooked', job: 'A' },
        {
          type: 'PromiseMade',
          job: 'A',
          promisedAt: clock('16:00'),
          kind: 'provisional',
          reason: 'booking',
          counts: true,
        },
        { type: 'BayReserved', job: 'A' },
      );
    const job = scenario.job('A');
    expect(job.operations.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['o1', 30],
      ['o2', 60],
      ['inspection', 10],
      ['wash', 15],
    ]);
    expect([stageOf(job), job.appointment, job.mileageKm]).toEqual(['booked', true, 9000]);
    expect([job.arrivalAt, job.checkedInAt]).toEqual([clock('14:00'), null]);
  });

  test('body and paint work is planned in the order in which it is listed [BKG-1]', () => {
    const { operations } = given(agree('A', { operations: ['Oil', ...ACCIDENT] })).job('A');
    expect(operations.map(({ after }) => after)).toEqual([[], [], ['o2'], ['o3'], ['o4'], ['o5'], ['o6'], ['o7'], []]);
  });

  test('a visit without a promised time has no promise [BKG-1]', () => {
    expect(given(agree('A', { promisedAt: null })).job('A').promises).toEqual([]);
  });

  test('an order that the shop knows already is not booked again, nor when its visit is long over [BKG-1]', () => {
    given(agree('A')).when(agree('A')).thenRefused('orderExists', { order: 'A' });
    given(book('A'), book('B', { vehicle: 'v-A' }))
      .when(agree('B'))
      .thenRefused('orderExists', { order: 'B' });
    const long = given(ready('A'), handOver('A'), at('2026-11-28 09:00'), book('B'));
    expect(long.state.jobs.A).toBeUndefined();
    long.when(walkIn('A', { promisedAt: null })).thenRefused('orderExists', { order: 'A' });
  });

  test('advisor, service type and work are those of the shop [BKG-1]', () => {
    given()
      .when(agree('A', { advisor: 'tan' }))
      .thenRefused('unknownAdvisor', { staff: 'tan' });
    given()
      .when(agree('A', { serviceType: 'tuning' }))
      .thenRefused('unknownServiceType', { serviceType: 'tuning' });
    given()
      .when(agree('A', { operations: ['Oil', 'Dream'] }))
      .thenRefused('unknownWork', { name: 'Dream' });
  });

  test('a car is expected in the future, five minutes for writing it down apart [BKG-2]', () => {
    given(at('14:05'))
      .when(agree('A'))
      .thenEvents({ type: 'OrderBooked' }, { type: 'PromiseMade' }, { type: 'BayReserved' });
    given(at('14:06')).when(agree('A')).thenRefused('arrivalInPast');
  });

  test('a car comes while the shop is open: not at night, nor on a day on which it is closed; over lunch it may [BKG-5]', () => {
    const comes = (text: string): Wish => agree('A', { arrivalAt: clock(text), promisedAt: null });
    for (const closed of [
      '2026-11-24 03:00',
      '2026-11-24 08:29',
      '2026-11-24 18:00',
      '2026-11-28 12:00',
      '2026-11-29 10:00',
    ])
      given().when(comes(closed)).thenRefused('closedThen');
    for (const open of ['2026-11-24 08:30', '2026-11-24 12:30', '2026-11-24 17:59', '2026-11-28 11:59'])
      expect(given(comes(open)).job('A').arrivalAt).toBe(clock(open));
    given(dayHours('2026-11-24', { kind: 'holiday', windows: [] }))
      .when(comes('2026-11-24 10:00'))
      .thenRefused('closedThen');
    given(agree('A', { promisedAt: null }))
      .when(rebook('A', clock('2026-11-29 10:00')))
      .thenRefused('closedThen');
  });

  test('a car is promised for later than it comes [BKG-2]', () => {
    given()
      .when(agree('A', { promisedAt: clock('14:00') }))
      .thenRefused('promiseBeforeArrival');
  });

  test('nothing is promised for a moment that has passed [PRM-6]', () => {
    given(at('09:00'))
      .when(walkIn('A', { promisedAt: clock('09:00') }))
      .thenRefused('promiseInPast');
    given(at('14:04'))
      .when(agree('A', { promisedAt: clock('14:02') }))
      .thenRefused('promiseInPast');
  });
});

describe('a car without an appointment', () => {
  test('is booked and checked in at once, with what was said at the desk [BKG-3]', () => {
    const scenario = given(at('09:10'))
      .when(walkIn('A', { waits: 'away', loungeLabel: 'slip', keepsOldParts: true, keyTag: '17', mileageKm: 5 }))
      .thenEvents(
        { type: 'OrderBooked', job: 'A' },
        { type: 'PromiseMade', reason: 'booking' },
        { type: 'CarCheckedIn', job: 'A', slip: 'A001', waits: 'away', loungeLabel: 'slip', mileageKm: 5 },
      );
    const job = scenario.job('A');
    expect([job.appointment, job.arrivalAt, job.checkedInAt]).toEqual([false, clock('09:10'), clock('09:10')]);
    expect([job.keepsOldParts, job.keyTag, job.location.kind]).toEqual([true, '17', 'parking']);
  });

  test('is not received while it is here [REC-5]', () => {
    given(arrived('A'))
      .when(walkIn('B', { vehicle: 'v-A' }))
      .thenRefused('carAlreadyHere', { job: 'A' });
    given(ready('A'), handOver('A'))
      .when(walkIn('B', { vehicle: 'v-A' }))
      .thenEvents({ type: 'OrderBooked' }, { type: 'PromiseMade' }, { type: 'CarCheckedIn' });
  });
});

describe('booking anew', () => {
  test('moves the visit, its promise and its bay; the first promise is kept [BKG-4]', () => {
    const scenario = given(agree('A', { promiseKind: 'provisional' }))
      .when(rebook('A', TOMORROW, { promisedAt: TOMORROW_EVENING }))
      .thenEvents(
        { type: 'JobRebooked', job: 'A', arrivalAt: TOMORROW },
        { type: 'PromiseMade', promisedAt: TOMORROW_EVENING, kind: 'provisional', reason: 'rebooked', counts: true },
        { type: 'BayReserved', job: 'A', bay: 'L1', from: TOMORROW },
      );
    expect(scenario.job('A').arrivalAt).toBe(TOMORROW);
    expect(scenario.job('A').promises.map(({ promisedAt }) => promisedAt)).toEqual([clock('16:00'), TOMORROW_EVENING]);
  });

  test('gives up the bay when none is free then [BKG-4]', () => {
    const full = given(agree('A', { bay: 'L2' }));
    for (const [order, bay] of [
      ['B', 'L1'],
      ['C', 'L2'],
    ] as const) {
      full.and(agree(order, { bay, arrivalAt: TOMORROW, promisedAt: TOMORROW_EVENING }));
    }
    full
      .when(rebook('A', TOMORROW, { promisedAt: TOMORROW_EVENING }))
      .thenEvents({ type: 'JobRebooked' }, { type: 'PromiseMade' }, { type: 'BayReleased', job: 'A' });
  });

  test('without another promise keeps the one that was given, which must still lie after the arrival [BKG-4]', () => {
    given(agree('A'))
      .when(rebook('A', clock('15:00')))
      .thenEvents({ type: 'JobRebooked' }, { type: 'BayReserved', bay: 'L1', from: clock('15:00') });
    given(agree('A')).when(rebook('A', TOMORROW)).thenRefused('promiseBeforeArrival');
    given(agree('A'), at('11:00'))
      .when(rebook('A', clock('10:00')))
      .thenRefused('arrivalInPast');
  });

  test('brings a no-show and a cancelled visit back [BKG-4]', () => {
    for (const reason of ['noShow', 'customerWish'] as const) {
      const scenario = given(agree('A'), at('14:30'), cancel('A', reason))
        .when(rebook('A', TOMORROW, { promisedAt: TOMORROW_EVENING }))
        .thenEvents({ type: 'JobRebooked' }, { type: 'PromiseMade' }, { type: 'BayReserved' });
      expect(stageOf(scenario.job('A'))).toBe('booked');
    }
    given(agree('A'), cancel('A'))
      .when(rebook('A', clock('14:00')))
      .thenEvents({ type: 'JobRebooked' }, { type: 'BayReserved' });
  });

  test('of what is so already changes nothing [BKG-4]', () => {
    given(agree('A'))
      .when(rebook('A', clock('14:00'), { promisedAt: clock('16:00') }))
      .thenNothing();
  });

  test('is for visits whose car never came [BKG-4]', () => {
    given(arrived('A')).when(rebook('A', TOMORROW)).thenRefused('alreadyCheckedIn', { job: 'A' });
    given(ready('A'), handOver('A')).when(rebook('A', TOMORROW)).thenRefused('jobClosed', { job: 'A' });
    given(arrived('A'), cancel('A')).when(rebook('A', TOMORROW)).thenRefused('jobClosed', { job: 'A' });
    given().when(rebook('A', TOMORROW)).thenRefused('unknownJob', { job: 'A' });
  });
});

describe('cancelling', () => {
  test('a booked visit is cancelled any time, with its reason; the same again changes nothing [CAN-1]', () => {
    const scenario = given(agree('A'), at('09:00'))
      .when(cancel('A', 'bookedTwice'))
      .thenEvents({ type: 'JobCancelled', job: 'A', reason: 'bookedTwice' });
    expect([stageOf(scenario.job('A')), scenario.job('A').cancelled?.at]).toEqual(['cancelled', clock('09:00')]);
    scenario.when(cancel('A', 'bookedTwice')).thenNothing();
    scenario.when(cancel('A', 'mistake')).thenRefused('jobClosed', { job: 'A' });
  });

  test('a car that is here leaves without its work while nothing of it runs [CAN-1]', () => {
    given(working('A', 'L1', 'tan'))
      .when(cancel('A'))
      .thenRefused('workBegun', { job: 'A', operation: 'o1' });
    given(working('A', 'L1', 'tan'), hold('A', 'o1'))
      .when(cancel('A', 'notRepairable'))
      .thenEvents({ type: 'JobCancelled' });
  });

  test('a car that is ready is handed over, not cancelled, and a visit that is over stays as it ended [CAN-1]', () => {
    given(ready('A')).when(cancel('A')).thenRefused('alreadyReady', { job: 'A' });
    given(ready('A'), handOver('A')).when(cancel('A')).thenRefused('jobClosed', { job: 'A' });
  });

  test('a car is missing only when the time for that has passed, and never when it came [CAN-2]', () => {
    given(agree('A'), at('14:14'))
      .when(cancel('A', 'noShow'))
      .thenRefused('notMissingYet', { job: 'A', from: clock('14:15') });
    given(agree('A'), at('14:15')).when(cancel('A', 'noShow')).thenEvents({ type: 'JobCancelled', reason: 'noShow' });
    given(arrived('A'), at('14:15')).when(cancel('A', 'noShow')).thenRefused('alreadyCheckedIn', { job: 'A' });
  });

  test('its bay, its place in the queue and what was kept for it are free again [CAN-3]', () => {
    const held = given(working('A', 'L1', 'tan'), hold('A', 'o1'), cancel('A'));
    expect(carsIn(held.state, 'L1')).toEqual([]);
    expect(held.job('A').location).toEqual({ kind: 'away' });
    expect(held.operation('A', 'o1')).toMatchObject({ status: 'planned', bay: null, crew: [], hold: null });
    expect(held.operation('A', 'o1').segments).toHaveLength(1);
    const queued = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), cancel('A'));
    expect(queueOf(queued.state, 'L1')).toEqual([]);
    expect(queued.operation('A', 'o1')).toMatchObject({ status: 'planned', bay: null, crew: [] });
    const booked = given(agree('A'), cancel('A'));
    expect(reservationsOf(booked.state, 'L1', clock('08:30'))).toEqual([]);
  });

  test('nothing more is done to a cancelled visit, nor does a file change it [CAN-3]', () => {
    given(agree('A'), cancel('A')).when(checkIn('A')).thenRefused('jobClosed', { job: 'A' });
    given(agree('A'), cancel('A'))
      .when(amend('A', { add: ['Oil'] }))
      .thenRefused('jobClosed', { job: 'A' });
    given(arrived('A'), cancel('A')).when(start('A', 'o1')).thenRefused('jobClosed', { job: 'A' });
    given(book('A'), cancel('A'))
      .when(book('B', { vehicle: 'v-A' }))
      .thenEvents({ type: 'OrderBooked', job: 'B' }, { type: 'PromiseMade' });
    given(book('A'), cancel('A'))
      .when(importing([row('A', { operations: ['Brakes'] })], { applyChanges: true }))
      .thenNothing();
  });
});
