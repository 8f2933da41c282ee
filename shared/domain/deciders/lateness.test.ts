// What is said of a hand-over afterwards: whose fault its lateness was, and what the customer says of it.
import { describe, expect, test } from 'vitest';
import { CUSTOMER } from '../entry.ts';
import { arrived, book, followUp, handOver, judge, ready } from '../../testing/commandsOf.ts';
import { clock, uuidOf } from '../../testing/littleShop.ts';
import { at, by, given, type Scenario, type Step } from '../../testing/scenario.ts';

const NOTE = uuidOf(9_000);

/** Fetched at 18:00, promised for 16:00, as the customer wanted it; said so by Ada. */
const late = (job: string): Step => [
  at('08:30'),
  by('ada'),
  ready(job),
  at('18:00'),
  handOver(job, { cause: 'customer', note: NOTE }),
];

const figures = ({ state }: Scenario) => {
  const { delivered = 0, onTime = 0, excused = 0, due = 0, dueKept = 0 } = state.days['2026-11-23'] ?? {};
  return { delivered, onTime, excused, due, dueKept };
};

describe("lateness by the customer's fault", () => {
  test('needs a note, and counts as late until somebody confirms it [OTR-6]', () => {
    const scenario = given(ready('A'), at('18:00'));
    scenario.when(handOver('A', { cause: 'customer' })).thenRefused('noteNeeded', { job: 'A' });
    scenario
      .when(handOver('A', { cause: 'customer', note: NOTE }))
      .thenEvents({ type: 'CarHandedOver', onTime: false, excuse: 'asked', note: NOTE });
    expect(figures(scenario)).toEqual({ delivered: 1, onTime: 0, excused: 0, due: 1, dueKept: 0 });
  });

  test('leaves both rates when it is confirmed, and is counted apart [OTR-6]', () => {
    const scenario = given(late('A'), by('bo'))
      .when(judge('A', true))
      .thenEvents({ type: 'LatenessJudged', job: 'A', customersFault: true });
    expect(figures(scenario)).toEqual({ delivered: 0, onTime: 0, excused: 1, due: 0, dueKept: 0 });
    expect([scenario.job('A').handOver?.excuse, scenario.state.visits.A?.handOver.excuse]).toEqual([
      'confirmed',
      'confirmed',
    ]);
  });

  test('stays late when it is rejected [OTR-6]', () => {
    const scenario = given(late('A'), by('bo'), judge('A', false));
    expect(figures(scenario)).toEqual({ delivered: 1, onTime: 0, excused: 0, due: 1, dueKept: 0 });
    expect(scenario.job('A').handOver?.excuse).toBe('rejected');
  });

  test('is judged once; the same judgement again changes nothing [OTR-6]', () => {
    const scenario = given(late('A'), by('bo'), judge('A', false));
    scenario.when(judge('A', false)).thenNothing();
    scenario.when(judge('A', true)).thenRefused('nothingToJudge', { job: 'A' });
    given(ready('A'), at('18:00'), handOver('A'), by('bo'))
      .when(judge('A', true))
      .thenRefused('nothingToJudge', { job: 'A' });
    given(arrived('A'), by('bo')).when(judge('A', true)).thenRefused('notHandedOver', { job: 'A' });
    given(by('bo')).when(judge('A', true)).thenRefused('unknownJob', { job: 'A' });
  });

  test('is not judged by the person who handed the car over [OTR-8]', () => {
    given(late('A')).when(judge('A', true)).thenRefused('judgedByAnother', { staff: 'ada' });
  });

  test('can be judged when the job has left the shop long ago [JOB-2]', () => {
    const later = { arrivalAt: clock('2026-12-14 09:00'), promisedAt: null };
    const scenario = given(late('A'), by('bo'), at('2026-12-14 09:00'), book('B', later));
    expect(scenario.state.jobs.A).toBeUndefined();
    scenario.and(judge('A', true), followUp('A', true, 5));
    expect(figures(scenario)).toMatchObject({ delivered: 0, excused: 1 });
    expect(scenario.state.visits.A?.followUp).toEqual({
      punctual: true,
      satisfaction: 5,
      at: clock('2026-12-14 09:00'),
    });
  });

  test('a visit and its figures are forgotten after 62 days [JOB-2]', () => {
    const later = (day: string) => ({ arrivalAt: clock(`${day} 19:00`), promisedAt: null });
    const scenario = given(late('A'), at('2027-01-23 18:00'), book('B', later('2027-01-23')));
    expect([Object.keys(scenario.state.visits), Object.keys(scenario.state.days)]).toEqual([['A'], ['2026-11-23']]);
    scenario.and(at('2027-01-24 18:00'), book('C', later('2027-01-24')));
    expect([scenario.state.visits, scenario.state.days]).toEqual([{}, {}]);
    scenario.and(by('bo')).when(judge('A', true)).thenRefused('unknownJob', { job: 'A' });
  });
});

describe('a follow-up', () => {
  test('"it was late" overrides the clock, against both promises [OTR-7]', () => {
    const scenario = given(ready('A'), handOver('A'))
      .when(followUp('A', false, 3))
      .thenEvents({ type: 'FollowUpRecorded', job: 'A', punctual: false, satisfaction: 3 });
    expect(scenario.job('A')).toMatchObject({ onTime: false, handOver: { onTime: false, onTimeOriginal: false } });
    expect(scenario.job('A').followUp).toEqual({ punctual: false, satisfaction: 3, at: clock('08:30') });
    expect(scenario.state.days['2026-11-23']).toMatchObject({
      delivered: 1,
      onTime: 0,
      onTimeOriginal: 0,
      due: 1,
      dueKept: 0,
      dueOriginal: 1,
      dueOriginalKept: 0,
    });
  });

  test('a slip is put right: what the clock said holds again [OTR-7]', () => {
    const scenario = given(ready('A'), handOver('A'), followUp('A', false), followUp('A', true));
    expect(scenario.job('A').handOver).toMatchObject({ onTime: true, onTimeOriginal: true });
    expect(figures(scenario)).toMatchObject({ delivered: 1, onTime: 1 });
  });

  test('"it was punctual" does not make a late car punctual, nor "late" count one without a promise [OTR-7]', () => {
    const scenario = given(late('A'), followUp('A', true));
    expect(scenario.job('A').onTime).toBe(false);
    const unpromised = given(ready('A', { promisedAt: null }), handOver('A'), followUp('A', false));
    expect(unpromised.job('A').onTime).toBeNull();
    expect(unpromised.state.days).toEqual({});
  });

  test('is of a car that was handed over; the same again changes nothing [OTR-7]', () => {
    given(ready('A')).when(followUp('A', true)).thenRefused('notHandedOver', { job: 'A' });
    given(ready('A'), handOver('A'), followUp('A', true, 4))
      .when(followUp('A', true, 4))
      .thenNothing();
  });

  test('by the link the first answer counts, and a later one is told so; the desk may put it right [TRK-5]', () => {
    const answered = given(ready('A'), handOver('A'), by(CUSTOMER), followUp('A', true, 5));
    answered.when(followUp('A', false, 1)).thenRefused('alreadyAnswered', { job: 'A' });
    answered.when(followUp('A', true, 5)).thenNothing();
    answered
      .and(by('ada'))
      .when(followUp('A', false, 1))
      .thenEvents({ type: 'FollowUpRecorded', job: 'A', punctual: false, satisfaction: 1 });
  });
});

describe('looking at a hand-over again', () => {
  test('counts it anew and never twice, whatever is said in whatever order [OTR-9]', () => {
    const one = given(late('A'), by('bo'), followUp('A', false), judge('A', true), followUp('A', true));
    const other = given(late('A'), by('bo'), judge('A', true), followUp('A', false, 2), followUp('A', false, 1));
    for (const scenario of [one, other]) {
      expect(figures(scenario)).toEqual({ delivered: 0, onTime: 0, excused: 1, due: 0, dueKept: 0 });
    }
  });

  test('undoing it takes it out of the figures and out of memory [OTR-9]', () => {
    const scenario = given(ready('A'), handOver('A'));
    const { commandId } = scenario.entries.at(-1)!;
    scenario.and({ type: 'Undo', command: commandId });
    expect(figures(scenario)).toEqual({ delivered: 0, onTime: 0, excused: 0, due: 0, dueKept: 0 });
    expect(scenario.state.visits).toEqual({});
    scenario.when(handOver('A')).thenEvents({ type: 'CarHandedOver', onTime: true });
  });
});
