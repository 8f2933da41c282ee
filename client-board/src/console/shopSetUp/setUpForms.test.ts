import { commandSchema } from '@zhunshi/shared/domain/commands.ts';
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { book } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock, uuidOf } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it, test } from 'vitest';
import { answersTo } from '../testing/answersTo.ts';
import { viewOf } from '../testing/viewOf.ts';
import type { Values } from '../forms/answers.ts';
import { personForm, removeFormOf, setUpFormOf } from './setUpForms.ts';
import { sectionsFor, setUpSections, setUpTableOf } from './setUpTables.ts';

const view = () => viewOf(given().state, clock('08:30'), ['manager']);
const commandOf = (section: Exclude<(typeof setUpSections)[number], 'people'>, key: string, entered: Values = {}) => {
  const form = setUpFormOf(view(), section, key);
  return { id: uuidOf(1), ...form.wish(answersTo(form, entered)) };
};

describe('the set-up page', () => {
  const rows = setUpSections.flatMap((section) =>
    section === 'people' || section === 'days'
      ? []
      : setUpTableOf(view(), section)
          .rows.slice(0, 3)
          .map(({ key }) => ({ section, key })),
  );
  test.for(rows)('$section $key: a form that nobody changed changes nothing', ({ section, key }) => {
    const command = commandSchema.parse(commandOf(section, key));
    const decided = decide(given().state, command, { at: clock('08:30'), by: 'ada' });
    expect(decided).toMatchObject({ ok: true, value: [] });
  });

  it('given a limit of an alarm, when a manager changes it, then the other alarms stay as they are', () => {
    expect(commandOf('alarms', 'notDispatched', { limit: '12', escalateAfter: '' })).toMatchObject({
      changes: [
        {
          kind: 'rules',
          rules: {
            alarms: { notDispatched: { on: true, limit: 12, escalateAfter: null }, tight: { limit: 30 } },
          },
        },
      ],
    });
  });

  it('given points of an inspection, when they are typed line by line, then empty lines are none', () => {
    const typed = { points: 'Brakes\n\n  Lights  \n', leader: true };
    expect(commandOf('inspections', 'accident', typed)).toMatchObject({
      changes: [{ rules: { inspections: { accident: { self: false, leader: true, points: ['Brakes', 'Lights'] } } } }],
    });
  });

  it('given a bay, when it is taken away, then that is asked for; the basics cannot be', () => {
    const form = removeFormOf(view(), 'bays', 'W1');
    expect(form?.wish(answersTo(form))).toEqual({ type: 'ChangeSetUp', changes: [{ kind: 'removeBay', code: 'W1' }] });
    expect(removeFormOf(view(), 'basics', '')).toBeNull();
  });

  const taken: [Exclude<(typeof setUpSections)[number], 'people'>, string, string][] = [
    ['bays', 'code', 'W1'],
    ['serviceTypes', 'code', 'accident'],
    ['standardTimes', 'name', 'Oil'],
    ['teams', 'code', Object.keys(given().state.teams)[0] ?? ''],
  ];
  test.for(taken)('%s: adding what is there is refused, what is new is not [SET-16]', ([section, field, value]) => {
    const form = setUpFormOf(view(), section, '');
    const fieldsFor = (code: string) =>
      form.problems?.(answersTo(form, { [field]: code, workTypes: ['wash'] })).map((one) => one.field);
    expect(fieldsFor(value)).toEqual([field]);
    expect(fieldsFor('brand new')).toEqual([]);
  });

  it('given a person, when their number is given to somebody new, then it is refused; editing them is not [SET-16]', () => {
    const problemsOf = (key: string) => {
      const form = personForm(view(), key);
      return (form.problems?.(answersTo(form, { code: 'tan' })) ?? []).map(({ text }) => text);
    };
    expect(problemsOf('')).toEqual([expect.stringContaining('“tan”已经有了')]);
    expect(problemsOf('tan')).toEqual([]);
  });

  it('given a day with cars, when it gets other hours, then nothing is chosen beforehand, and the cars are told [SET-17]', () => {
    const booked = given(book('WT1', { arrivalAt: clock('2026-11-24 09:00'), promisedAt: clock('2026-11-24 11:00') }));
    const form = setUpFormOf(viewOf(booked.state, clock('08:30'), ['manager']), 'days', '');
    const kind = form.fields(answersTo(form)).find(({ name }) => name === 'kind');
    expect(kind).toMatchObject({ initial: '', required: true });
    expect(form.told?.(answersTo(form)).map(({ text }) => text)).toEqual([
      '那天有 1 台预约到店、1 台约定交车，改后请逐台处理',
    ]);
    expect(form.told?.(answersTo(form, { day: '2026-11-25' }))).toMatchObject([{ mark: 'inOrder' }]);
  });

  it('given a dispatcher, when the page is opened, then it shows the days alone [CMD-6]', () => {
    expect(sectionsFor(['dispatcher'])).toEqual(['days']);
    expect(sectionsFor(['advisor'])).toEqual([]);
  });
});
