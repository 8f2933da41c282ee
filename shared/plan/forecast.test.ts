// When each car will be done: through the queues of bays and people, in working hours.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  arrived,
  away,
  book,
  closeBay,
  dispatch,
  finish,
  hold,
  inspecting,
  pass,
  ready,
  setUp,
  start,
  worked,
  working,
} from '../testing/commandsOf.ts';
import type { Hold } from '../domain/state.ts';
import { ACCIDENT, clock, littleShop } from '../testing/littleShop.ts';
import { withJob, withOperation, withStaff, type Seen } from '../testing/otherwise.ts';
import { at, given, givenNothing, type Scenario, type Step } from '../testing/scenario.ts';
import { localTime } from '../time/shopTime.ts';
import { forecast } from './forecast.ts';

fc.configureGlobal({ seed: 20_261_123 });

const { shop } = littleShop;

/** When a job will be done, as a clock of that day shows it, or with its date; null when nobody can say. */
function done(scenario: Seen, job = 'A'): string | null {
  const at = forecast(scenario.state, scenario.now).jobs.get(job)?.finishAt ?? null;
  return at === null ? null : told(at);
}

function told(at: number): string {
  const day = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
  return day === '2026-11-23' ? localTime(at, shop.timeZone) : `${day} ${localTime(at, shop.timeZone)}`;
}

/** From–to of an operation. */
function span(scenario: Seen, job: string, operation: string): string {
  const found = forecast(scenario.state, scenario.now).jobs.get(job)?.operations.get(operation);
  return found ? `${told(found.startAt)}–${told(found.finishAt)}` : 'none';
}

describe('a car alone', () => {
  test('is done after its minutes, its inspection and its wash [PLN-1]', () => {
    expect(done(given(arrived('A', { wash: true })))).toBe('09:25');
  });

  test('that is worked on needs what is left of its minutes [PLN-1]', () => {
    const scenario = given(working('A', 'L1', 'tan'), at('08:50'));
    expect(span(scenario, 'A', 'o1')).toBe('08:30–09:00');
    expect(done(scenario)).toBe('09:10');
  });

  test('whose work has outrun its minutes is believed to need a little more [PLN-1]', () => {
    expect(span(given(working('A', 'L1', 'tan'), at('10:00')), 'A', 'o1')).toBe('08:30–10:05');
  });

  test('that is booked for later is not begun before it comes [PLN-1]', () => {
    expect(done(given(book('A', { arrivalAt: clock('10:00') })))).toBe('10:40');
  });

  test('that is done but not marked ready is done now, one that is ready was done then [PLN-1]', () => {
    const finished = given(inspecting('A'), pass('A'), at('10:00'));
    expect(done(finished)).toBe('10:00');
    expect(done(given(ready('A'), at('10:00')))).toBe('08:30');
  });

  test('has slack in whole minutes to its promise, less than none when late [PLN-1]', () => {
    const slack = (promised: string): number | null | undefined => {
      const scenario = given(arrived('A', { promisedAt: clock(promised) }));
      return forecast(scenario.state, scenario.now).jobs.get('A')?.slackMinutes;
    };
    expect([slack('09:40'), slack('09:10'), slack('08:40')]).toEqual([30, 0, -30]);
  });

  test('of an accident goes through body, sanding, paint, oven, polish and refit in order [PLN-1] [DSP-5]', () => {
    const scenario = given(arrived('A', { operations: ACCIDENT }));
    expect(['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'inspection'].map((id) => span(scenario, 'A', id))).toEqual([
      '08:30–09:10',
      '09:10–10:10',
      '10:10–11:00',
      '11:00–13:30',
      '13:30–14:30',
      '14:30–15:10',
      '15:10–15:55',
      '15:55–16:05',
    ]);
  });
});

describe('working hours', () => {
  test('lunch is left out [PLN-3]', () => {
    expect(done(given(at('11:40'), arrived('A')))).toBe('13:10');
  });

  test('what is not done at closing time goes on the next morning [PLN-3]', () => {
    expect(done(given(at('17:40'), working('A', 'L1', 'tan')))).toBe('2026-11-24 08:40');
  });

  test('on the evening of a day, work that ran at closing time has not gone on since [PLN-3]', () => {
    expect(done(given(at('17:50'), working('A', 'L1', 'tan'), at('23:00')))).toBe('2026-11-24 09:00');
  });

  test('a weekend is left out [PLN-3]', () => {
    const saturday = { arrivalAt: clock('2026-11-28 11:00'), promisedAt: null };
    expect(done(given(at('2026-11-28 11:40'), arrived('A', saturday)))).toBe('2026-11-30 08:40');
  });

  test('drying goes on over lunch and closing time; what follows waits for people [PLN-3]', () => {
    const drying = { operations: ['Bake'] };
    const lunch = given(at('11:30'), working('A', 'B1', 'bo', drying));
    expect([span(lunch, 'A', 'o1'), done(lunch)]).toEqual(['11:30–12:30', '13:10']);
    const night = given(at('17:45'), working('A', 'B1', 'bo', drying));
    expect([span(night, 'A', 'o1'), done(night)]).toEqual(['17:45–18:45', '2026-11-24 08:40']);
  });

  test('drying that nobody was given waits for no person [PLN-3] [DSP-8]', () => {
    const scenario = given(arrived('A', { operations: ['Bake'] }), away('bo'));
    expect(span(scenario, 'A', 'o1')).toBe('08:30–09:30');
  });

  test('a car that has been here for months is still reckoned in working hours [PLN-3]', () => {
    const scenario = given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { freesBay: true }));
    scenario.and(at('2027-03-22 11:50'), arrived('B', { arrivalAt: clock('2027-03-22 11:00'), promisedAt: null }));
    expect(done(scenario, 'B')).toBe('2027-03-22 13:30');
  });

  test('an empty shop has nothing to say [PLN-1]', () => {
    const { state, now } = given();
    expect([forecast(state, now).jobs.size, forecast(state, now).bays.size]).toEqual([0, 0]);
    expect(forecast(givenNothing().state, now).jobs.size).toBe(0);
  });
});

describe('queues', () => {
  const two = [arrived('A'), arrived('B')];

  test('cars of one bay follow each other as they were dispatched [PLN-1]', () => {
    const scenario = given(two, dispatch('B', ['o1'], 'L1', 'mei'), dispatch('A', ['o1'], 'L1', 'tan'));
    expect([span(scenario, 'B', 'o1'), span(scenario, 'A', 'o1')]).toEqual(['08:30–09:00', '09:00–09:30']);
    expect(told(forecast(scenario.state, scenario.now).bays.get('L1')!)).toBe('09:30');
  });

  test('cars of one technician follow each other, also from bay to bay [PLN-1]', () => {
    const scenario = given(two, dispatch('B', ['o1'], 'L1', 'tan'), dispatch('A', ['o1'], 'L2', 'tan'));
    expect([span(scenario, 'B', 'o1'), span(scenario, 'A', 'o1')]).toEqual(['08:30–09:00', '09:00–09:30']);
  });

  test('a line for two cars takes two at once, and the third after the first [PLN-1]', () => {
    const toWash = (job: string) => [inspecting(job, { wash: true }), pass(job)];
    const washers = littleShop.staff.map((one) => (one.id === 'bo' ? { ...one, workTypes: ['wash'] } : one));
    const scenario = givenNothing().and(setUp({ staff: [...washers, { ...washers[4]!, id: 'wang' }] }));
    scenario.and(toWash('A'), toWash('B'), toWash('C'));
    expect(['A', 'B', 'C'].map((job) => done(scenario, job))).toEqual(['08:45', '08:45', '09:00']);
  });

  test('what nobody was given takes the bay and the person that come free first [PLN-1]', () => {
    const scenario = given(working('A', 'L1', 'tan', { operations: ['Brakes'] }), arrived('B'), arrived('C'));
    expect(['B', 'C'].map((job) => span(scenario, job, 'o1'))).toEqual(['08:30–09:00', '09:00–09:30']);
  });

  test('of two that could begin alike the earlier promise goes first [PLN-1]', () => {
    const late = { operations: ['Strip'], promisedAt: clock('17:00') };
    const early = { operations: ['Strip'], promisedAt: clock('10:00') };
    const scenario = given(arrived('A', late), arrived('B', early));
    expect(['A', 'B'].map((job) => span(scenario, job, 'o1'))).toEqual(['09:10–09:50', '08:30–09:10']);
  });

  test('a bay with two at work on one car is free when both are done [PLN-1]', () => {
    const scenario = given(arrived('A', { operations: ['Brakes', 'Oil'] }), arrived('B', { operations: ['Battery'] }));
    scenario.and(dispatch('A', ['o1'], 'L1', 'mei'), dispatch('A', ['o2'], 'L1', 'tan'), start('A', 'o1'));
    scenario.and(start('A', 'o2'), dispatch('B', ['o1'], 'L1', 'tan'));
    expect(span(scenario, 'B', 'o1')).toBe('09:30–09:50');
  });

  property.prop([fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 6 })])(
    'a car put behind another in the same bay and crew is not done earlier [PLN-1]',
    (cars) => {
      const jobs = cars.map(([what], index) => ({ job: `J${index}`, operation: ['Oil', 'Brakes', 'Battery'][what]! }));
      const scenario = given(
        jobs.map(({ job, operation }) => arrived(job, { operations: [operation] })),
        jobs.map(({ job }) => dispatch(job, ['o1'], 'L1', 'tan')),
      );
      const { jobs: predicted } = forecast(scenario.state, scenario.now);
      const ends = jobs.map(({ job }) => predicted.get(job)!.operations.get('o1')!.finishAt);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
      expect(new Set(ends).size).toBe(ends.length);
    },
  );

  test('the same shop at the same moment has the same forecast on every node [PLN-1]', () => {
    const scenario = given(
      arrived('A', { operations: ACCIDENT }),
      working('B', 'L1', 'tan'),
      arrived('C'),
      at('09:10'),
    );
    const elsewhere = JSON.parse(JSON.stringify(scenario.state)) as typeof scenario.state;
    expect(forecast(elsewhere, scenario.now)).toEqual(forecast(scenario.state, scenario.now));
  });
});

describe('what cannot be said', () => {
  const held = (...how: Parameters<typeof hold>): Step[] => [working('A', 'L1', 'tan'), at('09:00'), hold(...how)];

  test('a hold goes on at its expected time [PLN-2]', () => {
    const scenario = given(held('A', 'o1', 'parts', { expectedAt: clock('14:00') }));
    expect([span(scenario, 'A', 'o1'), done(scenario)]).toEqual(['14:00–14:05', '14:15']);
  });

  test('a hold whose time has passed is believed to go on a little later [PLN-6]', () => {
    const scenario = given(held('A', 'o1', 'parts', { expectedAt: clock('09:30') }), at('10:00'));
    expect(span(scenario, 'A', 'o1')).toBe('10:10–10:15');
  });

  test('a hold without a time makes its job unknown, and what waits for its bay [PLN-2]', () => {
    const scenario = given(held('A', 'o1'), arrived('B'), dispatch('B', ['o1'], 'L1', 'mei'));
    expect([done(scenario, 'A'), done(scenario, 'B')]).toEqual([null, null]);
    expect(forecast(scenario.state, scenario.now).jobs.get('A')?.slackMinutes).toBeNull();
  });

  test('a hold that freed its bay stops nobody else [PLN-2]', () => {
    const scenario = given(
      held('A', 'o1', 'parts', { freesBay: true }),
      arrived('B'),
      dispatch('B', ['o1'], 'L1', 'mei'),
    );
    expect([done(scenario, 'A'), done(scenario, 'B')]).toEqual([null, '09:40']);
  });

  test('a hold in the queue of a bay lets the others of that queue by [PLN-2]', () => {
    const scenario = given(arrived('A'), arrived('B'), dispatch('A', ['o1'], 'L1', 'tan'), hold('A', 'o1'));
    scenario.and(dispatch('B', ['o1'], 'L1', 'tan'));
    expect([done(scenario, 'A'), done(scenario, 'B')]).toEqual([null, '09:10']);
  });

  test('work held in a queue comes after what must come before it [PLN-2] [DSP-5]', () => {
    const scenario = given(arrived('A', { operations: ['Strip', 'Beat'] }), dispatch('A', ['o1', 'o2'], 'B1', 'bo'));
    scenario.and(hold('A', 'o2', 'parts', { expectedAt: clock('09:30') }));
    expect([span(scenario, 'A', 'o1'), span(scenario, 'A', 'o2')]).toEqual(['08:30–09:10', '09:30–10:30']);
  });

  test('a closed bay is free again when it is said to open, else nobody knows [PLN-2]', () => {
    const steps = [arrived('A', { operations: ['Strip'] })];
    expect(done(given(steps, closeBay('B1', 'broken', clock('10:00'))))).toBe('10:50');
    expect(done(given(steps, closeBay('B1')))).toBeNull();
  });

  test('work that nobody here is able to do is done nobody knows when [PLN-2]', () => {
    expect(done(given(arrived('A', { operations: ['Strip'] }), away('bo')))).toBeNull();
    expect(done(given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), away('tan')))).toBeNull();
    expect(done(given(worked('A'), away('ivy'), away('wu')))).toBeNull();
  });

  test('one car that nobody can say anything of leaves the others as they are [PLN-2]', () => {
    const scenario = given(arrived('A', { operations: ['Strip'] }), away('bo'), arrived('B'), finishable('C'));
    expect([done(scenario, 'A'), done(scenario, 'B'), done(scenario, 'C')]).toEqual([null, '09:10', '08:40']);
  });
});

describe('the pace of the shop', () => {
  test('has three minutes between one operation and the next and two to the word that it is ready, apart from the prediction [PLN-13]', () => {
    const between = ({ state, now }: Scenario): number | undefined =>
      forecast(state, now).jobs.get('A')?.betweenMinutes;
    expect(between(given(arrived('A', { wash: true })))).toBe(11);
    expect(between(given(working('A', 'L1', 'tan')))).toBe(5);
  });

  test('is that of the work it has finished, but not of drying [PLN-5]', () => {
    const scenario = given(arrived('A'), arrived('B', { operations: ['Bake'] }));
    const slow = { count: 100, actualMinutes: 6000, standardMinutes: 3000 };
    const learned = { Oil: slow, Bake: slow };
    const seen = { state: { ...scenario.state, learned }, now: scenario.now };
    expect(span(seen, 'A', 'o1')).toBe('08:30–09:28');
    expect(span(seen, 'B', 'o1')).toBe('08:30–09:30');
  });

  test('makes a long and a waiting car less certain than a short one [PLN-11]', () => {
    const scenario = given(arrived('A'), arrived('B', { operations: ['Brakes', 'Brakes'] }));
    const spread = (job: string): number => forecast(scenario.state, scenario.now).jobs.get(job)!.spreadMinutes;
    expect(spread('A')).toBeGreaterThan(5);
    expect(spread('B')).toBeGreaterThan(2 * spread('A'));
  });
});

describe('held work goes on', () => {
  const held = (hold: Partial<Hold>, now = '09:00'): Seen => {
    const scenario = given(working('A', 'L1', 'tan'), at('08:50'), hold_(), at(now));
    const { hold: was } = scenario.operation('A', 'o1');
    return withOperation(scenario, 'A', 'o1', { hold: { ...was!, ...hold } });
  };
  const hold_ = (): Step => hold('A', 'o1');

  test('now, when the parts have come [PLN-6]', () => {
    expect(span(held({ partsAt: clock('08:58') }), 'A', 'o1')).toBe('09:00–09:10');
    expect(span(held({ partsAt: clock('08:58'), expectedAt: clock('14:00') }), 'A', 'o1')).toBe('09:00–09:10');
  });

  test('after closing time with the next opening [PLN-6]', () => {
    const evening = held({ reason: 'closing', since: clock('18:00'), expectedAt: clock('2026-11-24 08:30') }, '19:00');
    expect(done(evening)).toBe('2026-11-24 08:50');
  });

  test('after a break when it was said to end, else after a quarter of an hour [PLN-6]', () => {
    expect(span(held({ reason: 'break', expectedAt: clock('09:20') }), 'A', 'o1')).toBe('09:20–09:30');
    expect(span(held({ reason: 'break' }), 'A', 'o1')).toBe('09:05–09:15');
  });

  test('soon, when the customer is asked, and a little later when that time has passed [PLN-6]', () => {
    expect(span(held({ reason: 'approval' }), 'A', 'o1')).toBe('09:10–09:20');
    expect(span(held({ reason: 'approval' }, '09:40'), 'A', 'o1')).toBe('09:50–10:00');
  });

  test('nobody knows when, for parts without a time and a customer who is to decide [PLN-2] [PLN-6]', () => {
    expect(done(held({ reason: 'parts' }))).toBeNull();
    expect(done(held({ reason: 'customer' }))).toBeNull();
  });

  test('on an answer without a time is believed, but marked as not to be told [PLN-8]', () => {
    const awaited = ({ state, now }: Seen): boolean | undefined => forecast(state, now).jobs.get('A')?.awaitsAnswer;
    expect(awaited(held({ reason: 'approval' }))).toBe(true);
    expect(awaited(held({ reason: 'approval', expectedAt: clock('10:00') }))).toBe(false);
    expect(awaited(held({ reason: 'parts', expectedAt: clock('10:00') }))).toBe(false);
  });

  test('by its own crew, when they have done what they took up meanwhile [PLN-6]', () => {
    const scenario = given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { expectedAt: clock('09:10') }));
    scenario.and(working('B', 'L2', 'tan', { operations: ['Brakes'] }));
    expect(span(scenario, 'A', 'o1')).toBe('09:30–10:00');
  });

  test('in whichever bay is free, where it has given up its own [PLN-6]', () => {
    const scenario = given(working('A', 'L1', 'tan'));
    scenario.and(hold('A', 'o1', 'parts', { expectedAt: clock('09:00'), freesBay: true }));
    scenario.and(working('B', 'L1', 'mei', { operations: ['Brakes'] }));
    expect(span(scenario, 'A', 'o1')).toBe('09:00–09:30');
    expect(span(given(scenarioSteps(), closeBay('L2')), 'A', 'o1')).toBe('09:30–10:00');
  });

  const scenarioSteps = (): Step[] => [
    working('A', 'L1', 'tan'),
    hold('A', 'o1', 'parts', { expectedAt: clock('09:00'), freesBay: true }),
    working('B', 'L1', 'mei', { operations: ['Brakes'] }),
  ];

  test('at the soonest: what is left of a job of which nobody knows the end, without queues [PLN-12]', () => {
    const atBest = ({ state, now }: Seen): string => told(forecast(state, now).jobs.get('A')!.atBestAt);
    expect(atBest(held({ reason: 'parts' }))).toBe('09:20');
    const known = given(arrived('A'));
    expect(atBest(known)).toBe(done(known));
  });
});

test('what was given to a crew is done before they are given other work, though that could begin sooner [PLN-14]', () => {
  const scenario = given(away('ivy'), working('A', 'L1', 'mei'), at('08:45'), arrived('B'));
  scenario.and(dispatch('B', ['o1'], 'L1', 'tan'), arrived('C', { operations: ['Brakes'] }));
  expect(span(scenario, 'B', 'o1')).toBe('09:00–09:30');
  expect(span(scenario, 'C', 'o1')).toBe('09:00–10:00');
});

test('who goes on although a break has begun is about to be done [PLN-4]', () => {
  expect(span(given(at('11:36'), working('A', 'L1', 'tan'), at('12:06')), 'A', 'o1')).toBe('11:36–12:07');
});

describe('a car elsewhere', () => {
  test('at a subcontractor is back when it is expected, else nobody knows [PLN-7]', () => {
    const sublet = (expectedAt: number | null): Seen =>
      withJob(given(arrived('A')), 'A', () => ({ location: { kind: 'sublet', expectedAt } }));
    expect(span(sublet(clock('14:00')), 'A', 'o1')).toBe('14:00–14:30');
    expect(done(sublet(null))).toBeNull();
    expect(span(sublet(clock('08:00')), 'A', 'o1')).toBe('08:40–09:10');
  });

  test('that was cancelled is nobody’s work any more [PLN-7]', () => {
    const scenario = given(arrived('A'), arrived('B', { promisedAt: clock('15:00') }));
    const gone = withJob(scenario, 'B', () => ({ cancelled: { at: scenario.now, reason: 'customerWish' } }));
    expect(forecast(gone.state, gone.now).jobs.has('B')).toBe(false);
    expect(span(gone, 'A', 'o1')).toBe('08:30–09:00');
  });
});

describe('people', () => {
  const strip = { operations: ['Strip'] };

  test('on leave today begin when they are back [PLN-10]', () => {
    const leave = [{ from: '2026-11-23', to: '2026-11-24' }];
    expect(done(withStaff(given(arrived('A', strip)), 'bo', { leave }))).toBe('2026-11-25 09:20');
    expect(done(withStaff(given(arrived('A', strip)), 'bo', { leave, present: false }))).toBe('2026-11-25 09:20');
  });

  test('on leave tomorrow do today what they can [PLN-10]', () => {
    const leave = [{ from: '2026-11-24', to: '2026-11-24' }];
    const scenario = given(at('17:30'), arrived('A', strip), arrived('B', strip));
    const seen = withStaff(scenario, 'bo', { leave });
    expect([span(seen, 'A', 'o1'), span(seen, 'B', 'o1')]).toEqual([
      '17:30–18:10',
      '2026-11-25 08:30–2026-11-25 09:10',
    ]);
  });

  test('on a break begin when it ends, after a quarter of an hour where nobody said [PLN-10]', () => {
    const since = clock('08:30');
    const begins = (until: number | null): string =>
      span(withStaff(given(arrived('A', strip)), 'bo', { onBreak: { since, until } }), 'A', 'o1');
    expect([begins(clock('09:00')), begins(null)]).toEqual(['09:00–09:40', '08:45–09:25']);
  });
});

describe('a bay that is kept', () => {
  const kept = (bay: string, from: string, to: string): Seen =>
    withJob(given(arrived('A'), arrived('B'), book('R', { arrivalAt: clock(from) })), 'R', () => ({
      reservation: { bay, from: clock(from), to: clock(to) },
    }));

  test('is taken by the car that it is kept for [PLN-9]', () => {
    const { state, now } = kept('L2', '10:00', '10:30');
    expect(span({ state, now }, 'R', 'o1')).toBe('10:00–10:30');
  });

  test('is avoided by work that would run into it [PLN-9]', () => {
    const seen = kept('L2', '08:50', '09:20');
    expect(['A', 'B', 'R'].map((job) => span(seen, job, 'o1'))).toEqual(['08:30–09:00', '09:00–09:30', '08:50–09:20']);
  });

  test('is used by work that is done before [PLN-9]', () => {
    const seen = kept('L2', '09:00', '09:30');
    expect(['A', 'B'].map((job) => span(seen, job, 'o1'))).toEqual(['08:30–09:00', '08:30–09:00']);
  });
});

test('rework is first in its queue [PLN-1] [INS-5]', () => {
  const scenario = given(arrived('A'), arrived('B'));
  scenario.and(dispatch('A', ['o1'], 'L1', 'tan'), dispatch('B', ['o1'], 'L1', 'tan'));
  const seen = withOperation(scenario, 'B', 'o1', { reworkOf: 'o9' });
  expect(['B', 'A'].map((job) => span(seen, job, 'o1'))).toEqual(['08:30–09:00', '09:00–09:30']);
});

/** A car whose only work is done on the other lift. */
function finishable(job: string): Step[] {
  return [arrived(job), dispatch(job, ['o1'], 'L2', 'mei'), start(job, 'o1'), finish(job, 'o1')];
}
