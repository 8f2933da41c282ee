// Canaries in the directory: they are found by this search in what staff get, and in no row of wall or lounge.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  book,
  call,
  checkIn,
  dispatch,
  handOver,
  hold,
  inspecting,
  ready,
  working,
} from '../testing/commandsOf.ts';
import { canary, directoryOf } from '../testing/littleDirectory.ts';
import { ACCIDENT, uuidOf } from '../testing/littleShop.ts';
import { at, given } from '../testing/scenario.ts';
import type { Job } from '../domain/state.ts';
import { loungeRows } from './loungeRows.ts';
import { directoryFor, staffState } from './staffView.ts';
import { wallRows } from './wallRows.ts';

/** A shop with a car at every stage, and every choice of what the lounge shows. */
const shop = given(
  [working('A', 'L1', 'tan'), working('B', 'L2', 'mei', { operations: ['Brakes'] }), hold('B', 'o1', 'approval')],
  [working('C', 'B1', 'bo', { operations: ACCIDENT }), book('D'), checkIn('D', { loungeLabel: 'slip' })],
  [book('E'), checkIn('E', { loungeLabel: 'nothing' }), book('F'), checkIn('F', { waits: 'away' })],
  [hold('A', 'o1', 'parts', { freesBay: true }), inspecting('G'), hold('G', 'inspection', 'equipment'), ready('H')],
  [call('H'), ready('I'), handOver('I'), book('J'), at('15:59'), arrived('K'), dispatch('K', ['o1'], 'L1', 'tan')],
);
const jobs: Job[] = Object.values(shop.state.jobs);
const directory = directoryOf(jobs);
const wall = JSON.stringify(wallRows(shop.state, directory, shop.now));
const lounge = JSON.stringify(loungeRows(shop.state, directory, shop.now));

/** Every canary of these kinds that a text holds. */
function found(text: string, kinds: readonly (keyof typeof canary)[]): string[] {
  return kinds.flatMap((kind) => jobs.map(({ id }) => canary[kind](id))).filter((secret) => text.includes(secret));
}
const ofCustomers = ['name', 'phone', 'words', 'vin'] as const;
const all = [...ofCustomers, 'plate'] as const;

describe('canaries', () => {
  test('are found where they are: each of them in the directory [PRV-1]', () => {
    expect(found(JSON.stringify(directory), all)).toHaveLength(jobs.length * all.length);
  });

  test('are not in the log, nor in the fold [PRV-1]', () => {
    expect(found(JSON.stringify(shop.entries), all)).toEqual([]);
    expect(found(JSON.stringify(shop.state), all)).toEqual([]);
  });

  test('reach the wall as plates only [PRV-4]', () => {
    expect(wall).toContain(canary.plate('A').slice(2));
    expect(found(wall, ofCustomers)).toEqual([]);
  });

  test('reach the lounge not at all, nor the figures of a plate [PRV-4]', () => {
    expect(lounge).toContain('粤B·**');
    expect(found(lounge, all)).toEqual([]);
    expect(jobs.filter(({ id }) => lounge.includes(canary.plate(id).slice(2)))).toEqual([]);
  });

  test('of a directory that was erased leave rows that still say what can be said [PRV-1]', () => {
    const erased = { vehicles: {}, persons: {}, staff: {} };
    expect(wallRows(shop.state, erased, shop.now)).toHaveLength(wallRows(shop.state, directory, shop.now).length);
    const labels = loungeRows(shop.state, erased, shop.now).flatMap((row) => (row.kind === 'car' ? [row.label] : []));
    expect(labels.filter((label) => !/^A\d{3}$/.test(label))).toEqual([]);
    expect(labels.length).toBeGreaterThan(0);
  });
});

describe('staff', () => {
  test.each(['advisor', 'dispatcher', 'inspector', 'manager'] as const)(
    'an %s sees who the customer is [PRV-5]',
    (role) => {
      expect(found(JSON.stringify(directoryFor([role], directory)), all)).toHaveLength(jobs.length * all.length);
    },
  );

  test.each(['technician', 'teamLeader', 'washer'] as const)('a %s sees cars by their plates only [PRV-5]', (role) => {
    const seen = JSON.stringify(directoryFor([role], directory));
    expect(found(seen, ['plate'])).toHaveLength(jobs.length);
    expect(found(seen, ofCustomers)).toEqual([]);
  });

  test('who has two roles sees what either may [PRV-5]', () => {
    expect(directoryFor(['technician', 'inspector'], directory)).toBe(directory);
    expect(directoryFor([], directory).persons).toEqual({});
  });

  test('get the fold, without what is long over [PRV-5]', () => {
    const state = { ...shop.state, closedOrders: { Z: 1 } };
    expect(staffState(state)).toEqual({ ...shop.state, closedOrders: {} });
  });

  test('get, of the visits that are long over, those whose lateness waits for a judgement [OTR-6]', () => {
    const note = uuidOf(9_000);
    const late = given(ready('A'), ready('B'), at('18:00'), handOver('A', { cause: 'customer', note }), handOver('B'));
    expect(Object.keys(staffState(late.state).visits)).toEqual(['A', 'B']);
    expect(Object.keys(staffState({ ...late.state, jobs: {} }).visits)).toEqual(['A']);
  });
});
