// console/displays/ — what is typed of a code, and what is sent of a new display.
import { plainLounge } from '@zhunshi/shared/wire/displayChoices.ts';
import { expect, test } from 'vitest';
import { emptyDisplay, isWholeCode, requestOf, typedCode } from './newDisplay.ts';

test.each([
  ['abcd', 'ABCD'],
  ['abcd2', 'ABCD-2'],
  ['ABCD-2345', 'ABCD-2345'],
  [' oil0 il0o ', '0110-1100'],
  ['ＡＢＣＤ２３４５', 'ABCD-2345'],
  ['abcd2345x', 'ABCD-2345'],
  ['u!?码', ''],
])('[PAIR-2] given "%s" is typed, then it stands as %s', (entry, code) => {
  expect(typedCode(entry)).toBe(code);
  expect(isWholeCode(code)).toBe(code.length === 9);
});

test('given a lounge screen that is filled in, then it is sent without the choices of a wall, and the reverse', () => {
  const draft = { ...emptyDisplay('en'), name: ' 休息区 ', kind: 'lounge' } as const;
  expect(requestOf(draft)).toEqual({ name: '休息区', kind: 'lounge', lounge: plainLounge });
  const wall = { name: '休息区', kind: 'wall', wall: { layout: 'kanban', language: 'en' } };
  expect(requestOf({ ...draft, kind: 'wall' })).toEqual(wall);
});
