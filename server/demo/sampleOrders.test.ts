// A sample day moved to another day, as the demo books it.
import { expect, test } from 'vitest';
import { decodeFile } from '../import/decodeFile.ts';
import { movedTo, ordersFor } from './sampleOrders.ts';

test('given a row of 23 November, when it is moved to 2 March, then its days and its order number move along', () => {
  const row = 'WT20261123001,粤B425A4,2026-11-23 08:34,2026-11-24 15:00';
  expect(movedTo(row, '2026-11-23', '2027-03-02')).toBe('WT20270302001,粤B425A4,2027-03-02 08:34,2027-03-03 15:00');
});

test('given two turns, then the two sample days are booked one after the other, each with its own orders', async () => {
  const [first, second] = await Promise.all([ordersFor('2027-03-02', 0), ordersFor('2027-03-03', 1)]);
  const rows = (bytes: Uint8Array) => decodeFile(bytes)?.text.match(/^WT\d{8}/gm) ?? [];
  expect(rows(first)).toHaveLength(49);
  expect(new Set(rows(first))).toEqual(new Set(['WT20270302']));
  expect(rows(second)).toHaveLength(42);
  expect(new Set(rows(second))).toEqual(new Set(['WT20270303']));
});
