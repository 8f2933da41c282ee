// setup/ — the few questions for a small garage: each wrong answer is named at its field.
import { expect, test } from 'vitest';
import type { GarageForm } from './garageForm.ts';
import { firstTimeZone, garageAnswers, garageProblems, morePeople, newGarageForm } from './garageForm.ts';

function filled(change: Partial<GarageForm> = {}): GarageForm {
  const form = newGarageForm('Asia/Shanghai');
  const [boss, technician] = form.people;
  const people = [
    { ...boss!, name: '马师傅' },
    { ...technician!, name: '小何' },
  ];
  return { ...form, name: '东门汽修', people, ...change };
}

test('given names for shop and people, when the rest stays as preset, then nothing is wrong', () => {
  expect(garageProblems(filled())).toEqual([]);
});

test('given an untouched form, when it is checked, then the name and both people are asked for, in this order', () => {
  expect(garageProblems(newGarageForm('Asia/Shanghai'))).toEqual([
    { field: 'name', word: 'name' },
    { field: 'person-1', word: 'personName' },
    { field: 'person-2', word: 'personName' },
  ]);
});

test('given a time zone that does not exist, when it is checked, then it is named', () => {
  expect(garageProblems(filled({ timeZone: 'Asia/Nowhere' }))).toEqual([{ field: 'timeZone', word: 'timeZone' }]);
});

test.each([undefined, 0, 2.5, 51])('given %s bays, when it is checked, then it is refused', (bays) => {
  expect(garageProblems(filled({ bays }))).toEqual([{ field: 'bays', word: 'bays' }]);
});

test('given nobody who is manager, when it is checked, then one is asked for', () => {
  const people = filled().people.map((person) => ({ ...person, roles: ['technician' as const] }));
  expect(garageProblems(filled({ people }))).toEqual([{ field: 'people', word: 'manager' }]);
});

test('given two people of one name, when it is checked, then the second is named: staff log in by name', () => {
  const people = filled().people.map((person) => ({ ...person, name: '小何 ' }));
  expect(garageProblems(filled({ people }))).toEqual([{ field: 'person-2', word: 'samePerson' }]);
});

test('given closing before opening, or a break outside the day, when it is checked, then the day is named', () => {
  const form = filled();
  form.hours.weekdays.to = '08:00';
  form.hours.saturday.pauseTo = '19:00';
  expect(garageProblems(form)).toEqual([
    { field: 'hours-weekdays', word: 'times' },
    { field: 'hours-saturday', word: 'pause' },
  ]);
});

test('given a break on weekdays, none on Saturday and a closed Sunday, then hours have two, one and no windows', () => {
  const form = filled({ name: ' 东门汽修 ' });
  form.hours.saturday.pause = false;
  expect(garageAnswers(form, 'en')).toEqual({
    name: '东门汽修',
    timeZone: 'Asia/Shanghai',
    locale: 'en',
    bays: 3,
    people: [
      { name: '马师傅', roles: ['inspector', 'advisor', 'dispatcher', 'manager'] },
      { name: '小何', roles: ['technician'] },
    ],
    hours: {
      weekdays: [
        ['08:30', '12:00'],
        ['13:00', '18:00'],
      ],
      saturday: [['08:30', '18:00']],
      sunday: [],
    },
  });
});

test('given a line was removed, when one is added, then its key is new', () => {
  const people = morePeople(filled().people.slice(1));
  expect(people.map(({ key }) => key)).toEqual([2, 3]);
});

test('given a browser that knows only UTC, when the page is Chinese, then the zone is preset to China', () => {
  expect(firstTimeZone('UTC', 'zh-CN')).toBe('Asia/Shanghai');
  expect(firstTimeZone('UTC', 'en')).toBe('UTC');
  expect(firstTimeZone('Europe/Berlin', 'zh-CN')).toBe('Europe/Berlin');
});
