// What the workshop wall shows.
import { describe, expect, test } from 'vitest';
import { withDay } from '../domain/folds/dayFigures.ts';
import {
  acknowledge,
  arrived,
  book,
  closeBay,
  dispatch,
  escalate,
  handOver,
  hold,
  ready,
  worked,
  working,
} from '../testing/commandsOf.ts';
import { directoryOf } from '../testing/littleDirectory.ts';
import { clock } from '../testing/littleShop.ts';
import { at, given, givenNothing, type Scenario, type Step } from '../testing/scenario.ts';
import { alarmsOf } from '../plan/alarms.ts';
import { forecast } from '../plan/forecast.ts';
import type { WallRow } from './wallBoard.ts';
import { wallRows } from './wallRows.ts';

const PLATES = { A: '粤B11112', B: '粤B22223', C: '京A33334' };

function rows<Kind extends WallRow['kind']>(scenario: Scenario, kind: Kind): Extract<WallRow, { kind: Kind }>[] {
  const { state, now } = scenario;
  const all = wallRows(state, directoryOf(Object.values(state.jobs), PLATES), now);
  return all.filter((row): row is Extract<WallRow, { kind: Kind }> => row.kind === kind);
}

const bay = (code: string, ...steps: Step[]) => rows(given(...steps), 'bay').find((row) => row.code === code)!;

describe('a car on the wall', () => {
  test('shows plate, stage, promise, slack, place and who must act, and nothing else [PRV-4]', () => {
    const [row] = rows(given(working('A', 'L1', 'tan')), 'job');
    expect(row).toEqual({
      key: 'job:A',
      kind: 'job',
      plate: { prefix: '粤B', rest: '11112', local: true },
      stage: 'working',
      mark: 'inOrder',
      promisedAt: clock('16:00'),
      predictedAt: clock('09:10'),
      slackMinutes: 410,
      overdueMinutes: 0,
      bay: 'L1',
      nextBay: null,
      workType: 'quick',
      hold: null,
      advisor: 'Ada',
      stageSince: clock('08:30'),
    });
  });

  test('shows where it goes next, and what it waits for [STG-1]', () => {
    const [next] = rows(given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan')), 'job');
    expect([next?.bay, next?.nextBay]).toEqual([null, 'L1']);
    const [held] = rows(given(working('A', 'L1', 'tan'), hold('A', 'o1', 'approval')), 'job');
    expect(held?.hold).toEqual({ reason: 'approval', since: clock('08:30'), expectedAt: null });
  });

  test('is there while it is here [STG-1]', () => {
    const scenario = given(book('A'), arrived('B'), ready('C'), handOver('C'));
    expect(rows(scenario, 'job').map(({ key }) => key)).toEqual(['job:B']);
  });
});

describe('the figures of the wall', () => {
  test('count the cars here by stage, and those booked for today [STG-1]', () => {
    const tomorrow = { arrivalAt: clock('2026-11-24 09:00'), promisedAt: null };
    const scenario = given(book('A'), book('B', tomorrow), arrived('C'), working('D', 'L1', 'tan'));
    expect(rows(scenario, 'figures')[0]).toMatchObject({ inShop: 2, counts: { booked: 1, waiting: 1, working: 1 } });
  });

  test('hide the rate of a month under 20 cars [OTR-3]', () => {
    const { state, now } = given(at('09:00'));
    const after = (delivered: number) => {
      const october = withDay(state, '2026-10-31', () => ({ delivered: 50 }));
      const november = withDay(october, '2026-11-02', () => ({ delivered, onTime: 15 }));
      const all = wallRows(november, directoryOf([]), now);
      return all.find((row) => row.kind === 'figures')?.month;
    };
    expect(after(19)).toEqual({ delivered: 19, rate: null, dueRate: null });
    expect(after(20)).toEqual({ delivered: 20, rate: 0.75, dueRate: null });
  });

  test('tell the promises that fell due beside those that are settled, of as many visits as are told of [FIG-2] [OTR-3]', () => {
    const { state, now } = given(ready('A'), handOver('A'), at('18:00'));
    const visits = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`V${String(index)}`, state.visits.A!]));
    const all = wallRows({ ...state, visits }, directoryOf([]), now);
    expect(all.find((row) => row.kind === 'figures')?.month).toMatchObject({ delivered: 1, rate: null, dueRate: 1 });
  });

  test('of today are those of the day of the shop [OTR-2]', () => {
    const scenario = given(ready('A'), handOver('A'));
    expect(rows(scenario, 'figures')[0]?.today).toEqual({ delivered: 1, onTime: 1 });
    expect(rows(scenario.and(at('2026-11-24 00:10')), 'figures')[0]?.today).toEqual({ delivered: 0, onTime: 0 });
  });
});

describe('a bay on the wall', () => {
  test('is free, wanted, busy, held or closed [BAY-1]', () => {
    expect(bay('L1').state).toBe('free');
    expect(bay('L1', arrived('A')).state).toBe('wanted');
    expect(bay('L1', working('A', 'L1', 'tan')).state).toBe('busy');
    expect(bay('L1', working('A', 'L1', 'tan'), hold('A', 'o1')).state).toBe('held');
    expect(bay('L1', closeBay('L1', 'cleaning'))).toMatchObject({ state: 'closed', closed: 'cleaning' });
  });

  test('says which car stands in it and when it will be free, where that can be said [PLN-1] [PLN-2]', () => {
    const steps = working('A', 'L1', 'tan');
    expect(bay('L1', steps)).toMatchObject({ plate: { rest: '11112' }, freeAt: clock('09:00') });
    expect(bay('L1', steps, hold('A', 'o1'))).toMatchObject({ plate: { rest: '11112' }, freeAt: null });
    expect(bay('L2', steps)).toMatchObject({ plate: null, freeAt: null });
  });

  test('stands in the order of the floor, in groups by its own work; cars wait at the first that does theirs [DSP-2]', () => {
    const scenario = given(
      arrived('A', { operations: ['Brakes'] }),
      arrived('B'),
      worked('C', 'L1', 'tan', { wash: true }),
    );
    expect(rows(scenario, 'bay').map(({ code }) => code)).toEqual(['L1', 'L2', 'B1', 'W1']);
    expect(rows(scenario, 'group').map(({ workType, waiting }) => [workType, waiting])).toEqual([
      ['quick', 1],
      ['mechanical', 1],
      ['body', 0],
      ['wash', 0],
    ]);
  });
});

describe('alarms on the wall', () => {
  test('name the car, how long, and who must act, most urgent first [ALM-1] [ALM-2]', () => {
    const scenario = given(working('A', 'L1', 'tan', { promisedAt: clock('09:00') }), at('08:50'));
    scenario.and(arrived('C'), at('09:12'));
    const [first, second] = rows(scenario, 'alarm');
    expect(first).toMatchObject({ code: 'promisePassed', minutes: 12, actor: 'advisor', actorName: 'Ada', rank: 0 });
    expect(second).toMatchObject({
      code: 'notDispatched',
      actor: 'dispatcher',
      actorName: null,
      freeBay: 'L2',
      rank: 1,
    });
  });

  test('say what somebody has seen to, and what has gone on to the manager [ALM-4] [ALM-15]', () => {
    const scenario = given(working('A', 'L1', 'tan', { promisedAt: clock('09:00') }), at('09:12'));
    const [raised] = alarmsOf(scenario.state, forecast(scenario.state, scenario.now), scenario.now);
    expect(rows(scenario, 'alarm')[0]).toMatchObject({ acknowledged: false, escalated: false });
    scenario.and(escalate('A', raised!.code, raised!.episode));
    expect(rows(scenario, 'alarm')[0]).toMatchObject({ actor: 'manager', escalated: true });
    scenario.and(acknowledge('A', raised!.code, raised!.episode));
    expect(rows(scenario, 'alarm')[0]).toMatchObject({ acknowledged: true });
  });

  test('a shop that is not set up has no rows [PRV-4]', () => {
    expect(wallRows(givenNothing().state, directoryOf([]), clock('09:00'))).toEqual([]);
  });
});
