import { beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { sampleDay } from '../access/sample.ts';
import { SAMPLE_MORNING } from '../testing/openServer.ts';
import { after, sampleState } from '../testing/sampleState.ts';
import type { StateAndDirectory } from '../testing/sampleState.ts';
import { compareOrders, countsOf, faultsOfOrders } from './compareOrders.ts';
import { planDirectory } from './planImport.ts';
import type { FileOrder } from './readRow.ts';
import { readOrders } from './readOrders.ts';
import { shopWords } from './shopWords.ts';

const at = SAMPLE_MORNING;
let empty: StateAndDirectory;
let day: FileOrder[];
/** The day imported. */
let booked: StateAndDirectory;

beforeAll(async () => {
  empty = await sampleState(at);
  const words = shopWords(empty.state, empty.directory, Buffer.from('a key'));
  day = readOrders(await sampleDay('day-2026-11-23.csv'), words)?.orders ?? [];
  booked = imported(empty, day);
});

/** The shop after a file was imported, changes and all. */
function imported(shop: StateAndDirectory, orders: readonly FileOrder[]): StateAndDirectory {
  const { write, renewed } = planDirectory(shop.directory, compareOrders(shop, orders, at), true);
  const rows = orders.map(({ row }) => row);
  const command = { id: uuidv7(), type: 'ImportOrders' as const, rows, applyChanges: true, renewed };
  return {
    state: after(shop.state, command, at),
    directory: {
      ...shop.directory,
      vehicles: { ...shop.directory.vehicles, ...write.vehicles },
      persons: { ...shop.directory.persons, ...write.persons },
    },
  };
}

/** The first order of the day with some things different. */
function firstWith(change: (order: FileOrder) => void): FileOrder {
  const order = structuredClone(day[0]!);
  change(order);
  return order;
}

describe('a file against an empty shop [IMP-1] [IMP-5]', () => {
  it('given the day, when it is compared, then all 49 orders are new', () => {
    expect(countsOf(compareOrders(empty, day, at))).toEqual({ new: 49, joins: 0, same: 0, changed: 0, locked: 0 });
  });

  it('given two orders of one car on one day, when they are compared, then the second joins the first', () => {
    const second = firstWith((order) => (order.row.order = 'WT-2'));
    expect(compareOrders(empty, [day[0]!, second], at).map(({ kind }) => kind)).toEqual(['new', 'joins']);
  });

  it('given a plan, when its directory is looked at, then everybody is new and nothing is renewed', () => {
    const { write, renewed } = planDirectory(empty.directory, compareOrders(empty, day, at), false);
    expect([Object.keys(write.vehicles ?? {}).length, Object.keys(write.persons ?? {}).length]).toEqual([49, 49]);
    expect(renewed).toEqual({ vehicles: [], persons: [] });
  });
});

describe('the same file again [IMP-2]', () => {
  it('given the day, when it is compared again, then all is the same and nothing is planned', () => {
    const compared = compareOrders(booked, day, at);
    expect(countsOf(compared)).toEqual({ new: 0, joins: 0, same: 49, changed: 0, locked: 0 });
    expect(planDirectory(booked.directory, compared, true)).toEqual({
      write: { vehicles: {}, persons: {} },
      renewed: { vehicles: [], persons: [] },
    });
  });

  it('given a directory that is not loaded yet, when it is compared, then nothing looks changed', () => {
    const compared = compareOrders({ ...booked, directory: empty.directory }, day, at);
    expect(countsOf(compared).same).toBe(49);
  });
});

describe('a row that differs [IMP-3]', () => {
  it.each<[string, (order: FileOrder) => void, object[]]>([
    [
      'the promise',
      ({ row }) => (row.promisedAt = Date.UTC(2026, 10, 24, 9)),
      [{ column: 'promise', from: '2026-11-24 15:00', to: '2026-11-24 17:00' }],
    ],
    [
      'the operations',
      ({ row }) => (row.operations = [{ name: '抛光', minutes: 40 }]),
      [{ column: 'operations', from: '前大灯更换/45;前保险杠更换/80', to: '抛光/40' }],
    ],
    [
      'advisor and type',
      ({ row }) => Object.assign(row, { advisor: 'P24', serviceType: 'warranty' }),
      [
        { column: 'advisor', from: '黄志强', to: '李敏' },
        { column: 'serviceType', from: '事故车', to: '索赔' },
      ],
    ],
    ['the wash', ({ row }) => (row.wash = true), [{ column: 'wash', from: '否', to: '是' }]],
    [
      'the customer',
      (order) =>
        Object.assign(order, {
          row: { ...order.row, customer: 'p_2' },
          customer: { name: '陈海刚', phone: '19900002822' },
        }),
      [{ column: 'phone', from: '19900002821', to: '19900002822' }],
    ],
    ['the VIN', ({ vehicle }) => (vehicle.vin = 'LSV1'), [{ column: 'vin', from: 'LSVCC5H40L2558364', to: 'LSV1' }]],
    [
      'the words',
      (order) => Object.assign(order, { words: '异响', row: { ...order.row, hasWords: true } }),
      [{ column: 'words', from: null, to: '异响' }],
    ],
  ])(
    'given another %s, when it is compared, then old and new stand in the words of the file',
    (_what, change, changes) => {
      expect(compareOrders(booked, [firstWith(change)], at)).toMatchObject([{ kind: 'changed', changes }]);
    },
  );

  it('given a changed model, when it is applied only on request, then the directory is renewed only then', () => {
    const compared = compareOrders(booked, [firstWith(({ vehicle }) => (vehicle.model = '途昂X'))], at);
    const { vehicle } = day[0]!.row;
    expect(planDirectory(booked.directory, compared, false).renewed.vehicles).toEqual([]);
    const asked = planDirectory(booked.directory, compared, true);
    expect(asked.renewed).toEqual({ vehicles: [vehicle], persons: [] });
    expect(asked.write.vehicles).toMatchObject({ [vehicle]: { model: '途昂X' } });
  });

  it('given new words about one order, when they are applied, then those about another stay', () => {
    const { customer, order: number } = day[0]!.row;
    const person = booked.directory.persons[customer]!;
    const known = { ...booked.directory, persons: { [customer]: { ...person, words: { 'WT-0': '异味' } } } };
    const said = firstWith((order) => Object.assign(order, { words: '异响', row: { ...order.row, hasWords: true } }));
    const { write } = planDirectory(known, compareOrders({ ...booked, directory: known }, [said], at), true);
    expect(write.persons?.[customer]?.words).toEqual({ 'WT-0': '异味', [number]: '异响' });
  });

  it('given a car that is here, when its row differs, then it is locked, also for its VIN [IMP-4]', () => {
    const state = after(booked.state, { id: uuidv7(), type: 'CheckIn', job: day[0]!.row.order }, at);
    const rows = [firstWith(({ row }) => (row.wash = true)), firstWith(({ vehicle }) => (vehicle.vin = 'LSV1'))];
    const here = { ...booked, state };
    expect(rows.map((row) => compareOrders(here, [row], at)[0]?.kind)).toEqual(['locked', 'locked']);
    expect(compareOrders(here, [day[0]!], at)[0]?.kind).toBe('same');
  });
});

describe('what the shop finds wrong with a row [IMP-7] [IMP-9]', () => {
  it.each<[string, (order: FileOrder) => void, object]>([
    [
      'promise before arrival',
      ({ row }) => (row.promisedAt = row.arrivalAt),
      { column: 'promise', problem: 'promiseBeforeArrival' },
    ],
    ['old file', ({ row }) => (row.arrivalAt -= 61 * 86_400_000), { column: 'arrival', problem: 'tooOld' }],
  ])('given a %s, when it is looked at, then its line has the fault', (_what, change, fault) => {
    expect(faultsOfOrders(empty.state, [firstWith(change)], at)).toEqual([{ line: 2, value: null, ...fault }]);
  });
});
