// What a visit is for, changed: work added and dropped, orders that part, visits that become one.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  book,
  checkIn,
  dispatch,
  fail,
  handOver,
  inspecting,
  pass,
  ready,
  recall,
  start,
  worked,
  working,
} from '../../testing/commandsOf.ts';
import { agree, amend, cancel, comeback, merge, rebook, split } from '../../testing/deskCommands.ts';
import { ACCIDENT, clock } from '../../testing/littleShop.ts';
import { at, given, type Scenario } from '../../testing/scenario.ts';
import { promiseOf, stageOf } from '../job.ts';

const TOMORROW = clock('2026-11-24 10:00');
const TOMORROW_EVENING = clock('2026-11-24 17:00');

/** A visit of two orders: brakes on one, an oil change on the other. */
const twoOrders = (wash = false): Scenario =>
  given(book('A', { operations: ['Brakes'] }), book('B', { vehicle: 'v-A', operations: ['Oil', 'Battery'], wash }));
const after = (scenario: Scenario, job: string): [string, string[]][] =>
  scenario.job(job).operations.map(({ id, after: before }) => [id, before]);

describe('changing the work', () => {
  test('work is added to an order, with the minutes of the table, before or after the car came [ORD-1]', () => {
    for (const steps of [[agree('A')], arrived('A')]) {
      const scenario = given(...steps)
        .when(amend('A', { add: ['Brakes'] }))
        .thenEvents({ type: 'WorkAmended', job: 'A', dropped: [], minutes: [] });
      expect(scenario.operation('A', 'o2')).toMatchObject({
        name: 'Brakes',
        order: 'A',
        minutes: 60,
        status: 'planned',
      });
    }
  });

  test('body and paint work that is added comes after what the order lists of it [ORD-1]', () => {
    const scenario = given(
      agree('A', { operations: ['Strip', 'Beat'] }),
      amend('A', { add: ['Sand', 'Oil', 'Spray'] }),
    );
    expect(after(scenario, 'A')).toEqual([
      ['o1', []],
      ['o2', ['o1']],
      ['o3', ['o2']],
      ['o4', []],
      ['o5', ['o3']],
      ['inspection', []],
    ]);
  });

  test('only work that the shop does, and to an order of the visit [ORD-1]', () => {
    given(agree('A'))
      .when(amend('A', { add: ['Dream'] }))
      .thenRefused('unknownWork', { name: 'Dream' });
    given(agree('A'))
      .when(amend('A', { order: 'Z', add: ['Oil'] }))
      .thenRefused('unknownOrder', { job: 'A', order: 'Z' });
  });

  test('work is dropped while nothing happened to it; what came after it comes after what it came after [ORD-2]', () => {
    const scenario = given(agree('A', { operations: ACCIDENT }))
      .when(amend('A', { drop: ['o3', 'o4'] }))
      .thenEvents({ type: 'WorkAmended', dropped: ['o3', 'o4'] });
    expect(after(scenario, 'A').slice(0, 3)).toEqual([
      ['o1', []],
      ['o2', ['o1']],
      ['o5', ['o2']],
    ]);
    given(arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o2'], 'L1', 'tan'))
      .when(amend('A', { drop: ['o2'] }))
      .thenRefused('workBegun', { job: 'A', operation: 'o2' });
    given(arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o2'], 'L1', 'tan'), recall('A', 'o2'))
      .when(amend('A', { drop: ['o2'] }))
      .thenEvents({ type: 'WorkAmended' });
  });

  test('some work is left, rework is not wished away, and inspection and wash are no work [ORD-2]', () => {
    given(agree('A'))
      .when(amend('A', { drop: ['o1'] }))
      .thenRefused('workNeeded', { job: 'A' });
    given(agree('A'))
      .when(amend('A', { drop: ['o1'], add: ['Brakes'] }))
      .thenEvents({ type: 'WorkAmended' });
    given(agree('A'))
      .when(amend('A', { drop: ['inspection'] }))
      .thenRefused('unknownOperation', { job: 'A', operation: 'inspection' });
    const failed = given(inspecting('A'), fail('A'));
    const rework = failed.job('A').operations.find(({ reworkOf }) => reworkOf !== null)?.id ?? '';
    if (failed.operation('A', rework).status === 'dispatched') failed.and(recall('A', rework));
    failed.when(amend('A', { drop: [rework] })).thenRefused('workNeeded', { job: 'A' });
  });

  test('standard minutes are put right while the work is not done; the same again changes nothing [ORD-3]', () => {
    const scenario = given(working('A', 'L1', 'tan'))
      .when(amend('A', { minutes: { o1: 45 } }))
      .thenEvents({ type: 'WorkAmended', minutes: [{ operation: 'o1', minutes: 45 }] });
    expect(scenario.operation('A', 'o1').minutes).toBe(45);
    scenario.when(amend('A', { minutes: { o1: 45 } })).thenNothing();
    given(worked('A'))
      .when(amend('A', { minutes: { o1: 45 } }))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'done' });
    given(agree('A'))
      .when(amend('A', { minutes: { o9: 45 } }))
      .thenRefused('unknownOperation', { job: 'A', operation: 'o9' });
  });

  test('a car that gets more work after its inspection is inspected again [ORD-6]', () => {
    const scenario = given(inspecting('A', { wash: true }), pass('A'), amend('A', { add: ['Brakes'] }));
    expect(scenario.operation('A', 'inspection').status).toBe('planned');
    expect(stageOf(scenario.job('A'))).toBe('waiting');
    const washed = given(inspecting('A', { wash: true }), pass('A'), amend('A', { minutes: { wash: 20 } }));
    expect(washed.operation('A', 'inspection').status).toBe('done');
  });

  test('no work joins a car that is ready, or while its inspection or wash is under way [ORD-6]', () => {
    given(ready('A'))
      .when(amend('A', { add: ['Brakes'] }))
      .thenRefused('alreadyReady', { job: 'A' });
    given(inspecting('A'))
      .when(amend('A', { add: ['Brakes'] }))
      .thenRefused('workBegun', { job: 'A', operation: 'inspection' });
    given(inspecting('A', { vehicle: 'v-B' }), book('B'))
      .when(merge('B', 'A'))
      .thenRefused('workBegun', { job: 'A', operation: 'inspection' });
  });
});

describe('splitting', () => {
  test('an order gets a visit of its own with its work, inspection, wash, promise and bay [ORD-4]', () => {
    const scenario = twoOrders(true)
      .and(checkIn('A'))
      .when(split('A', 'B', TOMORROW, TOMORROW_EVENING))
      .thenEvents(
        { type: 'OrderSplit', job: 'A', order: 'B', into: 'B', arrivalAt: TOMORROW },
        { type: 'PromiseMade', job: 'B', promisedAt: TOMORROW_EVENING, kind: 'firm', reason: 'booking' },
        { type: 'BayReserved', job: 'B', bay: 'L1', from: TOMORROW },
      );
    const parted = scenario.job('B');
    expect(parted.operations.map(({ id, order }) => [id, order])).toEqual([
      ['o2', 'B'],
      ['o3', 'B'],
      ['inspection', null],
      ['wash', null],
    ]);
    expect([stageOf(parted), parted.vehicle, parted.arrivalAt]).toEqual(['booked', 'v-A', TOMORROW]);
    expect(scenario.job('A').orders.map(({ number }) => number)).toEqual(['A']);
    expect(scenario.job('A').operations.map(({ id }) => id)).toEqual(['o1', 'inspection', 'wash']);
  });

  test('the first order stays, and so does one of which work is dispatched or begun [ORD-4]', () => {
    twoOrders()
      .when(split('A', 'A', TOMORROW))
      .thenRefused('firstOrder', { order: 'A' });
    twoOrders()
      .when(split('A', 'Z', TOMORROW))
      .thenRefused('unknownOrder', { job: 'A', order: 'Z' });
    twoOrders()
      .and(checkIn('A'), dispatch('A', ['o3'], 'L1', 'tan'))
      .when(split('A', 'B', TOMORROW))
      .thenRefused('workBegun', { job: 'A', operation: 'o3' });
    twoOrders()
      .and(checkIn('A'), dispatch('A', ['o1'], 'L1', 'tan'), start('A', 'o1'))
      .when(split('A', 'B', TOMORROW))
      .thenEvents({ type: 'OrderSplit' }, { type: 'BayReserved' });
  });

  test('both visits have work, and the new one comes in the future and is promised for later [ORD-4]', () => {
    twoOrders()
      .and(amend('A', { order: 'B', drop: ['o2', 'o3'] }))
      .when(split('A', 'B', TOMORROW))
      .thenRefused('workNeeded', { job: 'A' });
    twoOrders()
      .and(amend('A', { order: 'A', drop: ['o1'] }))
      .when(split('A', 'B', TOMORROW))
      .thenRefused('workNeeded', { job: 'A' });
    twoOrders()
      .when(split('A', 'B', clock('08:00')))
      .thenRefused('arrivalInPast');
    twoOrders()
      .when(split('A', 'B', TOMORROW, TOMORROW))
      .thenRefused('promiseBeforeArrival');
  });
});

describe('merging', () => {
  const body = { operations: ['Strip', 'Beat'], promisedAt: clock('17:00'), wash: true };

  test('work and orders of a visit that has not come join the other under free ids, in their order [ORD-5]', () => {
    const scenario = given(arrived('A'), book('B', { ...body, vehicle: 'v-A' }), at('09:00'))
      .when(merge('B', 'A'))
      .thenEvents(
        { type: 'JobMerged', job: 'B', into: 'A' },
        { type: 'PromiseMade', job: 'A', promisedAt: clock('17:00'), reason: 'merged', counts: true },
      );
    expect(scenario.state.jobs.B).toBeUndefined();
    expect(scenario.job('A').orders.map(({ number }) => number)).toEqual(['A', 'B']);
    expect(after(scenario, 'A')).toEqual([
      ['o1', []],
      ['o2', []],
      ['o3', ['o2']],
      ['inspection', []],
      ['wash', []],
    ]);
    expect(scenario.operation('A', 'o2').order).toBe('B');
    scenario.when(book('B', { ...body, vehicle: 'v-A' })).thenNothing();
  });

  test('the visit is promised for the later of both, and a promise that was missed stays missed [ORD-5]', () => {
    const later = { vehicle: 'v-A', promisedAt: clock('17:00') };
    const missed = given(arrived('A', { promisedAt: clock('09:00') }), book('B', later), at('09:01'))
      .when(merge('B', 'A'))
      .thenEvents({ type: 'JobMerged' }, { type: 'PromiseMade', reason: 'merged', counts: false });
    expect(promiseOf(missed.job('A'))?.promisedAt).toBe(clock('17:00'));
    given(arrived('A'), book('B', { vehicle: 'v-A', promisedAt: clock('15:00') }))
      .when(merge('B', 'A'))
      .thenEvents({ type: 'JobMerged' });
    given(arrived('A', { promisedAt: null }), book('B', later))
      .when(merge('B', 'A'))
      .thenEvents({ type: 'JobMerged' }, { type: 'PromiseMade', promisedAt: clock('17:00'), counts: true });
  });

  test('what it comes back from goes with it [ORD-5]', () => {
    given(ready('Z', { vehicle: 'v-A' }), handOver('Z'), agree('A'))
      .and(agree('B', { vehicle: 'v-A' }), comeback('B', 'Z'))
      .when(merge('B', 'A'))
      .thenEvents({ type: 'JobMerged' }, { type: 'ComebackLinked', job: 'A', of: 'Z' });
  });

  test('only visits of one car, of which the one that joins has not come and the other is neither over nor ready [ORD-5]', () => {
    const own = { vehicle: 'v-A' };
    given(agree('A'), agree('B')).when(merge('B', 'A')).thenRefused('otherCar', { job: 'B', other: 'A' });
    given(agree('A'), agree('B', own), checkIn('B'))
      .when(merge('B', 'A'))
      .thenRefused('alreadyCheckedIn', { job: 'B' });
    given(ready('A'), agree('B', own)).when(merge('B', 'A')).thenRefused('alreadyReady', { job: 'A' });
    given(agree('A'), agree('B', own), cancel('A')).when(merge('B', 'A')).thenRefused('jobClosed', { job: 'A' });
    given(agree('A'), agree('B', own), cancel('B')).when(merge('B', 'A')).thenRefused('jobClosed', { job: 'B' });
    given(agree('A')).when(merge('A', 'A')).thenNothing();
  });

  test('a file no longer moves the promise of a visit back when a further order joins it [PRM-2]', () => {
    given(book('A'), rebook('A', TOMORROW, { promisedAt: TOMORROW_EVENING }))
      .when(book('B', { vehicle: 'v-A', arrivalAt: TOMORROW, promisedAt: clock('2026-11-24 12:00') }))
      .thenEvents({ type: 'OrderBooked', job: 'A' });
  });
});
