// What the clock alone says: closing time, and what customers are told.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  finish,
  hold,
  inspecting,
  markReady,
  pass,
  resume,
  working,
  type Wish,
} from '../testing/commandsOf.ts';
import { clock } from '../testing/littleShop.ts';
import { at, by, given, givenNothing, type Scenario } from '../testing/scenario.ts';
import { dueActs, dueAtOnce } from './dueActs.ts';
import { forecast } from './forecast.ts';

const closings = ({ state, now }: Scenario): number[] =>
  dueActs(state, now).flatMap((act) => (act.type === 'SuspendWork' ? [act.closedAt] : []));
const told = ({ state, now }: Scenario): Record<string, number | null> =>
  Object.fromEntries(
    dueActs(state, now).flatMap((act) =>
      act.type === 'PublishEstimates' ? act.estimates.map(({ job, finishAt }) => [job, finishAt] as const) : [],
    ),
  );
/** Everything that is due is given by the server itself. */
function keepTime(scenario: Scenario): Scenario {
  const before = scenario.by;
  return scenario.and(by(null), ...dueActs(scenario.state, scenario.now).map((act): Wish => act), by(before));
}
const LONG = { operations: ['Brakes', 'Brakes', 'Brakes'] };

describe('closing time', () => {
  test('is said ten minutes after the last window of the day, once, and not at lunch [TIME-2]', () => {
    const scenario = given(at('11:30'), working('A', 'L1', 'tan', LONG));
    expect(closings(scenario.and(at('12:15')))).toEqual([]);
    expect(closings(scenario.and(at('18:09')))).toEqual([]);
    expect(closings(scenario.and(at('18:10')))).toEqual([clock('18:00')]);
    expect(closings(keepTime(scenario))).toEqual([]);
    expect(scenario.state.jobs['A']!.operations[0]).toMatchObject({ status: 'held', hold: { reason: 'closing' } });
  });

  test('of yesterday is said in the morning, where nobody was there to say it; of a weekend, Saturday noon [TIME-2]', () => {
    const monday = given(at('16:00'), working('A', 'L1', 'tan', LONG), at('2026-11-24 07:00'));
    expect(closings(monday)).toEqual([clock('18:00')]);
    const saturday = given(at('2026-11-28 11:00'), working('A', 'L1', 'tan', LONG), at('2026-11-30 07:00'));
    expect(closings(saturday)).toEqual([clock('2026-11-28 12:00')]);
  });

  test('is not said to who goes on after it, until the next one [TIME-2]', () => {
    const late = given(at('16:00'), working('A', 'L1', 'tan', LONG), at('18:10'));
    keepTime(late).and(at('18:20'), resume('A', 'o1'), at('20:00'));
    expect(closings(late)).toEqual([]);
    expect(closings(late.and(at('2026-11-24 18:10')))).toEqual([clock('2026-11-24 18:00')]);
  });

  test('says nothing where nobody is at work, and nothing is said of a shop that is not set up [TIME-2]', () => {
    expect(closings(given(arrived('A'), at('18:10')))).toEqual([]);
    expect(dueActs(givenNothing().state, clock('18:10'))).toEqual([]);
  });
});

describe('what customers are told', () => {
  test('is the finish predicted, rounded up to ten minutes, when the car has come [TIME-3] [LNG-3]', () => {
    expect(told(given(at('08:31'), arrived('A')))).toEqual({ A: clock('09:20') });
  });

  test('is told again only when it has moved by ten minutes [TIME-3]', () => {
    const scenario = keepTime(given(working('A', 'L1', 'tan', { operations: ['Oil', 'Brakes'] })));
    expect(told(scenario)).toEqual({});
    expect(told(scenario.and(at('08:35')))).toEqual({});
    expect(told(scenario.and(at('08:40'), finish('A', 'o1')))).toEqual({ A: clock('09:50') });
    expect(told(keepTime(scenario))).toEqual({});
  });

  test('is not told again while the prediction hovers around it [TIME-3]', () => {
    const scenario = keepTime(given(working('A', 'L1', 'tan')));
    const predicted = (): number => forecast(scenario.state, scenario.now).jobs.get('A')?.finishAt ?? 0;
    scenario.and(at('09:03'));
    expect(predicted() - clock('09:10')).toBeGreaterThan(0);
    expect(told(scenario)).toEqual({});
    scenario.and(at('09:20'));
    expect(told(scenario)).toEqual({ A: Math.ceil(predicted() / 600_000) * 600_000 });
  });

  test('is that it cannot be said, once it cannot; and the time again when it can [TIME-3]', () => {
    const scenario = keepTime(given(working('A', 'L1', 'tan')));
    expect(told(scenario.and(at('08:40'), hold('A', 'o1')))).toEqual({ A: null });
    expect(told(keepTime(scenario))).toEqual({});
    expect(told(scenario.and(at('09:40'), resume('A', 'o1')))).toEqual({ A: clock('10:10') });
  });

  test('is nothing any more of a car that is ready [TIME-3]', () => {
    expect(told(keepTime(given(inspecting('A'))).and(pass('A'), markReady('A')))).toEqual({});
  });
});

describe('what cannot wait for the next minute', () => {
  const toldAtOnce = ({ state, now }: Scenario): string[] => {
    const act = dueAtOnce(state, now);
    return act?.type === 'PublishEstimates' ? act.estimates.map(({ job }) => job) : [];
  };

  test('is what customers are told of a car that something has just happened to, and of no other [TIME-4]', () => {
    const scenario = given(working('A', 'L1', 'tan', LONG), arrived('B', { operations: ['Oil'] }));
    expect(toldAtOnce(scenario)).toEqual(['A', 'B']);
    expect(toldAtOnce(keepTime(scenario))).toEqual([]);
    scenario.and(at('08:40'), hold('A', 'o1', 'parts'));
    expect(toldAtOnce(scenario)).toEqual(['A']);
    expect(toldAtOnce(keepTime(scenario))).toEqual([]);
  });

  test('is never closing time, and nothing of a shop that is not set up [TIME-4]', () => {
    expect(toldAtOnce(keepTime(given(at('16:00'), working('A', 'L1', 'tan', LONG))).and(at('18:10')))).toEqual([]);
    expect(dueAtOnce(givenNothing().state, clock('18:10'))).toBeNull();
  });
});
