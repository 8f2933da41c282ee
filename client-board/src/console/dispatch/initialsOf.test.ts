import { expect, it } from 'vitest';
import { initialsOf } from './initialsOf.ts';

it.each([
  ['李建国', '李'],
  ['Ann', 'A'],
  ['Ann de Wit', 'AW'],
  ['', ''],
])('given the name %s, when there is little room, then %s stands for it', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
