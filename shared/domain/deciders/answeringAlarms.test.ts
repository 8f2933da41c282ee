// What people do about alarms, and for how long it holds.
import { describe, expect, test } from 'vitest';
import { acknowledge, arrived, book, escalate, handOver, ready, snooze } from '../../testing/commandsOf.ts';
import { clock } from '../../testing/littleShop.ts';
import { at, by, given } from '../../testing/scenario.ts';

describe('answering an alarm', () => {
  test('given a tight promise, when the advisor takes note, then who and when are kept [ALM-4]', () => {
    const scenario = given(arrived('A'), at('10:00'), by('mei'), acknowledge('A', 'tight', 'r1'));
    expect(scenario.job('A').alarms.tight).toEqual({
      episode: 'r1',
      acknowledgedAt: clock('10:00'),
      acknowledgedBy: 'mei',
      snoozedUntil: null,
      snoozedBy: null,
      escalatedAt: null,
    });
  });

  test('the answer holds for that episode only; the next one begins afresh [ALM-4]', () => {
    const scenario = given(arrived('A'), acknowledge('A', 'tight', 'r1'), escalate('A', 'tight', 'r1'), at('11:00'));
    scenario.when(acknowledge('A', 'tight', 'r2')).thenEvents({ type: 'AlarmAcknowledged', episode: 'r2' });
    expect(scenario.job('A').alarms.tight).toMatchObject({
      episode: 'r2',
      acknowledgedAt: clock('11:00'),
      escalatedAt: null,
    });
  });

  test('alarms of other kinds are not answered by it [ALM-4]', () => {
    const scenario = given(arrived('A'), acknowledge('A', 'tight'));
    expect(scenario.job('A').alarms.notDispatched).toBeUndefined();
    scenario.when(acknowledge('A', 'notDispatched')).thenEvents({ type: 'AlarmAcknowledged', alarm: 'notDispatched' });
  });

  test('it is put off until a moment ahead, by a day at most [ALM-5]', () => {
    const scenario = given(arrived('A'), at('10:00'));
    scenario.when(snooze('A', clock('10:00'))).thenRefused('snoozeSpan', { hours: 24 });
    scenario.when(snooze('A', clock('2026-11-24 10:01'))).thenRefused('snoozeSpan', { hours: 24 });
    scenario
      .when(snooze('A', clock('2026-11-24 10:00')))
      .thenEvents({ type: 'AlarmSnoozed', until: clock('2026-11-24 10:00') });
    expect(scenario.job('A').alarms.tight).toMatchObject({ snoozedUntil: clock('2026-11-24 10:00'), snoozedBy: 'ada' });
  });

  test('saying it again changes nothing; another time to be reminded does [ALM-6]', () => {
    const scenario = given(arrived('A'), acknowledge('A'), escalate('A'), snooze('A', clock('11:00')));
    scenario.when(acknowledge('A')).thenNothing();
    scenario.when(escalate('A')).thenNothing();
    scenario.when(snooze('A', clock('11:00'))).thenNothing();
    scenario.when(snooze('A', clock('12:00'))).thenEvents({ type: 'AlarmSnoozed', until: clock('12:00') });
    scenario
      .and(by('mei'))
      .when(snooze('A', clock('12:00')))
      .thenEvents({ type: 'AlarmSnoozed' });
    expect(scenario.job('A').alarms.tight?.snoozedBy).toBe('mei');
  });

  test('handing it up to the manager is kept [ALM-6]', () => {
    const scenario = given(arrived('A'), at('10:00'), escalate('A', 'silent'));
    expect(scenario.job('A').alarms.silent?.escalatedAt).toBe(clock('10:00'));
  });

  test('alarms of visits that are over are not answered, those of cars still to come are [ALM-6]', () => {
    const scenario = given(book('B'), ready('A'), handOver('A'));
    scenario.when(acknowledge('A')).thenRefused('jobClosed', { job: 'A' });
    scenario.when(snooze('A', clock('11:00'))).thenRefused('jobClosed', { job: 'A' });
    scenario.when(escalate('A')).thenRefused('jobClosed', { job: 'A' });
    scenario.when(acknowledge('C')).thenRefused('unknownJob', { job: 'C' });
    scenario.when(acknowledge('B', 'notArrived')).thenEvents({ type: 'AlarmAcknowledged' });
  });
});
