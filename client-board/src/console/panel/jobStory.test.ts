// panel/ — what is told of a car: from the log's entries, in both languages.
import {
  arrived,
  book,
  dispatch,
  fail,
  happened,
  hold,
  inspecting,
  promise,
  ready,
  reassign,
  reviseHold,
  ring,
  start,
  takeBackReady,
  tell,
  undo,
} from '@zhunshi/shared/testing/commandsOf.ts';
import { jobsOf } from '@zhunshi/shared/domain/folds/undoing.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { at, by, given, type Scenario } from '@zhunshi/shared/testing/scenario.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { expect, it } from 'vitest';
import { shopViewOf } from '../desk/shopView.ts';
import { viewOf } from '../testing/viewOf.ts';
import { jobStory } from './jobStory.ts';

/** The story of a car as the log of the scenario tells it: `09:00 text | by`. */
function told(scenario: Scenario, job = 'A', language: Language = 'zh-CN'): string[] {
  const { state, entries } = scenario;
  const { directory } = viewOf(state, clock('17:00'));
  const view = shopViewOf(state, directory, clock('17:00'), language, { staff: 'ada', roles: ['dispatcher'] });
  if (!view) throw new Error('The little shop is not set up');
  const own = entries.map((entry) => ({
    ...entry,
    events: entry.events.filter((event) => jobsOf(event).includes(job)),
  }));
  return jobStory(view, scenario.job(job), own).map(({ text, by: who, times }) =>
    [times > 1 ? `${text} ×${times}` : text, who].filter(Boolean).join(' | '),
  );
}

it('[STO-1] given work that another joined later, when its story is told, then its dispatch names who was sent then', () => {
  const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), at('09:00'), start('A', 'o1'));
  scenario.and(at('09:20'), reassign('A', 'o1', 'L1', 'tan', 'mei'));
  const lines = told(scenario);
  expect(lines).toContain('Oil 派到 L1 tan | ada');
  expect(lines).toContain('Oil 改派 L1 tan、mei | ada');
});

it('[STO-1] given a ready that was taken back, when its story is told, then both stand there', () => {
  const scenario = given(ready('A'), takeBackReady('A'));
  expect(told(scenario)).toEqual(expect.arrayContaining(['可以交车 | ada', '收回“可以交车” | ada']));
});

it('[STO-1] given estimates told one after another, when its story is told, then each has its line', () => {
  const scenario = given(
    arrived('A'),
    by(null),
    tell('A', clock('15:00')),
    at('08:40'),
    tell('A', clock('15:30')),
    tell('A', null),
  );
  expect(told(scenario).slice(-3)).toEqual(['屏幕上告知 15:00', '屏幕上告知 15:30', '屏幕上告知：时间待定']);
  expect(told(scenario, 'A', 'en').slice(-3)).toEqual([
    'Told on the screens: 15:00',
    'Told on the screens: 15:30',
    'Told on the screens: not known yet',
  ]);
});

it('[STO-2] given an inspection that a dispatcher wrote down, when its story is told, then the inspector failed it and the dispatcher recorded it', () => {
  const scenario = given(inspecting('A'), by('ada'), fail('A'));
  const [inspector] = scenario.job('A').inspections.at(-1)?.by ?? [];
  expect(inspector).not.toBe('ada');
  expect(told(scenario)).toContain(`终检不合格：Oil 渗漏 ${inspector} | 由 ada 记录`);
  expect(told(scenario, 'A', 'en')).toContain(`Final inspection: failed, Oil Leak ${inspector} | recorded by ada`);
});

it('[STO-2] given a technician who begins their own work, when its story is told, then nobody else is said to have recorded it', () => {
  const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), by('tan'), start('A', 'o1'));
  expect(told(scenario).at(-1)).toBe('Oil 开工 tan');
});

it('[STO-1] given a hold that was revised and a promise that was moved, when its story is told, then each is there with its reason', () => {
  const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), start('A', 'o1'));
  scenario.and(hold('A', 'o1', 'parts', { expectedAt: clock('10:00') }));
  scenario.and(reviseHold('A', 'o1', { expectedAt: clock('11:00') }));
  scenario.and(promise('A', clock('16:30'), { reason: 'customerWish', confirmed: 'phone' }));
  expect(told(scenario, 'A', 'en').slice(-3)).toEqual([
    'Oil held: Parts, expected to go on 10:00 | ada',
    'Oil now expected to go on 11:00 | ada',
    "Promised for 16:30 (Customer's wish) | ada",
  ]);
});

it('[STO-1] given a dispatch that was undone, when its story is told, then it stays, and that it was undone too', () => {
  const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'));
  scenario.and(undo(scenario.entries.at(-1)?.commandId ?? ''));
  expect(told(scenario).slice(-2)).toEqual(['Oil 派到 L1 tan | ada', '撤销：Oil 派到 L1 tan | ada']);
});

it('[STO-1] given a walk-in, when its story is told, then it was received and its promise agreed then; a booked car was booked', () => {
  const scenario = given(arrived('A'));
  const view = viewOf(scenario.state, clock('17:00'));
  const events = scenario.entries.flatMap((entry) => entry.events.filter((event) => jobsOf(event).includes('A')));
  const [entry] = scenario.entries.slice(-1);
  if (!entry) throw new Error('Nothing has happened');
  const walkedIn = jobStory(view, scenario.job('A'), [{ ...entry, events }]).map(({ text }) => text);
  expect(walkedIn[0]).toBe('接车 A');
  expect(walkedIn[1]).toContain('（接车时约定）');
  expect(told(scenario).slice(0, 2)).toEqual([
    expect.stringContaining('预约 A'),
    expect.stringContaining('（预约时约定）'),
  ]);
});

it('given calls that nobody answers in a row, when its story is told, then they are one line with their number', () => {
  expect(told(given(ready('A'), ring('A'), ring('A'))).at(-1)).toBe('打了电话，没人接 ×2 | ada');
});

it('[STO-1] given a job, when it is booked, then the version of its entry is remembered', () => {
  const scenario = given(book('A'), book('B'));
  expect([scenario.job('A').bookedAs, scenario.job('B').bookedAs]).toEqual([2, 3]);
});

it('[LTR-1] given a start that a phone sent later, when it is told, then it stands at its moment and says when it arrived', () => {
  const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), by('tan'), at('09:40'));
  scenario.and(happened('09:05', start('A', 'o1')));
  expect(told(scenario).at(-1)).toMatch(/ \| 无网络，.*09:40 才送到$/);
  expect(told(scenario, 'A', 'en').at(-1)).toMatch(/ \| no network, arrived .*09:40$/);
});
