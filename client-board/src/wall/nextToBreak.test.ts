import type { WallAlarmRow } from '@zhunshi/shared/views/wallBoard.ts';
import { expect, it } from 'vitest';
import { nextToBreak } from './nextToBreak.ts';
import { carOnWall, carsOnWall } from './testing/carsOnWall.ts';

const car = (key: string, slackMinutes: number | null, mark: 'inOrder' | 'late' | 'ready' = 'inOrder') => ({
  ...carOnWall(0, 0, 1),
  key: `job:${key}`,
  mark,
  slackMinutes,
});
const [alarm] = carsOnWall({ cars: 1, alarms: 1 }).filter((row): row is WallAlarmRow => row.kind === 'alarm');

it('given cars with slack, then the one with the least is next, but none that is late, ready, or has an alarm already', () => {
  const cars = [car('A', 40), car('B', 5), car('C', 12), car('D', -3, 'late'), car('E', null), car('F', 1, 'ready')];
  expect(nextToBreak(cars, [])?.key).toBe('job:B');
  expect(nextToBreak(cars, alarm ? [{ ...alarm, key: 'alarm:B' }] : [])?.key).toBe('job:C');
  expect(nextToBreak([], [])).toBeNull();
});
