// Tests of the dot fonts as they are committed: they can be read, and they have every letter that the lounge itself says.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import { describe, expect, it } from 'vitest';
import { decodeDotFont } from './dotFont.ts';
import { committedFonts } from './testing/committedFonts.ts';

/** All texts of a dictionary, functions called with small figures. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [(words as (a: number, b: number) => string)(3, 4)];
  return Object.values(words as object).flatMap(textsOf);
}

describe('a dot font', () => {
  const fonts = committedFonts();

  it.each([16, 24] as const)('draws ideographs of %i dots in a square and letters as wide as they are', (size) => {
    const font = fonts[size];
    expect(font.glyph('车').advance).toBe(size);
    expect(font.glyph('i').advance).toBeLessThan(font.glyph('M').advance);
    expect(font.glyph('0').advance).toBe(font.glyph('1').advance);
  });

  it.each([16, 24] as const)('has, in %i dots, every character that the lounge says by itself', (size) => {
    const missing = textsOf(loungeWords)
      .flatMap((text) => Array.from(text))
      .filter((character) => !fonts[size].has(character));
    expect(missing).toEqual([]);
  });

  it('has the provinces of all plates', () => {
    const provinces = '京沪津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领学警港澳挂';
    expect(Array.from(provinces).filter((character) => !fonts[24].has(character))).toEqual([]);
  });

  it('shows a hollow box for a character that it does not have', () => {
    // given a rare ideograph outside GB2312
    expect(fonts[24].has('𬎆')).toBe(false);
    // when it is looked up
    const box = fonts[24].glyph('𬎆');
    // then it takes a whole place, with an upper edge and an empty middle
    expect(box.advance).toBe(24);
    expect([...box.bits.subarray(0, 3)]).toEqual([0x7f, 0xff, 0xfe]);
    expect([...box.bits.subarray(3 * 9, 3 * 9 + 3)]).toEqual([0x40, 0, 0x02]);
  });

  it('refuses a file that is no dot font', () => {
    expect(() => decodeDotFont(new TextEncoder().encode('<!doctype html>'))).toThrow('not a dot font');
  });
});
