import type { Job } from '@zhunshi/shared/domain/state.ts';
import { alarmsOf } from '@zhunshi/shared/plan/alarms.ts';
import {
  arrived,
  book,
  call,
  dispatch,
  fail,
  hold,
  inspecting,
  partsArrived,
  pass,
  propose,
  quote,
  ready,
  ring,
  settle,
  tell,
  worked,
  working,
} from '@zhunshi/shared/testing/commandsOf.ts';
import type { Wish } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { at, given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import type { ShopView } from '../desk/shopView.ts';
import { viewOf } from '../testing/viewOf.ts';
import { approvalRowsOf } from './approvalRows.ts';
import { bookingsOf } from './bookingRows.ts';
import { callRowsOf, mustTellOf } from './callRows.ts';
import { carRowsOf } from './carRows.ts';
import { handOverRowsOf } from './handOverRows.ts';

const seen = (scenario: Scenario, now: string): { view: ShopView; jobs: Job[] } => {
  const view = viewOf(scenario.state, clock(now), ['advisor']);
  return { view, jobs: Object.values(view.state.jobs) };
};
const alarmsIn = ({ state, forecast, asOf, me }: ShopView) => alarmsOf(state, forecast, asOf, me);

describe('the cars of an advisor', () => {
  const rowsOf = (scenario: Scenario, now: string) => {
    const { view, jobs } = seen(scenario, now);
    return carRowsOf(view, jobs, mustTellOf(alarmsIn(view)), false);
  };

  it('given a car whose promise breaks, one in order and one that is ready, when they are listed, then in that order', () => {
    const scenario = given(
      ...ready('WT1'),
      ...working('WT2', 'L2', 'mei'),
      ...arrived('WT3', { promisedAt: clock('09:10') }),
    );
    expect(rowsOf(scenario, '09:00').map(({ job }) => job)).toEqual(['WT3', 'WT2', 'WT1']);
  });

  it('given work under way in time, when the customer asks, then it is said what is done and when it will be ready, and there is nothing to do', () => {
    const [row] = rowsOf(given(...working('WT1', 'L1', 'tan')), '08:35');
    expect(row).toMatchObject({ waits: 'tan · L1', promised: '16:00', act: null });
    expect(row?.sentence).toBe('正在做Oil。预计 09:10 好，约定的 16:00 没有问题。');
  });

  it('given a promise that breaks, when its row is read, then a new one is the next act, and the sentence says by how much', () => {
    const [row] = rowsOf(given(...arrived('WT1', { promisedAt: clock('09:00') })), '08:50');
    expect(row?.act?.type).toBe('MakePromise');
    expect(row?.sentence).toContain('比约定的 09:00 晚');
  });

  it('given parts without a time, when the customer asks, then no time is said', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'), hold('WT1', 'o1'));
    const [row] = rowsOf(scenario, '08:45');
    expect(row?.waits).toBe('配件部 · 待料 15 分');
    expect(row?.sentence).toBe('在等配件。完工时间还不能确定，一有消息就告诉您。');
  });

  const sentenceOf = (scenario: Scenario, now: string, of = 'WT1') =>
    rowsOf(scenario, now).find(({ job }) => job === of)?.sentence;

  it('given a car that failed its inspection, when another stands in its bay, then it is said that there is more to put right and when it begins, and the bar shows the work', () => {
    const scenario = given(
      ...inspecting('WT1'),
      ...working('WT2', 'L1', 'tan', { operations: ['Brakes'] }),
      fail('WT1'),
    );
    const row = rowsOf(scenario, '08:35').find(({ job }) => job === 'WT1');
    expect(row?.sentence).toMatch(/^检验发现还要再处理，前面还有车，预计 \d\d:\d0 开始。/);
    expect(row?.stage).toBe('返工');
    expect(row?.steps[2]).toBe('now');
  });

  it('given a dispatched car, when another stands in its bay, then it is said that there is one before it; else that it starts', () => {
    const first = [...arrived('WT1'), dispatch('WT1', ['o1'], 'L1', 'tan')];
    const behind = given(...working('WT2', 'L1', 'tan', { operations: ['Brakes'] }), ...first);
    expect(sentenceOf(behind, '08:35')).toMatch(/^已经排好了，前面还有车，预计 \d\d:\d0 开始。/);
    expect(sentenceOf(given(...first), '08:35')).toMatch(/^师傅已经安排好了，马上开始。/);
  });

  it('given a car of which all is done, when it is not marked ready yet, then the last check is said', () => {
    const scenario = given(...inspecting('WT1', { wash: false }), pass('WT1'));
    expect(sentenceOf(scenario, '09:00')).toMatch(/^都做完了，正在做最后确认。/);
  });

  it('given a car that waits for its inspection, when the customer asks, then no inspection is said to be under way', () => {
    expect(sentenceOf(given(...worked('WT1')), '09:00')).toMatch(/^已经修好了，在等质量检验。/);
  });

  it('given a car that waits to be dispatched, when the customer asks, then that somebody is being found, and no pause', () => {
    expect(sentenceOf(given(...arrived('WT1')), '09:12')).toMatch(/^车已经登记好了，正在安排师傅。/);
  });

  it('given parts that have come, when the customer asks, then the work goes on and no part is waited for', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'), hold('WT1', 'o1'), partsArrived('WT1', 'o1'));
    expect(sentenceOf(scenario, '08:45')).toMatch(/^配件到了，马上接着做。/);
  });

  it('[LNG-3] given an older estimate on the lounge screen, when the customer asks, then the time predicted now is said, rounded up', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'), tell('WT1', clock('09:20')));
    expect(rowsOf(scenario, '08:36')[0]).toMatchObject({ predicted: '09:10' });
    expect(sentenceOf(scenario, '08:36')).toContain('预计 09:10 好');
  });

  it('given a promise that breaks by a few minutes, when the customer asks, then no greater lateness is said; by more, that of the time told', () => {
    const late = (promisedAt: string) =>
      sentenceOf(given(...working('WT1', 'L1', 'tan', { promisedAt: clock(promisedAt) })), '08:35');
    expect(late('09:05')).toContain('预计 09:10 好，比约定的 09:05 晚几分钟');
    expect(late('08:50')).toContain('预计 09:10 好，比约定的 08:50 晚 20 分左右');
  });

  it('given a promise that only just holds, when the customer asks, then the time told does not break it', () => {
    const scenario = given(...working('WT1', 'L1', 'tan', { promisedAt: clock('09:13') }));
    expect(sentenceOf(scenario, '08:35')).toMatch(/预计 09:1[0-3] 好，约定的 09:13 能赶上/);
  });

  it('given additional work, when it has no price, then the quote is next and nobody waits for the customer; when it has one, then the answer', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'), propose('WT1', 'o1'));
    const [unpriced] = rowsOf(scenario, '08:40');
    expect(unpriced).toMatchObject({ act: { type: 'QuoteWork' }, waits: '等您报价 10 分' });
    expect(unpriced?.sentence).toMatch(/^检查时发现需要做Brakes，正在核价，马上告诉您。/);
    const [priced] = rowsOf(scenario.and(quote('WT1')), '08:40');
    expect(priced).toMatchObject({ act: { type: 'ApproveWork' }, waits: '等客户答复 10 分' });
    expect(priced?.sentence).toMatch(/^检查时发现需要做Brakes，等您决定。/);
  });

  it('given a car in its inspection, when its row is read, then the floor is at it and the desk has nothing to do', () => {
    expect(rowsOf(given(...inspecting('WT1')), '10:00')[0]?.act).toBeNull();
  });
});

describe('what an advisor owes customers', () => {
  it('given priced additional work, when it is listed, then with minutes, price, how long it waits, and all answers', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'), propose('WT1', 'o1'), at('08:40'), quote('WT1'));
    const { view, jobs } = seen(scenario, '08:52');
    const [row] = approvalRowsOf(view, jobs);
    expect(row).toMatchObject({ what: 'Brakes', standing: '等客户答复 12 分', customer: '客WT1' });
    expect(row?.quote).toContain('¥480.00 · 60 分');
    expect(row?.acts.map(({ type }) => type)).toEqual(['ApproveWork', 'DeclineWork', 'QuoteWork', 'CallInLounge']);
  });

  it('[CAL-3] given a car called in the lounge, when its row is read, then when that was, until ten minutes have gone', () => {
    const called = { type: 'CallInLounge', job: 'WT1' } as const;
    const scenario = given(...ready('WT1'), at('10:00'), called);
    const doneAt = (now: string) => {
      const { view, jobs } = seen(scenario, now);
      return callRowsOf(view, jobs, [])[0]?.acts.find(({ type }) => type === 'CallInLounge')?.done;
    };
    expect(doneAt('10:02')).toBe('已呼叫 10:00');
    expect(doneAt('10:12')).toBeUndefined();
  });

  it('given a customer who went to town, when approvals and calls are listed, then the lounge is not called [CAL-3]', () => {
    const away = { waits: 'away' } as const;
    const scenario = given(...ready('WT2', away), ...working('WT1', 'L1', 'tan', away), propose('WT1', 'o1'));
    scenario.and(quote('WT1'));
    const { view, jobs } = seen(scenario, '10:00');
    const rows = [...approvalRowsOf(view, jobs), ...callRowsOf(view, jobs, [])];
    expect(rows).toHaveLength(2);
    expect(rows.flatMap(({ acts }) => acts).filter(({ type }) => type === 'CallInLounge')).toEqual([]);
  });

  it('given a ready car whose customer did not answer, when calls are listed, then it stays with the count, and is gone once called [ADV-2]', () => {
    const scenario = given(...ready('WT1'), ring('WT1'));
    const rows = (of: Scenario) => {
      const { view, jobs } = seen(of, '10:00');
      return callRowsOf(view, jobs, alarmsIn(view));
    };
    expect(rows(scenario)).toMatchObject([{ job: 'WT1', mark: 'ready' }]);
    expect(rows(scenario)[0]?.why).toContain('打过 1 次没人接');
    expect(rows(scenario.and(call('WT1')))).toEqual([]);
  });

  it('given a prediction that is believed late, when the slack is not yet below zero, then the call has the mark of the car', () => {
    const { view, jobs } = seen(given(...arrived('WT1', { promisedAt: clock('09:12') })), '08:30');
    const [row] = callRowsOf(view, jobs, alarmsIn(view));
    expect(row).toMatchObject({ why: '只余 2 分', mark: 'tight' });
    expect(carRowsOf(view, jobs, new Set(), false)[0]).toMatchObject({ slack: '余 2 分', mark: row?.mark });
  });

  it('given a promise that breaks, when somebody says that the customer knows, then nobody has to be called about it [ADV-2]', () => {
    const scenario = given(...arrived('WT1', { promisedAt: clock('09:00') }), at('08:50'));
    const before = seen(scenario, '08:50').view;
    const [alarm] = alarmsIn(before);
    if (!alarm) throw new Error('There is no alarm');
    const told = { type: 'AcknowledgeAlarm' as const, job: 'WT1', alarm: alarm.code, episode: alarm.episode };
    const calls = (of: Scenario) => {
      const { view, jobs } = seen(of, '08:50');
      return callRowsOf(view, jobs, alarmsIn(view)).map(({ job }) => job);
    };
    expect(calls(scenario)).toEqual(['WT1']);
    expect(calls(scenario.and(told))).toEqual([]);
  });

  it('[STL-1] given a ready car that nobody called, or whose bill is open, when it is to be handed over, then its form opens first', () => {
    const stepAfter = (...more: Wish[]) => {
      const { view, jobs } = seen(given(...ready('WT1'), ...more), '09:50');
      return handOverRowsOf(view, jobs)[0]?.acts.find(({ type }) => type === 'HandOver')?.step;
    };
    for (const more of [[], [call('WT1')], [settle('WT1')]]) expect(stepAfter(...more)).toHaveProperty('choose');
    expect(stepAfter(call('WT1'), settle('WT1'))).toEqual({ ask: { type: 'HandOver', job: 'WT1' } });
  });

  it('given a ready car, when its promise has passed, then the cause is said to be asked; in time not', () => {
    const scenario = given(...ready('WT1', { promisedAt: clock('10:00') }));
    const rowAt = (now: string) => {
      const { view, jobs } = seen(scenario, now);
      return handOverRowsOf(view, jobs)[0];
    };
    expect(rowAt('09:50')).toMatchObject({ late: null, called: { met: false }, settled: { met: false } });
    expect(rowAt('10:30')?.late).toContain('30 分');
    expect(rowAt('10:30')?.acts[0]?.step).toHaveProperty('choose');
  });
});

describe('bookings at the desk', () => {
  it('given bookings of yesterday, today and tomorrow, when they are listed, then those of today with how late they are, and tomorrow’s apart', () => {
    const scenario = given(
      book('WT1', { arrivalAt: clock('2026-11-22 09:00') }),
      book('WT2', { arrivalAt: clock('09:00') }),
      book('WT3', { arrivalAt: clock('2026-11-24 09:00'), promisedAt: clock('2026-11-24 16:00') }),
    );
    const { view, jobs } = seen(scenario, '09:20');
    const { today, tomorrow } = bookingsOf(view, jobs);
    expect(today.map(({ job, late }) => [job, late])).toEqual([
      ['WT1', '昨天 09:00 没来'],
      ['WT2', '迟到 20 分'],
    ]);
    expect(tomorrow.map(({ job }) => job)).toEqual(['WT3']);
  });
});
