// The end of a visit: ready, customer called, settled, handed over; and whether the promise was kept.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  call,
  handOver,
  importing,
  inspecting,
  markReady,
  pass,
  ready,
  ring,
  setUp,
  settle,
  takeBackReady,
  worked,
} from '../../testing/commandsOf.ts';
import { clock, littleShop, row } from '../../testing/littleShop.ts';
import { at, by, given, givenNothing, type Scenario, type Step } from '../../testing/scenario.ts';
import { defaultRules } from '../defaultRules.ts';
import { stageOf } from '../job.ts';
import type { DayFigures } from '../state.ts';

const none: DayFigures = {
  delivered: 0,
  onTime: 0,
  onTimeOriginal: 0,
  revised: 0,
  excused: 0,
  due: 0,
  dueKept: 0,
  dueOriginal: 0,
  dueOriginalKept: 0,
  internalReturns: 0,
};

/** A shop that wants its bills settled before it lets a car go. */
function givenSettleFirst(...steps: Step[]): Scenario {
  const shop = { ...littleShop.shop, rules: { ...defaultRules, settleFirst: true } };
  return givenNothing().and(setUp({ shop }), ...steps);
}

/** The shop itself moves the promise. */
const moved = (job: string, text: string): Step => ({
  type: 'MakePromise',
  job,
  promisedAt: clock(text),
  kind: 'firm',
  reason: 'shop',
  cause: 'parts',
  confirmed: null,
});

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

describe('ready taken back', () => {
  test('that a car is ready is taken back while it is here, and its customer is to be called again [RDY-2]', () => {
    const scenario = given(ready('A'), ring('A'), call('A'), at('09:00'))
      .when(takeBackReady('A'))
      .thenEvents({ type: 'ReadyWithdrawn', job: 'A' });
    expect(scenario.job('A')).toMatchObject({ readyAt: null, calledAt: null, unansweredCalls: 0 });
    expect(stageOf(scenario.job('A'))).toBe('inspecting');
    scenario.and(markReady('A'), at('16:30'), call('A'));
    scenario.when(handOver('A')).thenEvents({ type: 'CarHandedOver', onTime: false });
  });

  test('what is not ready, or gone, cannot be taken back [RDY-2]', () => {
    given(inspecting('A')).when(takeBackReady('A')).thenRefused('notReady', { job: 'A' });
    given(ready('A'), handOver('A')).when(takeBackReady('A')).thenRefused('jobClosed', { job: 'A' });
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

  test('a call that nobody answers is counted, and keeps no promise [CAL-2]', () => {
    const scenario = given(ready('A')).when(ring('A')).thenEvents({ type: 'CallUnanswered', job: 'A' });
    scenario.and(ring('A'));
    expect(scenario.job('A')).toMatchObject({ calledAt: null, unansweredCalls: 2 });
    scenario.and(at('16:01'), call('A'));
    scenario.when(ring('A')).thenRefused('alreadyCalled', { job: 'A' });
    scenario.when(handOver('A')).thenEvents({ type: 'CarHandedOver', onTime: false });
  });
});

describe('settling', () => {
  test('where the shop wants that, nothing is handed over before it is settled [STL-1]', () => {
    const scenario = givenSettleFirst(ready('A'));
    scenario.when(handOver('A')).thenRefused('notSettled', { job: 'A' });
    scenario.and(settle('A'));
    scenario.when(handOver('A')).thenEvents({ type: 'CarHandedOver' });
    given(ready('A')).when(handOver('A')).thenEvents({ type: 'CarHandedOver' });
  });

  test('a bill is settled once, by a customer whose car is here [STL-2]', () => {
    const scenario = given(arrived('A')).when(settle('A')).thenEvents({ type: 'BillSettled', job: 'A' });
    expect(scenario.job('A').settledAt).toBe(clock('08:30'));
    scenario.when(settle('A')).thenRefused('alreadySettled', { job: 'A' });
    given(importing([row('A')]))
      .when(settle('A'))
      .thenRefused('notCheckedIn', { job: 'A' });
  });

  test('additional work that is approved opens the bill again [STL-2]', () => {
    const scenario = given(arrived('A'), settle('A'));
    scenario.and({
      type: 'ProposeWork',
      job: 'A',
      foundIn: null,
      operations: [{ name: 'Battery', minutes: null }],
      freesBay: false,
      note: null,
    });
    scenario.and({ type: 'QuoteWork', job: 'A', proposal: 'x1', priceCents: 50_000, minutes: 20, promisedAt: null });
    scenario.and({ type: 'ApproveWork', job: 'A', proposal: 'x1', how: 'desk', promisedAt: null, note: null });
    expect(scenario.job('A').settledAt).toBeNull();
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

  test('a late one says why; one that is on time keeps no cause [HND-2]', () => {
    const late = given(ready('A'), at('16:01'));
    late.when(handOver('A', { cause: null })).thenRefused('causeNeeded', { job: 'A' });
    late.when({ type: 'HandOver', job: 'A' }).thenRefused('causeNeeded', { job: 'A' });
    late
      .when(handOver('A', { cause: 'parts' }))
      .thenEvents({ type: 'CarHandedOver', onTime: false, cause: 'parts', excuse: 'none' });
    given(ready('A'))
      .when(handOver('A', { cause: 'customer' }))
      .thenEvents({ type: 'CarHandedOver', onTime: true, cause: null, excuse: 'none' });
    given(ready('A', { promisedAt: null }))
      .when({ type: 'HandOver', job: 'A' })
      .thenEvents({ type: 'CarHandedOver', onTime: null, cause: null });
  });

  test('the record keeps both promises, their days, and whether each was kept [HND-3]', () => {
    const scenario = given(ready('A'), at('15:00'), moved('A', '2026-11-24 11:00'), by('bo'), at('2026-11-24 10:00'));
    scenario.and(handOver('A', { cause: 'parts' }));
    const { handOver: record, handedOverAt, location, onTime } = scenario.job('A');
    expect(record).toEqual({
      day: '2026-11-24',
      promisedAt: clock('16:00'),
      dueDay: '2026-11-23',
      originalAt: clock('16:00'),
      originalDueDay: '2026-11-23',
      onTime: false,
      onTimeOriginal: false,
      cause: 'parts',
      excuse: 'none',
      note: null,
      by: 'bo',
    });
    expect([handedOverAt, location, onTime]).toEqual([clock('2026-11-24 10:00'), { kind: 'away' }, false]);
    expect(scenario.state.visits.A).toMatchObject({
      vehicle: 'v-A',
      advisor: 'ada',
      serviceTypes: ['maintenance'],
      technicians: ['tan'],
      handOver: record,
      followUp: null,
      revised: true,
      internalReturns: 0,
      comebackOf: null,
    });
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
    expect(scenario.state.days).toEqual({
      '2026-11-23': { ...none, due: 1, dueOriginal: 1 },
      '2026-11-24': { ...none, delivered: 1 },
    });
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
    expect(scenario.state.days).toEqual({
      '2026-11-23': {
        ...none,
        delivered: 3,
        onTime: 2,
        onTimeOriginal: 2,
        due: 3,
        dueKept: 2,
        dueOriginal: 3,
        dueOriginalKept: 2,
      },
    });
  });

  test('a promise counts for the day on which it fell due, however early or late the car was fetched [OTR-4]', () => {
    const scenario = given(ready('A', { promisedAt: clock('2026-11-25 10:00') }), handOver('A'), ready('B'));
    scenario.and(at('2026-11-24 09:00'), handOver('B'));
    const { days } = scenario.state;
    const due = (day: string) => [days[day]?.delivered, days[day]?.due, days[day]?.dueKept];
    expect(due('2026-11-23')).toEqual([1, 1, 0]);
    expect(due('2026-11-24')).toEqual([1, 0, 0]);
    expect(due('2026-11-25')).toEqual([0, 1, 1]);
  });

  test('both figures are kept against the original promise too, and how many were moved [OTR-5]', () => {
    const wish: Step = {
      type: 'MakePromise',
      job: 'A',
      promisedAt: clock('2026-11-24 11:00'),
      kind: 'firm',
      reason: 'customerWish',
      cause: null,
      confirmed: 'phone',
    };
    const scenario = given(ready('A'), wish, at('2026-11-24 10:00'))
      .when(handOver('A'))
      .thenEvents({ type: 'CarHandedOver', onTime: true, onTimeOriginal: false });
    expect(scenario.state.days).toEqual({
      '2026-11-23': { ...none, dueOriginal: 1 },
      '2026-11-24': { ...none, delivered: 1, onTime: 1, revised: 1, due: 1, dueKept: 1 },
    });
  });
});
