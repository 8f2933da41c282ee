// setup/ — the set-up code is taken as people type it.
import { expect, test } from 'vitest';
import { readSetUpCode } from './setUpCode.ts';

test.each([
  ['7KQ2-M4XA', '7KQ2M4XA'],
  [' 7kq2 m4xa ', '7KQ2M4XA'],
  ['7KQ2–M4XA', '7KQ2M4XA'],
  ['7KQ2M4XA', '7KQ2M4XA'],
  ['ooil-m4xa', '0011M4XA'],
])('given %s, when it is read, then it is the code %s and nothing is missing', (typed, code) => {
  expect(readSetUpCode(typed)).toEqual({ code, missing: 0 });
});

test('given half a code, when it is read, then it says how many characters are missing', () => {
  expect(readSetUpCode('7KQ2-M')).toEqual({ code: '7KQ2M', missing: 3 });
});

test('given a code with one character too many, when it is read, then it says so', () => {
  expect(readSetUpCode('7KQ2-M4XA-B').missing).toBe(-1);
});
