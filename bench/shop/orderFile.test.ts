// bench/shop/ — the order file of the bench has as many different cars as asked for.
import { expect, test } from 'vitest';
import { orderFile } from './orderFile.ts';

test('given 600 cars, when the file is written, then every row is an order and a car of its own', () => {
  const now = Date.UTC(2026, 10, 23, 2, 0);
  const rows = orderFile(600, ['甲', '乙'], 'Asia/Shanghai', now).trimEnd().split('\r\n').slice(1);
  expect(rows).toHaveLength(600);
  expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(600);
  expect(new Set(rows.map((row) => row.split(',')[1])).size).toBe(600);
  expect(rows[0]).toContain('2026-11-23 10:00,2026-11-23 13:00');
  expect(rows.every((row) => row.split(',').length === 16)).toBe(true);
});
