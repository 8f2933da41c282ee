// bench/ — the arithmetic of the results.
import { expect, test } from 'vitest';
import { median, pairedOf, percentile, spreadOf } from './figures.ts';

test('given a hundred values in any order, when percentiles are asked for, then they are the values of that rank', () => {
  const values = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1);
  expect(percentile(values, 0.5)).toBe(50);
  expect(percentile(values, 0.99)).toBe(99);
  expect(percentile(values, 1)).toBe(100);
  expect(percentile([7], 0.99)).toBe(7);
});

test('given runs, when their middle is asked for, then one odd run does not move it', () => {
  expect(median([3, 1, 400])).toBe(3);
  expect(median([4, 2])).toBe(3);
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 });
});

test('given pairs of which one was disturbed, when they are compared, then the ratio is of each pair, not of the medians', () => {
  const paired = pairedOf([
    { shop: 11, floor: 10 },
    { shop: 110, floor: 100 },
    { shop: 12, floor: 10 },
  ]);
  expect(paired.ratio.median).toBeCloseTo(1.1);
  expect(paired.shop).toEqual({ median: 12, low: 11, high: 110 });
});

test('given no values, when a figure is asked for, then it is an error and not a number', () => {
  expect(() => percentile([], 0.5)).toThrow();
  expect(() => median([])).toThrow();
});
