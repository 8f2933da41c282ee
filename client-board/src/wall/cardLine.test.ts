import { wallWords } from '@zhunshi/shared/i18n/wallWords.ts';
import type { WallJobRow } from '@zhunshi/shared/views/wallBoard.ts';
import { describe, expect, it } from 'vitest';
import { cardLine } from './cardLine.ts';
import type { CardRoom } from './cardLine.ts';

const now = Date.parse('2026-11-23T10:42:00+08:00');
const at = (time: string, day = '2026-11-23'): number => Date.parse(`${day}T${time}:00+08:00`);
const moment = { words: wallWords['zh-CN'], timeZone: 'Asia/Shanghai', now };
const narrow: CardRoom = { widthVh: 30.6, stale: false, beside: wallWords.en };
const wide: CardRoom = { ...narrow, widthVh: 60 };

function job(changes: Partial<WallJobRow>): WallJobRow {
  return {
    key: 'job:1',
    kind: 'job',
    plate: { prefix: '粤B', rest: 'D37923', local: true },
    stage: 'working',
    mark: 'inOrder',
    promisedAt: at('11:40'),
    predictedAt: null,
    slackMinutes: 35,
    overdueMinutes: 0,
    bay: 'A02',
    nextBay: null,
    workType: 'mechanical',
    hold: null,
    advisor: '黄志强',
    stageSince: at('10:10'),
    ...changes,
  };
}
const texts = (row: WallJobRow, room: CardRoom): string[] => cardLine(row, moment, room).map(({ text }) => text);
const approval = { reason: 'approval', since: at('10:10'), expectedAt: null } as const;

describe('second line of a card [WAL-4]', () => {
  it('given room, then it says when due, the slack, the bay and the work', () => {
    expect(texts(job({}), wide)).toEqual(['11:40', '余35', 'A02', '机电']);
  });

  it.each([
    ['predicted late', { mark: 'late', slackMinutes: -5 }, '迟5'],
    ['with its promise passed', { mark: 'late', slackMinutes: -30, overdueMinutes: 22 }, '超22'],
    ['late by hours', { mark: 'late', slackMinutes: -150 }, '迟2.5h'],
    ['late by days', { mark: 'late', slackMinutes: -4_000, overdueMinutes: 4_000 }, '超2天'],
    ['with little time left', { mark: 'tight', slackMinutes: 0 }, '余0'],
  ] as const)('given a car %s, then it says so with a word', (_, changes, word) => {
    expect(texts(job(changes), narrow)).toContain(word);
  });

  it('given a narrow card that waits for approval, then the work and the bay give way, never for whom it waits', () => {
    const held = job({ stage: 'held', mark: 'waiting', slackMinutes: null, hold: approval });
    expect(texts(held, narrow)).toEqual(['11:40', '待确认', '黄志强']);
    expect(texts(held, wide)).toEqual(['11:40', '待确认', 'approval', 'A02', '黄志强', '机电']);
  });

  it('given a car that is late and waits, then slack and for whom it waits both stay', () => {
    const held = job({ stage: 'held', mark: 'late', slackMinutes: -155, hold: approval });
    expect(texts(held, wide)).toEqual(expect.arrayContaining(['11:40', '迟2.5h', '待确认', '黄志强']));
    // Where hours and name are wider than the card, the hours are whole ones.
    expect(texts(held, narrow)).toEqual(['11:40', '迟2h', '黄志强']);
  });

  it('given a car that is late and waits, then the sign of waiting stands before what it waits for, or before for whom', () => {
    const signed = (row: WallJobRow): string[] =>
      cardLine(row, moment, narrow).map(({ text, sign }) => (sign === 'held' ? `‖${text}` : text));
    const late = { stage: 'held', mark: 'late', slackMinutes: -5 } as const;
    const parts = { ...approval, reason: 'parts' } as const;
    expect(signed(job({ ...late, hold: parts, bay: null, promisedAt: null }))).toEqual(['未约定', '‖待料', '配件']);
    expect(signed(job({ ...late, hold: parts }))).toEqual(['11:40', '迟5', '待料', '配件']);
    expect(signed(job({ ...late, hold: approval }))).toEqual(['11:40', '迟5', '‖黄志强']);
    expect(signed(job({ ...late, mark: 'waiting', hold: parts }))).toEqual(['11:40', '待料', '配件']);
  });

  it('given work that goes on while another part waits without an end, then its slack is open, not missing', () => {
    expect(texts(job({ slackMinutes: null }), wide)).toEqual(['11:40', '待定', 'A02', '机电']);
  });

  it('given a promise of another day that does not fit, then its day stays', () => {
    const held = job({ stage: 'held', mark: 'waiting', promisedAt: at('15:00', '2026-11-25'), hold: approval });
    expect(texts(held, narrow)).toEqual(['周三', '待确认', '黄志强']);
    expect(texts(job({ mark: 'laterDay', promisedAt: at('15:00', '2026-11-25') }), narrow)).toEqual([
      '周三',
      '15:00',
      'A02',
    ]);
  });

  it('given a car that waits to be dispatched, then it says since when; one dispatched says whereto', () => {
    expect(texts(job({ stage: 'waiting', bay: null }), narrow)).toEqual(['11:40', '余35', '等32分']);
    expect(texts(job({ stage: 'waiting', bay: null, stageSince: now - 60_000 }), narrow)).toContain('刚到');
    expect(cardLine(job({ stage: 'dispatched', bay: null, nextBay: 'A01' }), moment, narrow)).toContainEqual({
      role: 'place',
      text: 'A01',
      sign: 'toward',
    });
  });

  it('given a car of which all is done, when nobody has marked it ready, then it says so, whatever else gives way', () => {
    const done = job({ stage: 'washing', mark: 'late', overdueMinutes: 42, bay: 'W1', workType: null });
    expect(texts(done, wide)).toEqual(['11:40', '超42', '待标可交车']);
    expect(texts(done, narrow)).toEqual(['超42', '待标可交车']);
  });

  it('given a car that is ready, then its advisor is named', () => {
    expect(texts(job({ stage: 'ready', mark: 'ready', bay: null }), narrow)).toEqual(['11:40', '待交车', '黄志强']);
  });

  it('given a car that waits for parts, then the parts department is named and no advisor', () => {
    const held = job({ stage: 'held', mark: 'waiting', hold: { ...approval, reason: 'parts' } });
    expect(texts(held, narrow)).toEqual(['11:40', '待料', '配件']);
  });

  it('given a stale board, then no slack is said, since an old prediction misleads', () => {
    const row = job({ mark: 'late', slackMinutes: -5 });
    expect(cardLine(row, moment, { ...wide, stale: true }).map(({ role }) => role)).not.toContain('slack');
  });

  it("given a car without a promise and of a shop's own kind of work, then both are said as they are", () => {
    expect(texts(job({ promisedAt: null, slackMinutes: null, workType: '改装' }), wide)).toEqual([
      '未约定',
      'A02',
      '改装',
    ]);
  });
});
