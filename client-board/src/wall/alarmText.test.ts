import { wallWords } from '@zhunshi/shared/i18n/wallWords.ts';
import { alarmCodes } from '@zhunshi/shared/domain/words.ts';
import type { WallAlarmRow } from '@zhunshi/shared/views/wallBoard.ts';
import { describe, expect, it } from 'vitest';
import { alarmText } from './alarmText.ts';

function alarm(changes: Partial<WallAlarmRow>): WallAlarmRow {
  return {
    key: 'alarm:1',
    kind: 'alarm',
    code: 'predictedLate',
    plate: { prefix: '粤B', rest: 'D37923', local: true },
    promisedAt: null,
    minutes: 5,
    actor: 'advisor',
    actorName: '陈晓东',
    advice: 'tellCustomer',
    freeBay: null,
    acknowledged: false,
    escalated: false,
    dueLater: false,
    rank: 0,
    ...changes,
  };
}
const zh = wallWords['zh-CN'];

describe('an alarm on the wall', () => {
  it('given a car predicted late, then its advisor tells the customer', () => {
    expect(alarmText(alarm({}), zh)).toEqual({
      mark: 'late',
      what: '预计迟 5 分',
      who: '顾问 陈晓东',
      advice: '告知客户',
    });
  });

  it('given an alarm raised before or after the slack says so, then it says the slack as the card does [ALM-7]', () => {
    expect(alarmText(alarm({ minutes: 0 }), zh).what).toBe('只余 0 分');
    expect(alarmText(alarm({ minutes: -3 }), zh).what).toBe('只余 3 分');
    expect(alarmText(alarm({ code: 'tight', minutes: -5 }), zh).what).toBe('预计迟 5 分');
  });

  it('given a car of which all is done, then it is to be marked ready [ALM-16]', () => {
    expect(alarmText(alarm({ code: 'promisePassed', minutes: 10, advice: 'markReady' }), zh).advice).toBe('标为可交车');
  });

  it('given a car that waits while a bay is free for it, then the dispatcher is told the bay', () => {
    const waiting = alarm({
      code: 'notDispatched',
      minutes: 18,
      actor: 'dispatcher',
      actorName: null,
      advice: 'findBay',
      freeBay: 'B10',
    });
    expect(alarmText(waiting, zh)).toMatchObject({ who: '调度', advice: 'B10 空，可上' });
  });

  it('given a screen that is stale, then no free bay is named: it may be taken by now', () => {
    const waiting = alarm({
      code: 'notDispatched',
      minutes: 18,
      actor: 'dispatcher',
      actorName: null,
      advice: 'findBay',
      freeBay: 'B10',
    });
    expect(alarmText(waiting, zh, true).advice).toBe('安排工位');
  });

  it('given a screen that is stale, then what is wrong and who acts is said, without minutes that are old [WAL-7]', () => {
    expect(alarmText(alarm({}), zh, true)).toMatchObject({ mark: 'late', what: '预计迟', who: '顾问 陈晓东' });
    expect(alarmText(alarm({ minutes: -3 }), zh, true)).toMatchObject({ mark: 'tight', what: '余量紧' });
    const words = [zh, wallWords.en].flatMap((language) =>
      alarmCodes.map((code) => alarmText(alarm({ code, minutes: 37 }), language, true).what),
    );
    expect(words.filter((what) => what === '' || /\d/.test(what))).toEqual([]);
  });

  it('given a car that waits and will be late, then the dispatcher sends it first: it may still be saved', () => {
    expect(alarmText(alarm({ actor: 'dispatcher', actorName: null, advice: 'dispatchFirst' }), zh).advice).toBe(
      '先派这台',
    );
  });

  it('given a wait of hours, then it is said in hours', () => {
    const parts = alarm({
      code: 'partsWithoutTime',
      minutes: 137,
      actor: 'parts',
      actorName: null,
      advice: 'giveTime',
    });
    expect(alarmText(parts, zh)).toMatchObject({ mark: 'waiting', what: '待料 2 小时', advice: '给到货时间' });
  });

  it('in English the name alone says who', () => {
    expect(alarmText(alarm({}), wallWords.en).who).toBe('陈晓东');
  });
});
