// Work on the floor in whatever order: helpers, moves, breaks, closing time and slips taken back break none of its rules.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, vi } from 'vitest';
import {
  arrived,
  away,
  back,
  closeBay,
  dispatch,
  endBreak,
  goOn,
  hold,
  leave,
  moveCar,
  openBay,
  partsArrived,
  reassign,
  reviseHold,
  startBreak,
  suspend,
  undo,
  type Wish,
} from '../../testing/commandsOf.ts';
import { given, type Scenario } from '../../testing/scenario.ts';
import { foldEntry } from '../evolve.ts';
import { carsIn } from '../job.ts';
import { nextActs } from '../nextActs.ts';
import { isOnLeave } from '../presence.ts';
import { initialState, type Job, type Operation, type ShopState } from '../state.ts';

fc.configureGlobal({ seed: 20_261_123, numRuns: 40 });
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const anyOf = <Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const job = anyOf('A', 'B', 'C');
const one = anyOf('o1', 'o2');
const bay = anyOf('L1', 'L2', 'B1', null);
const staff = anyOf('tan', 'mei', 'ivy', 'bo');
const crew = fc.uniqueArray(staff, { minLength: 1, maxLength: 2 });
const freesBay = fc.boolean();
const place = fc.oneof(
  anyOf({ kind: 'parking' } as const, { kind: 'sublet', expectedAt: null } as const),
  anyOf('L1', 'L2', 'B1').map((code) => ({ kind: 'bay', bay: code }) as const),
  freesBay.map((keepsBay) => ({ kind: 'road', keepsBay }) as const),
);

/** What is asked for; a function asks it of what has happened so far. */
type Asked = Wish | ((scenario: Scenario) => Wish | null);

/** Takes back one of the last commands, as its own giver. */
const slip = (back: number) => (scenario: Scenario) => {
  const step = scenario.state.undo.at(-1 - back);
  return step ? undo(step.command) : null;
};

/** What is likely to happen to a car now, chosen by figures: it takes the day further than chance alone would. */
const likely =
  ([which, what, where, who]: readonly [number, number, number, number]) =>
  (scenario: Scenario) => {
    const chosen = scenario.job(['A', 'B', 'C'][which % 3] ?? 'A');
    const acts = nextActs(chosen);
    const { type, operation } = acts[what % Math.max(1, acts.length)] ?? { type: 'MarkReady', operation: null };
    if (operation === null) return null;
    const { workType } = scenario.operation(chosen.id, operation);
    const bays = Object.values(scenario.state.bays).filter(({ workTypes }) => workTypes.includes(workType));
    const hands = Object.values(scenario.state.staff).filter(({ workTypes }) => workTypes.includes(workType));
    const hand = hands[who % hands.length]?.id ?? 'tan';
    const code = bays[where % Math.max(1, bays.length)]?.code ?? null;
    if (type === 'HoldOperation') return hold(chosen.id, operation, 'parts', { freesBay: who % 2 === 0 });
    if (type === 'Dispatch') return dispatch(chosen.id, [operation], code, hand);
    return { type, job: chosen.id, operation } as Wish;
  };

const asked: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 24, arbitrary: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(5)).map(likely) },
  { weight: 4, arbitrary: fc.tuple(job, one, bay, crew).map(([id, what, at, who]) => reassign(id, what, at, ...who)) },
  { weight: 2, arbitrary: fc.tuple(job, one).map(([id, what]) => partsArrived(id, what)) },
  {
    weight: 2,
    arbitrary: fc.tuple(job, one, freesBay).map(([id, what, free]) => reviseHold(id, what, { freesBay: free })),
  },
  { weight: 4, arbitrary: fc.tuple(job, place).map(([id, where]) => moveCar(id, where)) },
  { weight: 2, arbitrary: staff.map((id) => startBreak(id)) },
  { weight: 4, arbitrary: staff.map((id) => endBreak(id)) },
  { weight: 1, arbitrary: staff.map((id) => away(id)) },
  { weight: 2, arbitrary: staff.map((id) => back(id)) },
  { weight: 1, arbitrary: staff.map((id) => leave(id, ['2026-11-23', '2026-11-23'])) },
  { weight: 2, arbitrary: staff.map((id) => leave(id)) },
  { weight: 1, arbitrary: anyOf('L1', 'L2').map((code) => closeBay(code)) },
  { weight: 2, arbitrary: anyOf('L1', 'L2').map((code) => openBay(code)) },
  { weight: 2, arbitrary: anyOf((scenario: Scenario) => suspend(scenario.now - 10 * MINUTE)) },
  { weight: 3, arbitrary: fc.tuple(job, one, job, one).map(([id, what, ...two]) => goOn([id, what], two)) },
  { weight: 3, arbitrary: anyOf(0, 0, 1).map(slip) },
);
const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), asked), { maxLength: 80, size: 'max' });
type Steps = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

/** Three cars, and what is asked for after; `look` sees the shop after each command that was accepted. */
function play(wishes: Steps, look: (scenario: Scenario, before: ShopState) => void = () => undefined): Scenario {
  const scenario = given(
    arrived('A', { operations: ['Oil', 'Brakes'] }),
    arrived('B', { operations: ['Brakes', 'Battery'] }),
    arrived('C', { operations: ['Strip', 'Bake'] }),
  );
  for (const [minutes, wish] of wishes) {
    scenario.now += minutes * MINUTE;
    const before = scenario.state;
    const said = typeof wish === 'function' ? wish(scenario) : wish;
    if (said) scenario.ask(said);
    if (scenario.state !== before) look(scenario, before);
  }
  return scenario;
}

const operationsOf = (state: ShopState): { job: Job; operation: Operation }[] =>
  Object.values(state.jobs).flatMap((found) => found.operations.map((operation) => ({ job: found, operation })));
const runningIn = (state: ShopState): { job: Job; operation: Operation }[] =>
  operationsOf(state).filter(({ operation }) => operation.status === 'running');
const open = (spans: readonly { to: number | null }[]): number => spans.filter(({ to }) => to === null).length;
const shopOf = ({ undo: _undo, learned: _learned, ...shop }: ShopState) => shop;

describe('work on the floor, in whatever order', () => {
  test.prop([steps])(
    'nobody works on two operations, nor while away, on a break or on leave [DSP-7] [ATT-4]',
    (wishes) => {
      play(wishes, ({ state, now }) => {
        const busy = runningIn(state).flatMap(({ operation }) => (operation.unattended ? [] : operation.crew));
        expect(new Set(busy).size).toBe(busy.length);
        const today = now < Date.UTC(2026, 10, 23, 16) ? '2026-11-23' : null;
        for (const member of busy.map((id) => state.staff[id]!)) {
          expect([member.present, member.onBreak]).toEqual([true, null]);
          if (today) expect(isOnLeave(member, today)).toBe(false);
        }
      });
    },
  );

  test.prop([steps])('labour and runs are open exactly while their operation runs [SEG-1]', (wishes) => {
    play(wishes, ({ state }) => {
      for (const { operation } of operationsOf(state)) {
        const runs = operation.status === 'running' ? 1 : 0;
        expect(open(operation.runs)).toBe(runs);
        expect(open(operation.segments)).toBe(operation.unattended ? 0 : runs * operation.crew.length);
        if (runs && !operation.unattended) expect(operation.crew.length).toBeGreaterThan(0);
        expect((operation.hold !== null) === (operation.status === 'held')).toBe(true);
      }
    });
  });

  test.prop([steps])('no stretch of work or hold ends before it begins [CLS-1]', (wishes) => {
    play(wishes, ({ state }) => {
      for (const { operation } of operationsOf(state)) {
        const { runs, segments, pastHolds } = operation;
        const spans = [...runs, ...segments, ...pastHolds.map(({ since, until }) => ({ from: since, to: until }))];
        expect(spans.filter(({ from, to }) => to !== null && to < from)).toEqual([]);
      }
    });
  });

  test.prop([steps])(
    'a bay never holds more cars than its capacity, and a closed one none [DSP-11] [LOC-4]',
    (wishes) => {
      play(wishes, ({ state }) => {
        for (const { code, capacity, closed } of Object.values(state.bays)) {
          expect(carsIn(state, code).length).toBeLessThanOrEqual(closed ? 0 : capacity);
        }
      });
    },
  );

  test.prop([steps])('work runs where its car stands, or with the car on the road [LOC-5] [DSP-10]', (wishes) => {
    play(wishes, ({ state }) => {
      for (const {
        job: { location, operations },
      } of runningIn(state)) {
        const bays = operations.flatMap((some) => (some.status === 'running' && some.bay !== null ? [some.bay] : []));
        expect(new Set(bays).size).toBeLessThanOrEqual(1);
        const stands = location.kind === 'bay' ? location.bay : null;
        if (location.kind !== 'road') expect(bays.filter((code) => code !== stands)).toEqual([]);
        expect(location.kind).not.toBe('sublet');
      }
    });
  });

  test.prop([steps])('a slip taken back at once leaves the shop as it was, and replays alike [UNDO-1]', (wishes) => {
    const { entries, state } = play(wishes, (scenario, before) => {
      const id = scenario.entries.at(-1)?.commandId;
      if (!scenario.state.undo.some(({ command }) => command === id)) return;
      const { now, entries: so, state: after } = scenario;
      const result = scenario.ask(undo(id ?? ''));
      expect(result).toMatchObject({ ok: true });
      expect(shopOf(scenario.state)).toEqual(shopOf(before));
      scenario.now = now;
      so.pop();
      scenario.state = after;
    });
    expect(entries.reduce(foldEntry, initialState)).toEqual(state);
  });
});
