// The promise: given, made firm, revised; what counts for the rate; what customers are told of the finish.
import { describe, expect, test } from 'vitest';
import {
  approve,
  arrived,
  book,
  call,
  dispatch,
  handOver,
  hold,
  importing,
  promise,
  propose,
  quote,
  ready,
  tell,
  working,
  type Wish,
} from '../../testing/commandsOf.ts';
import { clock, row } from '../../testing/littleShop.ts';
import { at, by, given, type Scenario } from '../../testing/scenario.ts';
import { originalPromiseOf, promiseOf, ratedPromiseOf } from '../job.ts';

const NO_PROMISE = { promisedAt: null };
/** The customer asks for another time. */
const wish = (time: string): Wish => promise('A', clock(time), { reason: 'customerWish' });
/** The shop moves it for a reason of its own. */
const shops = (time: string): Wish => promise('A', clock(time), { reason: 'shop', cause: 'parts' });
const added = (time: string): Wish => promise('A', clock(time), { reason: 'additionalWork', confirmed: 'phone' });

const times = (scenario: Scenario): (number | undefined)[] => {
  const job = scenario.job('A');
  return [promiseOf(job), ratedPromiseOf(job), originalPromiseOf(job)].map((one) => one?.promisedAt);
};

describe('making a promise', () => {
  test('given none yet, a provisional one is made, then a firm one; all stay on record with who and when [PRM-1]', () => {
    const scenario = given(
      arrived('A', NO_PROMISE),
      at('09:00'),
      promise('A', clock('15:00'), { kind: 'provisional' }),
      at('10:00'),
      by('mei'),
      promise('A', clock('16:30')),
    );
    const said = { reason: 'firmedUp', cause: null, confirmed: null, counts: true };
    expect(scenario.job('A').promises).toEqual([
      { ...said, promisedAt: clock('15:00'), kind: 'provisional', madeAt: clock('09:00'), madeBy: 'ada' },
      { ...said, promisedAt: clock('16:30'), kind: 'firm', madeAt: clock('10:00'), madeBy: 'mei' },
    ]);
  });

  test('given a firm promise, it is revised for additional work, by the customer’s wish or by the shop [PRM-3]', () => {
    given(arrived('A'))
      .when(wish('17:00'))
      .thenEvents({ type: 'PromiseMade', promisedAt: clock('17:00'), kind: 'firm', reason: 'customerWish' })
      .when(shops('17:20'))
      .thenEvents({ type: 'PromiseMade', reason: 'shop', cause: 'parts', confirmed: null })
      .when(added('17:40'))
      .thenEvents({ type: 'PromiseMade', reason: 'additionalWork', cause: null, confirmed: 'phone' });
  });

  test('given additional work, when nobody says how the customer agreed, then it is refused [PRM-3]', () => {
    given(arrived('A'))
      .when(promise('A', clock('17:00'), { reason: 'additionalWork' }))
      .thenRefused('confirmationNeeded', { job: 'A' });
  });

  test('given reasons of the shop’s own, when no cause is named, then it is refused [PRM-3]', () => {
    given(arrived('A'))
      .when(promise('A', clock('17:00'), { reason: 'shop' }))
      .thenRefused('causeNeeded', { job: 'A' });
    given(arrived('A', NO_PROMISE), promise('A', clock('15:00'), { kind: 'provisional' }))
      .when(promise('A', clock('15:30'), { kind: 'provisional' }))
      .thenRefused('causeNeeded', { job: 'A' });
  });

  test('given no promise yet, when somebody revises it, then there is nothing to revise [PRM-3]', () => {
    given(arrived('A', NO_PROMISE)).when(wish('17:00')).thenRefused('noPromise', { job: 'A' });
  });

  test('a time that has passed cannot be promised, not even the present minute [PRM-6]', () => {
    given(arrived('A'), at('10:00')).when(wish('09:59')).thenRefused('promiseInPast');
    given(arrived('A'), at('10:00')).when(wish('10:00')).thenRefused('promiseInPast');
    given(arrived('A'), at('10:00')).when(wish('10:01')).thenEvents({ type: 'PromiseMade' });
  });

  test('a car that is still to come is not promised before it is due [PRM-6]', () => {
    given(book('A', { ...NO_PROMISE, arrivalAt: clock('14:00') }))
      .when(promise('A', clock('14:00')))
      .thenRefused('promiseBeforeArrival')
      .when(promise('A', clock('15:00')))
      .thenEvents({ type: 'PromiseMade' });
  });

  test('what is firm is not made firm again, and never provisional [PRM-7]', () => {
    given(arrived('A'))
      .when(promise('A', clock('17:00')))
      .thenRefused('alreadyFirm', { job: 'A' });
    given(arrived('A'))
      .when(promise('A', clock('17:00'), { kind: 'provisional', reason: 'customerWish' }))
      .thenRefused('alreadyFirm', { job: 'A' });
  });

  test('the same promise again changes nothing, even when it has passed [PRM-7]', () => {
    given(arrived('A'), at('17:00'))
      .when(promise('A', clock('16:00')))
      .thenNothing();
    given(arrived('A', NO_PROMISE), promise('A', clock('15:00'), { kind: 'provisional' }))
      .when(promise('A', clock('15:00')))
      .thenEvents({ type: 'PromiseMade', kind: 'firm' });
  });

  test('a visit that is over is promised nothing', () => {
    given(ready('A'), handOver('A')).when(wish('17:00')).thenRefused('jobClosed', { job: 'A' });
    given().when(wish('17:00')).thenRefused('unknownJob', { job: 'A' });
  });
});

describe('what the rate is reckoned against', () => {
  test('the first promise counts; so does the firm one after a provisional that has not passed [PRM-4]', () => {
    const provisional = promise('A', clock('11:00'), { kind: 'provisional' });
    const early = given(arrived('A', NO_PROMISE), provisional, at('10:30'), promise('A', clock('14:00')));
    expect(ratedPromiseOf(early.job('A'))?.promisedAt).toBe(clock('14:00'));
    const late = given(arrived('A', NO_PROMISE), provisional, at('11:01'), promise('A', clock('14:00')));
    expect(ratedPromiseOf(late.job('A'))?.promisedAt).toBe(clock('11:00'));
  });

  test('additional work moves the promise until the very minute of it, not after [PRM-4]', () => {
    expect(times(given(arrived('A'), at('16:00'), added('18:00')))).toEqual(
      ['18:00', '18:00', '16:00'].map((time) => clock(time)),
    );
    expect(times(given(arrived('A'), at('16:01'), added('18:00')))).toEqual(
      ['18:00', '16:00', '16:00'].map((time) => clock(time)),
    );
  });

  test('the shop’s own reasons are told, and never rescue the rate [PRM-4]', () => {
    expect(times(given(arrived('A'), at('10:00'), shops('18:00')))).toEqual(
      ['18:00', '16:00', '16:00'].map((time) => clock(time)),
    );
  });

  test('given the shop moved it, when additional work comes after the time that counts, then that does not count either [PRM-4]', () => {
    expect(times(given(arrived('A'), at('10:00'), shops('18:00'), at('16:30'), added('19:00')))).toEqual(
      ['19:00', '16:00', '16:00'].map((time) => clock(time)),
    );
  });

  test('the customer’s wish counts before the promise has passed [PRM-4]', () => {
    expect(times(given(arrived('A'), at('15:00'), wish('18:00')))[1]).toBe(clock('18:00'));
    expect(times(given(arrived('A'), at('16:10'), wish('18:00')))[1]).toBe(clock('16:00'));
  });

  test('the customer’s wish does not count once lateness was told [PRM-4]', () => {
    const told = [tell('A', clock('16:20'))];
    expect(times(given(arrived('A'), at('12:00'), told, wish('18:00')))[1]).toBe(clock('16:00'));
    const better = [told, at('12:10'), tell('A', clock('15:20'))];
    expect(times(given(arrived('A'), at('12:00'), better, wish('18:00')))[1]).toBe(clock('18:00'));
  });

  test('given lateness was told, when the shop moves the promise first, then a wish still does not count [PRM-4]', () => {
    const scenario = given(arrived('A'), tell('A', clock('16:20')), shops('17:00'), tell('A', null), wish('18:00'));
    expect(times(scenario)[1]).toBe(clock('16:00'));
  });

  test('the original promise is the first firm one, whatever came after it [PRM-5]', () => {
    const scenario = given(
      arrived('A', NO_PROMISE),
      promise('A', clock('15:00'), { kind: 'provisional' }),
      promise('A', clock('16:00')),
      wish('17:00'),
      wish('12:00'),
    );
    expect(times(scenario)).toEqual(['12:00', '12:00', '16:00'].map((time) => clock(time)));
  });

  test('given no firm one, the original is the first of all [PRM-5]', () => {
    const provisional = (time: string): Wish =>
      promise('A', clock(time), { kind: 'provisional', reason: 'customerWish' });
    const first = promise('A', clock('15:00'), { kind: 'provisional' });
    const scenario = given(arrived('A', NO_PROMISE), first, provisional('17:00'));
    expect(originalPromiseOf(scenario.job('A'))?.promisedAt).toBe(clock('15:00'));
  });

  test('given a moved promise, the hand-over is judged by the one that counts and by the original [PRM-5]', () => {
    const moved = given(ready('A', { promisedAt: clock('09:00') }), wish('12:00'), at('11:00'), call('A'));
    moved.when(handOver('A')).thenEvents({
      type: 'CarHandedOver',
      promisedAt: clock('12:00'),
      onTime: true,
      originalAt: clock('09:00'),
      onTimeOriginal: false,
    });
  });
});

describe('what customers are told', () => {
  test('the finish, rounded up to ten minutes [EST-1]', () => {
    given(arrived('A'))
      .when(tell('A', clock('15:01')))
      .thenEvents({ type: 'EstimatePublished', job: 'A', finishAt: clock('15:10') });
    given(arrived('A'))
      .when(tell('A', clock('15:10')))
      .thenEvents({ type: 'EstimatePublished', job: 'A', finishAt: clock('15:10') });
  });

  test('again only when it moved by ten minutes, became known, or can no longer be said [EST-1]', () => {
    const told = given(arrived('A'), tell('A', clock('15:10')), at('09:00'));
    told.when(tell('A', clock('15:02'))).thenNothing();
    told.when(tell('A', clock('15:11'))).thenEvents({ type: 'EstimatePublished', finishAt: clock('15:20') });
    told
      .and(at('09:10'))
      .when(tell('A', clock('15:00')))
      .thenEvents({ type: 'EstimatePublished', finishAt: clock('15:00') })
      .when(tell('A', null))
      .thenEvents({ type: 'EstimatePublished', finishAt: null })
      .when(tell('A', null))
      .thenNothing()
      .when(tell('A', clock('15:00')))
      .thenEvents({ type: 'EstimatePublished', finishAt: clock('15:00') });
    given(arrived('A')).when(tell('A', null)).thenNothing();
  });

  test('of what other cars do to it no sooner than ten minutes later; of its own at once [EST-5]', () => {
    const told = given(arrived('A'), at('09:00'), tell('A', clock('15:00')), at('09:09'));
    told.when(tell('A', clock('15:30'))).thenNothing();
    told.when(tell('A', null)).thenEvents({ type: 'EstimatePublished', finishAt: null });
    told.when(tell('A', clock('16:20'))).thenEvents({ type: 'EstimatePublished', finishAt: clock('16:20') });
    const own = given(arrived('A'), at('09:00'), tell('A', clock('15:00')), dispatch('A', ['o1'], 'L1', 'tan'));
    own.when(tell('A', clock('15:30'))).thenEvents({ type: 'EstimatePublished', finishAt: clock('15:30') });
    const later = given(arrived('A'), at('09:00'), tell('A', clock('15:00')), at('09:10'));
    later.when(tell('A', clock('15:30'))).thenEvents({ type: 'EstimatePublished', finishAt: clock('15:30') });
  });

  const because = (scenario: Scenario): unknown[] => scenario.job('A').estimates.map((told) => told.because);

  test('of a car that nobody is at work on, that its turn comes later or sooner; the first time, where it breaks the promise [EST-4]', () => {
    const waiting = given(arrived('A'), at('09:00'), tell('A', clock('15:00')));
    waiting.and(at('09:10'), tell('A', clock('15:30')), at('09:20'), tell('A', clock('15:00')));
    expect(because(waiting)).toEqual([null, 'workload', 'earlierTurn']);
    expect(because(given(arrived('A'), tell('A', clock('16:10'))))).toEqual(['workload']);
  });

  test('with why it is another finish than before: what the car waits for, more work, slower or sooner [EST-4]', () => {
    const scenario = given(
      working('A', 'L1', 'tan'),
      tell('A', clock('15:00')),
      at('09:00'),
      tell('A', clock('15:30')),
    );
    scenario.and(at('09:10'), tell('A', clock('15:00')), hold('A', 'o1', 'parts'), tell('A', null));
    scenario.and(tell('A', clock('16:00')));
    expect(because(scenario)).toEqual([null, 'later', 'sooner', 'parts', 'parts']);
    const more = given(working('A', 'L1', 'tan'), tell('A', clock('15:00')), at('09:00'), propose('A', 'o1'));
    more.and(
      tell('A', null),
      quote('A'),
      approve('A'),
      at('09:10'),
      tell('A', clock('16:00')),
      at('09:20'),
      tell('A', clock('16:30')),
    );
    expect(because(more)).toEqual([null, 'approval', 'moreWork', 'later']);
    const found = given(working('A', 'L1', 'tan'), tell('A', clock('15:00')), at('09:00'), propose('A', 'o1'));
    found.and(quote('A'), approve('A'), tell('A', clock('16:00')));
    expect(because(found)).toEqual([null, 'moreWork']);
  });

  test('the last twelve times of it stay with the job [EST-4]', () => {
    const times = Array.from({ length: 15 }, (_, index) => [
      at(`09:${String(index * 4)}`.replace(/:(\d)$/, ':0$1')),
      tell('A', index % 2 === 0 ? clock('15:00') : null),
    ]);
    const { told, estimates } = given(arrived('A'), times).job('A');
    expect(estimates).toHaveLength(12);
    expect(estimates.at(-1)).toEqual(told);
  });

  test('only of cars that are here and not ready [EST-3]', () => {
    const finishAt = clock('15:00');
    given(arrived('A'), book('B'), ready('C'), ready('D'), handOver('D'))
      .when({
        type: 'PublishEstimates',
        estimates: ['A', 'B', 'C', 'D', 'E'].map((job) => ({ job, finishAt })),
      })
      .thenEvents({ type: 'EstimatePublished', job: 'A', finishAt });
  });

  test('since when it lies after the promise that counts stays to be seen [EST-2]', () => {
    const scenario = given(working('A', 'L1', 'tan'), at('10:00'), tell('A', clock('16:00')));
    expect(scenario.job('A').toldLateSince).toBeNull();
    scenario.and(at('11:00'), tell('A', clock('16:20')), at('12:00'), tell('A', clock('16:40')));
    expect(scenario.job('A').toldLateSince).toBe(clock('11:00'));
    scenario.and(at('12:10'), tell('A', clock('15:00')));
    expect(scenario.job('A').toldLateSince).toBeNull();
  });

  test('a promise that counts ends it, a promise that does not and a finish that cannot be said do not [EST-2]', () => {
    const late = given(arrived('A'), at('11:00'), tell('A', clock('16:20')), at('12:00'));
    late.and(shops('17:00'));
    expect(late.job('A').toldLateSince).toBe(clock('11:00'));
    late.and(tell('A', null));
    expect(late.job('A').toldLateSince).toBe(clock('11:00'));
    late.and(tell('A', clock('16:20')), added('17:30'));
    expect(late.job('A').toldLateSince).toBeNull();
  });

  test('an earlier promise may make what was told late [EST-2]', () => {
    const later = row('A', { promisedAt: clock('15:00') });
    const scenario = given(book('A'), importing([later], { applyChanges: true }), { type: 'CheckIn', job: 'A' });
    scenario.and(tell('A', clock('14:40')), at('09:00'), wish('14:30'));
    expect(scenario.job('A').toldLateSince).toBe(clock('09:00'));
  });
});
