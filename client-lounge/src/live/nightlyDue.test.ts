// Tests of loading the page anew by night.
import { expect, it } from 'vitest';
import { nightlyDue } from './nightlyDue.ts';

const day = 24 * 3_600_000;

it('given a page of yesterday, when it is after three in the night, then it is to be loaded anew, each screen at a minute of its own [LNG-5]', () => {
  expect([nightlyDue(day, '02:59', 0), nightlyDue(day, '03:00', 0), nightlyDue(day, '03:59', 0)]).toEqual([
    false,
    true,
    true,
  ]);
  expect([nightlyDue(day, '03:29', 30), nightlyDue(day, '03:30', 30), nightlyDue(day, '04:30', 30)]).toEqual([
    false,
    true,
    false,
  ]);
});

it('given a page of this night, then it stays [LNG-5]', () => {
  expect(nightlyDue(day / 24, '03:30', 0)).toBe(false);
});
