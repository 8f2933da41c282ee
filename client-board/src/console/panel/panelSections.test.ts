import {
  approve,
  arrived,
  call,
  handOver,
  promise,
  propose,
  quote,
  ready,
  settle,
  working,
} from '@zhunshi/shared/testing/commandsOf.ts';
import type { Wish } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { at, given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { addedWorkRowsOf } from './addedWorkRows.ts';
import { panelSectionsOf } from './panelSections.ts';

const sectionOf = (scenario: Scenario, key: string) =>
  panelSectionsOf(viewOf(scenario.state, clock('11:00')), scenario.job('WT1')).find((one) => one.key === key)?.lines ??
  [];

describe('what is on record of a car', () => {
  it('given a promise that the shop moved, when it is looked at, then the original stays and the reason is told [PRM-1]', () => {
    const moved = given(...arrived('WT1'), promise('WT1', clock('17:00'), { reason: 'shop', cause: 'parts' }));
    const lines = sectionOf(moved, 'promises');
    expect(lines[0]?.text).toContain('16:00');
    expect(lines[0]?.text).toContain('原约定');
    expect(lines[1]?.text).toContain('等配件');
    expect(lines[1]?.sub).toContain('不计入准时率');
  });

  it('given a car that came without a booking, when its promise is looked at, then it was agreed at reception', () => {
    const walkIn = { ...given(...arrived('WT1')).job('WT1'), appointment: false };
    const view = viewOf(given(...arrived('WT1')).state, clock('11:00'));
    expect(panelSectionsOf(view, walkIn)[0]?.lines[0]?.text).toContain('接车时约定');
    expect(panelSectionsOf(view, { ...walkIn, appointment: true })[0]?.lines[0]?.text).toContain('预约时约定');
  });

  it('given a corrected mileage, when it is looked at, then both values stand there [COR-1]', () => {
    const scenario = given(...arrived('WT1'), { type: 'CorrectJob', job: 'WT1', mileageKm: 12_000 });
    expect(sectionOf(scenario, 'corrections')[0]?.text).toBe('里程: 10000 → 12000');
  });

  it('given a late hand-over, when it is looked at, then its cause is told, marked as late', () => {
    const scenario = given(
      ...ready('WT1', { promisedAt: clock('10:00') }),
      at('11:00'),
      handOver('WT1', { cause: 'parts' }),
    );
    expect(sectionOf(scenario, 'handOver')).toContainEqual(
      expect.objectContaining({ text: '超时 · 等配件', mark: 'late' }),
    );
  });

  it('[STL-1] given a car was handed over without a call or with an open bill, when it is looked at, then that is told; else not', () => {
    const owed = (...before: Wish[]): string[] =>
      sectionOf(given(...ready('WT1'), ...before, handOver('WT1')), 'handOver')
        .filter(({ mark }) => mark === 'tight')
        .map(({ text }) => text);
    expect(owed()).toEqual(['交车前没有通知客户', '交车时没有结算']);
    expect(owed(call('WT1'))).toEqual(['交车时没有结算']);
    expect(owed(call('WT1'), settle('WT1'))).toEqual([]);
  });

  it('given additional work that was approved, when it is looked at, then price, way and new promise are told', () => {
    const scenario = given(
      ...working('WT1', 'L1', 'tan'),
      propose('WT1', 'o1'),
      quote('WT1', 60, { promisedAt: clock('17:00') }),
      approve('WT1', clock('17:00')),
    );
    const [row] = addedWorkRowsOf(viewOf(scenario.state, clock('11:00')), scenario.job('WT1'));
    expect(row).toMatchObject({ what: 'Brakes', standing: '客户同意（电话）', open: false });
    expect(row?.quote).toBe('¥480.00 · 60 分 · 改约 17:00');
  });
});
