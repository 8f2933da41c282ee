import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import { defaultRules } from '@zhunshi/shared/domain/defaultRules.ts';
import type { DomainEvent } from '@zhunshi/shared/domain/events.ts';
import { arrived, dispatch } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { auditLines } from './auditSentences.ts';
import { auditQuery, everything, meantBy } from './auditSearch.ts';

const scenario = () => given(...arrived('WT1'), dispatch('WT1', ['o1'], 'L1', 'tan'));
const view = () => viewOf(scenario().state, clock('09:00'), ['manager']);
const entryOf = (version: number, events: DomainEvent[], by: string | null = 'ada') => {
  const log = { version, epoch: 'e', at: clock('08:45'), by, commandId: `c${version}`, fingerprint: '', fold: 3 };
  return { entry: { ...log, events, previousHash: '', hash: '' } satisfies LogEntry };
};

describe('the audit trail in words', () => {
  it('[AUD-1] given a dispatch, when it is told, then who, which car, what, where and whom', () => {
    const entries = scenario()
      .entries.toReversed()
      .map((told) => entryOf(told.version, told.events, told.by));
    expect(auditLines(view(), entries)[0]).toMatchObject({
      by: 'ada',
      kind: 'work',
      said: [{ car: '粤BWT1', job: 'WT1', texts: ['Oil 派到 L1 tan'] }],
    });
  });

  it('given a car that is not remembered, when its entry is told, then by its number, and it cannot be opened', () => {
    const [line] = auditLines(view(), [entryOf(9, [{ type: 'CarReady', job: 'WT-old' }])]);
    expect(line?.said).toEqual([{ car: 'WT-old', job: null, texts: ['可以交车'] }]);
  });

  it('given two changes of alarm limits, when they are told, then the later one says only what differs', () => {
    const limits = (limit: number) => ({
      ...defaultRules.alarms,
      notDispatched: { on: true, limit, escalateAfter: null },
    });
    const changed = (limit: number): DomainEvent => ({
      type: 'SetUpChanged',
      changes: [{ kind: 'rules', rules: { alarms: limits(limit) } }],
    });
    const [later] = auditLines(view(), [entryOf(8, [changed(12)]), entryOf(7, [changed(9)])]);
    expect(later?.said[0]?.texts).toEqual(['规则：到店后未派工 12']);
  });

  it('given what the server does by itself, when it is told, then it says so', () => {
    const told: DomainEvent = { type: 'EstimatePublished', job: 'WT1', finishAt: clock('10:00'), because: null };
    expect(auditLines(view(), [entryOf(5, [told], null)])[0]).toMatchObject({ by: '系统', kind: 'promise' });
  });
});

describe('a search of the trail', () => {
  it('[AUD-1] given a plate, when it is searched, then its references are asked for, never the plate', () => {
    const query = auditQuery(view(), { ...everything, text: '粤b wt1' });
    expect(query).toContainEqual(['vehicle', view().state.jobs['WT1']?.vehicle]);
    expect(JSON.stringify(query)).not.toContain('粤');
  });

  it('given a person, a number, or nothing that is known, when it is searched, then each is asked for as what it is', () => {
    expect(meantBy(view(), 'tan')).toEqual({ cars: [], jobs: [], staff: ['tan'] });
    expect(meantBy(view(), 'WT1').jobs).toEqual(['WT1']);
    expect(auditQuery(view(), { ...everything, text: 'WT999' })).toContainEqual(['job', 'WT999']);
  });

  it('given yesterday, when it is chosen, then the period is that shop-local day', () => {
    const query = auditQuery(view(), { ...everything, period: 'yesterday' });
    expect(query).toContainEqual(['from', String(clock('2026-11-22 00:00'))]);
    expect(query).toContainEqual(['to', String(clock('2026-11-23 00:00'))]);
  });
});
