import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import { describe, expect, it } from 'vitest';
import { handsOf } from './handsOf.ts';

const entry = (version: number, by: string | null, job: string): WireEntry => ({
  version,
  by,
  at: 0,
  commandId: `c${version}`,
  events: [{ type: 'OperationRecalled', job, operation: 'o1' }],
});

describe('what others have just done', () => {
  it('[CON-1] given own entries, the server’s and another person’s, when they are read, then only that person’s car is told of', () => {
    const hands = handsOf([entry(1, 'ada', 'WT1'), entry(2, null, 'WT2'), entry(3, 'bob', 'WT3')], 'ada');
    expect(hands).toMatchObject([{ job: 'WT3', by: 'bob', version: 3 }]);
  });

  it('[CON-1] given two changes of one car, when they are read, then the later one is told', () => {
    const hands = handsOf([entry(1, 'bob', 'WT1'), entry(2, 'eve', 'WT1')], 'ada');
    expect(hands).toMatchObject([{ job: 'WT1', by: 'eve', version: 2 }]);
  });

  it('[CON-1] given that somebody has only seen an alarm, when it is read, then nothing is told', () => {
    const seen: WireEntry = {
      ...entry(1, 'bob', 'WT1'),
      events: [{ type: 'AlarmAcknowledged', job: 'WT1', alarm: 'tight', episode: 'promise 1' }],
    };
    expect(handsOf([seen], 'ada')).toEqual([]);
  });
});
