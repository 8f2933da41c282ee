// Plates as strangers and the workshop see them.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { localPrefixOf, maskedLabels, maskedPlate, plateParts } from './plateMask.ts';

fc.configureGlobal({ seed: 20_261_123 });

describe('a masked plate', () => {
  test.each([
    ['粤B37912', '粤B·**12', 'an ordinary one'],
    ['粤BD37912', '粤B·**12', 'one of eight characters'],
    ['粤BF12345', '粤B·**45', 'an electric one'],
    ['京A1234学', '京A·**4学', 'of a driving school'],
    ['粤B1234警', '粤B·**4警', 'of the police'],
    ['粤Z1234港', '粤Z·**4港', 'from Hong Kong'],
    ['粤Z1234澳', '粤Z·**4澳', 'from Macao'],
    ['粤B1234挂', '粤B·**4挂', 'of a trailer'],
    ['使014578', '**78', 'of an embassy, old'],
    ['014578使', '**8使', 'of an embassy'],
    ['WJ粤1234X', '**4X', 'of the armed police'],
    ['B AB 1234', '**34', 'from abroad'],
  ])('of %s is %s: %s [PRV-3]', (plate, masked) => {
    expect(maskedPlate(plate)).toBe(masked);
  });

  test.each(['A1', 'AB1', '7', '粤B1', '粤B12', ''])('of %j, very short, never tells all [PRV-3] [PRV-4]', (plate) => {
    const masked = maskedPlate(plate);
    expect(masked).toContain('**');
    if (plate !== '') expect(masked.replaceAll(/[·*]/g, '')).not.toBe(plate);
  });

  property.prop([
    fc.string({
      unit: fc.constantFrom(...Array.from('粤京沪BACDX0123456789学警港澳使挂-· ')),
      minLength: 1,
      maxLength: 9,
    }),
  ])('tells at most two behind province and letter, and never the plate [PRV-3]', (plate) => {
    const masked = maskedPlate(plate);
    expect(masked).not.toContain(plate);
    expect(Array.from(masked.split('**')[1]!).length).toBeLessThanOrEqual(2);
  });
});

describe('labels of the cars in the shop', () => {
  const labels = (...plates: string[]): string[] => {
    const cars = plates.map((plate, index) => ({ job: `J${index}`, plate, slip: `A01${index}` }));
    return [...maskedLabels(cars).values()];
  };

  test('are masks; where two would look alike, the slip number too [PRV-3]', () => {
    expect(labels('粤B37912', '粤BX5512', '粤B37913')).toEqual(['粤B·**12 A010', '粤B·**12 A011', '粤B·**13']);
  });

  test('of plates from abroad that look alike are told apart as well [PRV-3]', () => {
    expect(labels('AB1234', 'XY9934')).toEqual(['**34 A010', '**34 A011']);
  });
});

describe('a plate in two parts', () => {
  test('has province and letter apart, marked when most cars here have them [PRV-4]', () => {
    expect(plateParts('粤BD37912', '粤B')).toEqual({ prefix: '粤B', rest: 'D37912', local: true });
    expect(plateParts('京A12345', '粤B')).toEqual({ prefix: '京A', rest: '12345', local: false });
    expect(plateParts('014578使', '粤B')).toEqual({ prefix: '', rest: '014578使', local: true });
  });

  test('is local by what most plates here begin with, and the same where it is a draw [PRV-4]', () => {
    expect(localPrefixOf(['京A12345', '粤B12345', '粤B55555', 'AB 123'])).toBe('粤B');
    expect(localPrefixOf(['粤B12345', '京A12345'])).toBe(localPrefixOf(['京A12345', '粤B12345']));
    expect(localPrefixOf([])).toBe('');
  });
});
