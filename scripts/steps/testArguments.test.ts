// What may be typed after `npm test --`.
import { describe, expect, test } from 'vitest';
import { Stop } from './stop.mjs';
import { parseTestArguments } from './testArguments.mjs';

describe('the arguments of npm test', () => {
  test('given nothing, then every part runs', () => {
    expect(parseTestArguments([])).toEqual({ only: ['check', 'unit', 'integration', 'e2e'], files: [] });
  });

  test('given parts and a file name, then those parts run with that file', () => {
    expect(parseTestArguments(['--only', 'unit', '--only=e2e', 'decide'])).toEqual({
      only: ['unit', 'e2e'],
      files: ['decide'],
    });
  });

  test.each([[['--only']], [['--only', 'all']], [['--watch']]])('given %j, then it stops with a sentence', (typed) => {
    expect(() => parseTestArguments(typed)).toThrow(Stop);
  });
});
