// What a person must act on now, and who.
import { describe, expect, test } from 'vitest';
import type { AlarmNote, Hold, Proposal } from '../domain/state.ts';
import type { AlarmCode } from '../domain/words.ts';
import {
  arrived,
  book,
  call,
  closeBay,
  dispatch,
  finish,
  handOver,
  hold,
  inspecting,
  pass,
  ready,
  start,
  worked,
  working,
} from '../testing/commandsOf.ts';
import { clock } from '../testing/littleShop.ts';
import { withJob, withLimit, withOperation, type Seen } from '../testing/otherwise.ts';
import { at, given, type Step } from '../testing/scenario.ts';
import { alarmsOf, type Alarm } from './alarms.ts';
import { forecast } from './forecast.ts';

const alarms = ({ state, now }: Seen): Alarm[] => alarmsOf(state, forecast(state, now), now);
const after = (...steps: Step[]): Partial<Alarm>[] => alarms(given(...steps));
const promised = (text: string) => ({ promisedAt: clock(text) });
const held = (...how: Parameters<typeof hold>): Step[] => [working('A', 'L1', 'tan'), hold(...how)];

describe('alarms', () => {
  test('a promise that has passed, to the advisor [ALM-1] [ALM-2]', () => {
    expect(after(working('A', 'L1', 'tan', promised('09:00')), at('09:12'))).toMatchObject([
      { code: 'promisePassed', job: 'A', actor: 'advisor', minutes: 12, since: clock('09:00') },
    ]);
  });

  test('a car of which all is done and that nobody marked ready: that is what is to be done about its promise [ALM-16]', () => {
    const done = [inspecting('A', promised('09:20')), pass('A')];
    expect(after(done, at('09:10'))).toMatchObject([{ code: 'tight', advice: 'markReady', actor: 'advisor' }]);
    expect(after(done, at('09:30'))).toMatchObject([{ code: 'promisePassed', advice: 'markReady', minutes: 10 }]);
    expect(after(inspecting('A', promised('09:20')), at('09:30'))).toMatchObject([{ advice: 'tellCustomer' }]);
  });

  test('a predicted lateness, to the dispatcher while the car waits, then to the advisor [ALM-1] [ALM-2]', () => {
    const late = promised('09:00');
    expect(after(arrived('A', late))).toMatchObject([{ code: 'predictedLate', actor: 'dispatcher', minutes: 10 }]);
    expect(after(working('A', 'L1', 'tan', late))).toMatchObject([{ code: 'predictedLate', actor: 'advisor' }]);
  });

  test('a hold past its time, to whoever it waits for [ALM-1] [ALM-2]', () => {
    const expectedAt = clock('08:45');
    for (const [reason, actor] of [
      ['parts', 'parts'],
      ['approval', 'advisor'],
      ['customer', 'advisor'],
      ['sublet', 'dispatcher'],
      ['equipment', 'dispatcher'],
    ] as const) {
      const steps = held('A', 'o1', reason, { expectedAt });
      expect(after(steps, at('08:45'))).toEqual([]);
      const soonAfter = given(steps, at('08:45')).state;
      expect(alarms({ state: soonAfter, now: expectedAt + 40_000 })).toEqual([]);
      expect(alarms({ state: soonAfter, now: expectedAt + 60_000 })).toMatchObject([
        { code: 'holdOverdue', minutes: 1 },
      ]);
      expect(after(steps, at('08:55'))).toMatchObject([{ code: 'holdOverdue', actor, minutes: 10, since: expectedAt }]);
    }
  });

  test('an approval unanswered for 20 minutes, to the advisor [ALM-1] [ALM-2]', () => {
    const steps = held('A', 'o1', 'approval');
    expect(after(steps, at('08:49'))).toEqual([]);
    expect(after(steps, at('08:50'))).toMatchObject([{ code: 'approvalUnanswered', actor: 'advisor', minutes: 20 }]);
  });

  test('parts that nobody knows the time of for 10 minutes, to parts, also while other work goes on [ALM-1] [ALM-2]', () => {
    const steps = held('A', 'o1');
    expect(after(steps, at('08:39'))).toEqual([]);
    expect(after(steps, at('08:40'))).toMatchObject([{ code: 'partsWithoutTime', actor: 'parts', minutes: 10 }]);
    const other = [arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o1', 'o2'], 'L1', 'tan')];
    expect(after(other, hold('A', 'o1'), start('A', 'o2'), at('08:40'))).toMatchObject([{ code: 'partsWithoutTime' }]);
  });

  test('a car that was given to nobody for 10 minutes, to the dispatcher, with a bay that is free [ALM-1] [ALM-2]', () => {
    expect(after(arrived('A'), at('08:39'))).toEqual([]);
    const scenario = given(arrived('A'), working('B', 'L1', 'tan'), at('08:40'));
    expect(alarms(scenario)).toMatchObject([
      { code: 'notDispatched', actor: 'dispatcher', minutes: 10, freeBay: 'L2' },
    ]);
    scenario.and(closeBay('L2'));
    expect(alarms(scenario)).toMatchObject([{ code: 'notDispatched', freeBay: null }]);
  });

  test('less than 30 minutes of slack [ALM-1] [ALM-2]', () => {
    expect(after(arrived('A', promised('09:39')))).toMatchObject([{ code: 'tight', actor: 'dispatcher', minutes: 29 }]);
    expect(after(working('A', 'L1', 'tan', promised('09:39')))).toMatchObject([{ code: 'tight', actor: 'advisor' }]);
    expect(after(arrived('A', promised('09:40')))).toEqual([]);
  });

  test('little slack also while a hold is still within its time [ALM-1]', () => {
    const steps = [
      working('A', 'L1', 'tan', promised('09:20')),
      hold('A', 'o1', 'parts', { expectedAt: clock('08:50') }),
    ];
    expect(after(steps)).toMatchObject([{ code: 'predictedLate' }]);
    const wider = [
      working('A', 'L1', 'tan', promised('09:50')),
      hold('A', 'o1', 'parts', { expectedAt: clock('08:50') }),
    ];
    expect(after(wider)).toMatchObject([{ code: 'tight', minutes: 20 }]);
  });

  test('an appointment that is not there after 15 minutes, to the advisor, on its own day [ALM-1] [ALM-2]', () => {
    expect(after(book('A'), at('08:44'))).toEqual([]);
    expect(after(book('A'), at('08:45'))).toMatchObject([{ code: 'notArrived', actor: 'advisor', minutes: 15 }]);
    expect(after(book('A'), at('2026-11-24 08:45'))).toEqual([]);
    expect(after(book('A', { appointment: false }), at('09:30'))).toEqual([]);
  });

  test('a ready car whose customer was not called for 5 minutes, to the advisor [ALM-1] [ALM-2]', () => {
    expect(after(ready('A'), at('08:34'))).toEqual([]);
    expect(after(ready('A'), at('08:35'))).toMatchObject([{ code: 'callCustomer', actor: 'advisor', minutes: 5 }]);
    expect(after(ready('A'), call('A'), at('08:35'))).toEqual([]);
  });

  test('a car that is gone has none [ALM-1]', () => {
    expect(after(ready('A'), handOver('A'), at('17:00'))).toEqual([]);
  });

  test('what may break a promise of today comes before a car that is due on a later day, and that before the rest [ALM-17]', () => {
    const scenario = given(
      [arrived('A', promised('2026-11-26 17:00')), worked('C', 'L1', 'tan', { waits: 'away', ...promised('09:55') })],
      [working('B', 'L2', 'mei', promised('09:40')), at('09:02')],
    );
    expect(alarms(scenario).map(({ code, job, dueLater }) => [code, job, dueLater])).toEqual([
      ['tight', 'B', false],
      ['notDispatched', 'A', true],
      ['callAhead', 'C', false],
    ]);
  });

  test('each job has one, and the most urgent is first [ALM-1]', () => {
    const scenario = given(
      [ready('E'), arrived('D', { ...promised('17:30'), operations: ['Battery'] })],
      [arrived('C', promised('09:35')), working('B', 'L1', 'tan', promised('08:59'))],
      [book('A'), at('09:00')],
    );
    expect(alarms(scenario).map(({ code, job }) => [code, job])).toEqual([
      ['promisePassed', 'B'],
      ['predictedLate', 'C'],
      ['notDispatched', 'D'],
      ['callCustomer', 'E'],
      ['notArrived', 'A'],
    ]);
  });

  test('of two alike the later one is first, of two tight ones the tighter [ALM-1]', () => {
    const passed = given(working('A', 'L1', 'tan', promised('09:00')), working('B', 'L2', 'mei', promised('08:50')));
    expect(alarms(passed.and(at('09:10'))).map(({ job }) => job)).toEqual(['B', 'A']);
    const tight = given(arrived('A', promised('09:35')), arrived('B', promised('09:25')));
    expect(alarms(tight).map(({ job, minutes }) => [job, minutes])).toEqual([
      ['B', 15],
      ['A', 25],
    ]);
  });
});

const codes = (seen: Seen): string[] => alarms(seen).map(({ code }) => code);
const untouched = {
  acknowledgedAt: null,
  acknowledgedBy: null,
  snoozedUntil: null,
  snoozedBy: null,
  escalatedAt: null,
};
/** What somebody did about the alarm that is shown. */
const answered = (seen: Seen, change: Partial<AlarmNote>): Seen => {
  const [{ code, episode }] = alarms(seen) as [Alarm];
  return withJob(seen, 'A', () => ({ alarms: { [code]: { ...untouched, episode, ...change } } }));
};
const later = ({ state }: Seen, time: string): Seen => ({ state, now: clock(time) });

describe('the warning of a late promise', () => {
  test('is raised where the finish cannot be said, when even the soonest is late [ALM-7]', () => {
    const held_ = (promise: string): Step[] => [working('A', 'L1', 'tan', promised(promise)), hold('A', 'o1')];
    expect(after(held_('09:09'))).toMatchObject([{ code: 'predictedLate', minutes: 1 }]);
    expect(codes(given(held_('16:00')))).toEqual([]);
  });

  test('counts what goes by between the operations, but asks for more the more is to come [ALM-7]', () => {
    expect(after(arrived('A', promised('09:12')))).toMatchObject([{ code: 'predictedLate', minutes: -2 }]);
    expect(after(arrived('A', promised('09:15')))).toMatchObject([{ code: 'tight', minutes: 5 }]);
    const long = { operations: ['Brakes', 'Brakes', 'Brakes'] };
    expect(after(arrived('A', { ...long, ...promised('11:30') }))).toMatchObject([{ code: 'tight', minutes: -10 }]);
    expect(after(arrived('A', { ...long, ...promised('11:10') }))).toMatchObject([{ code: 'predictedLate' }]);
  });

  test('says the slack that the car has on every screen, however it is raised [ALM-7]', () => {
    for (const text of ['08:50', '09:05', '09:12', '09:15', '09:30']) {
      const scenario = given(arrived('A', promised(text)));
      const slack = forecast(scenario.state, scenario.now).jobs.get('A')?.slackMinutes ?? NaN;
      const [alarm] = alarms(scenario);
      expect(alarm?.minutes).toBe(alarm?.code === 'predictedLate' ? -slack : slack);
    }
  });

  test('is since the customer was told so, and does not go by a minute [ALM-7]', () => {
    const toldAt = clock('08:32');
    const told = { finishAt: clock('09:40'), at: toldAt, because: null, version: 1 };
    const scenario = given(arrived('A', promised('09:13')));
    const seen = withJob(scenario, 'A', () => ({ told, toldLateSince: toldAt }));
    expect(codes(scenario)).toEqual(['tight']);
    expect(alarms(seen)).toMatchObject([{ code: 'predictedLate', since: toldAt }]);
    const better = withJob(given(arrived('A', promised('09:25'))), 'A', () => ({ told, toldLateSince: toldAt }));
    expect(codes(better)).toEqual(['tight']);
  });

  test('is another one after another promise [ALM-4]', () => {
    const scenario = given(arrived('A', promised('09:00')));
    const [{ episode }] = alarms(scenario) as [Alarm];
    const moved = withJob(scenario, 'A', ({ promises }) => ({ promises: [...promises, promises[0]!] }));
    expect((alarms(moved) as [Alarm])[0].episode).not.toBe(episode);
    expect((alarms(later(scenario, '08:40')) as [Alarm])[0].episode).toBe(episode);
  });
});

describe('progress is asked for', () => {
  const brakes = { operations: ['Brakes'], promisedAt: clock('10:20') };

  test('when three quarters of the time have gone, work is open and slack is little [ALM-8]', () => {
    const scenario = given(arrived('A', brakes), at('09:20'), dispatch('A', ['o1'], 'L1', 'mei'), start('A', 'o1'));
    const seen = withLimit(withLimit(scenario, 'tight', { on: false }), 'predictedLate', { on: false });
    expect(codes(later(seen, '09:52'))).toEqual([]);
    expect(alarms(later(seen, '09:53'))).toMatchObject([
      { code: 'progressCheck', actor: 'technician', advice: 'askProgress', since: clock('09:52') + 30_000 },
    ]);
  });

  test('not where there is plenty of time [ALM-8]', () => {
    const scenario = given(working('A', 'L1', 'tan', promised('09:40')), at('08:30'));
    const seen = withLimit(withLimit(scenario, 'tight', { on: false }), 'progressCheck', { limit: 0 });
    expect(codes(seen)).toEqual(['progressCheck']);
    expect(
      codes(withLimit(given(working('A', 'L1', 'tan', promised('09:55'))), 'progressCheck', { limit: 0 })),
    ).toEqual([]);
  });
});

describe('the customer', () => {
  const away_ = (promise: string): Step[] => worked('A', 'L1', 'tan', { waits: 'away', ...promised(promise) });

  test('who is away is called an hour before the promise, four hours where the car was here for days [ALM-9]', () => {
    const due = given(away_('16:00'));
    expect(codes(later(due, '14:59'))).toEqual([]);
    expect(alarms(later(due, '15:00'))).toMatchObject([{ code: 'callAhead', actor: 'advisor', minutes: 60 }]);
    const days = given(away_('2026-11-25 16:00'));
    expect(codes(later(days, '2026-11-25 11:59'))).toEqual([]);
    expect(codes(later(days, '2026-11-25 12:00'))).toEqual(['callAhead']);
  });

  test('who waits here is not called, nor one who was told [ALM-9]', () => {
    expect(codes(given(worked('A', 'L1', 'tan', promised('16:00')), at('15:00')))).toEqual([]);
    const due = given(away_('16:00'), at('15:00'));
    expect(codes(answered(due, { acknowledgedAt: clock('15:01') }))).toEqual([]);
  });

  test('was promised nothing although what is wrong is known [ALM-10]', () => {
    const none = { promisedAt: null, operations: ['Oil', 'Brakes'] };
    expect(codes(given(working('A', 'L1', 'tan', none)))).toEqual([]);
    const scenario = given(working('A', 'L1', 'tan', none), at('08:50'), finish('A', 'o1'));
    expect(alarms(scenario)).toMatchObject([{ code: 'noPromise', advice: 'makePromise', since: clock('08:50') }]);
  });

  test('was called and has not come, counted from the promise [ALM-14]', () => {
    const called = given(ready('A', promised('10:00')), call('A'));
    expect(codes(later(called, '10:59'))).toEqual([]);
    expect(alarms(later(called, '11:00'))).toMatchObject([
      { code: 'notCollected', advice: 'remindCustomer', minutes: 60, since: clock('10:00') },
    ]);
  });
});

describe('the work', () => {
  const heldFor = (hold_: Partial<Hold>): Seen => {
    const scenario = given(working('A', 'L1', 'tan'), at('08:40'), hold('A', 'o1'));
    return withOperation(scenario, 'A', 'o1', { hold: { ...scenario.operation('A', 'o1').hold!, ...hold_ } });
  };

  test('whose parts came goes on, by its crew, or by the dispatcher where it has lost its bay [ALM-11]', () => {
    const partsAt = clock('08:50');
    expect(codes(later(heldFor({ partsAt }), '08:54'))).toEqual([]);
    expect(alarms(later(heldFor({ partsAt }), '08:55'))).toMatchObject([
      { code: 'partsArrived', actor: 'technician', advice: 'goOn', minutes: 5, since: partsAt },
    ]);
    expect(alarms(later(heldFor({ partsAt, freesBay: true }), '08:55'))).toMatchObject([{ actor: 'dispatcher' }]);
  });

  test('that closing time stopped is asked after a quarter of an hour into the morning [ALM-12]', () => {
    const expectedAt = clock('2026-11-24 08:30');
    const left = heldFor({ reason: 'closing', since: clock('18:00'), expectedAt });
    const seen = withJob(left, 'A', ({ promises }) => ({
      promises: promises.map((one) => ({ ...one, promisedAt: clock('2026-11-24 16:00') })),
    }));
    expect(codes(later(seen, '22:00'))).toEqual([]);
    expect(codes(later(seen, '2026-11-24 08:44'))).toEqual([]);
    expect(alarms(later(seen, '2026-11-24 08:45'))).toMatchObject([
      { code: 'carryOver', actor: 'dispatcher', minutes: 15, since: expectedAt },
    ]);
  });

  test('of which nothing was heard for an hour beyond its time, lunch not counted [ALM-13]', () => {
    const scenario = given(working('A', 'L1', 'tan'));
    expect(codes(later(scenario, '09:59'))).toEqual([]);
    expect(alarms(later(scenario, '10:00'))).toMatchObject([
      { code: 'silent', actor: 'technician', minutes: 60, since: clock('09:00') },
    ]);
    expect(codes(later(given(at('11:20'), working('A', 'L1', 'tan')), '13:30'))).toEqual([]);
  });

  test('that waits for its dispatch at night is no alarm: working minutes count [ALM-1]', () => {
    const scenario = given(at('17:55'), arrived('A', promised('2026-11-24 16:00')));
    expect(codes(later(scenario, '2026-11-24 08:34'))).toEqual([]);
    expect(codes(later(scenario, '2026-11-24 08:35'))).toEqual(['notDispatched']);
  });

  test('found besides, with nothing waiting for it, is to be answered as well [ALM-1]', () => {
    const proposal: Proposal = {
      id: 'x1',
      foundIn: null,
      order: 'A',
      operations: [],
      note: null,
      proposedAt: clock('08:30'),
      proposedBy: 'tan',
      quote: null,
      answer: null,
      withdrawnAt: null,
    };
    const seen = withJob(given(working('A', 'L1', 'tan')), 'A', () => ({ proposals: [proposal] }));
    expect(codes(later(seen, '08:49'))).toEqual([]);
    expect(alarms(later(seen, '08:50'))).toMatchObject([{ code: 'approvalUnanswered', episode: 'x1' }]);
  });
});

describe('what somebody does about an alarm', () => {
  const waiting = (): Seen => later(given(arrived('A'), closeBay('L1')), '08:45');

  test('acknowledged it stays, calm, behind those that nobody has seen [ALM-4]', () => {
    const seen = answered(waiting(), { acknowledgedAt: clock('08:45') });
    expect(alarms(seen)).toMatchObject([{ code: 'notDispatched', acknowledged: true, escalated: false }]);
    const two = later(given(arrived('A', promised('09:00')), arrived('B')), '08:45');
    expect(alarms(answered(two, { acknowledgedAt: clock('08:45') })).map(({ job }) => job)).toEqual(['B', 'A']);
  });

  test('who put it off does not see it until then, but the next one of the car [ALM-5]', () => {
    const late = later(given(arrived('A', promised('09:00'))), '08:45');
    const put = answered(late, { snoozedUntil: clock('08:55'), snoozedBy: 'ada' });
    const seenBy = (viewer?: string): AlarmCode[] =>
      alarmsOf(put.state, forecast(put.state, put.now), put.now, viewer).map(({ code }) => code);
    expect(seenBy('ada')).toEqual(['notDispatched']);
    expect([seenBy('mei'), seenBy()]).toEqual([['predictedLate'], ['predictedLate']]);
    expect(alarms(later(put, '08:55'))).toMatchObject([{ code: 'predictedLate', snoozedUntil: clock('08:55') }]);
  });

  test('of another raising of it is past [ALM-4]', () => {
    const other = withJob(waiting(), 'A', () => ({
      alarms: { notDispatched: { ...untouched, episode: 'waiting 1', snoozedUntil: clock('12:00') } },
    }));
    expect(codes(other)).toEqual(['notDispatched']);
  });

  test('nothing for too long: it goes to the manager, by hand at once [ALM-15]', () => {
    expect(alarms(later(waiting(), '09:09'))).toMatchObject([{ actor: 'dispatcher', escalated: false }]);
    expect(alarms(later(waiting(), '09:10'))).toMatchObject([{ actor: 'manager', escalated: true }]);
    const seen = answered(waiting(), { acknowledgedAt: clock('08:45') });
    expect(alarms(later(seen, '09:30'))).toMatchObject([{ actor: 'dispatcher', escalated: false }]);
    expect(alarms(answered(waiting(), { escalatedAt: clock('08:45') }))).toMatchObject([{ actor: 'manager' }]);
    const never = withLimit(waiting(), 'notDispatched', { escalateAfter: null });
    expect(alarms(later(never, '11:00'))).toMatchObject([{ escalated: false }]);
  });

  test('each can be switched off, and has its limit [ALM-3]', () => {
    expect(codes(withLimit(waiting(), 'notDispatched', { on: false }))).toEqual([]);
    expect(codes(withLimit(waiting(), 'notDispatched', { limit: 16 }))).toEqual([]);
    expect(codes(withLimit(later(waiting(), '08:35'), 'notDispatched', { limit: 5 }))).toEqual(['notDispatched']);
  });
});

test('no bay is named that is kept for another car [RSV-3]', () => {
  const scenario = given(arrived('A'), closeBay('L1'), book('R', { arrivalAt: clock('09:00') }), at('08:45'));
  expect(alarms(scenario)).toMatchObject([{ code: 'notDispatched', freeBay: 'L2' }]);
  const reservation = { bay: 'L2', from: clock('09:00'), to: clock('09:30') };
  expect(alarms(withJob(scenario, 'R', () => ({ reservation })))).toMatchObject([{ freeBay: null }]);
});
