import { expect, test } from 'vitest';
import { nextNumber } from './nextNumber.ts';

test.each([
  [['P01', 'P35', 'P09'], 'P36'],
  [['P09'], 'P10'],
  [['7', 'boss'], '8'],
  [['ada', 'tan'], ''],
  [[], ''],
])('given people with the numbers %j, when somebody begins, then %j is offered', (taken, next) => {
  expect(nextNumber(taken)).toBe(next);
});
