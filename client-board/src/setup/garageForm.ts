// setup/ — the few questions for a small garage: what the form holds, what is wrong with it, and the answers made of it.
import type { Role } from '@zhunshi/shared/domain/words.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import type { GarageAnswers } from '@zhunshi/shared/wire/setUp.ts';

export const dayKinds = ['weekdays', 'saturday', 'sunday'] as const;
export type DayKind = (typeof dayKinds)[number];

/** Opening of a kind of day, `HH:MM` of the shop. */
export interface DayForm {
  open: boolean;
  from: string;
  to: string;
  pause: boolean;
  pauseFrom: string;
  pauseTo: string;
}

export interface PersonForm {
  /** Tells the lines of the form apart; says nothing else. */
  key: number;
  name: string;
  roles: Role[];
}

/** The form as people fill it in; `bays` is undefined while its field is empty. */
export interface GarageForm {
  name: string;
  timeZone: string;
  bays: number | undefined;
  people: PersonForm[];
  hours: Record<DayKind, DayForm>;
}

/** Something to correct: the field that it stands at, and its word in `setupWords.garage.problems`. */
export interface GarageProblem {
  field: string;
  word: 'name' | 'timeZone' | 'bays' | 'personName' | 'samePerson' | 'roles' | 'manager' | 'times' | 'pause' | 'noDay';
}

const mostBays = 50;
const day: DayForm = { open: true, from: '08:30', to: '18:00', pause: true, pauseFrom: '12:00', pauseTo: '13:00' };

/** The zone to begin with: the browser's; one that knows only UTC says nothing, and who reads Chinese is likely in China. */
export function firstTimeZone(ofBrowser: string, language: Language): string {
  return language === 'zh-CN' && ['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT'].includes(ofBrowser) ? 'Asia/Shanghai' : ofBrowser;
}

/** The form before the first answer: a boss who does everything, a technician, and usual hours. */
export function newGarageForm(timeZone: string): GarageForm {
  return {
    name: '',
    timeZone,
    bays: 3,
    people: [
      { key: 1, name: '', roles: ['inspector', 'advisor', 'dispatcher', 'manager'] },
      { key: 2, name: '', roles: ['technician'] },
    ],
    hours: { weekdays: { ...day }, saturday: { ...day }, sunday: { ...day, open: false } },
  };
}

/** A new line for one more person. */
export function morePeople(people: readonly PersonForm[]): PersonForm[] {
  const key = Math.max(0, ...people.map((person) => person.key)) + 1;
  return [...people, { key, name: '', roles: ['technician'] }];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.trim() !== '';
  } catch {
    return false;
  }
}

function dayProblems(kind: DayKind, { open, from, to, pause, pauseFrom, pauseTo }: DayForm): GarageProblem[] {
  if (!open) return [];
  if (from === '' || to === '' || from >= to) return [{ field: `hours-${kind}`, word: 'times' }];
  const within = from < pauseFrom && pauseFrom < pauseTo && pauseTo < to;
  return pause && !within ? [{ field: `hours-${kind}`, word: 'pause' }] : [];
}

function personProblems(person: PersonForm, people: readonly PersonForm[]): GarageProblem[] {
  const name = person.name.trim();
  const field = `person-${person.key}`;
  const problems: GarageProblem[] = [];
  if (name === '') problems.push({ field, word: 'personName' });
  const first = people.find((other) => other.name.trim() === name);
  if (name !== '' && first !== person) problems.push({ field, word: 'samePerson' });
  if (person.roles.length === 0) problems.push({ field: `roles-${person.key}`, word: 'roles' });
  return problems;
}

/** Everything that must be corrected before the shop can be created, from top to bottom. */
export function garageProblems(form: GarageForm): GarageProblem[] {
  const problems: GarageProblem[] = [];
  if (form.name.trim() === '') problems.push({ field: 'name', word: 'name' });
  if (!isTimeZone(form.timeZone)) problems.push({ field: 'timeZone', word: 'timeZone' });
  const { bays } = form;
  if (bays === undefined || !Number.isInteger(bays) || bays < 1 || bays > mostBays)
    problems.push({ field: 'bays', word: 'bays' });
  for (const person of form.people) problems.push(...personProblems(person, form.people));
  if (!form.people.some(({ roles }) => roles.includes('manager'))) problems.push({ field: 'people', word: 'manager' });
  for (const kind of dayKinds) problems.push(...dayProblems(kind, form.hours[kind]));
  if (dayKinds.every((kind) => !form.hours[kind].open)) problems.push({ field: 'hours', word: 'noDay' });
  return problems;
}

/** A break makes two windows of a day. */
function windowsOf({ open, from, to, pause, pauseFrom, pauseTo }: DayForm): [from: string, to: string][] {
  if (!open) return [];
  if (!pause) return [[from, to]];
  return [
    [from, pauseFrom],
    [pauseTo, to],
  ];
}

/**
 * The answers of a form without problems.
 * @param language of the standard-time table that the shop starts with
 */
export function garageAnswers(form: GarageForm, language: Language): GarageAnswers {
  const { weekdays, saturday, sunday } = form.hours;
  return {
    name: form.name.trim(),
    timeZone: form.timeZone,
    locale: language,
    bays: form.bays ?? 1,
    people: form.people.map(({ name, roles }) => ({ name: name.trim(), roles })),
    hours: { weekdays: windowsOf(weekdays), saturday: windowsOf(saturday), sunday: windowsOf(sunday) },
  };
}
