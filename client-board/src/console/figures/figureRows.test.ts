// figures/ — the rows of the tables of figures.
import type { OnTimeFigures, Rate } from '@zhunshi/shared/plan/onTimeFigures.ts';
import { onTimeFigures, rateOf } from '@zhunshi/shared/plan/onTimeFigures.ts';
import { arrived, handOver, ready } from '@zhunshi/shared/testing/commandsOf.ts';
import { at, given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import type { OnTimeAnswer } from '@zhunshi/shared/wire/onTimeReport.ts';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { cellOf, partRowsOf, shopRowOf } from './figureRows.ts';

const period = { from: '2026-11-23', to: '2026-11-23' };
const answerOf = ({ state, now }: Scenario): OnTimeAnswer => ({
  ...onTimeFigures(state, period, now),
  ...{ period, asOf: now, causes: [], lateness: [] },
});
const cell = (rate: Rate, target: number | null = 0.96) => cellOf(rate, target, { language: 'zh-CN' });

describe('one figure', () => {
  test('given 19 cars, then their counts stand there and the rate is hidden [FIG-12] [OTR-3]', () => {
    expect(cell(rateOf(18, 19))).toEqual({ counts: '18/19', rate: '不足 20 台', hidden: true, miss: null });
    expect(cell(rateOf(0, 0))).toEqual({ counts: '0/0', rate: '不足 20 台', hidden: true, miss: null });
  });

  test('given 20 cars under the target, then rate and counts stand there, with what is missing [FIG-12]', () => {
    expect(cell(rateOf(19, 20))).toEqual({
      counts: '19/20',
      rate: '95.0%',
      hidden: false,
      miss: '低于目标 1.0 个百分点',
    });
    expect(cell(rateOf(24, 25)).miss).toBeNull();
    expect(cell(rateOf(2, 20), null)).toEqual({ counts: '2/20', rate: '10.0%', hidden: false, miss: null });
  });
});

describe('rows', () => {
  test('given a car on time and one late that is here still, then the shop has both figures by both promises [FIG-1] [FIG-2]', () => {
    const scenario = given(ready('A'), arrived('B'), handOver('A'), at('17:00'));
    const row = shopRowOf(viewOf(scenario.state, scenario.now), answerOf(scenario));
    const { settled, settledOriginal, due, dueOriginal, revised } = row;
    expect([settled, settledOriginal, due, dueOriginal, revised].map(({ counts }) => counts)).toEqual([
      ...['1/1', '1/1', '1/2', '1/2', '0/1'],
    ]);
    expect([row.name, row.excused]).toEqual(['全店', '0 台']);
  });

  test('given the parts of a shop, then they are called by their names, and one that is gone by its id [FIG-4]', () => {
    const scenario = given(ready('A'), handOver('A'));
    const view = viewOf(scenario.state, scenario.now);
    view.directory.staff['tan'] = { name: '谭工' };
    const names = partRowsOf(view, answerOf(scenario)).map(({ heading, rows }) => [
      heading,
      ...rows.map((row) => row.name),
    ]);
    const type = view.shop.serviceTypes.find(({ code }) => code === 'maintenance')?.zh;
    expect(names).toEqual([
      ['服务顾问', 'ada'],
      ['班组', 'Mechanics'],
      ['技师', '谭工'],
      ['维修类型', type],
    ]);
  });

  test('given advisors with more and fewer cars, then the one with most stands first [FIG-12]', () => {
    const { shop, ...rest } = answerOf(given());
    const many = (count: number): OnTimeFigures => ({ ...shop, due: rateOf(count, count) });
    const advisors = { ada: many(2), bea: many(7), cem: many(2) };
    const [byAdvisor] = partRowsOf(viewOf(given().state, 0), { ...rest, shop, advisors });
    expect(byAdvisor?.rows.map(({ key }) => key)).toEqual(['bea', 'ada', 'cem']);
  });
});
