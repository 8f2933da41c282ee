// Setting a shop up, and changing its set-up while it runs.
import { describe, expect, test } from 'vitest';
import type { SetUpChange } from '../commands.ts';
import { defaultRules } from '../defaultRules.ts';
import type { SpecialDay } from '../state.ts';
import {
  arrived,
  book,
  changing,
  checkIn,
  dayHours,
  dispatch,
  finish,
  handOver,
  hold,
  importing,
  ready,
  setUp,
  working,
} from '../../testing/commandsOf.ts';
import { clock, littleShop, row } from '../../testing/littleShop.ts';
import { at, given, givenNothing } from '../../testing/scenario.ts';

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
    // All the other roles are there: only a manager will do.
    const ada = { id: 'ada', roles: ['advisor' as const, 'dispatcher' as const], workTypes: [], team: null };
    givenNothing()
      .when(setUp({ staff: staff.map((member) => (member.id === 'ada' ? ada : member)) }))
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

  test('people are of teams that there are [SET-11]', () => {
    givenNothing()
      .when(setUp({ teams: [] }))
      .thenRefused('unknownTeam', { team: 'T1' });
  });

  test('a set-up that brings days with hours of their own has them in order [SET-9]', () => {
    const calendar: Record<string, SpecialDay> = { '2026-12-25': { kind: 'holiday', windows: [['08:30', '12:00']] } };
    givenNothing()
      .when(setUp({ shop: { ...shop, calendar } }))
      .thenRefused('badShopFile', { where: 'calendar.2026-12-25' });
  });
});

const lift: SetUpChange = { kind: 'saveBay', bay: { code: 'L3', workTypes: ['quick'], capacity: 1 } };
const kim: SetUpChange = {
  kind: 'saveStaff',
  member: { id: 'kim', roles: ['technician'], workTypes: ['quick'], team: 'T2' },
};
const secondTeam: SetUpChange = { kind: 'saveTeam', team: { id: 'T2', name: 'Evening' } };
const memberOf = (id: string) => staff.find((one) => one.id === id)!;

describe('changing the set-up while the shop runs', () => {
  test('a list of changes is applied whole [SET-8]', () => {
    const { state } = given()
      .when(changing({ kind: 'basics', onTimeTarget: 0.9 }, lift, kim, secondTeam))
      .thenEvents({ type: 'SetUpChanged', changes: [{ kind: 'basics', onTimeTarget: 0.9 }, lift, kim, secondTeam] });
    expect(state.shop).toMatchObject({ name: 'Little shop', onTimeTarget: 0.9 });
    expect(state.bays['L3']).toEqual({ code: 'L3', workTypes: ['quick'], capacity: 1, position: 4, closed: null });
    expect(state.staff['kim']).toMatchObject({ team: 'T2', present: true, leave: [] });
  });

  test.each<[string, SetUpChange, string, object]>([
    ['a zone that nobody knows', { kind: 'basics', timeZone: 'Asia/No' }, 'unknownTimeZone', { timeZone: 'Asia/No' }],
    [
      'windows that run backwards',
      { kind: 'basics', hours: { ...shop.hours, sunday: [['12:00', '09:00']] } },
      'badShopFile',
      { where: 'hours.sunday' },
    ],
    ['no manager any more', { kind: 'saveStaff', member: { ...memberOf('ada'), roles: ['advisor'] } }, 'noManager', {}],
  ])('one bad change, %s, and nothing of the list happens [SET-8]', (_fault, change, code, figures) => {
    given()
      .when(changing(lift, change))
      .thenRefused(code as 'noManager', figures);
  });

  test('a thing is named once in a list [SET-8]', () => {
    given()
      .when(changing(lift, { kind: 'removeBay', code: 'L3' }))
      .thenRefused('duplicateCode', { value: 'L3' });
    given()
      .when(changing({ kind: 'rules', rules: { comebackDays: 10 } }, { kind: 'rules', rules: { settleFirst: true } }))
      .thenRefused('duplicateCode', { value: 'rules' });
  });

  test('what changes nothing is left out of the event, down to the field [SET-12]', () => {
    given()
      .when(
        changing(
          { kind: 'basics', name: 'Little shop', locale: 'en' },
          { kind: 'rules', rules: { settleFirst: false, comebackDays: 20 } },
          { kind: 'saveBay', bay: { capacity: 1, code: 'L1', workTypes: ['quick', 'mechanical'] } },
          { kind: 'saveStaff', member: memberOf('tan') },
          { kind: 'removeTeam', team: 'T9' },
        ),
      )
      .thenEvents({
        type: 'SetUpChanged',
        changes: [
          { kind: 'basics', locale: 'en' },
          { kind: 'rules', rules: { comebackDays: 20 } },
        ],
      });
  });

  test('where all is so already, nothing happens [SET-12]', () => {
    given()
      .when(changing({ kind: 'basics', name: 'Little shop' }, { kind: 'removeBay', code: 'L9' }))
      .thenNothing();
  });

  test('the last bay and the last service type stay [SET-11]', () => {
    const bays = littleShop.bays.map(({ code }): SetUpChange => ({ kind: 'removeBay', code }));
    given()
      .when(changing(...bays))
      .thenRefused('lastOfItsKind', { value: 'L1' });
    const types = shop.serviceTypes.map(({ code }): SetUpChange => ({ kind: 'removeServiceType', code }));
    given()
      .when(changing(...types))
      .thenRefused('lastOfItsKind', { value: 'maintenance' });
  });

  test('people are of teams, and inspection plans of service types, that there are [SET-11]', () => {
    given().when(changing(kim)).thenRefused('unknownTeam', { team: 'T2' });
    const inspections = { body: { self: true, leader: true, points: ['Gaps'] } };
    given()
      .when(changing({ kind: 'rules', rules: { inspections } }))
      .thenRefused('unknownServiceType', { serviceType: 'body' });
  });

  test('alarm limits are changed, the others stay as they are [SET-8]', () => {
    const alarms = { ...defaultRules.alarms, tight: { on: true, limit: 45, escalateAfter: null } };
    const { state } = given()
      .when(changing({ kind: 'rules', rules: { alarms } }))
      .thenEvents({ type: 'SetUpChanged' });
    expect(state.shop?.rules).toEqual({ ...defaultRules, alarms });
  });

  test('a team with members stays; an empty one goes [SET-10]', () => {
    given()
      .when(changing({ kind: 'removeTeam', team: 'T1' }))
      .thenRefused('teamHasMembers', { team: 'T1', staff: 'tan' });
    given(changing(secondTeam))
      .when(changing({ kind: 'removeTeam', team: 'T2' }))
      .thenEvents({ type: 'SetUpChanged' });
  });

  test('a bay with a car, a queue or a reservation stays [SET-10]', () => {
    const without = (code: string) => changing({ kind: 'removeBay', code });
    given(working('A', 'L1', 'tan'))
      .when(without('L1'))
      .thenRefused('stillNeeded', { value: 'L1', job: 'A' });
    given(arrived('A'), dispatch('A', ['o1'], 'L2', 'tan'))
      .when(without('L2'))
      .thenRefused('stillNeeded', { value: 'L2', job: 'A' });
    given(book('A'), {
      type: 'ReserveBay',
      job: 'A',
      bay: 'L2',
      from: clock('10:00'),
      to: clock('10:30'),
    })
      .when(without('L2'))
      .thenRefused('stillNeeded', { value: 'L2', job: 'A' });
    given(ready('A'), handOver('A')).when(without('L1')).thenEvents({ type: 'SetUpChanged' });
  });

  test('somebody with work at hand, and the advisor of an open job, stay [SET-10]', () => {
    const without = (staff: string) => changing({ kind: 'removeStaff', staff });
    given(working('A', 'L1', 'tan'))
      .when(without('tan'))
      .thenRefused('stillNeeded', { value: 'tan', job: 'A' });
    given(working('A', 'L1', 'tan'), hold('A', 'o1'))
      .when(without('tan'))
      .thenRefused('stillNeeded', { value: 'tan', job: 'A' });
    const eva: SetUpChange = { kind: 'saveStaff', member: { ...memberOf('ada'), id: 'eva' } };
    given(changing(eva), importing([row('A', { advisor: 'eva' })]))
      .when(without('eva'))
      .thenRefused('stillNeeded', { value: 'eva', job: 'A' });
    given(working('A', 'L1', 'tan'), finish('A', 'o1'))
      .when(without('tan'))
      .thenEvents({ type: 'SetUpChanged', changes: [{ kind: 'removeStaff', staff: 'tan' }] });
  });

  test('what work at hand needs of its bay and of its crew stays [SET-10]', () => {
    const atWork = given(working('A', 'L1', 'tan'));
    atWork
      .when(changing({ kind: 'saveBay', bay: { code: 'L1', workTypes: ['mechanical'], capacity: 1 } }))
      .thenRefused('stillNeeded', { value: 'L1', job: 'A' });
    atWork
      .when(changing({ kind: 'saveStaff', member: { ...memberOf('tan'), workTypes: ['mechanical'] } }))
      .thenRefused('stillNeeded', { value: 'tan', job: 'A' });
    atWork
      .when(changing({ kind: 'saveBay', bay: { code: 'L1', workTypes: ['quick'], capacity: 2 } }))
      .thenEvents({ type: 'SetUpChanged' });
  });

  test('a bay is not made smaller than the cars in it [SET-10]', () => {
    const bigger = (capacity: number) =>
      changing({ kind: 'saveBay', bay: { code: 'L1', workTypes: ['quick', 'mechanical'], capacity } });
    given(bigger(2), working('A', 'L1', 'tan'), working('B', 'L1', 'mei'))
      .when(bigger(1))
      .thenRefused('bayInUse', { bay: 'L1', job: 'B' });
  });

  test('a service type of an open job stays [SET-10]', () => {
    const without = changing({ kind: 'removeServiceType', code: 'accident' });
    given(book('A', { serviceType: 'accident' }))
      .when(without)
      .thenRefused('stillNeeded', { value: 'accident', job: 'A' });
    given(book('A')).when(without).thenEvents({ type: 'SetUpChanged' });
  });

  test('a line of the standard-time table that is changed or goes leaves jobs as they are [SET-10]', () => {
    const before = given(arrived('A'));
    const job = before.job('A');
    const { state } = before
      .when(
        changing(
          { kind: 'removeStandardTime', name: 'Oil' },
          {
            kind: 'saveStandardTime',
            standardTime: { name: 'Oil 5W-30', workType: 'quick', minutes: 35, unattended: false },
          },
        ),
      )
      .thenEvents({ type: 'SetUpChanged' });
    expect(state.jobs['A']).toEqual(job);
  });

  test('a name that was renewed is told, and only of people who stay [SET-12]', () => {
    given()
      .when({ type: 'ChangeSetUp', changes: [], renewed: ['tan', 'kim'] })
      .thenEvents({ type: 'DirectoryRenewed', vehicles: [], persons: [], staff: ['tan'] });
  });
});

describe('days with hours of their own', () => {
  const holiday: SpecialDay = { kind: 'holiday', windows: [] };
  const evening: SpecialDay = {
    kind: 'overtime',
    windows: [
      ['08:30', '12:00'],
      ['13:00', '21:00'],
    ],
  };

  test('a day gets hours of its own, and its usual ones again [SET-9]', () => {
    const { state } = given()
      .when(dayHours('2026-11-24', evening))
      .thenEvents({ type: 'DayHoursSet', day: '2026-11-24', hours: evening });
    expect(state.shop?.calendar).toEqual({ '2026-11-24': evening });
    const usual = given(dayHours('2026-11-24', holiday))
      .when(dayHours('2026-11-24', null))
      .thenEvents({ type: 'DayHoursSet', hours: null });
    expect(usual.state.shop?.calendar).toEqual({});
  });

  test('today can still change, a day that is over cannot [SET-9]', () => {
    given(at('16:00')).when(dayHours('2026-11-23', evening)).thenEvents({ type: 'DayHoursSet' });
    given().when(dayHours('2026-11-22', evening)).thenRefused('daysBackwards');
    given()
      .when(changing({ kind: 'dayHours', day: '2026-11-22', hours: evening }))
      .thenRefused('daysBackwards');
  });

  test.each<[string, SpecialDay]>([
    ['a holiday with hours', { kind: 'holiday', windows: [['08:30', '12:00']] }],
    ['overtime without hours', { kind: 'overtime', windows: [] }],
    ['windows that run backwards', { kind: 'special', windows: [['12:00', '08:30']] }],
  ])('%s is refused [SET-9]', (_fault, hours) => {
    given().when(dayHours('2026-11-24', hours)).thenRefused('badShopFile', { where: 'calendar.2026-11-24' });
    given()
      .when(changing({ kind: 'dayHours', day: '2026-11-24', hours }))
      .thenRefused('badShopFile', { where: 'calendar.2026-11-24' });
  });

  test('hours that a day has already change nothing [SET-9]', () => {
    given(dayHours('2026-11-24', evening)).when(dayHours('2026-11-24', evening)).thenNothing();
    given().when(dayHours('2026-11-24', null)).thenNothing();
  });
});
