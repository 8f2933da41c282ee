import { commandSchema } from '@zhunshi/shared/domain/commands.ts';
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { clock, uuidOf } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it, test } from 'vitest';
import { answersTo } from '../testing/answersTo.ts';
import { viewOf } from '../testing/viewOf.ts';
import type { Values } from '../forms/answers.ts';
import { removeFormOf, setUpFormOf } from './setUpForms.ts';
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

  it('given a dispatcher, when the page is opened, then it shows the days alone [CMD-6]', () => {
    expect(sectionsFor(['dispatcher'])).toEqual(['days']);
    expect(sectionsFor(['advisor'])).toEqual([]);
  });
});
