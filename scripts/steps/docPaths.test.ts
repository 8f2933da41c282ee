// The check that documents name only what is there.
import { expect, test } from 'vitest';
import { isThere, pathsIn } from './docPaths.mjs';
import { root } from './root.mjs';

test('a path of the repository in backticks is found, other words in backticks are not', () => {
  const text =
    'See `server/shop/push.ts` and `npm start`, `/api/v1`, `--demo`, `{shop}:log`; server/other.ts is plain text.';

  expect(pathsIn(text)).toEqual(['server/shop/push.ts']);
});

test('alternatives in braces are written out', () => {
  expect(pathsIn('`server/shop/{push,tail}.ts`')).toEqual(['server/shop/push.ts', 'server/shop/tail.ts']);
});

test('what a build makes is not asked for', () => {
  expect(pathsIn('`server/dist/main.js` `client-board/dist/`')).toEqual([]);
});

test('a file and a folder that exist are there, a wrong name is not', () => {
  expect(isThere('scripts/steps/docPaths.mjs', root)).toBe(true);
  expect(isThere('scripts/steps/', root)).toBe(true);
  expect(isThere('scripts/steps/docPath.mjs', root)).toBe(false);
});

test('of a path with a star the folder must be there', () => {
  expect(isThere('scripts/steps/*.mjs', root)).toBe(true);
  expect(isThere('scripts/stairs/*.mjs', root)).toBe(false);
});

test('a name behind a # must stand in the file as a word', () => {
  expect(isThere('scripts/steps/docPaths.mjs#documents', root)).toBe(true);
  expect(isThere('scripts/steps/docPaths.mjs#documen', root)).toBe(false);
});
