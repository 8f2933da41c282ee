// Tests of a car's words: a time where it is honest, a plain word where it is not.
import type { LoungeCarRow, LoungeStatus } from '@zhunshi/shared/views/loungeBoard.ts';
import { describe, expect, it } from 'vitest';
import { carText } from './carText.ts';

const zone = 'Asia/Shanghai';
/** Monday, 14:32 in the shop. */
const now = Date.parse('2026-11-23T14:32:00+08:00');

function expectedOf(status: LoungeStatus, expectedAt: string | null) {
  const at = expectedAt === null ? null : Date.parse(`${expectedAt}+08:00`);
  const car: LoungeCarRow = {
    key: 'car:1',
    kind: 'car',
    label: 'A017',
    status,
    step: 4,
    expectedAt: at,
    soon: false,
    position: 0,
    call: null,
  };
  return carText(car, zone, now).expected;
}

describe('the expected time [LNG-3]', () => {
  it('is the time of day in the shop, the same in both languages', () => {
    expect(expectedOf('working', '2026-11-23T15:20:00')).toEqual({ zh: '15:20', en: '', parts: null, isTime: true });
  });

  it('that has just passed is not said: soon, while the work goes on [LNG-9]', () => {
    const late: LoungeCarRow = {
      ...{ key: 'c', kind: 'car', label: 'A017', status: 'washing', step: 6 },
      ...{ expectedAt: null, soon: true, position: 0, call: null },
    };
    expect(carText(late, zone, now).expected).toEqual({ zh: '即将完成', en: 'Soon', parts: null, isTime: false });
  });

  it('names another day', () => {
    expect(expectedOf('working', '2026-11-24T10:00:00')).toEqual({
      ...{ zh: '明天 10:00', en: 'Tomorrow' },
      ...{ parts: { day: '明天', time: '10:00' }, isTime: true },
    });
    expect(expectedOf('working', '2026-11-26T17:00:00')).toMatchObject({ zh: '周四 17:00', en: 'Thursday' });
    expect(expectedOf('working', '2026-12-03T17:00:00')).toMatchObject({ zh: '12月3日', en: '3 Dec' });
  });

  it('is not invented where it cannot be said', () => {
    expect(expectedOf('waitingParts', null)).toMatchObject({ zh: '等待通知', en: 'Please wait' });
  });

  it('depends on the customer who must approve, and sends them to the front desk', () => {
    expect(expectedOf('waitingApproval', '2026-11-23T15:20:00').zh).toBe('请到前台');
  });

  it('no longer matters for a car that is ready', () => {
    expect(expectedOf('ready', null)).toMatchObject({ zh: '请到前台', en: 'Front desk' });
  });
});

it('tells each state by a word in both languages, not by its colour alone', () => {
  const car: LoungeCarRow = {
    key: 'c',
    kind: 'car',
    label: 'A1',
    status: 'washing',
    step: 6,
    expectedAt: null,
    soon: false,
    position: 0,
    call: null,
  };
  expect(carText(car, zone, now)).toMatchObject({ status: { zh: '洗车', en: 'Washing' }, color: 'checking', step: 6 });
});
