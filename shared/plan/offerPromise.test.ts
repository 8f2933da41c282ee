// What can be promised for a visit: what the prediction supports.
import { describe, expect, test } from 'vitest';
import { arrived, away, book, dispatch, ready, working } from '../testing/commandsOf.ts';
import { clock, TIME_ZONE } from '../testing/littleShop.ts';
import { at, given, type Scenario } from '../testing/scenario.ts';
import { localDay, localTime } from '../time/shopTime.ts';
import { forecast } from './forecast.ts';
import { offerPromise, offerPromiseOf, type PromiseOffer, type WantedVisit } from './offerPromise.ts';

const told = (moment: number): string => {
  const day = localDay(moment, TIME_ZONE);
  return `${day === '2026-11-23' ? '' : `${day} `}${localTime(moment, TIME_ZONE)}`;
};

/** Predicted → promised. */
const said = (offer: PromiseOffer | null): string =>
  offer ? `${told(offer.predictedAt)} → ${told(offer.promisedAt)}` : 'nothing';

function offered(scenario: Scenario, work: string[], arrival: string, visit: Partial<WantedVisit> = {}): string {
  const operations = work.map((name) => ({ name, minutes: null }));
  const wanted = { operations, wash: false, arrivalAt: clock(arrival), bay: null, ...visit };
  return said(offerPromise(scenario.state, wanted, scenario.now));
}

describe('the promise that is offered', () => {
  test('is the predicted finish and a margin, rounded up to ten minutes [OFR-1]', () => {
    expect(offered(given(), ['Oil'], '08:30')).toBe('09:10 → 09:50');
    expect(offered(given(), ['Oil'], '10:00', { wash: true })).toBe('10:55 → 11:40');
  });

  test('counts the queue that the car would stand in [OFR-1]', () => {
    const scenario = given(working('A', 'L1', 'tan', { operations: ['Brakes'] }));
    scenario.and(working('B', 'L2', 'mei', { operations: ['Brakes'] }));
    expect(offered(scenario, ['Oil'], '08:30')).toBe('10:10 → 10:50');
  });

  test('counts what is booked until then, also on a later day [OFR-1]', () => {
    const tomorrow = { arrivalAt: clock('2026-11-24 08:30'), promisedAt: clock('2026-11-24 17:00') };
    const scenario = given(book('A', { ...tomorrow, operations: ['Strip'] }));
    expect(offered(given(), ['Strip'], '2026-11-24 08:30')).toBe('2026-11-24 09:20 → 2026-11-24 10:00');
    expect(offered(scenario, ['Strip'], '2026-11-24 08:30')).toBe('2026-11-24 09:20 → 2026-11-24 10:40');
  });

  test('has more margin the longer and the less certain the work [OFR-2]', () => {
    const margin = (work: string[]): number => {
      const operations = work.map((name) => ({ name, minutes: null }));
      const { state, now } = given();
      return offerPromise(state, { operations, wash: false, arrivalAt: now, bay: null }, now)?.marginMinutes ?? 0;
    };
    expect(margin(['Battery'])).toBe(40);
    expect(margin(['Brakes', 'Brakes', 'Brakes'])).toBeGreaterThan(40);
  });

  test('lies within opening hours: after closing time it is the next morning [OFR-3]', () => {
    const late = given(at('17:00'));
    expect(offered(late, ['Oil'], '17:00')).toBe('17:40 → 2026-11-24 08:50');
    expect(offered(late, ['Oil'], '17:20')).toBe('18:00 → 2026-11-24 09:10');
    expect(offered(given(at('11:10')), ['Oil'], '11:10')).toBe('11:50 → 13:30');
    expect(offered(given(), ['Oil'], '2026-11-28 11:00')).toBe('2026-11-28 11:40 → 2026-11-30 08:50');
  });

  test('of a car that is booked or here is for what is left of it [OFR-1]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'));
    expect(said(offerPromiseOf(scenario.state, 'A', scenario.now))).toBe('09:10 → 09:50');
    const booked = given(book('B', { arrivalAt: clock('2026-11-24 10:00'), promisedAt: null }));
    expect(said(offerPromiseOf(booked.state, 'B', booked.now))).toBe('2026-11-24 10:40 → 2026-11-24 11:20');
  });

  test('predicts what is predicted once the car is written up with that promise [OFR-1]', () => {
    const scenario = given(
      working('A', 'L1', 'tan', { operations: ['Brakes'] }),
      working('B', 'L2', 'mei', { operations: ['Brakes'] }),
      arrived('C', { promisedAt: clock('17:30') }),
    );
    const operations = [{ name: 'Oil', minutes: null }];
    const wanted = { operations, wash: false, arrivalAt: scenario.now, bay: null };
    const offer = offerPromise(scenario.state, wanted, scenario.now);
    scenario.and(arrived('D', { promisedAt: offer?.promisedAt ?? null, arrivalAt: scenario.now }));
    expect(forecast(scenario.state, scenario.now).jobs.get('D')?.finishAt).toBe(offer?.predictedAt);
  });

  test('is none where nobody can say when, or nothing is left [OFR-1]', () => {
    expect(offered(given(away('bo')), ['Strip'], '08:30')).toBe('nothing');
    expect(offered(given(), ['Flying'], '08:30')).toBe('nothing');
    const done = given(ready('A'));
    expect(said(offerPromiseOf(done.state, 'A', done.now))).toBe('nothing');
    expect(said(offerPromiseOf(done.state, 'nobody', done.now))).toBe('nothing');
  });

  test('takes the bay that would be kept for it [OFR-1]', () => {
    const scenario = given(working('A', 'L1', 'tan', { operations: ['Brakes'] }));
    expect(offered(scenario, ['Oil'], '09:00', { bay: 'L2' })).toBe('09:40 → 10:20');
  });
});
