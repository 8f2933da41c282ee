// Whatever anybody asks for in whatever order: what must hold of the shop all the same.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, vi } from 'vitest';
import {
  away,
  back,
  book,
  call,
  checkIn,
  closeBay,
  dispatch,
  finish,
  handOver,
  hold,
  importing,
  markReady,
  openBay,
  pass,
  recall,
  resume,
  setUp,
  start,
  type Wish,
} from '../testing/commandsOf.ts';
import { ACCIDENT, littleShop, row, uuidOf, clock } from '../testing/littleShop.ts';
import { given, givenNothing, type Scenario } from '../testing/scenario.ts';
import { commandSchema, type Command } from './commands.ts';
import { decide } from './decide.ts';
import { foldEntry } from './evolve.ts';
import { carsIn, promiseOf, stageOf } from './job.ts';
import { nextActs } from './nextActs.ts';
import { initialState, type Job, type ShopState } from './state.ts';
import { givenHoldReasons, loungeLabels, whereabouts } from './words.ts';

/** The same sequences each time, so that a red test is red again. */
fc.configureGlobal({ seed: 20_261_123 });
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const jobIds = ['A', 'B', 'C', 'D', 'E'];
const anyOf = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

const job = anyOf([...jobIds, 'nobody']);
const operation = anyOf(['o1', 'o2', 'o3', 'inspection', 'wash', 'o99']);
const bay = anyOf([...littleShop.bays.map(({ code }) => code), null, 'X9']);
const openOrClosed = anyOf(['L1', 'L2', 'B1', 'W1']);
const staff = anyOf([...littleShop.staff.map(({ id }) => id), 'zed']);
const instant = fc.integer({ min: clock('08:00'), max: clock('2026-11-25 18:00') });
const orderRow = fc
  .record({
    operations: fc.constantFrom(['Oil'], ['Oil', 'Brakes'], ['Strip', 'Sand', 'Bake'], ACCIDENT, ['Dream']),
    wash: fc.boolean(),
    vehicle: anyOf(['v-A', 'v-B', 'v-C']),
    promisedAt: fc.option(instant),
    waits: anyOf(whereabouts),
  })
  .chain((wish) => job.map((id) => row(id, wish)));

/** Anything that somebody may ask for, sensible or not. */
const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  fc.constant(setUp()),
  fc
    .tuple(fc.array(orderRow, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([rows, applyChanges]) => importing(rows, { applyChanges })),
  fc
    .tuple(job, anyOf(whereabouts), anyOf(loungeLabels))
    .map(([id, waits, loungeLabel]) => checkIn(id, { waits, loungeLabel })),
  fc
    .tuple(job, fc.array(operation, { minLength: 1, maxLength: 3 }), bay, fc.array(staff, { maxLength: 2 }))
    .map(([id, ids, code, crew]) => dispatch(id, ids, code, ...crew)),
  ...[recall, start, resume, finish, pass].map((ask) => fc.tuple(job, operation).map(([id, one]) => ask(id, one))),
  fc
    .tuple(job, operation, anyOf(givenHoldReasons), fc.option(instant), fc.boolean())
    .map(([id, one, reason, expectedAt, freesBay]) => hold(id, one, reason, { expectedAt, freesBay })),
  ...[markReady, call, handOver].map((ask) => job.map((id) => ask(id))),
  ...[away, back].map((ask) => staff.map((id) => ask(id))),
  openOrClosed.map((code) => closeBay(code)),
  openOrClosed.map((code) => openBay(code)),
);

/** Something that makes sense now, chosen by figures: it takes the shop further than chance alone would. */
function sensible({ state }: Scenario, [which, where, who]: readonly [number, number, number]): Wish | null {
  const open = Object.values(state.jobs).filter(({ handedOverAt }) => handedOverAt === null);
  const one = open[which % Math.max(1, open.length)];
  if (!one) return null;
  const acts = nextActs(one);
  const act = acts[where % Math.max(1, acts.length)];
  if (!act) return null;
  if (act.operation === null) return { type: act.type, job: one.id } as Wish;
  if (act.type === 'HoldOperation') return hold(one.id, act.operation, 'parts', { freesBay: who % 2 === 0 });
  if (act.type !== 'Dispatch') return { type: act.type, job: one.id, operation: act.operation };
  const { workType } = one.operations.find(({ id }) => id === act.operation)!;
  const bays = Object.values(state.bays).filter(({ workTypes }) => workTypes.includes(workType));
  const people = Object.values(state.staff).filter(({ workTypes }) => workTypes.includes(workType));
  return dispatch(
    one.id,
    [act.operation],
    bays[who % Math.max(1, bays.length)]?.code ?? null,
    people[who % people.length]!.id,
  );
}

const figures = fc.tuple(fc.nat(20), fc.nat(6), fc.nat(20));
const steps = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.oneof({ weight: 1, arbitrary: anyWish }, { weight: 4, arbitrary: figures }),
  ),
  { maxLength: 60, size: 'max' },
);
type Steps = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

/** A day with three cars at its start and these requests after it; `look` sees the shop after each that was accepted. */
function play(asked: Steps, look: (scenario: Scenario, before: ShopState) => void = () => undefined): Scenario {
  const scenario = given(
    book('A', { operations: ['Oil', 'Brakes'], wash: true }),
    book('B', { operations: ACCIDENT }),
    book('C'),
  );
  for (const [minutes, ask] of asked) {
    scenario.now += minutes * MINUTE;
    const wish = Array.isArray(ask) ? sensible(scenario, ask) : ask;
    const before = scenario.state;
    if (wish) scenario.ask(wish);
    if (scenario.state !== before) look(scenario, before);
  }
  return scenario;
}

const jobsOf = (state: ShopState): Job[] => Object.values(state.jobs);

describe('whatever is asked for, in whatever order', () => {
  test.prop([steps])('replaying the log gives the live state, to the letter [LOG-1]', (asked) => {
    const { entries, state } = play(asked);
    const told = JSON.parse(JSON.stringify(entries)) as typeof entries;
    expect(JSON.stringify(told.reduce(foldEntry, initialState))).toBe(JSON.stringify(state));
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  test.prop([steps])('going on from a stored state gives the same as never having stopped [LOG-1]', (asked) => {
    const { entries, state } = play(asked);
    const half = Math.floor(entries.length / 2);
    const stored = JSON.parse(JSON.stringify(entries.slice(0, half).reduce(foldEntry, initialState))) as ShopState;
    expect(JSON.stringify(entries.slice(half).reduce(foldEntry, stored))).toBe(JSON.stringify(state));
  });

  test.prop([steps])('nobody has two attended operations running [DSP-7]', (asked) => {
    play(asked, ({ state }) => {
      const crews = jobsOf(state)
        .flatMap(({ operations }) => operations)
        .filter(({ status, unattended }) => status === 'running' && !unattended)
        .flatMap(({ crew }) => crew);
      expect(new Set(crews).size).toBe(crews.length);
    });
  });

  test.prop([steps])('nobody who is away has work running [ATT-2]', (asked) => {
    play(asked, ({ state }) => {
      const segments = jobsOf(state).flatMap(({ operations }) => operations.flatMap((one) => one.segments));
      const busy = segments.filter(({ to }) => to === null).map(({ technician }) => technician);
      expect(busy.filter((id) => state.staff[id]?.present === false)).toEqual([]);
    });
  });

  test.prop([steps])(
    'a bay never holds more cars than its capacity, and a closed one none [DSP-11] [BAY-2]',
    (asked) => {
      play(asked, ({ state }) => {
        for (const { code, capacity, closed } of Object.values(state.bays)) {
          expect(carsIn(state, code).length).toBeLessThanOrEqual(closed ? 0 : capacity);
        }
      });
    },
  );

  test.prop([steps])('work runs where its car stands [LOC-1] [DSP-10]', (asked) => {
    play(asked, ({ state }) => {
      for (const { operations, location } of jobsOf(state)) {
        const bays = operations.filter(({ status, bay: code }) => status === 'running' && code !== null);
        const place = location.kind === 'bay' ? location.bay : null;
        expect(bays.map(({ bay: code }) => code).filter((code) => code !== place)).toEqual([]);
      }
    });
  });

  test.prop([steps])('a car stands in a bay only for what runs, is held or is queued there [LOC-2]', (asked) => {
    play(asked, ({ state }) => {
      for (const { operations, location } of jobsOf(state)) {
        if (location.kind !== 'bay') continue;
        const { bay: code } = location;
        const keeping = operations.filter(
          (one) => one.bay === code && ['running', 'held', 'dispatched'].includes(one.status),
        );
        expect(keeping.length).toBeGreaterThan(0);
      }
    });
  });

  test.prop([steps])('labour and runs are open exactly while their operation runs [FIN-1]', (asked) => {
    play(asked, ({ state }) => {
      const wrong = jobsOf(state)
        .flatMap(({ operations }) => operations)
        .filter(({ status, unattended, crew, runs, segments }) => {
          const running = status === 'running' ? 1 : 0;
          const labour = unattended ? 0 : running * crew.length;
          const open = (spans: readonly { to: number | null }[]): number =>
            spans.filter(({ to }) => to === null).length;
          return open(runs) !== running || open(segments) !== labour;
        });
      expect(wrong).toEqual([]);
    });
  });

  test.prop([steps])('no car is inspected by somebody who worked on it [INS-1]', (asked) => {
    play(asked, ({ state }) => {
      for (const { operations } of jobsOf(state)) {
        const of = (kind: string): string[] =>
          operations
            .filter((one) => one.kind === kind)
            .flatMap((one) => one.segments.map(({ technician }) => technician));
        expect(of('inspection').filter((id) => of('work').includes(id))).toEqual([]);
      }
    });
  });

  test.prop([steps])('a job has no stage without what led to it [STG-1]', (asked) => {
    const { state, entries } = play(asked);
    const events = entries.flatMap((entry) => entry.events);
    const happened = (type: string, id: string): boolean =>
      events.some((event) => event.type === type && 'job' in event && event.job === id);
    for (const one of jobsOf(state)) {
      const stage = stageOf(one);
      expect(stage === 'booked').toBe(!happened('CarCheckedIn', one.id));
      expect(stage === 'delivered').toBe(happened('CarHandedOver', one.id));
      expect(stage === 'ready' || stage === 'delivered').toBe(happened('CarReady', one.id));
      if (stage === 'dispatched') expect(happened('OperationsDispatched', one.id)).toBe(true);
      if (stage === 'working') expect(happened('OperationStarted', one.id)).toBe(true);
      if (stage === 'held') expect(happened('OperationHeld', one.id)).toBe(true);
      if (stage === 'washing') expect(happened('InspectionPassed', one.id)).toBe(true);
    }
  });

  test.prop([steps])('the history of a promise only grows [PRM-1]', (asked) => {
    play(asked, ({ state }, before) => {
      for (const { id, promises } of jobsOf(before)) {
        const now = state.jobs[id]?.promises ?? promises;
        expect(now.slice(0, promises.length)).toEqual(promises);
      }
    });
  });

  test.prop([steps])('a job of several orders is promised for the latest of theirs [PRM-2]', (asked) => {
    const { state } = play(asked);
    for (const one of jobsOf(state)) {
      const wanted = one.orders.flatMap(({ promisedAt }) => (promisedAt === null ? [] : [promisedAt]));
      if (wanted.length === one.orders.length) expect(promiseOf(one)?.promisedAt).toBe(Math.max(...wanted));
    }
  });

  test.prop([steps])('slip numbers of a day run on without gap or double [REC-1]', (asked) => {
    const { entries } = play(asked);
    const given: Record<string, string[]> = {};
    for (const event of entries.flatMap(({ events }) => events)) {
      if (event.type === 'CarCheckedIn') (given[event.day] ??= []).push(event.slip);
    }
    for (const slips of Object.values(given)) {
      expect(slips).toEqual(slips.map((_slip, index) => `A${String(index + 1).padStart(3, '0')}`));
    }
  });

  test.prop([steps, anyWish])(
    'a refused command changes nothing, and is refused again alike [CMD-4]',
    (asked, wish) => {
      const scenario = play(asked);
      const before = scenario.state;
      const first = scenario.ask(wish);
      if (first.ok) return;
      expect(scenario.state).toBe(before);
      expect(scenario.ask(wish)).toEqual(first);
    },
  );

  test.prop([steps])('an entry never holds no event, and versions have no gap [LOG-2]', (asked) => {
    const { entries } = play(asked);
    expect(entries.map(({ version }) => version)).toEqual(entries.map((_entry, index) => index + 1));
    expect(entries.filter(({ events }) => events.length === 0)).toEqual([]);
  });
});

/** Codes that trip up careless look-ups, beside good ones and nonsense. */
const oddCode = fc.oneof(
  anyOf([...jobIds, 'L1', 'tan', 'o1', '0', 'constructor', '__proto__', 'hasOwnProperty', 'toString', '粤B12345']),
  fc.string({ minLength: 1, maxLength: 40 }),
);
const oddInstant = fc.oneof(instant, fc.nat(), fc.maxSafeNat(), anyOf([0, 4_102_444_800_000]));
const oddRow = fc.record({
  order: oddCode,
  vehicle: oddCode,
  customer: oddCode,
  advisor: fc.oneof(fc.constant('ada'), oddCode),
  serviceType: fc.oneof(fc.constant('maintenance'), oddCode),
  mileageKm: fc.nat(3_000_000),
  operations: fc.array(
    fc.record({
      name: fc.oneof(anyOf(ACCIDENT), fc.string({ minLength: 1, maxLength: 60 })),
      minutes: fc.integer({ min: 1, max: 6000 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  arrivalAt: oddInstant,
  promisedAt: fc.option(oddInstant),
  appointment: fc.boolean(),
  waits: anyOf(whereabouts),
  wash: fc.boolean(),
  hasWords: fc.boolean(),
});
const clockTime = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const oddSetUp = fc
  .record({
    timeZone: fc.oneof(anyOf(['Asia/Shanghai', 'Mars/Base']), fc.string({ minLength: 1, maxLength: 60 })),
    window: fc.tuple(clockTime, clockTime),
    code: oddCode,
  })
  .map(({ timeZone, window, code }) => {
    const { shop, bays } = littleShop;
    const hours = { weekdays: [window], saturday: [], sunday: [] };
    return setUp({ shop: { ...shop, timeZone, hours }, bays: [...bays, { code, workTypes: [code], capacity: 1 }] });
  });
const oddWish = fc.oneof(
  oddSetUp,
  fc.array(oddRow, { minLength: 1, maxLength: 3 }).map((rows) => importing(rows, { applyChanges: true })),
  oddCode.map((id) => checkIn(id)),
  fc.tuple(oddCode, oddCode, fc.option(oddCode), oddCode).map(([id, one, code, who]) => dispatch(id, [one], code, who)),
  ...[recall, start, resume, finish, pass].map((ask) => fc.tuple(oddCode, oddCode).map(([id, one]) => ask(id, one))),
  fc.tuple(oddCode, oddCode, oddInstant).map(([id, one, expectedAt]) => hold(id, one, 'parts', { expectedAt })),
  ...[markReady, call, handOver, away, back, openBay].map((ask) => oddCode.map((code) => ask(code))),
  fc.tuple(oddCode, oddInstant).map(([code, until]) => closeBay(code, 'broken', until)),
);

describe('whatever comes over the wire', () => {
  test.prop([steps, fc.array(oddWish, { maxLength: 20 })])(
    'a command of the schema is decided, never thrown at [LOG-6]',
    (asked, wishes) => {
      for (const scenario of [givenNothing(), play(asked)]) {
        for (const wish of wishes) {
          const read = commandSchema.safeParse({ ...wish, id: uuidOf(1) });
          if (read.success) expect(() => folding(scenario, read.data)).not.toThrow();
        }
      }
    },
  );
});

/** Decides and folds on, as a server would. */
function folding(scenario: Scenario, command: Command): void {
  const { id: _id, ...wish } = command;
  decide(scenario.state, command, { at: scenario.now, by: null });
  scenario.ask(wish);
}
