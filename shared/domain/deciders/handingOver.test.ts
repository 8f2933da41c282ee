// The end of a visit: ready, customer called, handed over; and whether the promise was kept.
import { describe, expect, test } from 'vitest';
import { arrived, call, handOver, inspecting, markReady, pass, ready, worked } from '../../testing/commandsOf.ts';
import { clock } from '../../testing/littleShop.ts';
import { at, given } from '../../testing/scenario.ts';

describe('ready', () => {
  test('a car is ready when all is done and a person says so [RDY-1]', () => {
    const done = given(inspecting('A'), pass('A'));
    expect(done.job('A').readyAt).toBeNull();
    done.when(markReady('A')).thenEvents({ type: 'CarReady', job: 'A' });
    expect(done.job('A').readyAt).toBe(clock('08:30'));
  });

  test('a car is not ready while something of it is open: work, inspection, wash [RDY-1]', () => {
    given(arrived('A')).when(markReady('A')).thenRefused('workNotDone', { job: 'A', operation: 'o1' });
    given(worked('A')).when(markReady('A')).thenRefused('workNotDone', { job: 'A', operation: 'inspection' });
    given(inspecting('A', { wash: true }), pass('A'))
      .when(markReady('A'))
      .thenRefused('workNotDone', { job: 'A', operation: 'wash' });
  });

  test('a car becomes ready once [RDY-1]', () => {
    given(ready('A')).when(markReady('A')).thenRefused('alreadyReady', { job: 'A' });
  });
});

describe('calling', () => {
  test('the customer of a ready car is called once [CAL-1]', () => {
    given(ready('A'))
      .when(call('A'))
      .thenEvents({ type: 'CustomerCalled', job: 'A' })
      .when(call('A'))
      .thenRefused('alreadyCalled', { job: 'A' });
  });

  test('nobody is called before the car is ready [CAL-1]', () => {
    given(inspecting('A')).when(call('A')).thenRefused('notReady', { job: 'A' });
  });
});

describe('handing over', () => {
  test('a ready car is handed over, once [HND-1]', () => {
    given(ready('A'))
      .when(handOver('A'))
      .thenEvents({ type: 'CarHandedOver', job: 'A' })
      .when(handOver('A'))
      .thenRefused('jobClosed', { job: 'A' });
  });

  test('a car that is not ready is not handed over [HND-1]', () => {
    given(inspecting('A')).when(handOver('A')).thenRefused('notReady', { job: 'A' });
  });
});

describe('on time', () => {
  test('a car handed over at the minute of its promise is on time [OTR-1]', () => {
    given(ready('A'), at('16:00')).when(handOver('A')).thenEvents({ type: 'CarHandedOver', onTime: true });
  });

  test('a car handed over later is late, unless it was ready and its customer called by then [OTR-1]', () => {
    given(ready('A'), at('16:01')).when(handOver('A')).thenEvents({ type: 'CarHandedOver', onTime: false });
    given(ready('A'), at('16:00'), call('A'), at('18:00'))
      .when(handOver('A'))
      .thenEvents({ type: 'CarHandedOver', onTime: true });
    given(ready('A'), at('16:01'), call('A'), at('18:00'))
      .when(handOver('A'))
      .thenEvents({ type: 'CarHandedOver', onTime: false });
    given(inspecting('A'), pass('A'), at('16:01'), markReady('A'), call('A'))
      .when(handOver('A'))
      .thenEvents({ type: 'CarHandedOver', onTime: false });
  });

  test('a hand-over counts for the day of the shop on which it happened [OTR-2]', () => {
    const scenario = given(ready('A'), at('2026-11-24 00:30'), handOver('A'));
    expect(scenario.state.days).toEqual({ '2026-11-24': { delivered: 1, onTime: 0 } });
  });

  test('hand-overs of a day add up; one without a promise is not counted [OTR-2]', () => {
    const scenario = given(
      ready('A'),
      handOver('A'),
      ready('B'),
      handOver('B'),
      ready('C'),
      at('17:00'),
      handOver('C'),
    );
    scenario.and(ready('D', { promisedAt: null }));
    scenario.when(handOver('D')).thenEvents({ type: 'CarHandedOver', promisedAt: null, onTime: null });
    expect(scenario.state.days).toEqual({ '2026-11-23': { delivered: 3, onTime: 2 } });
  });
});
