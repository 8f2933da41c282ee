import { wallWords } from '@zhunshi/shared/i18n/wallWords.ts';
import type { WallJobRow } from '@zhunshi/shared/views/wallBoard.ts';
import { describe, expect, it } from 'vitest';
import type { CardPart } from './cardLine.ts';
import { cellWidths, endWidths, promiseCells, rowWidth } from './promiseRow.ts';
import type { RowRoom } from './promiseRow.ts';
import { carOnWall, stageNow } from './testing/carsOnWall.ts';

const at = (time: string, day = '2026-11-23'): number => Date.parse(`${day}T${time}:00+08:00`);
const moment = { words: wallWords['zh-CN'], timeZone: 'Asia/Shanghai', now: stageNow };
const car: WallJobRow = {
  ...carOnWall(0, 0, 1),
  promisedAt: at('11:40'),
  predictedAt: at('11:05'),
  slackMinutes: 35,
  bay: 'A02',
  workType: 'mechanical',
  advisor: '李敏',
};
const widths = cellWidths([car], false);
const room: RowRoom = { ...widths, placeVh: 17, extraVh: 0, stacked: false, stale: false };

/** Due, slack and place of a car as they are read. */
function read(changes: Partial<WallJobRow>, here: Partial<RowRoom> = {}, words = moment.words): string[] {
  const { due, slack, place } = promiseCells({ ...car, ...changes }, { ...moment, words }, { ...room, ...here });
  const said = (texts: readonly CardPart[]): string =>
    texts.map(({ text, sign }) => `${sign ? { toward: '→', held: '‖' }[sign] : ''}${text}`).join(' ');
  return [said(due), slack?.text ?? '', place.map(said).join(' / ')];
}
const held = (reason: 'approval' | 'parts' | 'equipment'): Partial<WallJobRow> => ({
  mark: 'waiting',
  stage: 'held',
  slackMinutes: null,
  hold: { reason, since: at('10:10'), expectedAt: null },
});

describe('a row of the promise list [WAL-4] [WAL-6]', () => {
  it('given a car that is worked on, then when it is due, its slack, its bay and the work', () => {
    expect(read({})).toEqual(['11:40', '余35', 'A02 机电']);
    expect(read({}, { stacked: true, placeVh: 11 })).toEqual(['11:40', '余35', 'A02 / 机电']);
  });

  it('given a car that waits, then for what and for whom, whatever its mark', () => {
    expect(read(held('approval'))).toEqual(['11:40', '待定', '待确认 李敏']);
    expect(read({ ...held('parts'), mark: 'late', slackMinutes: -5 })).toEqual(['11:40', '迟5', '‖待料 配件']);
  });

  it('given too little room for both, then what it waits for gives way and never for whom', () => {
    expect(read({ ...held('parts'), mark: 'late', slackMinutes: -5 }, { placeVh: 12 })[2]).toBe('‖配件');
    expect(read(held('approval'), { placeVh: 12 })).toEqual(['11:40', '', '待确认 李敏']);
    expect(read(held('equipment'), { ...cellWidths([car], true), placeVh: 12.8 }, wallWords.en)[2]).toBe(
      'equip. Foreman',
    );
  });

  it('given a car on its way to a bay, not dispatched yet, or ready, then it says so', () => {
    expect(read({ stage: 'dispatched', bay: null, nextBay: 'A01' })[2]).toBe('→A01 已派');
    expect(read({ stage: 'waiting', bay: null, stageSince: at('10:10') })[2]).toBe('待派工 32分');
    expect(read({ stage: 'ready', mark: 'ready', slackMinutes: null })).toEqual(['11:40', '', '待交车 李敏']);
  });

  it('given an English list, then how long a car waits stands only where its wide letters have room', () => {
    const waits = { stage: 'waiting', bay: null, stageSince: at('10:10') } as const;
    const english = cellWidths([car], true);
    expect(read(waits, { ...english, placeVh: 12.8 }, wallWords.en)[2]).toBe('Wait');
    expect(read(waits, { ...english, placeVh: 15 }, wallWords.en)[2]).toBe('Wait 32m');
  });

  it('given a promise of a later day, then day and time where no slack is to be said, else the day', () => {
    const later = { promisedAt: at('17:00', '2026-11-25') };
    expect(read({ ...later, mark: 'laterDay' })).toEqual(['周三 17:00', '', 'A02 机电']);
    expect(read({ ...later, mark: 'late', slackMinutes: -130 })).toEqual(['周三', '迟2h', 'A02 机电']);
    expect(read({ promisedAt: null, slackMinutes: null })).toEqual(['未约定', '', 'A02 机电']);
  });

  it('given hours of slack, then its cell is as wide as they are, and the place gives up its work sooner than it is laid over', () => {
    const english = { ...room, ...cellWidths([car], true), placeVh: 15 };
    const body = { ...car, workType: 'body', slackMinutes: 155 };
    const hours = promiseCells(body, { ...moment, words: wallWords.en }, english);
    expect(hours.slack?.text).toBe('left 2.5h');
    expect(hours.slackVh).toBeGreaterThan(english.slackVh);
    expect(hours.place.flat().map(({ text }) => text)).toEqual(['A02']);
    const two = promiseCells({ ...car, slackMinutes: 155 }, moment, { ...room, placeVh: 13.1 });
    expect([two.slack?.text, two.slackVh]).toEqual(['余2.5h', widths.slackVh]);
    expect(two.place.flat().map(({ text }) => text)).toEqual(['A02', '机电']);
  });

  it('given a board that may be old, then no slack and no predicted finish is said [WAL-7]', () => {
    expect(read({}, { stale: true })).toEqual(['11:40', '', 'A02 机电']);
    expect(read({ mark: 'late', overdueMinutes: 12 }, { stale: true })[1]).toBe('');
    expect(read(held('approval'), { stale: true, placeVh: 12 })[2]).toBe('待确认 李敏');
    const extra = (stale: boolean) => promiseCells(car, moment, { ...room, stale }).extra.map(({ text }) => text);
    expect([extra(false), extra(true)]).toEqual([['预计 11:05', '李敏'], ['李敏']]);
  });

  it('given a longer plate, then its cell is wider, and a row needs more', () => {
    const foreign = cellWidths([car, { ...car, plate: { prefix: '', rest: '使014-88578', local: true } }], false);
    expect(foreign.plateVh).toBeGreaterThan(widths.plateVh);
    expect(rowWidth(foreign, false)).toBeGreaterThan(rowWidth(widths, false));
  });

  it('given a wide row, then there is room for the finish and the advisor, else for the place alone', () => {
    expect(endWidths(17, false)).toEqual({ placeVh: 17, extraVh: 0 });
    expect(endWidths(60, false)).toEqual({ placeVh: 34, extraVh: 26 });
  });
});
