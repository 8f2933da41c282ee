// Closing time: what runs by hand stops until the morning, and the morning's list says what goes on.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  away,
  dayHours,
  dispatch,
  finish,
  goOn,
  hold,
  resume,
  start,
  startBreak,
  suspend,
  working,
} from '../../testing/commandsOf.ts';
import { clock } from '../../testing/littleShop.ts';
import { at, by, given, type Step } from '../../testing/scenario.ts';
import { carryOver } from '../carryOver.ts';
import { stageOf } from '../job.ts';

const closing = clock('18:00');
const morning = clock('2026-11-24 08:30');
/** The server says at ten past six that the shop has closed. */
const closed: Step[] = [at('18:10'), by(null), suspend(closing), by('ada')];
const held = { status: 'held', hold: { reason: 'closing', since: closing, expectedAt: morning, freesBay: false } };

describe('closing time', () => {
  test('holds what runs by hand from the moment of closing until the next working one [CLS-1]', () => {
    const scenario = given(working('A', 'L1', 'tan'), working('B', 'L2', 'mei'), at('18:10'), by(null))
      .when(suspend(closing))
      .thenEvents(
        { type: 'WorkSuspended', job: 'A', operation: 'o1', closedAt: closing, expectedAt: morning },
        { type: 'WorkSuspended', job: 'B', operation: 'o1', closedAt: closing, expectedAt: morning },
      );
    expect(scenario.operation('A', 'o1')).toMatchObject({
      ...held,
      segments: [{ technician: 'tan', to: closing }],
      runs: [{ to: closing }],
    });
    expect(scenario.job('A').location).toEqual({ kind: 'bay', bay: 'L1' });
  });

  test('is later on a day of overtime, and goes on after the holiday [CLS-1]', () => {
    const late = dayHours('2026-11-23', { kind: 'overtime', windows: [['08:30', '20:00']] });
    const holiday = dayHours('2026-11-24', { kind: 'holiday', windows: [] });
    given(late, holiday, working('A', 'L1', 'tan'), at('20:10'), by(null))
      .when(suspend(clock('20:00')))
      .thenEvents({ closedAt: clock('20:00'), expectedAt: clock('2026-11-25 08:30') });
  });

  test('said only the next morning, still ends the work when the shop closed; what began since runs on [CLS-1]', () => {
    const scenario = given(working('A', 'L1', 'tan'), at('2026-11-24 08:35'), working('B', 'L2', 'mei'), by(null))
      .when(suspend(closing))
      .thenEvents({ type: 'WorkSuspended', job: 'A', closedAt: closing });
    expect(scenario.operation('A', 'o1').runs).toEqual([{ from: clock('08:30'), to: closing, bay: 'L1' }]);
  });

  test('never ends work later than it is said [CLS-1]', () => {
    given(working('A', 'L1', 'tan'), at('17:00'), by(null))
      .when(suspend(closing))
      .thenEvents({ type: 'WorkSuspended', closedAt: clock('17:00') });
  });

  test('leaves what dries, what is held for a reason, and what waits in a queue [CLS-2]', () => {
    given(working('A', 'B1', 'bo', { operations: ['Bake'] }), working('B', 'L1', 'tan'), hold('B', 'o1'))
      .and(arrived('C'), dispatch('C', ['o1'], 'L2', 'mei'), at('18:10'), by(null))
      .when(suspend(closing))
      .thenNothing();
  });

  test('refuses nothing, and changes nothing when it is said again [CLS-1]', () => {
    given(working('A', 'L1', 'tan'), closed, by(null))
      .when(suspend(closing))
      .thenNothing();
  });

  test('ends breaks; work that waited for one waits for the morning [CLS-4]', () => {
    const scenario = given(working('A', 'L1', 'tan'), at('17:50'), startBreak('tan'), at('18:10'), by(null))
      .when(suspend(closing))
      .thenEvents({ type: 'BreakEnded', staff: 'tan' }, { type: 'WorkSuspended', job: 'A' });
    expect(scenario.operation('A', 'o1')).toMatchObject({
      ...held,
      pastHolds: [{ reason: 'break', since: clock('17:50'), until: closing }],
    });
  });

  test('is a pause: the car is at work still [HLD-5]', () => {
    expect(stageOf(given(working('A', 'L1', 'tan'), closed).job('A'))).toBe('working');
  });
});

describe("the morning's list", () => {
  const overnight = [working('A', 'L1', 'tan'), working('B', 'L2', 'mei'), closed, at('2026-11-24 08:30')];
  const listed = (scenario: ReturnType<typeof given>): string[] => carryOver(scenario.state).map(({ job }) => job.id);

  test('names what closing time stopped and has not gone on [CLS-3]', () => {
    const scenario = given(overnight, arrived('C'));
    expect(listed(scenario)).toEqual(['A', 'B']);
    scenario.and(resume('A', 'o1'));
    expect(listed(scenario)).toEqual(['B']);
  });

  test('goes on with what is chosen of it [CLS-3]', () => {
    const scenario = given(overnight)
      .when(goOn(['A', 'o1'], ['B', 'o1']))
      .thenEvents({ type: 'OperationResumed', job: 'A' }, { type: 'OperationResumed', job: 'B' });
    expect(scenario.operation('A', 'o1').segments.at(-1)).toEqual({ technician: 'tan', from: morning, to: null });
    expect(listed(scenario)).toEqual([]);
  });

  test('goes on with all that is chosen or with none of it, under the rules of going on [CLS-3]', () => {
    given(overnight, away('mei'))
      .when(goOn(['A', 'o1'], ['B', 'o1']))
      .thenRefused('staffAway', { staff: 'mei' });
    given(overnight, arrived('C'))
      .when(goOn(['A', 'o1'], ['C', 'o1']))
      .thenRefused('operationStatus', { job: 'C', operation: 'o1', status: 'planned' });
  });

  test('is gone through in its order: what went on first takes the hands [CLS-3]', () => {
    const crewed = [working('A', 'L1', 'tan'), hold('A', 'o1'), working('B', 'L2', 'tan')];
    given(crewed, closed, at('2026-11-24 08:30'))
      .when(goOn(['A', 'o1'], ['B', 'o1']))
      .thenRefused('staffBusy', { staff: 'tan', job: 'A' });
  });

  test('passes over what goes on already [CLS-3]', () => {
    given(overnight, resume('A', 'o1'))
      .when(goOn(['A', 'o1'], ['B', 'o1']))
      .thenEvents({ type: 'OperationResumed', job: 'B' });
    given(overnight, resume('A', 'o1'))
      .when(goOn(['A', 'o1']))
      .thenNothing();
    given(overnight, resume('A', 'o1'), finish('A', 'o1'))
      .when(goOn(['A', 'o1']))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'done' });
  });

  test('turns into a hold with a reason where it cannot go on [HLD-5]', () => {
    const scenario = given(overnight)
      .when(hold('A', 'o1', 'parts'))
      .thenEvents({ type: 'OperationHeld', reason: 'parts' });
    expect(scenario.operation('A', 'o1').pastHolds).toEqual([{ reason: 'closing', since: closing, until: morning }]);
    expect(listed(scenario)).toEqual(['B']);
    scenario.when(hold('A', 'o1', 'approval')).thenRefused('operationStatus', {
      job: 'A',
      operation: 'o1',
      status: 'held',
    });
    scenario.when(start('A', 'o1')).thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'held' });
  });
});
