// Plates as they are typed, of any kind, in one spelling.
import { describe, expect, it, test } from 'vitest';
import { maskedPlate } from '../views/plateMask.ts';
import { plateKind, plateOf, type PlateKind } from './plate.ts';

const typed: [typed: string, plate: string, kind: PlateKind, what: string][] = [
  ['粤B12345', '粤B12345', 'ordinary', 'ordinary'],
  ['粤BD3792', '粤BD3792', 'ordinary', 'with letters'],
  ['粤Ｂ１２３４５', '粤B12345', 'ordinary', 'full width'],
  ['粤B·D37923', '粤BD37923', 'newEnergy', 'new energy, with its dot'],
  ['粤AFH1698', '粤AFH1698', 'newEnergy', 'new energy'],
  ['粤B12345D', '粤B12345D', 'newEnergy', 'new energy, large'],
  [' 粤 b 8905 学 ', '粤B8905学', 'drivingSchool', 'driving school, with spaces, small letter'],
  ['京A1234警', '京A1234警', 'police', 'police'],
  ['粤Z1234港', '粤Z1234港', 'hongKong', 'Hong Kong'],
  ['粤ZA123澳', '粤ZA123澳', 'macau', 'Macau'],
  ['鲁B1234挂', '鲁B1234挂', 'trailer', 'trailer'],
  ['沪A1234试', '沪A1234试', 'test', 'test'],
  ['使014578', '使014578', 'embassy', 'embassy, old'],
  ['京A01457使', '京A01457使', 'embassy', 'embassy, later'],
  ['014 578 使', '014578使', 'embassy', 'embassy, new'],
  ['沪A0012领', '沪A0012领', 'consulate', 'consulate'],
  ['WJ粤1234X', 'WJ粤1234X', 'armedPolice', 'armed police'],
  ['B-MW 1234', 'BMW1234', 'foreign', 'German'],
  ['AB12 CDE', 'AB12CDE', 'foreign', 'British'],
  ['А123ВС77', 'А123ВС77', 'foreign', 'Russian'],
  ['品川300あ1234', '品川300あ1234', 'foreign', 'Japanese'],
  ['A 1', 'A1', 'foreign', 'very short'],
];

describe('plates of any kind', () => {
  it.each(typed)('given %s, when it is read, then it has one spelling [PLT-1] [IMP-10]', (text, plate) => {
    expect(plateOf(text)).toBe(plate);
    expect(plateOf(plate)).toBe(plate);
  });

  it.each(typed)('given %s, when its kind is asked for, then it is told [PLT-1]', (_text, plate, kind) => {
    expect(plateKind(plate)).toBe(kind);
  });

  it.each(typed)('given %s, when strangers see it, then they never see all of it [PRV-3]', (_text, plate) => {
    const masked = maskedPlate(plate);
    expect(masked).toContain('**');
    expect(masked).not.toContain(plate);
    const shown = Array.from(masked.replaceAll(/[·*]/g, '')).length;
    expect(shown).toBeLessThan(Array.from(plate).length);
    expect(Array.from(masked.split('**')[1] ?? '').length).toBeLessThanOrEqual(2);
  });

  it.each([
    ['粤B1234', 'too short'],
    ['粤B1234567', 'too long'],
    ['粤B1234I', 'has an I'],
    ['粤112345', 'has no letter behind the province'],
    ['粤B1234车', 'ends in something else'],
    ['使1234', 'is no embassy'],
    ['ABCDEF', 'has no figure'],
    ['1', 'is one figure'],
    ['未上牌', 'is none'],
    ['AB#1234', 'has other signs'],
  ])('given %s, when it %s, then it is none [PLT-1]', (text) => {
    expect(plateOf(text)).toBeNull();
    expect(plateKind(text)).toBeNull();
  });

  test('two ways of typing one plate are one car [PLT-1]', () => {
    expect(new Set(['粤B·D37923', '粤bd37923', '粤B-D37923', '粤Ｂ Ｄ３７９２３'].map(plateOf)).size).toBe(1);
  });
});
