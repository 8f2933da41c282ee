// What was written down wrong and is put right; where the customer is; which visit it comes back from.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  book,
  changing,
  checkIn,
  dispatch,
  finish,
  handOver,
  inspecting,
  pass,
  ready,
  start,
  type Wish,
} from '../../testing/commandsOf.ts';
import { agree, amend, comeback, correct, walkIn, whereabouts } from '../../testing/deskCommands.ts';
import { clock } from '../../testing/littleShop.ts';
import { at, given } from '../../testing/scenario.ts';
import { priorVisits } from '../comebacks.ts';

describe('putting right', () => {
  test('what was written down wrong is put right field by field, and what stood there before is kept [COR-1]', () => {
    const scenario = given(arrived('A'), at('09:20'))
      .when(correct('A', { vehicle: 'v-other', mileageKm: 12_000, keyTag: '8', waits: 'lounge' }))
      .thenEvents(
        { type: 'JobCorrected', job: 'A', field: 'vehicle', from: 'v-A', to: 'v-other' },
        { type: 'JobCorrected', job: 'A', field: 'mileageKm', from: 10_000, to: 12_000 },
        { type: 'JobCorrected', job: 'A', field: 'keyTag', from: null, to: '8' },
      );
    const job = scenario.job('A');
    expect([job.vehicle, job.mileageKm, job.keyTag, job.orders[0]?.vehicle]).toEqual([
      'v-other',
      12_000,
      '8',
      'v-other',
    ]);
    expect(job.corrections).toHaveLength(3);
    expect(job.corrections[0]).toEqual({
      at: clock('09:20'),
      by: 'ada',
      field: 'vehicle',
      from: 'v-A',
      to: 'v-other',
    });
  });

  test('service type and payer of the first order, customer, lounge label and old parts can be put right too [COR-1]', () => {
    const said = {
      customer: 'c-B',
      serviceType: 'accident',
      payer: 'insurer',
      loungeLabel: 'nothing',
      keepsOldParts: true,
      waits: 'away',
    } as const;
    const job = given(agree('A'), correct('A', said)).job('A');
    expect(job).toMatchObject({ customer: 'c-B', loungeLabel: 'nothing', keepsOldParts: true, waits: 'away' });
    expect(job.orders[0]).toMatchObject({ serviceType: 'accident', payer: 'insurer', customer: 'c-B' });
  });

  test('what is right already changes nothing; a renewed name is told to the screens [COR-1]', () => {
    const scenario = given(arrived('A'));
    scenario.when(correct('A', { vehicle: 'v-A', advisor: 'ada', wash: false })).thenNothing();
    const renewed = { vehicles: [], persons: ['c-A'] };
    scenario.when(correct('A', { renewed })).thenEvents({ type: 'DirectoryRenewed', ...renewed });
  });

  test('a wash is wanted after all, or not; one that is under way stays [COR-2]', () => {
    const scenario = given(arrived('A'))
      .when(correct('A', { wash: true }))
      .thenEvents({ type: 'JobCorrected', field: 'wash', from: false, to: true }, { type: 'WorkAmended', dropped: [] });
    expect(scenario.operation('A', 'wash').status).toBe('planned');
    scenario.and(correct('A', { wash: false }));
    expect(scenario.job('A').operations.map(({ id }) => id)).toEqual(['o1', 'inspection']);
    given(inspecting('A', { wash: true }), pass('A'), dispatch('A', ['wash'], 'W1', 'wu'))
      .when(correct('A', { wash: false }))
      .thenRefused('workBegun', { job: 'A', operation: 'wash' });
    given(ready('A'))
      .when(correct('A', { wash: true }))
      .thenRefused('alreadyReady', { job: 'A' });
  });

  test('only to what the shop knows, to a car that is not here by another visit, and while the visit is open [COR-2]', () => {
    given(arrived('A'))
      .when(correct('A', { advisor: 'tan' }))
      .thenRefused('unknownAdvisor', { staff: 'tan' });
    given(arrived('A'))
      .when(correct('A', { serviceType: 'tuning' }))
      .thenRefused('unknownServiceType', { serviceType: 'tuning' });
    given(arrived('A'), arrived('B'))
      .when(correct('A', { vehicle: 'v-B' }))
      .thenRefused('carAlreadyHere', { job: 'B' });
    given(ready('A'), handOver('A'))
      .when(correct('A', { keyTag: '3' }))
      .thenRefused('jobClosed', { job: 'A' });
  });
});

describe('the customer', () => {
  test('of a car that is here waits in the lounge, goes away and comes back [COR-3]', () => {
    const scenario = given(arrived('A'))
      .when(whereabouts('A', 'away'))
      .thenEvents({ type: 'WhereaboutsChanged', job: 'A', waits: 'away' })
      .when(whereabouts('A', 'back'))
      .thenEvents({ type: 'WhereaboutsChanged', waits: 'back' });
    scenario.when(whereabouts('A', 'back')).thenNothing();
    given(agree('A')).when(whereabouts('A', 'away')).thenRefused('notCheckedIn', { job: 'A' });
  });
});

describe('a comeback', () => {
  /** A visit that is over on Monday at half past eight. */
  const before: Wish[] = [...ready('A'), handOver('A')];
  /** Thirty days after it. */
  const lastDay = '2026-12-23 08:30';

  test('is linked to the visit that it comes back from, at booking, at the door or later; the same again changes nothing [CMB-1]', () => {
    const again = { vehicle: 'v-A', promisedAt: null, comebackOf: 'A' };
    given(before)
      .when(agree('B', { ...again, bay: 'L1' }))
      .thenEvents({ type: 'OrderBooked' }, { type: 'ComebackLinked', job: 'B', of: 'A' }, { type: 'BayReserved' });
    given(before)
      .when(walkIn('B', again))
      .thenEvents({ type: 'OrderBooked' }, { type: 'ComebackLinked', job: 'B', of: 'A' }, { type: 'CarCheckedIn' });
    const scenario = given(before, arrived('B', { vehicle: 'v-A' }))
      .when(comeback('B', 'A'))
      .thenEvents({ type: 'ComebackLinked', job: 'B', of: 'A' });
    expect(scenario.job('B').comebackOf).toBe('A');
    scenario.when(comeback('B', 'A')).thenNothing();
    scenario.when(comeback('B', null)).thenEvents({ type: 'ComebackLinked', job: 'B', of: null });
    scenario.when(comeback('B', null)).thenNothing();
  });

  test('is none any more when the plate was wrong [CMB-1]', () => {
    const scenario = given(before, arrived('B', { vehicle: 'v-A' }), comeback('B', 'A'))
      .when(correct('B', { vehicle: 'v-other' }))
      .thenEvents({ type: 'JobCorrected', field: 'vehicle' }, { type: 'ComebackLinked', job: 'B', of: null });
    expect(scenario.job('B').comebackOf).toBeNull();
  });

  test('is within thirty days of the hand-over, or as many as the shop says, also when it is linked later [CMB-1]', () => {
    const none = { vehicle: 'v-A', promisedAt: null };
    const late = given(before, at(lastDay), walkIn('B', none), at('2026-12-24 09:00'));
    late.when(comeback('B', 'A')).thenEvents({ type: 'ComebackLinked' });
    given(before, at('2026-12-23 08:31'), walkIn('B', none))
      .when(comeback('B', 'A'))
      .thenRefused('notAComeback', { job: 'A', days: 30 });
    given(before, changing({ kind: 'rules', rules: { comebackDays: 3 } }), at('2026-11-27 08:30'))
      .when(walkIn('B', { ...none, comebackOf: 'A' }))
      .thenRefused('notAComeback', { job: 'A', days: 3 });
  });

  test('is of the same car, and from a visit that is over [CMB-1]', () => {
    given(before, arrived('B')).when(comeback('B', 'A')).thenRefused('notAComeback', { job: 'A', days: 30 });
    given(arrived('A'), book('B', { vehicle: 'v-A' }))
      .when(comeback('B', 'A'))
      .thenRefused('notAComeback', { job: 'A', days: 30 });
    given(before)
      .when(agree('B', { vehicle: 'v-A', comebackOf: 'Z' }))
      .thenRefused('notAComeback', { job: 'Z', days: 30 });
    given(before, book('B', { vehicle: 'v-A' }), at('2026-11-27 09:00'))
      .when(comeback('B', 'A'))
      .thenEvents({ type: 'ComebackLinked' });
  });

  test('is offered the earlier visits of the car, the latest first, those too long ago left out [CMB-1]', () => {
    const scenario = given(before, at('10:00'), arrived('B', { vehicle: 'v-A' }), arrived('C'));
    for (const job of ['B', 'C']) {
      scenario.and(dispatch(job, ['o1'], 'L1', 'tan'), start(job, 'o1'), finish(job, 'o1'));
      scenario.and(dispatch(job, ['inspection'], null, 'ivy'), start(job, 'inspection'), pass(job));
      scenario.and({ type: 'MarkReady', job }, handOver(job));
    }
    const offered = (text: string): string[] => priorVisits(scenario.state, 'v-A', clock(text)).map(({ job }) => job);
    expect(offered('11:00')).toEqual(['B', 'A']);
    expect(offered('2026-12-23 09:00')).toEqual(['B']);
    expect(offered('2026-12-24 11:00')).toEqual([]);
  });

  test('is of no use once the visit is over [CMB-1]', () => {
    given(before, walkIn('B', { vehicle: 'v-A', promisedAt: null }), amend('B', { add: ['Brakes'] }), {
      type: 'CancelJob',
      job: 'B',
      reason: 'mistake',
    })
      .when(comeback('B', 'A'))
      .thenRefused('jobClosed', { job: 'B' });
    given(before, agree('B', { vehicle: 'v-A' }), checkIn('B'))
      .when(comeback('B', 'A'))
      .thenEvents({ type: 'ComebackLinked' });
  });
});
