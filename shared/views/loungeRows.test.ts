// What customers who wait here are told.
import { describe, expect, test } from 'vitest';
import {
  approve,
  arrived,
  book,
  checkIn,
  dispatch,
  handOver,
  hold,
  inspecting,
  markReady,
  pass,
  postNotice,
  propose,
  quote,
  ready,
  start,
  worked,
  withdraw,
  working,
} from '../testing/commandsOf.ts';
import type { DomainEvent } from '../domain/events.ts';
import { defaultRules } from '../domain/defaultRules.ts';
import { foldEntry } from '../domain/evolve.ts';
import type { Location } from '../domain/state.ts';
import type { Instant } from '../domain/words.ts';
import { directoryOf } from '../testing/littleDirectory.ts';
import { clock, uuidOf } from '../testing/littleShop.ts';
import { at, given, givenNothing, type Scenario, type Step } from '../testing/scenario.ts';
import type { LoungeCarRow, LoungeStatus } from './loungeBoard.ts';
import { loungeRows } from './loungeRows.ts';

const PLATES = { A: '粤B11112', B: '粤B22212', C: '京A33334' };

function cars({ state, now }: Scenario): LoungeCarRow[] {
  const rows = loungeRows(state, directoryOf(Object.values(state.jobs), PLATES), now);
  return rows.flatMap((row) => (row.kind === 'car' ? [row] : []));
}

const labels = (...steps: Step[]): string[] => cars(given(...steps)).map(({ label }) => label);
const statusAfter = (...steps: Step[]): LoungeStatus | undefined => cars(given(...steps))[0]?.status;

describe('the cars on the lounge', () => {
  test('are those whose customers wait here, in the order of their arrival [PRV-2]', () => {
    const steps = [book('A'), book('B', { waits: 'away' }), book('C'), book('D'), book('E', { waits: 'away' })];
    const came = [checkIn('C'), at('08:40'), checkIn('A'), checkIn('B'), checkIn('E', { waits: 'lounge' })];
    expect(cars(given(steps, came)).map(({ label, position }) => [label, position])).toEqual([
      ['京A·**34', 0],
      ['粤B·**12 A002', 1],
      ['粤B·**69', 2],
    ]);
  });

  test('are those of customers who came back to wait, too; all that are here where the shop wants it so [PRV-6]', () => {
    const three = [
      book('A'),
      checkIn('A', { waits: 'away' }),
      book('B'),
      checkIn('B', { waits: 'back' }),
      arrived('C'),
    ];
    const scenario = given(three);
    expect(cars(scenario).map(({ label }) => label)).toEqual(['粤B·**12 A002', '京A·**34']);
    const { shop } = scenario.state;
    const lounge = { ...defaultRules.lounge, shows: 'all' as const };
    scenario.state = { ...scenario.state, shop: { ...shop!, rules: { ...defaultRules, lounge } } };
    expect(cars(scenario)).toHaveLength(3);
  });

  test('are not those whose visit was cancelled [PRV-6]', () => {
    const scenario = given(arrived('A'), arrived('C'));
    const cancelled = { at: scenario.now, reason: 'customerWish' as const };
    scenario.state = {
      ...scenario.state,
      jobs: { ...scenario.state.jobs, A: { ...scenario.state.jobs['A']!, cancelled } },
    };
    expect(cars(scenario).map(({ label }) => label)).toEqual(['京A·**34']);
  });

  test('are not those that have not come, or are gone [PRV-2]', () => {
    expect(labels(book('A'), ready('C'), handOver('C'))).toEqual([]);
  });

  test('are called as each customer chose: masked plate, slip number, or not at all [PRV-2]', () => {
    expect(labels(book('A'), checkIn('A', { loungeLabel: 'plate' }))).toEqual(['粤B·**12']);
    expect(labels(book('A'), checkIn('A', { loungeLabel: 'slip' }))).toEqual(['A001']);
    expect(labels(book('A'), checkIn('A', { loungeLabel: 'nothing' }))).toEqual([]);
  });

  test('that would look alike are told apart by their slips, also where one of the two is not shown [PRV-3]', () => {
    expect(labels(arrived('A'), arrived('C'), arrived('B'))).toEqual(['粤B·**12 A001', '京A·**34', '粤B·**12 A003']);
    expect(labels(arrived('A'), book('B'), checkIn('B', { waits: 'away' }))).toEqual(['粤B·**12 A001']);
  });

  test('come after a row of the shop itself; a shop that is not set up has none [PRV-4]', () => {
    const { state } = given();
    expect(loungeRows(state, directoryOf([]), 0)).toEqual([
      {
        key: 'shop',
        kind: 'shop',
        name: 'Little shop',
        timeZone: 'Asia/Shanghai',
        locale: 'zh-CN',
        quietHours: null,
        volume: 70,
        voice: true,
      },
    ]);
    expect(loungeRows(givenNothing().state, directoryOf([]), 0)).toEqual([]);
  });

  test('have keys of their own that hold no order number, and keep them while the work goes on [PRV-4]', () => {
    const keys = (scenario: Scenario): string[] => cars(scenario).map(({ key }) => key);
    const scenario = given(arrived('WT20261123007'), arrived('WT20261123008'));
    const before = keys(scenario);
    expect(new Set(before).size).toBe(2);
    expect(before.filter((key) => /WT|2026|00[78]/.test(key))).toEqual([]);
    scenario.and(dispatch('WT20261123007', ['o1'], 'L1', 'tan'), start('WT20261123007', 'o1'));
    expect(keys(scenario)).toEqual(before);
  });

  test('have no field that is not listed [PRV-4]', () => {
    const [row] = cars(given(working('A', 'L1', 'tan')));
    expect(Object.keys(row!).sort()).toEqual([
      'call',
      'expectedAt',
      'key',
      'kind',
      'label',
      'position',
      'soon',
      'status',
      'step',
    ]);
  });
});

describe('notices', () => {
  const wash = { zh: '今日免费洗车', en: 'Free wash today', from: clock('09:00'), until: clock('12:00') };
  const posted = given(
    postNotice('n2', wash),
    postNotice('n1', { zh: '', en: 'Closing early', from: clock('08:00'), until: clock('10:00') }),
  );
  const shownAt = (time: string): unknown[] =>
    loungeRows(posted.state, directoryOf([]), clock(time)).flatMap((row) => (row.kind === 'notice' ? [row] : []));

  test('are shown while they are on, the oldest first, without who posted them [NTC-2]', () => {
    const early = { key: 'notice:n1', kind: 'notice', zh: '', en: 'Closing early', from: clock('08:00') };
    const { until: _until, ...free } = { key: 'notice:n2', kind: 'notice', ...wash };
    expect(shownAt('08:30')).toEqual([early]);
    expect(shownAt('09:30')).toEqual([early, free]);
    expect(shownAt('10:00')).toEqual([free]);
    expect(shownAt('12:00')).toEqual([]);
  });
});

describe('what a customer is told of the work', () => {
  test.each<[LoungeStatus, Step[]]>([
    ['waiting', arrived('A')],
    ['dispatched', [arrived('A'), dispatch('A', ['o1'], 'L1', 'tan')]],
    ['working', working('A', 'L1', 'tan')],
    ['inspecting', worked('A')],
    ['washing', [inspecting('A', { wash: true }), pass('A')]],
    ['ready', ready('A')],
    ['waitingParts', [working('A', 'L1', 'tan'), hold('A', 'o1', 'parts')]],
    ['waitingApproval', [working('A', 'L1', 'tan'), hold('A', 'o1', 'approval')]],
    ['waitingApproval', [working('A', 'L1', 'tan'), hold('A', 'o1', 'customer')]],
    ['waitingOther', [working('A', 'L1', 'tan'), hold('A', 'o1', 'sublet')]],
    ['waitingOther', [working('A', 'L1', 'tan'), hold('A', 'o1', 'equipment')]],
  ])('is %s [LNG-1]', (status, steps) => {
    expect(statusAfter(...steps)).toBe(status);
  });

  const found = [working('A', 'L1', 'tan'), propose('A', 'o1')];
  test.each<[what: string, status: LoungeStatus | undefined, steps: Step[]]>([
    ['found work that has no price yet', 'waitingOther', found],
    ['found work that they are asked about', 'waitingApproval', [...found, quote('A')]],
  ])('of %s is %s: they are asked only for what they can answer [TRK-9]', (_what, status, steps) => {
    expect(statusAfter(...steps)).toBe(status);
  });

  test.each([
    ['answered', [quote('A'), approve('A')]],
    ['withdrawn', [withdraw('A')]],
  ])('is never that an answer is waited for once that is %s, though the work is still held [TRK-9]', (_what, over) => {
    const scenario = given(...found, ...over);
    stillHeld(scenario);
    expect(cars(scenario)[0]?.status).toBe('waitingOther');
  });

  test('is more lit steps the further the car is, all when it is ready [LNG-1]', () => {
    const step = (...steps: Step[]): number => cars(given(...steps))[0]!.step;
    const lit = [arrived('A'), working('A', 'L1', 'tan'), worked('A'), ready('A')].map((steps) => step(...steps));
    expect(lit).toEqual([...lit].sort((a, b) => a - b));
    expect([lit[0], lit.at(-1)]).toEqual([1, 7]);
  });

  test('is "in work" between two operations, whether the next was dispatched or not [LNG-2]', () => {
    const first = worked('A', 'L1', 'tan', { operations: ['Oil', 'Brakes'] });
    expect(statusAfter(first)).toBe('working');
    expect(statusAfter(first, dispatch('A', ['o2'], 'L2', 'mei'))).toBe('working');
  });

  test.each<[Location, LoungeStatus, Step[]]>([
    [{ kind: 'road', keeps: 'L1' }, 'working', arrived('A')],
    [{ kind: 'sublet', expectedAt: null }, 'working', [working('A', 'L1', 'tan'), hold('A', 'o1', 'sublet')]],
    [{ kind: 'sublet', expectedAt: null }, 'waitingParts', [working('A', 'L1', 'tan'), hold('A', 'o1', 'parts')]],
    [{ kind: 'road', keeps: null }, 'inspecting', worked('A')],
  ])('of a car that is out (%o) is "%s": it is out for its work [LNG-2]', (location, status, steps) => {
    const scenario = given(...steps);
    const job = { ...scenario.state.jobs['A']!, location };
    scenario.state = { ...scenario.state, jobs: { A: job } };
    expect(cars(scenario)[0]?.status).toBe(status);
  });

  test('is "in work" when work that was begun goes to another bay [LNG-2]', () => {
    const freed = [working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { freesBay: true })];
    expect(statusAfter(freed, dispatch('A', ['o1'], 'L2', 'mei'))).toBe('working');
  });
});

describe('the time that a customer reads', () => {
  const expected = ({ state }: Scenario): number | null | undefined =>
    loungeRows(state, directoryOf([]), 0).find((row) => row.kind === 'car')?.expectedAt;

  test('is what they were told, whatever is predicted since [LNG-4]', () => {
    const scenario = given(arrived('A'));
    expect(expected(scenario)).toBeNull();
    tell(scenario, 'A', clock('09:10'));
    expect(expected(scenario)).toBe(clock('09:10'));
    scenario.and(at('09:30'));
    expect(expected(scenario)).toBe(clock('09:10'));
    tell(scenario, 'A', clock('10:10'));
    expect(expected(scenario)).toBe(clock('10:10'));
  });

  test('is not said any more when it has passed: soon, where the work goes on [LNG-9]', () => {
    const lateAt = (time: string, ...steps: Step[]) => {
      const scenario = given(...steps);
      tell(scenario, 'A', clock('11:10'));
      const row = loungeRows(scenario.state, directoryOf([]), clock(time)).find(({ kind }) => kind === 'car');
      return row?.kind === 'car' ? [row.expectedAt, row.soon] : [];
    };
    const washed: Step[] = [inspecting('A', { wash: true }), pass('A')];
    expect(lateAt('11:10', washed)).toEqual([clock('11:10'), false]);
    expect(lateAt('11:11', washed)).toEqual([null, true]);
    expect(lateAt('11:13', working('A', 'L1', 'tan'))).toEqual([null, true]);
    expect(lateAt('11:13', working('A', 'L1', 'tan'), hold('A', 'o1'))).toEqual([null, false]);
    expect(lateAt('11:13', arrived('A'))).toEqual([null, false]);
  });

  test('is not said where it cannot be, nor once the car is ready [LNG-3]', () => {
    const held = given(working('A', 'L1', 'tan'), hold('A', 'o1'));
    tell(held, 'A', null);
    expect(expected(held)).toBeNull();
    const done = given(inspecting('A'));
    tell(done, 'A', clock('10:00'));
    expect(expected(done.and(pass('A'), markReady('A')))).toBeNull();
  });
});

/** The customer is told, as the entry of the timekeeper's command says. */
function tell(scenario: Scenario, job: string, finishAt: Instant | null): void {
  const events: DomainEvent[] = [{ type: 'EstimatePublished', job, finishAt, because: null }];
  const entry = { version: 1000, at: scenario.now, by: null, commandId: uuidOf(1000), events };
  scenario.state = foldEntry(scenario.state, entry);
}

/** The work that waited cannot go on at once: its hold stands as it was. */
function stillHeld(scenario: Scenario): void {
  const job = scenario.state.jobs['A']!;
  const since = job.proposals[0]!.proposedAt;
  const held = { reason: 'approval' as const, since, expectedAt: null, freesBay: false, partsAt: null };
  const operations = job.operations.map((one) =>
    one.id === 'o1' ? { ...one, status: 'held' as const, hold: held } : one,
  );
  scenario.state = { ...scenario.state, jobs: { A: { ...job, operations } } };
}
