// Reception: orders imported, cars checked in.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  book,
  checkIn,
  dispatch,
  handOver,
  importing,
  ready,
  setUp,
  start,
} from '../../testing/commandsOf.ts';
import { ACCIDENT, clock, littleShop, row } from '../../testing/littleShop.ts';
import { at, given, givenNothing } from '../../testing/scenario.ts';
import { promiseOf } from '../job.ts';

describe('importing orders', () => {
  test('a row books a job with its operations, inspection and wash, and its promise [IMP-1]', () => {
    const scenario = given()
      .when(book('A', { operations: ['Oil', 'Brakes'], wash: true }))
      .thenEvents(
        { type: 'OrderBooked', job: 'A' },
        { type: 'PromiseMade', job: 'A', promisedAt: clock('16:00'), kind: 'firm', reason: 'booking' },
      );
    const { operations, vehicle, customer, checkedInAt } = scenario.job('A');
    expect(operations.map(({ id, kind, workType, minutes }) => [id, kind, workType, minutes])).toEqual([
      ['o1', 'work', 'quick', 30],
      ['o2', 'work', 'mechanical', 60],
      ['inspection', 'inspection', 'inspection', 10],
      ['wash', 'wash', 'wash', 15],
    ]);
    expect([vehicle, customer, checkedInAt]).toEqual(['v-A', 'c-A', null]);
  });

  test('the minutes of a row count, not those of the table [IMP-1]', () => {
    const scenario = given(importing([{ ...row('A'), operations: [{ name: 'Oil', minutes: 77 }] }]));
    expect(scenario.operation('A', 'o1').minutes).toBe(77);
  });

  test('a row without a promise books a job without one [IMP-1]', () => {
    const scenario = given()
      .when(book('A', { promisedAt: null }))
      .thenEvents({ type: 'OrderBooked' });
    expect(promiseOf(scenario.job('A'))).toBeNull();
  });

  test('the same row again changes nothing, whether its car is here or not [IMP-2]', () => {
    given(book('A', { operations: ACCIDENT, wash: true }))
      .when(book('A', { operations: ACCIDENT, wash: true }))
      .thenNothing();
    given(book('A', { operations: ACCIDENT }))
      .when(importing([row('A', { operations: ACCIDENT })], { applyChanges: true }))
      .thenNothing();
    given(arrived('A')).when(book('A')).thenNothing();
    given(ready('A'), handOver('A')).when(book('A')).thenNothing();
  });

  test('a row that differs changes nothing unless that is asked for [IMP-3]', () => {
    given(book('A'))
      .when(book('A', { promisedAt: clock('17:00'), operations: ['Brakes'] }))
      .thenNothing();
  });

  test('a row that differs is applied when that is asked for [IMP-3]', () => {
    const changed = row('A', { promisedAt: clock('17:00'), operations: ['Brakes'], wash: true, waits: 'away' });
    const scenario = given(book('A'))
      .when(importing([changed], { applyChanges: true }))
      .thenEvents(
        { type: 'OrderChanged', job: 'A' },
        { type: 'PromiseMade', promisedAt: clock('17:00'), reason: 'changedOrder' },
      );
    const { operations, waits } = scenario.job('A');
    expect(operations.map(({ name }) => name)).toEqual(['Brakes', 'inspection', 'wash']);
    expect(waits).toBe('away');
  });

  test('an order whose car is here is not changed by a file, even when that is asked for [IMP-4]', () => {
    given(arrived('A'))
      .when(importing([row('A', { operations: ['Brakes'] })], { applyChanges: true }))
      .thenNothing();
  });

  test('a second order of a car that is booked for the same day joins its job [IMP-5]', () => {
    const scenario = given(book('A'))
      .when(book('B', { vehicle: 'v-A', operations: ['Brakes'], wash: true }))
      .thenEvents({ type: 'OrderBooked', job: 'A' });
    const { orders, operations } = scenario.job('A');
    expect(orders.map(({ number }) => number)).toEqual(['A', 'B']);
    expect(operations.map(({ id, order }) => [id, order])).toEqual([
      ['o1', 'A'],
      ['o2', 'B'],
      ['inspection', null],
      ['wash', null],
    ]);
    expect(scenario.state.jobs.B).toBeUndefined();
  });

  test('a joined order that changes leaves the operations of the other as they are [IMP-5]', () => {
    const scenario = given(book('A', { operations: ACCIDENT }), book('B', { vehicle: 'v-A', operations: ['Brakes'] }));
    const bodyBefore = scenario.job('A').operations.filter(({ order }) => order === 'A');
    scenario.and(importing([row('B', { vehicle: 'v-A', operations: ['Oil', 'Battery'] })], { applyChanges: true }));
    const { operations } = scenario.job('A');
    expect(operations.filter(({ order }) => order === 'A').map(({ id, name, after }) => [id, name, after])).toEqual(
      bodyBefore.map(({ id, name, after }) => [id, name, after]),
    );
    expect(operations.filter(({ order }) => order === 'B').map(({ name }) => name)).toEqual(['Oil', 'Battery']);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  test('a car that is booked for another day, or is here already, gets a job of its own [IMP-5]', () => {
    const tomorrow = { arrivalAt: clock('2026-11-24 09:00'), promisedAt: clock('2026-11-24 16:00') };
    given(book('A'))
      .when(book('B', { vehicle: 'v-A', ...tomorrow }))
      .thenEvents({ type: 'OrderBooked', job: 'B' }, { type: 'PromiseMade' });
    given(arrived('A'))
      .when(book('B', { vehicle: 'v-A' }))
      .thenEvents({ type: 'OrderBooked', job: 'B' }, { type: 'PromiseMade' });
  });

  test.each([
    ['unknownAdvisor', { advisor: 'tan' }],
    ['unknownAdvisor', { advisor: 'zed' }],
    ['unknownServiceType', { serviceType: 'tuning' }],
    ['unknownOperation', { operations: ['Dream'] }],
    ['promiseBeforeArrival', { promisedAt: clock('08:00') }],
    ['tooOld', { arrivalAt: clock('2026-09-20 08:30') }],
  ])('a file with one bad row (%s) books none of its rows [IMP-6]', (problem, fault) => {
    given()
      .when(importing([row('A'), row('B', fault), row('C')]))
      .thenRefused('importRow', { order: 'B', problem });
  });

  test('a file that names an order twice is refused whole [IMP-6]', () => {
    given()
      .when(importing([row('A'), row('A')]))
      .thenRefused('importRow', { order: 'A', problem: 'duplicateOrder' });
  });

  test('what was due 60 days ago is taken, what was due earlier refused [IMP-7]', () => {
    const arrivalAt = clock('08:30') - 60 * 86_400_000;
    given().when(book('A', { arrivalAt })).thenEvents({ type: 'OrderBooked' }, { type: 'PromiseMade' });
    given()
      .when(book('A', { arrivalAt: arrivalAt - 1 }))
      .thenRefused('importRow', { order: 'A', problem: 'tooOld' });
  });

  test('an order is remembered after its job has left the fold, and books nothing again [IMP-7]', () => {
    const scenario = given(ready('A'), handOver('A'), at('2026-11-28 09:00'), book('B'));
    expect(scenario.state.jobs.A).toBeUndefined();
    scenario.when(importing([row('A', { operations: ['Brakes'] })], { applyChanges: true })).thenNothing();
  });

  test('directory entries that were renewed are told to the screens [PRV-1]', () => {
    const renewed = { vehicles: ['v-A'], persons: ['c-A'] };
    given(book('A'))
      .when(importing([row('A')], { renewed }))
      .thenEvents({ type: 'DirectoryRenewed', ...renewed });
  });
});

describe('the promise', () => {
  test('every revision is kept with who, when and why; the last is in force [PRM-1]', () => {
    const later = row('A', { promisedAt: clock('17:00') });
    const scenario = given(book('A'), at('09:00'), importing([later], { applyChanges: true }));
    const { promises } = scenario.job('A');
    const said = { kind: 'firm', cause: null, confirmed: null, counts: true };
    expect(promises).toEqual([
      { ...said, promisedAt: clock('16:00'), reason: 'booking', madeAt: clock('08:30'), madeBy: 'ada' },
      { ...said, promisedAt: clock('17:00'), reason: 'changedOrder', madeAt: clock('09:00'), madeBy: 'ada' },
    ]);
    expect(promiseOf(scenario.job('A'))?.promisedAt).toBe(clock('17:00'));
  });

  test('a job of several orders is promised for the latest of theirs [PRM-2]', () => {
    given(book('A'))
      .when(book('B', { vehicle: 'v-A', promisedAt: clock('17:30') }))
      .thenEvents({ type: 'OrderBooked' }, { type: 'PromiseMade', job: 'A', promisedAt: clock('17:30') });
    given(book('A'))
      .when(book('B', { vehicle: 'v-A', promisedAt: clock('11:00') }))
      .thenEvents({ type: 'OrderBooked' });
  });
});

describe('checking in', () => {
  test('cars get the slip numbers of the day in their order [REC-1]', () => {
    given(book('A'), book('B'))
      .when(checkIn('B'))
      .thenEvents({ type: 'CarCheckedIn', job: 'B', slip: 'A001', day: '2026-11-23' })
      .when(checkIn('A'))
      .thenEvents({ type: 'CarCheckedIn', job: 'A', slip: 'A002' });
  });

  test('each day of the shop begins at A001, also while it is still yesterday elsewhere [REC-1]', () => {
    given(arrived('A'), book('B'), at('2026-11-24 00:30'))
      .when(checkIn('B'))
      .thenEvents({ type: 'CarCheckedIn', slip: 'A001', day: '2026-11-24' });
  });

  test('a car is checked in once [REC-2]', () => {
    given(arrived('A')).when(checkIn('A')).thenRefused('alreadyCheckedIn', { job: 'A' });
    given(ready('A'), handOver('A')).when(checkIn('A')).thenRefused('jobClosed', { job: 'A' });
    given().when(checkIn('A')).thenRefused('unknownJob', { job: 'A' });
  });

  test('what was said at check-in holds; unsaid, the booking does [REC-3]', () => {
    const said = given(book('A'), checkIn('A', { waits: 'away', loungeLabel: 'slip' })).job('A');
    expect([said.waits, said.loungeLabel]).toEqual(['away', 'slip']);
    const unsaid = given(book('A'), checkIn('A')).job('A');
    expect([unsaid.waits, unsaid.loungeLabel]).toEqual(['lounge', 'plate']);
  });

  test('what was said at check-in is not undone by a file [REC-3]', () => {
    const scenario = given(book('A'), checkIn('A', { waits: 'away' }));
    scenario.and(importing([row('A', { waits: 'lounge', mileageKm: 5 })], { applyChanges: true }));
    expect(scenario.job('A').waits).toBe('away');
  });

  test('a car that is here by one visit is not checked in by another; the two are merged [REC-5]', () => {
    given(arrived('A'), book('B', { vehicle: 'v-A' }))
      .when(checkIn('B'))
      .thenRefused('carAlreadyHere', { job: 'A' });
    given(ready('A'), handOver('A'), book('B', { vehicle: 'v-A' }))
      .when(checkIn('B'))
      .thenEvents({ type: 'CarCheckedIn', job: 'B' });
  });

  test('mileage, advisor, key tag and old parts are written down; unsaid, the booking holds and there are none [REC-6]', () => {
    const said = given(book('A'), checkIn('A', { mileageKm: 10_250, keyTag: '17', keepsOldParts: true })).job('A');
    expect([said.mileageKm, said.advisor, said.keyTag, said.keepsOldParts]).toEqual([10_250, 'ada', '17', true]);
    const unsaid = given(book('A'), checkIn('A')).job('A');
    expect([unsaid.mileageKm, unsaid.advisor, unsaid.keyTag, unsaid.keepsOldParts]).toEqual([
      10_000,
      'ada',
      null,
      false,
    ]);
  });

  test('another advisor takes the car over, who is one [REC-6]', () => {
    const staff = [...littleShop.staff, { id: 'zoe', roles: ['advisor' as const], workTypes: [], team: null }];
    const scenario = givenNothing().and(setUp({ staff }), book('A'), checkIn('A', { advisor: 'zoe' }));
    expect(scenario.job('A').advisor).toBe('zoe');
    given(book('A'))
      .when(checkIn('A', { advisor: 'tan' }))
      .thenRefused('unknownAdvisor', { staff: 'tan' });
  });

  test('a wash is wanted or not, whatever was booked [REC-6]', () => {
    const wanted = given(book('A'))
      .when(checkIn('A', { wash: true }))
      .thenEvents({ type: 'WorkAmended', dropped: [] }, { type: 'CarCheckedIn' });
    expect(wanted.operation('A', 'wash')).toMatchObject({ kind: 'wash', minutes: 15, status: 'planned' });
    const unwanted = given(book('A', { wash: true }))
      .when(checkIn('A', { wash: false }))
      .thenEvents({ type: 'WorkAmended', added: [], dropped: ['wash'] }, { type: 'CarCheckedIn' });
    expect(unwanted.job('A').operations.map(({ id }) => id)).toEqual(['o1', 'inspection']);
    given(book('A', { wash: true }))
      .when(checkIn('A', { wash: true }))
      .thenEvents({ type: 'CarCheckedIn' });
  });

  test('what the lounge shows is as the customer chose, or as the shop does it [REC-3]', () => {
    const { shop } = littleShop;
    const rules = { ...shop.rules, lounge: { ...shop.rules.lounge, defaultLabel: 'slip' as const } };
    const scenario = givenNothing().and(setUp({ shop: { ...shop, rules } }), arrived('A'));
    expect(scenario.job('A').loungeLabel).toBe('slip');
    scenario.and(book('B'), checkIn('B', { loungeLabel: 'nothing' }));
    expect(scenario.job('B').loungeLabel).toBe('nothing');
  });

  test('no work is done to a car that is not here yet, or is gone [REC-4]', () => {
    const work = dispatch('A', ['o1'], 'L1', 'tan');
    given(book('A')).when(work).thenRefused('notCheckedIn', { job: 'A' });
    given(book('A')).when(start('A', 'o1')).thenRefused('notCheckedIn', { job: 'A' });
    given(ready('A'), handOver('A')).when(work).thenRefused('jobClosed', { job: 'A' });
    given().when(work).thenRefused('unknownJob', { job: 'A' });
  });
});
