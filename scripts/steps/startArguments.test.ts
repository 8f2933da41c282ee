// What may be typed after `npm start --`.
import { describe, expect, test } from 'vitest';
import { parseStartArguments } from './startArguments.mjs';
import { Stop } from './stop.mjs';

describe('the arguments of npm start', () => {
  test('given nothing, then the server gets nothing', () => {
    expect(parseStartArguments([])).toEqual([]);
  });

  test.each([
    [['--demo'], ['--demo']],
    [
      ['--speed', '60', '--demo'],
      ['--demo', '--speed', '60'],
    ],
    [
      ['--demo', '--speed=1.5'],
      ['--demo', '--speed', '1.5'],
    ],
  ])('given %j, then the server gets %j', (typed, passed) => {
    expect(parseStartArguments(typed)).toEqual(passed);
  });

  test.each([
    [['--dmeo'], '"--dmeo"'],
    [['--demo', '--speed'], 'nothing'],
    [['--demo', '--speed', 'fast'], '"fast"'],
    [['--demo', '--speed', '0'], '"0"'],
    [['--demo', '--speed', '1e9'], '"1e9"'],
    [['--speed', '10'], 'demo only'],
  ])('given %j, then one sentence names what is wrong', (typed, named) => {
    expect(() => parseStartArguments(typed)).toThrow(Stop);
    expect(() => parseStartArguments(typed)).toThrow(named);
  });
});
