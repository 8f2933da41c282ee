import { describe, expect, it } from 'vitest';
import { plateOf } from './plate.ts';

describe('plates of any kind in one spelling [IMP-10]', () => {
  it.each([
    ['粤B12345', '粤B12345', 'ordinary'],
    ['粤BD3792', '粤BD3792', 'with letters'],
    ['粤B·D37923', '粤BD37923', 'new energy, with its dot'],
    ['粤AFH1698', '粤AFH1698', 'new energy'],
    [' 粤 b 8905 学 ', '粤B8905学', 'driving school, with spaces, small letter'],
    ['粤Ｂ１２３４５', '粤B12345', 'full width'],
    ['京A1234警', '京A1234警', 'police'],
    ['粤Z1234港', '粤Z1234港', 'Hong Kong'],
    ['粤ZA123澳', '粤ZA123澳', 'Macau'],
    ['鲁B1234挂', '鲁B1234挂', 'trailer'],
    ['使014578', '使014578', 'embassy'],
    ['京A01457使', '京A01457使', 'embassy, old'],
    ['沪A0012领', '沪A0012领', 'consulate'],
    ['WJ粤1234X', 'WJ粤1234X', 'armed police'],
    ['B-MW 1234', 'BMW1234', 'German'],
    ['AB12 CDE', 'AB12CDE', 'British'],
    ['А123ВС77', 'А123ВС77', 'Russian'],
    ['品川300あ1234', '品川300あ1234', 'Japanese'],
  ])('given %s, when it is read, then it is %s (%s)', (typed, plate) => {
    expect(plateOf(typed)).toBe(plate);
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
  ])('given %s, when it %s, then it is none', (typed) => {
    expect(plateOf(typed)).toBeNull();
  });
});
