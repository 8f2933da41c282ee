// The lateness of a period, for spot checks and for what to do about it.
import { describe, expect, test } from 'vitest';
import type { LateCause } from '../domain/words.ts';
import { followUp, handOver, judge, ready } from '../testing/commandsOf.ts';
import { clock, uuidOf } from '../testing/littleShop.ts';
import { at, by, given, type Step } from '../testing/scenario.ts';
import { excusedVisits, lateCausesOf } from './latenessList.ts';

const NOTE = uuidOf(9_000);
const MONDAY = { from: '2026-11-23', to: '2026-11-23' };

/** Handed over at a time of the afternoon, after its promise. */
const late = (job: string, text: string, cause: LateCause): Step => [
  at('08:30'),
  ready(job),
  at(text),
  handOver(job, { cause, note: cause === 'customer' ? NOTE : null }),
];

describe('excused lateness', () => {
  test('is listed for spot checks with who handed over and the note, what waits for a judgement first [FIG-5]', () => {
    const scenario = given(late('A', '17:00', 'customer'), late('B', '17:10', 'customer'), late('C', '17:20', 'parts'));
    scenario.and(late('D', '17:30', 'customer'), late('E', '2026-11-24 09:00', 'customer'));
    scenario.and(by('bo'), judge('B', true), judge('D', false));
    const listed = excusedVisits(scenario.state, MONDAY);
    expect(listed.map(({ job, excuse }) => [job, excuse])).toEqual([
      ['A', 'asked'],
      ['D', 'rejected'],
      ['B', 'confirmed'],
    ]);
    expect(listed[0]).toEqual({
      job: 'A',
      vehicle: 'v-A',
      advisor: 'ada',
      handedOverBy: 'ada',
      handedOverAt: clock('17:00'),
      day: '2026-11-23',
      promisedAt: clock('16:00'),
      excuse: 'asked',
      note: NOTE,
    });
  });
});

describe('causes of lateness', () => {
  test('are counted, the most frequent first, those excused apart [FIG-6]', () => {
    const scenario = given(late('A', '17:00', 'parts'), late('B', '17:10', 'rework'), late('C', '17:20', 'parts'));
    scenario.and(late('D', '17:30', 'customer'), late('E', '2026-11-24 09:00', 'staff'), by('bo'), judge('D', true));
    scenario.and(at('08:30'), ready('F'), handOver('F'), ready('G'), handOver('G'), followUp('G', false));
    expect(lateCausesOf(scenario.state, MONDAY)).toEqual([
      { cause: 'parts', count: 2 },
      { cause: null, count: 1 },
      { cause: 'rework', count: 1 },
    ]);
  });
});
