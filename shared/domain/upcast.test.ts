// Logs that former folds wrote, replayed today: they say what they said then, and what they could not say is filled in.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LogEntry } from './entry.ts';
import { foldEntry, UnknownEvent } from './evolve.ts';
import { promiseOf, stageOf } from './job.ts';
import { initialState, type Job, type ShopState } from './state.ts';
import { FOLD } from './foldVersion.ts';

interface Checkpoint {
  version: number;
  jobs: Record<string, unknown>;
  days: Record<string, { delivered: number; onTime: number }>;
  closedOrders: ShopState['closedOrders'];
  slips: ShopState['slips'];
}

const recorded = (name: string): string =>
  readFileSync(new URL(`../testing/recordedLogs/${name}`, import.meta.url), 'utf8');
const entriesOf = (fold: number): LogEntry[] =>
  recorded(`fold${fold}.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse((JSON.parse(line) as { text: string }).text) as LogEntry);
const checkpointsOf = (fold: number): Checkpoint[] =>
  (JSON.parse(recorded(`fold${fold}.expected.json`)) as { checkpoints: Checkpoint[] }).checkpoints;
const entries = entriesOf(1);
const checkpoints = checkpointsOf(1);

/** The state after an entry of a recorded log, the first fold's unless another is meant. */
function stateAt(version: number, of: readonly LogEntry[] = entries): ShopState {
  return of.slice(0, version).reduce(foldEntry, initialState);
}

/** What former folds said of a job. */
function saidOf(job: Job): unknown {
  return {
    stage: stageOf(job),
    slip: job.slip,
    promisedAt: promiseOf(job)?.promisedAt ?? null,
    promises: job.promises.length,
    readyAt: job.readyAt,
    handedOverAt: job.handedOverAt,
    onTime: job.onTime,
    done: job.operations.filter(({ status }) => status === 'done').length,
    // Work that still ran then is in it with its beginning alone.
    workedMs: job.operations.flatMap(({ runs }) => runs).reduce((sum, { from, to }) => sum + (to ?? 0) - from, 0),
  };
}

describe.each([1, 2, 3])('a log of fold %i', (fold) => {
  test.each(checkpointsOf(fold))('says at version $version what it said then [SCH-1]', (then) => {
    const state = stateAt(then.version, entriesOf(fold));
    const jobs = Object.fromEntries(Object.entries(state.jobs).map(([id, job]) => [id, saidOf(job)]));
    // Days on which promises fell due are counted since; the first fold knew days of hand-overs.
    const days = Object.entries(state.days)
      .filter(([, { delivered }]) => delivered > 0)
      .map(([day, { delivered, onTime }]) => [day, { delivered, onTime }] as const);
    expect({ jobs, days: Object.fromEntries(days), closedOrders: state.closedOrders, slips: state.slips }).toEqual({
      jobs: then.jobs,
      days: then.days,
      closedOrders: then.closedOrders,
      slips: then.slips,
    });
  });
});

describe('a log of the second fold', () => {
  test('says of each run in which bay it was, by its own dispatches and moves [SCH-1]', () => {
    const entriesOf2 = entriesOf(2);
    const jobs = Object.values(stateAt(entriesOf2.length, entriesOf2).jobs);
    const runs = jobs.flatMap(({ operations }) => operations.flatMap((one) => one.runs));
    expect(runs.length).toBeGreaterThan(50);
    expect(runs.filter(({ bay }) => typeof bay === 'string').length).toBeGreaterThan(50);
  });
});

describe('a log of the third fold', () => {
  const ofThird = entriesOf(3);

  test('gets a volume and a voice for its lounge, also where rules were changed [SCH-1]', () => {
    const state = stateAt(ofThird.length, ofThird);
    expect(state.shop?.rules.lounge).toMatchObject({ volume: 70, voice: true });
    const last = ofThird.at(-1)!;
    const lounge = { shows: 'all', defaultLabel: 'slip', quietHours: ['12:00', '13:00'] };
    const changes = [{ kind: 'rules', rules: { lounge } }];
    const changed = { ...last, version: last.version + 1, events: [{ type: 'SetUpChanged', changes }] };
    const after = foldEntry(state, changed as unknown as LogEntry);
    expect(after.shop?.rules.lounge).toEqual({ ...lounge, volume: 70, voice: true });
  });

  test('keeps what customers were told, without a reason that nobody knew [SCH-1]', () => {
    const jobs = Object.values(stateAt(ofThird.length, ofThird).jobs).filter(({ told }) => told !== null);
    expect(jobs.length).toBeGreaterThan(10);
    for (const { told, estimates } of jobs) expect(estimates.at(-1)).toEqual(told);
    expect(jobs.flatMap(({ estimates }) => estimates).every(({ because }) => because === null)).toBe(true);
  });
});

describe('a log of the first fold', () => {
  test('gets what its events lack: rules and calendar, who pays, promises that count, the original kept or not [SCH-1]', () => {
    const state = stateAt(checkpoints[1]!.version);
    expect(state.shop).toMatchObject({ calendar: {}, rules: { comebackDays: 30, inspections: {} } });
    const jobs = Object.values(state.jobs);
    expect(new Set(jobs.flatMap(({ orders }) => orders.map(({ payer }) => payer)))).toEqual(
      new Set(['customer', 'insurer', 'warranty']),
    );
    expect(jobs.flatMap(({ promises }) => promises).every(({ counts, cause }) => counts && cause === null)).toBe(true);
    const { onTime, onTimeOriginal, due, dueOriginal } = state.days['2026-11-23']!;
    expect([onTime, onTimeOriginal, due, dueOriginal]).toEqual([14, 14, 14, 14]);
    expect(jobs.flatMap(({ handOver }) => handOver?.excuse ?? []).every((excuse) => excuse === 'none')).toBe(true);
  });

  test('has every field that today knows in everything that it makes [SCH-1]', () => {
    const holes: string[] = [];
    const look = (value: unknown, place: string): void => {
      if (value === undefined) holes.push(place);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, part] of Object.entries(value)) look(part, `${place}.${key}`);
      }
    };
    look(stateAt(checkpoints[1]!.version), 'state');
    expect(holes).toEqual([]);
  });

  test('is followed by entries of today, which are folded as they are [SCH-1]', () => {
    const last = entries.at(-1)!;
    const after = foldEntry(stateAt(entries.length), {
      ...last,
      version: last.version + 1,
      fold: FOLD,
      events: [{ type: 'DayHoursSet', day: '2027-01-01', hours: { kind: 'holiday', windows: [] } }],
    });
    expect(after.shop?.calendar).toEqual({ '2027-01-01': { kind: 'holiday', windows: [] } });
  });

  test('stops the fold loudly at an event that nobody knows [LOG-6]', () => {
    const last = entries.at(-1)!;
    const strange = { ...last, version: last.version + 1, events: [{ type: 'CarFlown', job: 'A' }] };
    expect(() => foldEntry(initialState, strange as unknown as LogEntry)).toThrow(UnknownEvent);
  });

  test.each([FOLD + 1, 0])('stops the fold loudly at an entry of fold %i, which it does not know [SCH-3]', (fold) => {
    const [first] = entries;
    expect(() => foldEntry(initialState, { ...first!, fold })).toThrow(UnknownEvent);
  });
});
