import type { AlarmCode } from '@zhunshi/shared/domain/words.ts';
import { describe, expect, it } from 'vitest';
import { keptAlarms } from './alarmPlaces.ts';
import { carsOnWall } from './testing/carsOnWall.ts';

const [alarm] = carsOnWall({ cars: 1, alarms: 1 }).filter((row) => row.kind === 'alarm');
if (!alarm) throw new Error('no alarm');

/** Alarms a, b, c … of these kinds, the most urgent first; those named in `seenTo` were seen to, those in `later` are due another day. */
const kept = (codes: AlarmCode[], places: number, seenTo = '', later = ''): string =>
  [
    ...keptAlarms(
      codes.map((code, index) => {
        const key = 'abcdefgh'[index] ?? '';
        return { ...alarm, key, code, acknowledged: seenTo.includes(key), dueLater: later.includes(key) };
      }),
      places,
    ),
  ].join('');
const late = 'promisePassed';

describe('more alarms than places [WAL-10]', () => {
  it('given only late cars, then the most urgent stay and the last place takes turns', () => {
    expect(kept([late, late, late, late, 'predictedLate', late], 4)).toBe('abc');
  });

  it('given a car that waits behind late ones, then the most urgent of those that are not late has a place', () => {
    expect(kept([late, late, late, late, 'approvalUnanswered', 'notDispatched'], 4)).toBe('abe');
    expect(kept([late, 'approvalUnanswered', late, late, 'notDispatched'], 4)).toBe('abc');
  });

  it('given that somebody has seen to it, then the next one has the place', () => {
    expect(kept([late, late, late, late, 'approvalUnanswered', 'notDispatched'], 4, 'e')).toBe('abf');
  });

  it('given one of a car that is due another day, then it takes no place from a car that is late for today', () => {
    expect(kept([late, late, 'predictedLate', 'predictedLate', 'notDispatched'], 4, '', 'e')).toBe('abc');
    expect(kept([late, late, 'predictedLate', 'tight', 'notDispatched'], 4, '', 'e')).toBe('abd');
  });

  it('given two places or one, then one is the turn and the other is for the most urgent', () => {
    expect(kept([late, late, late, 'tight'], 2)).toBe('a');
    expect(kept([late, late], 1)).toBe('');
  });
});
