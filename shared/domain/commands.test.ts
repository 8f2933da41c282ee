// What the schema of commands lets in.
import { describe, expect, test } from 'vitest';
import { book, checkIn, closeBay, dispatch, hold } from '../testing/commandsOf.ts';
import { uuidOf } from '../testing/littleShop.ts';
import { commandSchema } from './commands.ts';

const takes = (command: object): boolean => commandSchema.safeParse({ id: uuidOf(1), ...command }).success;

describe('commands over the wire', () => {
  test('a command of the workshop is taken', () => {
    expect([book('A'), checkIn('A'), dispatch('A', ['o1'], null, 'tan'), closeBay('L1')].map(takes)).toEqual(
      Array(4).fill(true),
    );
  });

  test('an id without an age is not taken [CMD-3]', () => {
    expect(takes({ ...checkIn('A'), id: 'b0d4ce5d-2757-4699-948c-cfa72ba94f86' })).toBe(false);
  });

  test('a name, a telephone or anything else that the shape does not have is not taken [PRV-1]', () => {
    expect(takes({ ...checkIn('A'), phone: '13900000000' })).toBe(false);
    const [row] = (book('A') as { rows: object[] }).rows;
    expect(takes({ ...book('A'), rows: [{ ...row, plate: '粤B12345' }] })).toBe(false);
  });

  test.each(['constructor', 'toString', '__proto__', '', 'x'.repeat(41)])('%j is no code', (code) => {
    expect(takes(checkIn(code))).toBe(false);
    expect(takes(closeBay(code))).toBe(false);
  });

  test.each([1.5, -1, Number.NaN, 8.64e15])('%d is no moment', (expectedAt) => {
    expect(takes(hold('A', 'o1', 'parts', { expectedAt }))).toBe(false);
  });
});
