// What the customer of one car is shown of it, and that nothing of any other car, or of the shop's own matters, is among it.
import { describe, expect, test } from 'vitest';
import type { Job } from '../domain/state.ts';
import {
  approve,
  arrived,
  book,
  call,
  decline,
  dispatch,
  fail,
  followUp,
  handOver,
  hold,
  inspecting,
  promise,
  propose,
  quote,
  ready,
  start,
  tell,
  withdraw,
  worked,
  working,
} from '../testing/commandsOf.ts';
import { canary, directoryOf } from '../testing/littleDirectory.ts';
import { clock } from '../testing/littleShop.ts';
import { at, given, type Scenario, type Step } from '../testing/scenario.ts';
import type { TrackCarRow, TrackOfferRow, TrackRow } from './trackBoard.ts';
import { isTracked, trackRows } from './trackRows.ts';

function rowsOf({ state, now }: Scenario, job = 'A'): TrackRow[] {
  return trackRows(state, directoryOf(Object.values(state.jobs)), job, now);
}
function carOf(scenario: Scenario): TrackCarRow {
  const car = rowsOf(scenario).find((row) => row.kind === 'car');
  if (!car) throw new Error('There is no car');
  return car;
}
const carAfter = (...steps: Step[]): TrackCarRow => carOf(given(...steps));
const offersAfter = (...steps: Step[]): TrackOfferRow[] =>
  rowsOf(given(...steps)).flatMap((row) => (row.kind === 'offer' ? [row] : []));
/** Steps as `kind:state`. */
const stepsAfter = (...steps: Step[]): string[] =>
  carAfter(...steps).steps.map(({ kind, name, state, waitingFor }) =>
    [name ?? kind, state, ...(waitingFor === null ? [] : [waitingFor])].join(':'),
  );

describe("the customer's page", () => {
  test('shows the whole plate of the own car, its model and its slip [TRK-1]', () => {
    const { plate, model, slip } = carAfter(arrived('A'));
    expect({ plate, model, slip }).toEqual({ plate: canary.plate('A'), model: 'Lavida', slip: 'A001' });
  });

  test.each<[what: string, steps: Step[], told: string[]]>([
    ['that is booked', [book('A')], ['registered:later', 'Oil:later', 'inspection:later']],
    ['that waits', [arrived('A')], ['registered:done', 'Oil:soon', 'inspection:later']],
    ['that is worked on', [working('A', 'L1', 'tan')], ['registered:done', 'Oil:now', 'inspection:later']],
    [
      'that waits for parts',
      [working('A', 'L1', 'tan'), hold('A', 'o1', 'parts')],
      ['registered:done', 'Oil:waiting:parts', 'inspection:later'],
    ],
    [
      'whose crew has a break',
      [working('A', 'L1', 'tan'), hold('A', 'o1', 'equipment')],
      ['registered:done', 'Oil:waiting:other', 'inspection:later'],
    ],
    ['that is done', [worked('A')], ['registered:done', 'Oil:done', 'inspection:soon']],
    ['that is inspected', [inspecting('A')], ['registered:done', 'Oil:done', 'inspection:now']],
  ])('tells of a car %s what is done, where it is, and what is to come [TRK-1]', (_what, steps, told) => {
    expect(stepsAfter(...steps)).toEqual([...told, 'ready:later', 'handedOver:later']);
  });

  test('tells of a ready car what was done, and that it waits for its customer [TRK-1]', () => {
    expect(stepsAfter(ready('A'))).toEqual([
      'registered:done',
      'Oil:done',
      'inspection:done',
      'ready:done',
      'handedOver:soon',
    ]);
    expect(carAfter(ready('A')).status).toBe('ready');
  });

  test('tells of rework that the work goes on, as one piece of work: who failed at what is not told [TRK-1]', () => {
    const failed = given(inspecting('A'), fail('A'));
    expect(carOf(failed).steps.map(({ state }) => state)).toEqual(['done', 'now', 'later', 'later', 'later']);
    expect(JSON.stringify(rowsOf(failed))).not.toMatch(/leak|rework|defect/i);
  });

  test('tells the finish that the customer was told, and every time it moved, with why, the latest first [TRK-1]', () => {
    const told = given(
      arrived('A', { promisedAt: clock('16:00') }),
      at('09:00'),
      tell('A', clock('15:00')),
      at('10:00'),
      dispatch('A', ['o1'], 'L1', 'tan'),
      start('A', 'o1'),
      hold('A', 'o1', 'parts'),
      tell('A', clock('17:00')),
      at('10:30'),
      promise('A', clock('17:30'), { reason: 'shop', cause: 'parts' }),
    );
    const { expected, promise: promised, changes } = carOf(told);
    expect(expected).toEqual({ finishAt: clock('17:00'), passed: false });
    expect(promised).toEqual({ promisedAt: clock('17:30'), provisional: false });
    expect(changes.map(({ what, to, because }) => [what, to, because])).toEqual([
      ['promise', clock('17:30'), 'parts'],
      ['expected', clock('17:00'), 'parts'],
      ['expected', clock('15:00'), null],
      ['promise', clock('16:00'), 'agreed'],
    ]);
  });

  test('says of a promise that the shop moved for its own reasons no more than that it was its own doing [TRK-1]', () => {
    const late = (cause: 'staff' | 'customer' | 'rework') =>
      carAfter(arrived('A'), promise('A', clock('17:30'), { reason: 'shop', cause })).changes[0]?.because;
    expect([late('staff'), late('customer'), late('rework')]).toEqual(['shop', 'shop', 'shop']);
  });

  test('does not tell a time that has passed, but that it has [LNG-9]', () => {
    const told = [arrived('A'), tell('A', clock('15:00'))];
    expect(carAfter(...told, at('15:00')).expected).toEqual({ finishAt: clock('15:00'), passed: false });
    expect(carAfter(...told, at('15:01')).expected).toEqual({ finishAt: null, passed: true });
  });

  test('says that a promise is provisional until the car is handed over: then it is what was promised [TRK-1]', () => {
    const soft = [ready('A', { promisedAt: null }), promise('A', clock('17:00'), { kind: 'provisional' })];
    expect([carAfter(...soft), carAfter(...soft, handOver('A'))].map(({ promise: made }) => made?.provisional)).toEqual(
      [...[true, false]],
    );
  });

  test('does not expect a finish of what is ready [LNG-3]', () => {
    expect(carAfter(arrived('A'), tell('A', clock('15:00'))).expected).not.toBeNull();
    expect(carAfter(ready('A')).expected).toBeNull();
  });
});

describe('additional work on the page', () => {
  const found = [working('A', 'L1', 'tan'), propose('A', 'o1')];

  test('is told before it is priced, and asked for once it is, with the quote that an answer is to [TRK-4] [ADD-13]', () => {
    expect(offersAfter(...found)).toMatchObject([{ state: 'pricing', work: ['Brakes'], quote: null }]);
    const [offer] = offersAfter(...found, at('09:10'), quote('A', 60, { promisedAt: clock('17:00') }));
    expect(offer).toMatchObject({
      key: 'offer:x1',
      state: 'open',
      quote: { priceCents: 48_000, minutes: 60, promisedAt: clock('17:00'), quotedAt: clock('09:10') },
    });
  });

  test('that is asked for is what waits for approval, in a step of its own, not the ordered work [TRK-9]', () => {
    const rest = ['inspection:later', 'ready:later', 'handedOver:later'];
    expect(stepsAfter(...found)).toEqual(['registered:done', 'Oil:waiting:other', 'Brakes:proposed:pricing', ...rest]);
    const asked = given(...found, quote('A'));
    expect(carOf(asked).status).toBe('waitingApproval');
    expect(stepsAfter(...found, quote('A'))[2]).toBe('Brakes:proposed:approval');
  });

  test('that nobody proposed on this page is asked for at the desk: there is nothing to answer here [TRK-9]', () => {
    for (const reason of ['customer', 'approval'] as const) {
      const asked = [working('A', 'L1', 'tan'), hold('A', 'o1', reason)];
      expect([carAfter(...asked).status, stepsAfter(...asked)[1]]).toEqual(['waitingApproval', 'Oil:waiting:desk']);
      expect(offersAfter(...asked)).toEqual([]);
    }
  });

  test('that was answered is waited for no longer: their answer has come, and work goes on shortly [TRK-9]', () => {
    const answered = given(...found, quote('A'), approve('A'));
    stillHeld(answered);
    expect(carOf(answered).status).toBe('answered');
    expect(carOf(answered).steps.map(({ waitingFor }) => waitingFor)).toContain('answered');
    expect(JSON.stringify(carOf(answered))).not.toContain('approval');
  });

  test('has with its answer how it was given [TRK-9]', () => {
    const by = (...steps: Step[]) => offersAfter(...found, quote('A'), ...steps)[0]?.answeredBy;
    expect([by(), by(approve('A')), by(decline('A')), by(approve('A', null, { how: 'link' }))]).toEqual([
      ...[null, 'phone', 'desk', 'link'],
    ]);
  });

  test('stays with its answer; what was withdrawn is gone [TRK-4]', () => {
    expect(offersAfter(...found, quote('A'), approve('A'))).toMatchObject([{ state: 'approved' }]);
    expect(offersAfter(...found, quote('A'), decline('A'))).toMatchObject([{ state: 'declined' }]);
    expect(offersAfter(...found, withdraw('A'))).toEqual([]);
  });
});

describe('the link of a visit', () => {
  const over = given(ready('A'), at('15:00'), handOver('A'));

  test('asks one question after the hand-over, until it is answered [TRK-5]', () => {
    expect(carOf(over).question).toBe('open');
    expect(carOf(given(ready('A'), handOver('A'), followUp('A', true, 5))).question).toBe('answered');
    expect(carAfter(ready('A'), call('A')).question).toBe('none');
  });

  test('shows nothing from a day after the hand-over on, when cancelled, and of what never was [TRK-2]', () => {
    const shown = (now: number) => trackRows(over.state, directoryOf(Object.values(over.state.jobs)), 'A', now).length;
    expect([shown(clock('2026-11-24 14:59')), shown(clock('2026-11-24 15:00'))]).toEqual([2, 0]);
    const cancelled = given(book('A'), { type: 'CancelJob', job: 'A', reason: 'customerWish' });
    expect(rowsOf(cancelled)).toEqual([]);
    expect(rowsOf(over, 'constructor')).toEqual([]);
    expect(isTracked(undefined, over.now)).toBe(false);
  });
});

describe('canaries [TRK-1]', () => {
  const shop = given(
    [ready('H'), call('H'), ready('I'), handOver('I'), inspecting('G'), book('J')],
    [working('A', 'L1', 'tan'), propose('A', 'o1'), quote('A'), working('B', 'L2', 'mei', { operations: ['Brakes'] })],
    hold('B', 'o1', 'approval'),
  );
  const jobs: Job[] = Object.values(shop.state.jobs);
  const directory = directoryOf(jobs);
  const secrets = (job: Job): string[] => [
    canary.name(job.id),
    canary.phone(job.id),
    canary.words(job.id),
    canary.vin(job.id),
  ];

  test.each(jobs.map(({ id }) => id))('the page of %s holds its own plate, and of nobody anything else', (id) => {
    const page = JSON.stringify(trackRows(shop.state, directory, id, shop.now));
    expect(page).toContain(canary.plate(id));
    const others = jobs
      .filter((job) => job.id !== id)
      .flatMap((job) => [canary.plate(job.id), ...(job.slip === null ? [] : [job.slip])]);
    expect([...jobs.flatMap(secrets), ...others].filter((secret) => page.includes(secret))).toEqual([]);
    for (const word of ['"tan"', '"mei"', '"bo"', '"ivy"', '"ada"', '"L1"', '"L2"', '"B1"'])
      expect(page).not.toContain(word);
  });

  test('the page of a car that was erased says what can be said without its plate', () => {
    const erased = { vehicles: {}, persons: {}, staff: {} };
    const rows = trackRows(shop.state, erased, 'A', shop.now);
    expect(rows.find((row) => row.kind === 'car')).toMatchObject({
      plate: null,
      model: null,
      status: 'waitingApproval',
    });
  });
});

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
