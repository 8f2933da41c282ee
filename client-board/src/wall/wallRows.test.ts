import type { WallAlarmRow, WallJobRow, WallRow } from '@zhunshi/shared/views/wallBoard.ts';
import { describe, expect, it } from 'vitest';
import { wallRowsOf } from './wallRows.ts';

const plate = { prefix: '粤B', rest: '12345', local: true };

function job(key: string, changes: Partial<WallJobRow>): WallJobRow {
  const none = { predictedAt: null, slackMinutes: null, overdueMinutes: 0, nextBay: null, workType: null, hold: null };
  const here = { stage: 'working', mark: 'inOrder', promisedAt: 0, bay: null, advisor: '李敏', stageSince: 0 } as const;
  return { key, kind: 'job', plate, ...here, ...none, ...changes };
}
function alarm(key: string, rank: number): WallAlarmRow {
  const whom = { actor: 'dispatcher', actorName: null, advice: 'findBay', freeBay: null } as const;
  const seen = { acknowledged: false, escalated: false, dueLater: false };
  return { key, kind: 'alarm', code: 'tight', plate, promisedAt: null, minutes: 1, rank, ...whom, ...seen };
}

describe('rows of the board by kind', () => {
  it('given cars of a stage, then they stand by promise, those without one last, whatever their slack', () => {
    const rows: WallRow[] = [
      job('none', { promisedAt: null }),
      job('late', { promisedAt: 30, mark: 'late' }),
      job('b', { promisedAt: 20 }),
      job('a', { promisedAt: 20 }),
      job('none2', { promisedAt: null }),
    ];
    expect(
      wallRowsOf(rows)
        .jobs.get('working')
        ?.map(({ key }) => key),
    ).toEqual(['a', 'b', 'late', 'none', 'none2']);
  });

  it('given booked and delivered cars, then they have no place on the wall', () => {
    const rows = wallRowsOf([job('a', { stage: 'booked' }), job('b', { stage: 'delivered' }), job('c', {})]);
    expect(rows.cars).toBe(1);
  });

  it('given alarms, then the most urgent is first', () => {
    expect(wallRowsOf([alarm('a', 2), alarm('b', 0), alarm('c', 1)]).alarms.map(({ key }) => key)).toEqual([
      'b',
      'c',
      'a',
    ]);
  });

  it('given groups and bays, then each group has its bays in their order, and one without bays is left out', () => {
    const bay = { kind: 'bay', state: 'free', plate: null, freeAt: null, closed: null } as const;
    const rows = wallRowsOf([
      { ...bay, key: 'bay:B2', code: 'B2', group: 'body', position: 3 },
      { ...bay, key: 'bay:B1', code: 'B1', group: 'body', position: 2 },
      { key: 'group:wash', kind: 'group', workType: 'wash', position: 0, waiting: 0 },
      { key: 'group:body', kind: 'group', workType: 'body', position: 1, waiting: 1 },
    ]);
    expect(rows.groups.map(({ group, bays }) => [group.workType, bays.map(({ code }) => code)])).toEqual([
      ['body', ['B1', 'B2']],
    ]);
  });
});
