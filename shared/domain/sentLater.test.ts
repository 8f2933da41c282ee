// A phone without network: what was done is sent later, and counts from when it was done.
import { describe, expect, test } from 'vitest';
import { arrived, dispatch, finish, happened, hold, resume, sign, start, working } from '../testing/commandsOf.ts';
import { clock } from '../testing/littleShop.ts';
import { at, by, given } from '../testing/scenario.ts';

const waiting = [arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), by('tan'), at('10:00')];

describe('work that was done in a dead spot', () => {
  test('counts from when it was done, not from when it was sent [LTR-1]', () => {
    const scenario = given(waiting, happened('09:05', start('A', 'o1')), happened('09:40', finish('A', 'o1')));
    const { runs, segments, status, since } = scenario.job('A').operations[0]!;
    expect([status, since]).toEqual(['done', clock('09:40')]);
    expect(runs).toEqual([{ from: clock('09:05'), to: clock('09:40'), bay: 'L1' }]);
    expect(segments).toEqual([{ technician: 'tan', from: clock('09:05'), to: clock('09:40') }]);
  });

  test('teaches as many minutes as it really took [LTR-1]', () => {
    const scenario = given(waiting, happened('09:05', start('A', 'o1')));
    scenario.when(happened('09:40', finish('A', 'o1'))).thenEvents(
      {
        type: 'OperationFinished',
        job: 'A',
        operation: 'o1',
        workedMinutes: 35,
        happenedAt: clock('09:40'),
      },
      { type: 'CarMoved', to: { kind: 'parking' } },
    );
  });

  test('can be a hold, a return to it, and the signature under it [LTR-1]', () => {
    const scenario = given(
      waiting,
      happened('09:05', start('A', 'o1')),
      happened('09:10', hold('A', 'o1', 'equipment')),
    );
    expect(scenario.job('A').operations[0]?.hold?.since).toBe(clock('09:10'));
    scenario.and(happened('09:25', resume('A', 'o1')), happened('09:50', finish('A', 'o1')));
    scenario.and(happened('09:52', sign('A')));
    expect(scenario.job('A').operations[0]?.pastHolds).toEqual([
      { reason: 'equipment', since: clock('09:10'), until: clock('09:25') },
    ]);
    expect(scenario.job('A').inspections.map((one) => one.at)).toEqual([clock('09:52')]);
  });

  test('never counts from before the last change of that work, nor from before its crew was free [LTR-2]', () => {
    const scenario = given(at('09:30'), waiting, happened('08:50', start('A', 'o1')));
    expect(scenario.job('A').operations[0]?.runs[0]?.from).toBe(clock('09:30'));

    const busy = given(working('B', 'L2', 'tan'), arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'));
    busy.and(at('09:45'), finish('B', 'o1'), at('10:00'), happened('09:40', start('A', 'o1')));
    expect(busy.job('A').operations[0]?.runs[0]?.from).toBe(clock('09:45'));
  });

  test('is refused in the future, beyond what a clock may be ahead; and when it is longer ago than a morning [LTR-2]', () => {
    const scenario = given(waiting);
    scenario.when(happened('10:02', start('A', 'o1'))).thenRefused('happenedInFuture', {});
    scenario
      .when({ ...happened('10:00', start('A', 'o1')), happenedAt: clock('10:00') - 13 * 3_600_000 } as never)
      .thenRefused('happenedTooLongAgo', { hours: 12 });
    scenario.and(happened('10:01', start('A', 'o1')));
    expect(scenario.job('A').operations[0]?.runs[0]?.from).toBe(clock('10:00'));
  });
});
