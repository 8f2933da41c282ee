// console/notices/ — a notice as it is written at the desk, in the shop's time.
import type { Notice } from '@zhunshi/shared/domain/state.ts';
import { instantOf } from '@zhunshi/shared/time/shopTime.ts';
import { describe, expect, test } from 'vitest';
import { charactersLeft, draftOf, newDraft, noticeCommand, noticesAhead } from './noticeDraft.ts';

const timeZone = 'Asia/Shanghai';
const at = (text: string): number => instantOf(text, timeZone) ?? NaN;
const now = at('2026-11-22 10:30');
const moment = { now, timeZone, id: 'n1' };
const notice = (id: string, from: string, until: string): Notice => ({
  ...{ id, zh: '今天免费洗车', en: '', at: now, by: 'P29' },
  ...{ from: at(from), until: at(until) },
});

describe('a notice that is written [NTC-1]', () => {
  test('given a new one, then it is from now on for four hours, and is posted with the times of the shop', () => {
    const draft = newDraft(now, timeZone);
    expect([draft.from, draft.until]).toEqual(['2026-11-22T10:30', '2026-11-22T14:30']);
    expect(noticeCommand({ ...draft, zh: ' 今天免费洗车 ' }, moment)).toEqual({
      wish: { type: 'PostNotice', notice: 'n1', zh: '今天免费洗车', en: '', from: now, until: at('2026-11-22 14:30') },
    });
  });

  test('given one that is there, when it is changed, then it keeps its id and what was not touched', () => {
    const known = notice('n7', '2026-11-23 09:00', '2026-11-23 18:00');
    const read = noticeCommand({ ...draftOf(known, timeZone), en: 'Free car wash' }, moment);
    const { id, zh, from, until } = known;
    expect(read).toEqual({ wish: { type: 'PostNotice', notice: id, zh, en: 'Free car wash', from, until } });
  });

  test.each([
    ['no text', { zh: '  ' }, 'empty'],
    ['a text longer than the screen takes', { en: 'x'.repeat(121) }, 'tooLong'],
    ['no end', { until: '' }, 'time'],
    ['an end before its beginning', { until: '2026-11-22T09:00' }, 'backwards'],
    ['an end that has passed', { from: '2026-11-21T09:00', until: '2026-11-22T10:30' }, 'over'],
  ])('given %s, then that is said and nothing is sent', (_fault, changed, problem) => {
    expect(noticeCommand({ ...newDraft(now, timeZone), zh: '公告', ...changed }, moment)).toEqual({ problem });
  });
});

test('given what is written, then each language has its own room, and what is too much is counted instead of lost [NTC-1]', () => {
  expect(charactersLeft({ zh: '今天免费洗车 ', en: '' })).toEqual({ zh: 54, en: 120 });
  expect(charactersLeft({ zh: '长'.repeat(63), en: 'x'.repeat(120) })).toEqual({ zh: -3, en: 0 });
});

test('given notices that are over, on and to come, then those ahead are listed by their beginning, and what is on is marked [NTC-2]', () => {
  const listed = noticesAhead(
    {
      later: notice('later', '2026-11-22 12:00', '2026-11-22 13:00'),
      over: notice('over', '2026-11-22 08:00', '2026-11-22 10:30'),
      on: notice('on', '2026-11-22 10:30', '2026-11-22 11:00'),
    },
    now,
  );
  expect(listed.map(({ notice: { id }, on }) => [id, on])).toEqual([
    ['on', true],
    ['later', false],
  ]);
});
