// What a node sends of a board, and what a screen must have to be certain of it.
import { emptyDirectory } from '@zhunshi/shared/domain/directory.ts';
import { initialState } from '@zhunshi/shared/domain/state.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { BoardAtWork } from './boardAtWork.ts';

const NOON = Date.parse('2026-11-23T12:00:00+08:00');
let rows: { key: string }[] | null;
let board: BoardAtWork<{ key: string }>;
const shopAt = (version: number, epoch = 'e1') => ({
  ...{ epoch, version, at: NOON, state: initialState, directory: emptyDirectory },
});

beforeEach(() => {
  rows = [{ key: 'a' }];
  board = new BoardAtWork(() => {
    if (!rows) throw new Error('this board cannot be computed');
    return rows;
  });
  board.refresh(shopAt(5), NOON);
});

describe('what a screen must have to be certain of a board [LIVE-1]', () => {
  it('given rows that changed, then the version that changed them', () => {
    rows = [{ key: 'b' }];
    expect(board.refresh(shopAt(7), NOON)).toMatchObject({ version: 7, set: [{ key: 'b' }], remove: ['a'] });
    expect(board.needed).toBe(7);
  });

  it('given a command that changed no row, then nothing is sent, and what screens have is still enough', () => {
    expect(board.refresh(shopAt(7), NOON)).toBeNull();
    expect(board.needed).toBe(5);
  });

  it('given a board that cannot be computed, then what no screen has, until it can', () => {
    rows = null;
    expect(() => board.refresh(shopAt(7), NOON)).toThrow();
    expect(board.needed).toBe(7);
    rows = [{ key: 'a' }];
    board.refresh(shopAt(8), NOON);
    expect(board.needed).toBe(5);
  });

  it('given a new life of the log, then its version, also where it is lower [LOG-5]', () => {
    board.refresh(shopAt(3, 'e2'), NOON);
    expect(board.needed).toBe(3);
  });
});
