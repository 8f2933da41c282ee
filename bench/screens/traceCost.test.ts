// bench/screens/ — what is counted as the cost of a change.
import { expect, test } from 'vitest';
import { costsAfter, type TraceEvent } from './traceCost.ts';

const task = (tid: number, ts: number, dur: number, tdur = dur): TraceEvent => ({
  name: 'ThreadControllerImpl::RunTask',
  cat: 'toplevel',
  pid: 1,
  tid,
  ts,
  dur,
  tdur,
});
const mark = (name: string, ts: number): TraceEvent => ({ name, cat: 'blink.user_timing', pid: 1, tid: 1, ts });

test('given tasks after a mark, when they are summed, then those of its thread and window count, and what made the mark does not', () => {
  const events = [
    task(1, 0, 2_000),
    mark('change', 1_000),
    task(1, 3_000, 4_000, 3_000),
    task(1, 50_000, 1_000),
    task(2, 4_000, 9_000),
    task(1, 101_500, 7_000),
    mark('quiet', 200_000),
  ];
  expect(costsAfter(events, 'change', 100)).toEqual([{ wallMs: 5, cpuMs: 4 }]);
});

test('given a mark after which nothing happened, when its cost is asked for, then it is nothing', () => {
  expect(costsAfter([mark('quiet', 0)], 'quiet', 100)).toEqual([{ wallMs: 0, cpuMs: 0 }]);
});
