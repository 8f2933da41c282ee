// A board as the screen that shows it keeps it.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { applyChange, boardOf } from './boardRows.ts';

fc.configureGlobal({ seed: 20_261_123 });

const row = (key: string, text = 'shown') => ({ key, text });
const board = boardOf({ epoch: 'one', version: 5, tick: 3, rows: [row('a'), row('b')] });
const change = (version: number, tick: number, epoch = 'one') => ({
  epoch,
  version,
  tick,
  set: [row('b', 'new'), row('c')],
  remove: ['a'],
});

describe('a board', () => {
  test('takes changed rows, and lets removed ones go [WIRE-3]', () => {
    const after = applyChange(board, change(6, 3));
    expect([...after!.rows.values()]).toEqual([row('b', 'new'), row('c')]);
    expect([after!.version, after!.tick]).toEqual([6, 3]);
    expect([...board.rows.keys()]).toEqual(['a', 'b']);
  });

  test.each([
    [4, 9],
    [5, 2],
  ])('ignores what is older: version %d, tick %d [WIRE-3]', (version, tick) => {
    expect(applyChange(board, change(version, tick))).toBe(board);
  });

  test.each([
    [5, 3],
    [5, 4],
    [6, 1],
  ])('takes what is as new or newer: version %d, tick %d [WIRE-3]', (version, tick) => {
    const after = applyChange(board, change(version, tick))!;
    expect([after.version, after.tick, [...after.rows.keys()]]).toEqual([version, tick, ['b', 'c']]);
  });

  test('asks for a snapshot when the log has begun a new life [LOG-5]', () => {
    expect(applyChange(board, change(9, 9, 'two'))).toBeNull();
  });

  property.prop([fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 })])(
    'never goes back [WIRE-3]',
    (changes) => {
      let shown = board;
      for (const [version, tick] of changes) {
        const next = applyChange(shown, change(version, tick))!;
        expect(next.version * 100 + next.tick).toBeGreaterThanOrEqual(shown.version * 100 + shown.tick);
        shown = next;
      }
    },
  );
});
