// A thousand days of a little shop in which anybody asks for anything, at any time, through two servers that lag, crash and have
// clocks that jump: what must hold all the same.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, vi } from 'vitest';
import { anyWish, Dice } from '../testing/anyWish.ts';
import {
  arrived,
  book,
  call,
  handOver,
  hold,
  importing,
  inspecting,
  propose,
  quote,
  ready,
  setUp,
  working,
  type Wish,
} from '../testing/commandsOf.ts';
import { ACCIDENT, clock, row, uuidOf } from '../testing/littleShop.ts';
import { commandSchema } from './commands.ts';
import { decide } from './decide.ts';
import type { EventType } from './events.ts';
import { foldEntry, type FoldedEntry } from './evolve.ts';
import { bayOf, carsIn, isOpen, stageOf } from './job.ts';
import { initialState, type Job, type ShopState } from './state.ts';
import type { Instant } from './words.ts';

vi.setConfig({ testTimeout: 240_000 });

const MINUTE = 60_000;
const SEQUENCES = 1_000;

/** What happens next: time passes, something is asked of one of two nodes, and perhaps something breaks first. */
const step = fc.record({
  minutes: fc.integer({ min: 0, max: 45 }),
  node: fc.nat(1),
  fault: fc.constantFrom(
    'none',
    'none',
    'none',
    'lags',
    'crashes',
    'restartsFromSnapshot',
    'clockJumpsBack',
    'asksTwice',
  ),
  who: fc.constantFrom('ada', 'tan', 'ivy', 'mei', null),
  dice: fc.array(fc.nat(9_999), { minLength: 12, maxLength: 12 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Node {
  state: ShopState;
  version: number;
  snapshot: string;
}

/** Two nodes on one log: a node appends only behind the last entry, and folds nothing but the log, as text. */
class Shop {
  readonly log: string[];
  readonly entries: FoldedEntry[];
  readonly nodes: [Node, Node];
  lastCommand = uuidOf(0);

  /** A shop where nothing has happened, or one that goes on from another. */
  constructor(from?: Shop) {
    this.log = [...(from?.log ?? [])];
    this.entries = [...(from?.entries ?? [])];
    const node = from?.nodes[0] ?? emptyNode();
    this.nodes = [{ ...node }, { ...node }];
  }

  ask(node: Node, wish: Wish, now: Instant, by: string | null, id = this.#nextId()): void {
    const read = commandSchema.safeParse({ ...wish, id });
    if (!read.success) return;
    const command = read.data;
    // Conflict: somebody else was faster, so what was decided does not count; read on and decide anew.
    for (const stale of [true, false]) {
      if (!stale) this.catchUp(node);
      if (this.entries.some(({ commandId }) => commandId === id)) return;
      const at = Math.max(now, this.entries.at(-1)?.at ?? 0);
      const decided = decide(node.state, command, { at, by });
      if (node.version < this.log.length) continue;
      if (!decided.ok || decided.value.length === 0) return;
      const text = JSON.stringify({ version: this.log.length + 1, at, by, commandId: id, events: decided.value });
      this.log.push(text);
      this.entries.push(JSON.parse(text) as FoldedEntry);
      this.catchUp(node);
      this.lastCommand = id;
      return;
    }
  }

  catchUp(node: Node): void {
    for (const text of this.log.slice(node.version)) {
      node.state = foldEntry(node.state, JSON.parse(text) as FoldedEntry);
      node.version += 1;
    }
  }

  #nextId(): string {
    return uuidOf(this.entries.length + 1);
  }
}

function emptyNode(): Node {
  return { state: initialState, version: 0, snapshot: JSON.stringify({ state: initialState, version: 0 }) };
}

/** Half past ten: cars in every stage, one of them handed over late and blamed on its customer. */
const opening = ((): Shop => {
  const shop = new Shop();
  const late = { promisedAt: clock('08:40') };
  const wishes = [
    setUp(),
    book('A', { operations: ['Oil', 'Brakes'], wash: true }),
    book('B', { operations: ACCIDENT, serviceType: 'accident', promisedAt: clock('2026-11-24 16:00') }),
    book('C', { promisedAt: clock('12:00') }),
    importing([row('E1', { vehicle: 'v-E' }), row('E2', { vehicle: 'v-E' })]),
    ready('F', late),
    call('F'),
    handOver('F', { cause: 'customer', note: uuidOf(77) }),
    ready('G', { vehicle: 'v-A' }),
    inspecting('H', { operations: ['Brakes'] }),
    arrived('I', { vehicle: 'v-F' }),
    propose('I', null, ['Battery']),
    quote('I', 30),
    working('J', 'L2', 'mei', { operations: ['Brakes'] }),
    hold('J', 'o1', 'parts'),
  ].flat();
  // Called and fetched long after the promise.
  const tooLate = ['CallCustomer', 'HandOver'];
  for (const wish of wishes) {
    shop.ask(shop.nodes[0], wish, clock(tooLate.includes(wish.type) ? '10:30' : '08:30'), 'ada');
  }
  return shop;
})();

/** Plays a sequence; `look` sees the shop before and after each entry. */
function play(steps: readonly Step[], look: (before: ShopState, after: ShopState, shop: Shop) => void): Shop {
  const shop = new Shop(opening);
  let now = clock('11:00');
  for (const { minutes, node: which, fault, who, dice } of steps) {
    now += minutes * MINUTE;
    const node = shop.nodes[which] ?? shop.nodes[0];
    suffer(shop, node, fault);
    const asked = fault === 'clockJumpsBack' ? now - 30 * MINUTE : now;
    const table = { state: node.state, now: asked, dice: new Dice(dice), lastCommand: shop.lastCommand };
    const wish = anyWish(table);
    const before = node.state;
    const known = shop.log.length;
    shop.ask(node, wish, asked, who);
    if (fault === 'asksTwice') shop.ask(node, wish, asked + MINUTE, who, shop.lastCommand);
    if (shop.log.length > known && node.version === shop.log.length) look(before, node.state, shop);
  }
  for (const node of shop.nodes) shop.catchUp(node);
  return shop;
}

function suffer(shop: Shop, node: Node, fault: Step['fault']): void {
  if (fault === 'lags') return;
  if (fault === 'crashes') Object.assign(node, emptyNode(), { snapshot: node.snapshot });
  if (fault === 'restartsFromSnapshot') Object.assign(node, JSON.parse(node.snapshot));
  shop.catchUp(node);
  if (fault === 'crashes') node.snapshot = JSON.stringify({ state: node.state, version: node.version });
}

/** Events that must have come up; the set-up and the directory's are others' affairs. */
const eventTypes: EventType[] = [
  'SetUpChanged',
  'DayHoursSet',
  'OrderBooked',
  'OrderChanged',
  'OrderSplit',
  'JobMerged',
  'JobRebooked',
  'JobCancelled',
  'BayReserved',
  'BayReleased',
  'PromiseMade',
  'CarCheckedIn',
  'WhereaboutsChanged',
  'JobCorrected',
  'WorkAmended',
  'ComebackLinked',
  'CarMoved',
  'OperationsDispatched',
  'OperationRecalled',
  'OperationStarted',
  'WorkReassigned',
  'OperationHeld',
  'HoldRevised',
  'PartsArrived',
  'OperationResumed',
  'OperationFinished',
  'WorkSuspended',
  'WorkProposed',
  'WorkQuoted',
  'WorkApproved',
  'WorkDeclined',
  'WorkWithdrawn',
  'InspectionRecorded',
  'InspectionPassed',
  'InspectionFailed',
  'CarReady',
  'ReadyWithdrawn',
  'CustomerCalled',
  'CallUnanswered',
  'BillSettled',
  'CarHandedOver',
  'LatenessJudged',
  'FollowUpRecorded',
  'EstimatePublished',
  'AttendanceChanged',
  'BreakStarted',
  'BreakEnded',
  'LeaveSet',
  'BayClosed',
  'BayOpened',
  'AlarmAcknowledged',
  'AlarmSnoozed',
  'AlarmEscalated',
  'CommandUndone',
];

const sequences = fc.array(step, { minLength: 20, maxLength: 45, size: 'max' });
const jobsOf = (state: ShopState): Job[] => Object.values(state.jobs);
const operationsOf = (state: ShopState) => jobsOf(state).flatMap(({ operations }) => operations);

/** What must be so after every single entry, as a list of what is not. Plain comparisons: a million of them are made. */
function wrongIn(before: ShopState, after: ShopState): string[] {
  return [
    ...inTwoPlaces(after),
    ...outsideItsBay(after),
    ...labourOutOfStep(after),
    ...rewritten(before, after),
    ...figuresOff(after),
    ...missing(after),
  ];
}

function inTwoPlaces(state: ShopState): string[] {
  const working = operationsOf(state).filter(({ status, unattended }) => status === 'running' && !unattended);
  const hands = working.flatMap(({ crew }) => crew);
  const gone = hands.filter((id) => state.staff[id]?.present !== true || state.staff[id].onBreak !== null);
  return [
    ...(new Set(hands).size < hands.length ? [`somebody is on two operations: ${hands.join()}`] : []),
    ...gone.map((id) => `${id} works and is not here`),
  ];
}

function outsideItsBay(state: ShopState): string[] {
  const crowded = Object.values(state.bays)
    .filter(({ code, capacity, closed }) => carsIn(state, code).length > (closed ? 0 : capacity))
    .map(({ code }) => `too many cars in ${code}`);
  const elsewhere = jobsOf(state).flatMap((job) =>
    job.operations
      .filter(({ status, bay }) => status === 'running' && bay !== null && bay !== bayOf(job))
      .filter(() => job.location.kind !== 'road')
      .map(({ id }) => `${id} of ${job.id} runs where the car is not`),
  );
  const left = jobsOf(state)
    .filter((job) => !isOpen(job) && (job.location.kind !== 'away' || job.reservation !== null))
    .map(({ id }) => `${id} is closed and still takes up room`);
  return [...crowded, ...elsewhere, ...left];
}

function labourOutOfStep(state: ShopState): string[] {
  return operationsOf(state)
    .filter(({ status, unattended, crew, runs, segments, hold }) => {
      const open = segments.filter(({ to }) => to === null).map(({ technician }) => technician);
      const wanted = status === 'running' && !unattended ? crew : [];
      const backwards = [...runs, ...segments].some(({ from, to }) => to !== null && to < from);
      return (
        [...open].sort().join() !== [...wanted].sort().join() ||
        runs.filter(({ to }) => to === null).length !== (status === 'running' ? 1 : 0) ||
        (hold !== null) !== (status === 'held') ||
        backwards
      );
    })
    .map(({ id, status }) => `labour of ${id}, which is ${status}, is out of step`);
}

function rewritten(before: ShopState, after: ShopState): string[] {
  return jobsOf(before).flatMap(({ id, promises, corrections }) => {
    const now = after.jobs[id];
    if (!now || (now.promises === promises && now.corrections === corrections)) return [];
    const same = <Item>(was: Item[], is: Item[]): boolean =>
      JSON.stringify(is.slice(0, was.length)) === JSON.stringify(was);
    const kept = same(promises, now.promises) && same(corrections, now.corrections);
    return kept ? [] : [`promises or corrections of ${id} were rewritten`];
  });
}

/** Counts of days are those of the visits remembered. */
function figuresOff(state: ShopState): string[] {
  const records = Object.values(state.visits).map(({ handOver }) => handOver);
  const counted = records.filter(({ onTime, excuse }) => onTime !== null && excuse !== 'confirmed');
  const days = Object.values(state.days);
  const sum = (of: (day: ShopState['days'][string]) => number): number => days.reduce((all, day) => all + of(day), 0);
  const pairs = [
    ['delivered', sum(({ delivered }) => delivered), counted.length],
    ['onTime', sum(({ onTime }) => onTime), counted.filter(({ onTime }) => onTime).length],
    ['due', sum(({ due }) => due), counted.filter(({ dueDay }) => dueDay !== null).length],
  ] as const;
  const negative = days.some((day) => Object.values(day).some((figure: number) => figure < 0));
  return [
    ...pairs.filter(([, count, recount]) => count !== recount).map(([what]) => `${what} does not add up`),
    ...(negative ? ['a figure is below nothing'] : []),
  ];
}

function missing(state: ShopState): string[] {
  return jobsOf(state)
    .filter(isOpen)
    .flatMap((job) => {
      const busy = job.operations.filter(({ status }) => status === 'running' || status === 'dispatched');
      const undone = job.readyAt !== null && job.operations.some(({ status }) => status !== 'done');
      return [
        ...(state.staff[job.advisor] ? [] : [`the advisor of ${job.id} is gone`]),
        ...busy.filter(({ bay }) => bay !== null && !state.bays[bay]).map(({ bay }) => `bay ${String(bay)} is gone`),
        ...busy.filter(({ crew }) => crew.some((id) => !state.staff[id])).map(({ id }) => `the crew of ${id} is gone`),
        ...(undone ? [`${job.id} is ready and not done`] : []),
      ];
    });
}

describe('whatever anybody asks for, whatever breaks', () => {
  const seen = new Map<EventType, number>();

  test.prop([sequences], { numRuns: SEQUENCES, seed: 20_261_123 })(
    'the floor stays sound, promises stay on record, time goes on, and every replay gives the live state [LOG-1] [LOG-3] [DSP-7] [DSP-11] [PRM-1] [STG-1]',
    (steps) => {
      const shop = play(steps, (before, after, { entries }) => {
        const wrong = wrongIn(before, after);
        if (wrong.length > 0) expect({ wrong, by: entries.at(-1)?.events }).toEqual({ wrong: [] });
        for (const { type } of entries.at(-1)?.events ?? []) seen.set(type, (seen.get(type) ?? 0) + 1);
      });
      const [one, other] = shop.nodes;
      const live = JSON.stringify(one.state);
      expect(JSON.stringify(other.state)).toBe(live);
      const replayed = shop.log.reduce(
        (state, text) => foldEntry(state, JSON.parse(text) as FoldedEntry),
        initialState,
      );
      expect(JSON.stringify(replayed)).toBe(live);
      const times = shop.entries.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(new Set(shop.entries.map(({ commandId }) => commandId)).size).toBe(shop.entries.length);
      stagesHaveTheirEvents(shop, one.state);
    },
  );

  test('and nearly every event there is came up in these days', () => {
    const never = eventTypes.filter((type) => !seen.has(type));
    expect(never).toEqual([]);
  });
});

/** No stage without the event that leads to it. */
function stagesHaveTheirEvents(shop: Shop, state: ShopState): void {
  const happened = new Set(
    shop.entries.flatMap(({ events }) => events.map((event) => ('job' in event ? `${event.job} ${event.type}` : ''))),
  );
  const needs: Partial<Record<ReturnType<typeof stageOf>, string>> = {
    dispatched: 'OperationsDispatched',
    working: 'OperationStarted',
    washing: 'InspectionPassed',
    ready: 'CarReady',
    delivered: 'CarHandedOver',
    cancelled: 'JobCancelled',
  };
  for (const job of jobsOf(state)) {
    const need = needs[stageOf(job)];
    if (need !== undefined) expect(happened.has(`${job.id} ${need}`), `${job.id} is ${stageOf(job)}`).toBe(true);
    expect(job.checkedInAt !== null).toBe(happened.has(`${job.id} CarCheckedIn`));
  }
}
