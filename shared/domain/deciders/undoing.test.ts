// Taking a slip of the hand back: within a minute, by the same person, when nothing was built on it.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  book,
  call,
  checkIn,
  closeBay,
  dispatch,
  finish,
  handOver,
  hold,
  importing,
  inspecting,
  markReady,
  moveCar,
  pass,
  ready,
  reassign,
  recall,
  resume,
  start,
  startBreak,
  undo,
  worked,
  working,
  type Wish,
} from '../../testing/commandsOf.ts';
import { clock, row } from '../../testing/littleShop.ts';
import { at, by, given, type Scenario, type Step } from '../../testing/scenario.ts';
import { foldEntry } from '../evolve.ts';
import type { DomainEvent } from '../events.ts';
import { initialState, type ShopState } from '../state.ts';

const yard = { kind: 'parking' } as const;
/** The id of the last command that was accepted. */
const last = (scenario: Scenario): string => scenario.entries.at(-1)?.commandId ?? '';
const undoLast = (scenario: Scenario) => scenario.when(undo(last(scenario)));

/** What the shop is, but for what can be undone and for how it learned. */
const shopOf = ({ undo: _undo, ...shop }: ShopState) => shop;

/** Something said about the cars by the server or a person, without a decision on the floor. */
function say(scenario: Scenario, ...events: DomainEvent[]): void {
  const entry = { version: scenario.entries.length + 1, at: scenario.now, by: null, commandId: 'said', events };
  scenario.entries.push(entry);
  scenario.state = foldEntry(scenario.state, entry);
}

describe('taking a command back', () => {
  test.each<[string, Step[], Wish]>([
    ['a dispatch', [arrived('A')], dispatch('A', ['o1'], 'L1', 'tan')],
    ['a recall', [arrived('A'), dispatch('A', ['o1'], 'L1', 'tan')], recall('A', 'o1')],
    ['a start', [arrived('A'), dispatch('A', ['o1'], 'L1', 'tan')], start('A', 'o1')],
    ['a hold that freed its bay', [working('A', 'L1', 'tan')], hold('A', 'o1', 'parts', { freesBay: true })],
    ['a resumption', [working('A', 'L1', 'tan'), hold('A', 'o1')], resume('A', 'o1')],
    ['a hand-over of work in another bay', [working('A', 'L1', 'tan')], reassign('A', 'o1', 'L2', 'mei')],
    ['a finish', [working('A', 'L1', 'tan'), at('09:00')], finish('A', 'o1')],
    ['a move', [arrived('A')], moveCar('A', { kind: 'bay', bay: 'L1' })],
    ['an inspection passed', [inspecting('A')], pass('A')],
    ['a car marked ready', [inspecting('A'), pass('A')], markReady('A')],
  ])('%s leaves the shop as it was before [UNDO-1]', (_what, before, slip) => {
    const scenario = given(...before);
    const was = scenario.state;
    scenario.and(slip);
    expect(shopOf(scenario.state)).not.toEqual(shopOf(was));
    undoLast(scenario).thenEvents({ type: 'CommandUndone', job: 'A' });
    expect(shopOf(scenario.state)).toEqual(shopOf(was));
    expect(scenario.entries.reduce(foldEntry, initialState)).toEqual(scenario.state);
  });

  test('a hand-over takes it out of the figures and of memory too [UNDO-4]', () => {
    const scenario = given(ready('A'), ready('B'), handOver('B'));
    const { days, visits } = scenario.state;
    scenario.and(handOver('A'));
    expect(scenario.state.days['2026-11-23']?.delivered).toBe(2);
    undoLast(scenario).thenEvents({ type: 'CommandUndone' });
    expect(scenario.state.days).toEqual(days);
    expect(scenario.state.visits).toEqual(visits);
    expect(scenario.job('A')).toMatchObject({ handedOverAt: null, onTime: null, handOver: null, location: yard });
  });

  test('a finish teaches nothing about how long work takes, whatever was finished since [UNDO-4]', () => {
    const both = [working('A', 'L1', 'tan'), working('B', 'L2', 'mei')];
    const scenario = given(worked('C'), both, at('09:10'), finish('A', 'o1'));
    const slip = last(scenario);
    scenario.and(at('09:10'), finish('B', 'o1'), undo(slip));
    const { learned } = given(worked('C'), both, at('09:10'), finish('B', 'o1')).state;
    for (const key of ['Oil', '*quick']) {
      const { count, actualMinutes, standardMinutes } = scenario.state.learned[key]!;
      expect(count).toBe(learned[key]?.count);
      expect(actualMinutes).toBeCloseTo(learned[key]?.actualMinutes ?? 0);
      expect(standardMinutes).toBeCloseTo(learned[key]?.standardMinutes ?? 0);
    }
  });

  test('is done within a minute [UNDO-1]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'));
    const slip = last(scenario);
    scenario.now += 60_001;
    scenario.when(undo(slip)).thenRefused('nothingToUndo', { seconds: 60 });
    scenario.now -= 1;
    scenario.when(undo(slip)).thenEvents({ type: 'CommandUndone', command: slip });
  });

  test('is done by the person who gave it [UNDO-1]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), by('tan'));
    undoLast(scenario).thenRefused('undoByAnother', { staff: 'ada' });
  });

  test('is done once, and not to what nobody takes back: a call, a check-in, a booking, a closed bay [UNDO-1]', () => {
    const none = { seconds: 60 };
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'));
    const slip = last(scenario);
    scenario.and(undo(slip));
    scenario.when(undo(slip)).thenRefused('nothingToUndo', none);
    for (const steps of [[ready('A'), call('A')], [arrived('A')], [book('A')], [closeBay('L1')]]) {
      undoLast(given(...steps)).thenRefused('nothingToUndo', none);
    }
  });

  test('is not done to what touched two cars, or more than cars [UNDO-1]', () => {
    const none = { seconds: 60 };
    undoLast(given(importing([row('A'), row('B')]))).thenRefused('nothingToUndo', none);
    undoLast(given(working('A', 'L1', 'tan'), startBreak('tan'))).thenRefused('nothingToUndo', none);
  });

  test('can be gone on with, one command after the other [UNDO-2]', () => {
    const scenario = given(arrived('A'));
    const was = shopOf(scenario.state);
    scenario.and(dispatch('A', ['o1'], 'L1', 'tan'));
    const first = last(scenario);
    scenario.and(start('A', 'o1'));
    scenario.and(undo(last(scenario)));
    scenario.when(undo(first)).thenEvents({ type: 'CommandUndone', command: first });
    expect(shopOf(scenario.state)).toEqual(was);
  });
});

describe('what cannot be taken back any more', () => {
  test('is what something else was done to the car after [UNDO-2]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'));
    const slip = last(scenario);
    scenario.and(start('A', 'o1'));
    scenario.when(undo(slip)).thenRefused('builtUpon', { job: 'A' });
  });

  test('is a car marked ready whose customer was called [UNDO-2]', () => {
    const scenario = given(inspecting('A'), pass('A'), markReady('A'));
    const slip = last(scenario);
    scenario.and(call('A'));
    scenario.when(undo(slip)).thenRefused('builtUpon', { job: 'A' });
  });

  test('is not what was only told or acknowledged since, and that stays [UNDO-2]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'));
    const slip = last(scenario);
    const finishAt = clock('10:00');
    say(scenario, { type: 'EstimatePublished', job: 'A', finishAt, because: null });
    say(scenario, { type: 'AlarmAcknowledged', job: 'A', alarm: 'tight', episode: '1' });
    scenario.when(undo(slip)).thenEvents({ type: 'CommandUndone', job: 'A' });
    expect(scenario.job('A').told?.finishAt).toBe(finishAt);
    expect(scenario.job('A').alarms.tight?.acknowledgedAt).toBe(scenario.now);
  });

  test('is not what was done to other cars since [UNDO-2]', () => {
    const scenario = given(arrived('A'), arrived('B'), dispatch('A', ['o1'], 'L1', 'tan'));
    const slip = last(scenario);
    scenario.and(dispatch('B', ['o1'], 'L1', 'tan'), start('B', 'o1'));
    scenario.when(undo(slip)).thenEvents({ type: 'CommandUndone', job: 'A' });
  });

  test('is what left a bay that is taken or closed since [UNDO-3]', () => {
    const slipped = (...since: Step[]): void => {
      const scenario = given(
        arrived('B'),
        dispatch('B', ['o1'], 'L1', 'mei'),
        working('A', 'L1', 'tan'),
        finish('A', 'o1'),
      );
      const slip = last(scenario);
      scenario.and(...since);
      scenario.when(undo(slip)).thenRefused('builtUpon', { job: 'A' });
    };
    slipped(start('B', 'o1'));
    slipped(closeBay('L1'));
  });

  test('is what freed a hand that is at other work or on a break since [UNDO-3]', () => {
    const slipped = (...since: Step[]): void => {
      const scenario = given(
        arrived('B'),
        dispatch('B', ['o1'], 'L2', 'tan'),
        working('A', 'L1', 'tan'),
        hold('A', 'o1'),
      );
      const slip = last(scenario);
      scenario.and(...since);
      scenario.when(undo(slip)).thenRefused('builtUpon', { job: 'A' });
    };
    slipped(start('B', 'o1'));
    slipped(startBreak('tan'));
  });

  test('is not what dried without anybody, whoever is on a break since [UNDO-3]', () => {
    const scenario = given(working('A', 'B1', 'bo', { operations: ['Bake'] }), finish('A', 'o1'));
    const slip = last(scenario);
    scenario.and(startBreak('bo'));
    scenario.when(undo(slip)).thenEvents({ type: 'CommandUndone', job: 'A' });
  });

  test('is a hand-over of work whose former hand is at other work since [UNDO-3]', () => {
    const scenario = given(arrived('B'), dispatch('B', ['o1'], 'L2', 'tan'), working('A', 'L1', 'tan'));
    scenario.and(reassign('A', 'o1', 'L1', 'mei'));
    const slip = last(scenario);
    scenario.and(start('B', 'o1'));
    scenario.when(undo(slip)).thenRefused('builtUpon', { job: 'A' });
  });

  test('is a hand-over of a car that is here again since [UNDO-3]', () => {
    const tomorrow = { vehicle: 'v-A', arrivalAt: clock('2026-11-24 09:00'), promisedAt: null };
    const scenario = given(book('B', tomorrow), ready('A'), handOver('A'));
    const slip = last(scenario);
    scenario.and(checkIn('B'));
    scenario.when(undo(slip)).thenRefused('builtUpon', { job: 'A' });
  });

  test('is a dispatch whose reserved bay is kept for another car since [UNDO-3]', () => {
    const reserve = (job: string): Wish => ({
      type: 'ReserveBay',
      job,
      bay: 'L1',
      from: clock('10:00'),
      to: clock('11:00'),
    });
    const scenario = given(arrived('A'), book('B'), reserve('A'), dispatch('A', ['o1'], 'L2', 'tan'));
    const slip = last(scenario);
    scenario.and(reserve('B'));
    scenario.when(undo(slip)).thenRefused('builtUpon', { job: 'A' });
  });
});
