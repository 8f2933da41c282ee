// Setting a shop up, and who is here and which bay is open.
import { describe, expect, test } from 'vitest';
import { book, checkIn, setUp } from '../../testing/commandsOf.ts';
import { littleShop } from '../../testing/littleShop.ts';
import { given, givenNothing } from '../../testing/scenario.ts';

const { shop, bays, teams, staff } = littleShop;

describe('setting up', () => {
  test('a shop is set up with its bays, teams and people [SET-1]', () => {
    const { state } = givenNothing().when(setUp()).thenEvents({ type: 'ShopSetUp', shop, bays, teams, staff });
    expect(Object.values(state.bays).map(({ code, position }) => [code, position])).toEqual([
      ['L1', 0],
      ['L2', 1],
      ['B1', 2],
      ['W1', 3],
    ]);
    expect(Object.values(state.staff).every(({ present }) => present)).toBe(true);
  });

  test('a shop is not set up again [SET-1]', () => {
    given().when(setUp()).thenRefused('alreadySetUp');
  });

  test('nothing else is done before a shop is set up [SET-1]', () => {
    givenNothing().when(book('A')).thenRefused('notSetUp');
    givenNothing().when(checkIn('A')).thenRefused('notSetUp');
  });

  test.each([
    ['bay', { bays: [...bays, bays[0]!] }, 'L1'],
    ['person', { staff: [...staff, staff[0]!] }, 'tan'],
    ['team', { teams: [...teams, teams[0]!] }, 'T1'],
    ['service type', { shop: { ...shop, serviceTypes: [...shop.serviceTypes, shop.serviceTypes[0]!] } }, 'maintenance'],
    ['operation', { shop: { ...shop, operations: [...shop.operations, shop.operations[0]!] } }, 'Oil'],
  ])('a shop that names a %s twice is refused [SET-2]', (_what, change, value) => {
    givenNothing().when(setUp(change)).thenRefused('duplicateCode', { value });
  });

  test('a time zone that nobody knows is refused [SET-2]', () => {
    const timeZone = 'Asia/Nowhere';
    givenNothing()
      .when(setUp({ shop: { ...shop, timeZone } }))
      .thenRefused('unknownTimeZone', { timeZone });
  });

  test('a shop without a manager is refused [SET-2]', () => {
    givenNothing()
      .when(setUp({ staff: staff.filter(({ id }) => id !== 'ada') }))
      .thenRefused('noManager');
  });

  test.each([
    ['ends before it begins', [['12:00', '08:30']]],
    ['ends when it begins', [['08:30', '08:30']]],
    [
      'begins before the one before it ends',
      [
        ['08:30', '12:00'],
        ['11:00', '18:00'],
      ],
    ],
  ])('a working window that %s is refused [SET-3]', (_fault, saturday) => {
    givenNothing()
      .when(setUp({ shop: { ...shop, hours: { ...shop.hours, saturday: saturday as [string, string][] } } }))
      .thenRefused('badShopFile', { where: 'hours.saturday' });
  });
});
