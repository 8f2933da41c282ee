// How often promises were kept: both figures, against both promises, of the shop and of its parts.
import { describe, expect, test } from 'vitest';
import { arrived, call, followUp, handOver, judge, ready, takeBackReady, worked } from '../testing/commandsOf.ts';
import { clock, uuidOf } from '../testing/littleShop.ts';
import { at, by, given, type Scenario, type Step } from '../testing/scenario.ts';
import type { DayFigures, Visit } from '../domain/state.ts';
import { onTimeFigures, rateOf, type OnTimeFigures, type Period, type PeriodFigures } from './onTimeFigures.ts';

const MONDAY: Period = { from: '2026-11-23', to: '2026-11-23' };
const WEEK: Period = { from: '2026-11-23', to: '2026-11-29' };

const figures = ({ state, now }: Scenario, period = MONDAY): PeriodFigures => onTimeFigures(state, period, now);
const counts = ({ settled, settledOriginal, due, dueOriginal }: OnTimeFigures) =>
  [settled, settledOriginal, due, dueOriginal].map(({ kept, of }) => `${String(kept)}/${String(of)}`);

/** The customer wants it later. */
const wished = (job: string, text: string): Step => ({
  type: 'MakePromise',
  job,
  promisedAt: clock(text),
  kind: 'firm',
  reason: 'customerWish',
  cause: null,
  confirmed: 'phone',
});

describe('settled', () => {
  test('is on time of those handed over in the period with a promise [FIG-1]', () => {
    const scenario = given(ready('A'), ready('B'), ready('C', { promisedAt: null }), ready('D'), handOver('C'));
    scenario.and(at('16:00'), handOver('A'), at('16:30'), handOver('B'), at('2026-11-24 09:00'), handOver('D'));
    expect(figures(scenario).shop.settled).toEqual({ kept: 1, of: 2, rate: null });
    expect(figures(scenario, WEEK).shop.settled).toMatchObject({ kept: 1, of: 3 });
  });

  test('is given against the original promise too, with those that were moved [FIG-3]', () => {
    const scenario = given(ready('A'), wished('A', '18:00'), ready('B'), at('17:00'), handOver('A'), handOver('B'));
    const { settled, settledOriginal, revised } = figures(scenario).shop;
    expect([settled.kept, settledOriginal.kept, revised.kept, revised.of]).toEqual([1, 0, 1, 2]);
  });

  test('leaves out what was excused, and counts it apart [FIG-3]', () => {
    const excused = handOver('A', { cause: 'customer', note: uuidOf(9_000) });
    const scenario = given(ready('A'), ready('B'), at('18:00'), excused, handOver('B'));
    expect(figures(scenario).shop).toMatchObject({ settled: { of: 2 }, due: { of: 2 }, excused: 0 });
    scenario.and(by('bo'), judge('A', true));
    expect(figures(scenario).shop).toMatchObject({ settled: { of: 1 }, due: { of: 1 }, excused: 1 });
    expect(figures(scenario, { from: '2026-11-24', to: '2026-11-29' }).shop.excused).toBe(0);
  });
});

describe('due', () => {
  test('counts a car that is late and still here [FIG-2]', () => {
    const scenario = given(arrived('A'), at('16:00'));
    expect(counts(figures(scenario).shop)).toEqual(['0/0', '0/0', '0/1', '0/1']);
    expect(counts(figures(given(arrived('A'), at('15:59'))).shop)).toEqual(['0/0', '0/0', '0/0', '0/0']);
  });

  test('counts a car that is here, ready and called in time, as kept [FIG-2]', () => {
    const scenario = given(ready('A'), call('A'), ready('B'), at('17:00'), call('B'));
    expect(figures(scenario).shop.due).toMatchObject({ kept: 1, of: 2 });
    scenario.and(takeBackReady('A'));
    expect(figures(scenario).shop.due).toMatchObject({ kept: 0, of: 2 });
  });

  test('counts a promise on the day on which it fell due, once it has [FIG-2]', () => {
    const scenario = given(ready('A'), ready('B', { promisedAt: clock('2026-11-24 10:00') }), handOver('B'));
    scenario.and(at('18:00'));
    expect(counts(figures(scenario).shop)).toEqual(['1/1', '1/1', '0/1', '0/1']);
    scenario.and(at('2026-11-24 10:00'));
    expect(figures(scenario, WEEK).shop.due).toMatchObject({ kept: 1, of: 2 });
    expect(figures(scenario).shop.due).toMatchObject({ kept: 0, of: 1 });
  });

  test('is given against the original promise too, on its own day [FIG-3]', () => {
    const scenario = given(arrived('A'), wished('A', '2026-11-24 10:00'), at('18:00'));
    expect(counts(figures(scenario).shop)).toEqual(['0/0', '0/0', '0/0', '0/1']);
  });
});

describe('the figures of a part', () => {
  test('are those of its cars: by advisor, team, technician, service type [FIG-4]', () => {
    const scenario = given(ready('A'), ready('B', { serviceType: 'accident' }), worked('C', 'L2', 'mei'));
    scenario.and(handOver('A'), at('16:30'), handOver('B'));
    const { shop, advisors, teams, technicians, serviceTypes } = figures(scenario);
    expect(counts(shop)).toEqual(['1/2', '1/2', '1/3', '1/3']);
    expect(advisors).toEqual({ ada: shop });
    expect(teams).toEqual({ T1: shop });
    expect(Object.fromEntries(Object.entries(technicians).map(([who, its]) => [who, counts(its)]))).toEqual({
      tan: ['1/2', '1/2', '1/2', '1/2'],
      mei: ['0/0', '0/0', '0/1', '0/1'],
    });
    expect(Object.entries(serviceTypes).map(([type, { due }]) => [type, due.kept, due.of])).toEqual([
      ['maintenance', 1, 2],
      ['accident', 0, 1],
    ]);
  });

  test('hide a rate under 20 cars [OTR-3]', () => {
    expect(rateOf(19, 19)).toEqual({ kept: 19, of: 19, rate: null });
    expect(rateOf(15, 20)).toEqual({ kept: 15, of: 20, rate: 0.75 });
    const scenario = given(ready('A'), handOver('A'));
    const visit = scenario.state.visits.A as Visit;
    const visits = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`V${String(index)}`, visit]));
    expect(onTimeFigures({ ...scenario.state, visits }, MONDAY, clock('18:00')).shop.settled.rate).toBe(1);
  });
});

describe('the figures of the shop', () => {
  test('equal those that the fold counted day by day, when nothing is left open [FIG-1] [FIG-2]', () => {
    const late = handOver('C', { cause: 'customer', note: uuidOf(9_000) });
    const scenario = given(ready('A'), ready('B'), ready('C'), ready('D', { promisedAt: null }), ready('E'));
    scenario.and(ready('F', { promisedAt: clock('2026-11-25 10:00') }), wished('B', '2026-11-24 12:00'), handOver('F'));
    scenario.and(at('15:00'), handOver('A'), handOver('D'), at('16:10'), late, at('2026-11-24 11:00'), handOver('B'));
    scenario.and(handOver('E', { cause: 'parts' }), by('bo'), judge('C', true), followUp('A', false, 2));
    scenario.and(at('2026-11-28 09:00'));
    const days = Object.entries(scenario.state.days);
    expect(days.map(([day]) => day).sort()).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    for (const period of [WEEK, ...days.map(([day]) => ({ from: day, to: day }))]) {
      const sum = (field: keyof DayFigures) =>
        days.reduce((all, [day, its]) => (period.from <= day && day <= period.to ? all + its[field] : all), 0);
      const { settled, settledOriginal, due, dueOriginal, revised, excused } = figures(scenario, period).shop;
      expect([settled.of, settled.kept, settledOriginal.kept, revised.kept, excused]).toEqual(
        (['delivered', 'onTime', 'onTimeOriginal', 'revised', 'excused'] as const).map(sum),
      );
      expect([due.of, due.kept, dueOriginal.of, dueOriginal.kept]).toEqual(
        (['due', 'dueKept', 'dueOriginal', 'dueOriginalKept'] as const).map(sum),
      );
    }
  });
});
