import type * as nodeCrypto from 'node:crypto';
import { randomInt } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { firstPins, isGoodPin } from './pinRules.ts';

/** Chance, where a test does not say what is drawn. */
vi.mock('node:crypto', async (chance) => {
  const real = await chance<typeof nodeCrypto>();
  return { ...real, randomInt: vi.fn((most: number) => real.randomInt(most)) };
});

describe('a PIN that may be chosen [ACC-5]', () => {
  it.each(['204817', '9170352846', '100200300407'])('given %s, when it is chosen, then it is taken', (pin) => {
    expect(isGoodPin(pin)).toBe(true);
  });

  it.each([
    ['20481', 'is too short'],
    ['2048172048173', 'is too long'],
    ['20481a', 'is not only digits'],
    ['２０４８１７', 'has digits of another width'],
    ['777777', 'is one digit'],
    ['123456', 'runs up'],
    ['987654', 'runs down'],
    ['789012', 'runs up past nine'],
    ['246802', 'runs up by two'],
    ['121212', 'repeats two digits'],
    ['482482', 'repeats three digits'],
  ])('given %s, when it %s, then it is refused', (pin) => {
    expect(isGoodPin(pin)).toBe(false);
  });
});

describe('first PINs [ACC-5]', () => {
  it('given a shop of 500, when first PINs are made, then each is good, six digits long and only once there', () => {
    const pins = firstPins(500, ['204817']);
    expect(pins.every((pin) => pin.length === 6 && isGoodPin(pin))).toBe(true);
    expect(new Set([...pins, '204817']).size).toBe(501);
  });

  it('given a draw of what is trivial, taken or given already, when first PINs are made, then it is drawn again', () => {
    for (const drawn of [777_777, 204_817, 4_817, 4_817, 917_035])
      vi.mocked(randomInt).mockImplementationOnce(() => drawn);
    expect(firstPins(2, ['204817'])).toEqual(['004817', '917035']);
  });
});
