// Work itself: start, hold, resume, finish, and the final inspection.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  away,
  closeBay,
  dispatch,
  finish,
  hold,
  inspecting,
  markReady,
  pass,
  resume,
  start,
  worked,
  working,
} from '../../testing/commandsOf.ts';
import { clock } from '../../testing/littleShop.ts';
import { at, given } from '../../testing/scenario.ts';

const inL1 = { kind: 'bay', bay: 'L1' } as const;

describe('starting', () => {
  test('a car goes into its bay when its work begins, and a segment of labour begins for each of the crew [LOC-1]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan', 'mei'), at('09:00'))
      .when(start('A', 'o1'))
      .thenEvents({ type: 'CarMoved', to: inL1 }, { type: 'OperationStarted', job: 'A', operation: 'o1' });
    expect(scenario.operation('A', 'o1')).toMatchObject({
      status: 'running',
      since: clock('09:00'),
      runs: [{ from: clock('09:00'), to: null }],
      segments: [
        { technician: 'tan', from: clock('09:00'), to: null },
        { technician: 'mei', from: clock('09:00'), to: null },
      ],
    });
  });

  test('a car that stands in the bay already does not move; to work without a bay it goes to the yard [LOC-1]', () => {
    given(arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o1', 'o2'], 'L1', 'tan'))
      .and(start('A', 'o1'), finish('A', 'o1'))
      .when(start('A', 'o2'))
      .thenEvents({ type: 'OperationStarted' });
    const scenario = given(working('A', 'L1', 'tan', { wash: true }), finish('A', 'o1'));
    scenario.and(dispatch('A', ['inspection'], null, 'ivy'), start('A', 'inspection'));
    expect(scenario.job('A').location).toEqual({ kind: 'parking' });
  });

  test('only what is dispatched is started [DSP-4]', () => {
    const status = (was: string): object => ({ job: 'A', operation: 'o1', status: was });
    given(arrived('A')).when(start('A', 'o1')).thenRefused('operationStatus', status('planned'));
    given(working('A', 'L1', 'tan'))
      .when(start('A', 'o1'))
      .thenRefused('operationStatus', status('running'));
    given(worked('A')).when(start('A', 'o1')).thenRefused('operationStatus', status('done'));
    given(arrived('A')).when(start('A', 'o9')).thenRefused('unknownOperation', { job: 'A', operation: 'o9' });
  });

  test('nothing starts in a bay that was closed meanwhile [DSP-1]', () => {
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), closeBay('L1'))
      .when(start('A', 'o1'))
      .thenRefused('bayClosed', { bay: 'L1' });
  });

  test('nobody starts who went away meanwhile [DSP-6]', () => {
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), away('tan'))
      .when(start('A', 'o1'))
      .thenRefused('staffAway', { staff: 'tan' });
  });

  test('a technician works on one operation at a time [DSP-7]', () => {
    given(working('A', 'L1', 'tan'), arrived('B'), dispatch('B', ['o1'], 'L2', 'mei', 'tan'))
      .when(start('B', 'o1'))
      .thenRefused('staffBusy', { staff: 'tan', job: 'A' });
  });

  test('a car that dries keeps nobody from other work [DSP-7]', () => {
    const scenario = given(working('A', 'B1', 'bo', { operations: ['Bake'] }), arrived('B', { operations: ['Bake'] }));
    expect(scenario.operation('A', 'o1').segments).toEqual([]);
    scenario.and(arrived('C'), dispatch('C', ['o1'], 'L1', 'tan'));
    scenario.when(start('C', 'o1')).thenEvents({ type: 'CarMoved' }, { type: 'OperationStarted' });
  });

  test('a car is worked on in one bay at a time; in one bay by two [DSP-10]', () => {
    const both = arrived('A', { operations: ['Oil', 'Brakes'] });
    given(both, dispatch('A', ['o1'], 'L1', 'tan'), dispatch('A', ['o2'], 'L2', 'mei'), start('A', 'o1'))
      .when(start('A', 'o2'))
      .thenRefused('carElsewhere', { job: 'A', bay: 'L1' });
    given(both, dispatch('A', ['o1'], 'L1', 'tan'), dispatch('A', ['o2'], 'L1', 'mei'), start('A', 'o1'))
      .when(start('A', 'o2'))
      .thenEvents({ type: 'OperationStarted' });
  });

  test('a bay for one car holds one, a line for two holds two [DSP-11]', () => {
    given(working('A', 'L1', 'tan'), arrived('B'), dispatch('B', ['o1'], 'L1', 'mei'))
      .when(start('B', 'o1'))
      .thenRefused('bayOccupied', { bay: 'L1', job: 'A' });
    const toWash = (job: string, washer: string) => [
      inspecting(job, { wash: true }),
      pass(job),
      dispatch(job, ['wash'], 'W1', washer),
    ];
    const scenario = given(toWash('A', 'wu'), toWash('B', 'wu'), start('A', 'wash'));
    scenario.when(start('B', 'wash')).thenRefused('staffBusy', { staff: 'wu', job: 'A' });
    scenario.and(hold('A', 'wash', 'equipment'));
    scenario.when(start('B', 'wash')).thenEvents({ type: 'CarMoved' }, { type: 'OperationStarted' });
    scenario.and(hold('B', 'wash', 'equipment'), toWash('C', 'wu'));
    scenario.when(start('C', 'wash')).thenRefused('bayOccupied', { bay: 'W1', job: 'A' });
  });
});

describe('holding', () => {
  test('work that runs is held with a reason; the car stays and labour ends [HLD-1]', () => {
    const expectedAt = clock('11:00');
    const scenario = given(working('A', 'L1', 'tan'), at('09:00'))
      .when(hold('A', 'o1', 'parts', { expectedAt }))
      .thenEvents({ type: 'OperationHeld', reason: 'parts', expectedAt, freesBay: false });
    const { status, hold: held, segments } = scenario.operation('A', 'o1');
    const asked = { reason: 'parts', expectedAt, freesBay: false, since: clock('09:00'), partsAt: null };
    expect([status, held]).toEqual(['held', asked]);
    expect(segments).toEqual([{ technician: 'tan', from: clock('08:30'), to: clock('09:00') }]);
    expect(scenario.job('A').location).toEqual(inL1);
  });

  test('a hold that frees the bay sends the car to the yard, unless other work on it goes on there [HLD-1]', () => {
    given(working('A', 'L1', 'tan'))
      .when(hold('A', 'o1', 'approval', { freesBay: true }))
      .thenEvents({ type: 'OperationHeld', freesBay: true }, { type: 'CarMoved', to: { kind: 'parking' } });
    given(arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o1'], 'L1', 'tan'))
      .and(dispatch('A', ['o2'], 'L1', 'mei'), start('A', 'o1'), start('A', 'o2'))
      .when(hold('A', 'o1', 'approval', { freesBay: true }))
      .thenEvents({ type: 'OperationHeld' });
  });

  test('a hold that frees the bay leaves the car where another hold keeps it [HLD-1]', () => {
    given(arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o1'], 'L1', 'tan'))
      .and(dispatch('A', ['o2'], 'L1', 'mei'), start('A', 'o1'), start('A', 'o2'), hold('A', 'o1'))
      .when(hold('A', 'o2', 'parts', { freesBay: true }))
      .thenEvents({ type: 'OperationHeld', operation: 'o2' });
  });

  test('a hold in the queue of another bay leaves the car in its own [HLD-1]', () => {
    given(arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o1'], 'L1', 'tan'))
      .and(dispatch('A', ['o2'], 'L2', 'mei'), start('A', 'o1'), hold('A', 'o1'))
      .when(hold('A', 'o2', 'parts', { freesBay: true }))
      .thenEvents({ type: 'OperationHeld', operation: 'o2' });
    given(arrived('A', { operations: ['Oil', 'Brakes', 'Battery'] }), dispatch('A', ['o1', 'o2'], 'L1', 'tan'))
      .and(dispatch('A', ['o3'], 'L2', 'mei'), start('A', 'o1'), finish('A', 'o1'))
      .when(hold('A', 'o3', 'parts', { freesBay: true }))
      .thenEvents({ type: 'OperationHeld', operation: 'o3' });
  });

  test('work that waits in the queue of a bay is held too; what waits for dispatch, or is done, is not [HLD-1]', () => {
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'))
      .when(hold('A', 'o1'))
      .thenEvents({ type: 'OperationHeld' });
    given(arrived('A'))
      .when(hold('A', 'o1'))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'planned' });
    given(worked('A'))
      .when(hold('A', 'o1'))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'done' });
  });

  test('what is expected lies ahead [HLD-2]', () => {
    given(working('A', 'L1', 'tan'), at('09:00'))
      .when(hold('A', 'o1', 'parts', { expectedAt: clock('09:00') }))
      .thenRefused('expectedInPast');
  });
});

describe('going on', () => {
  test('held work goes on where it was, with a new stretch of labour [HLD-3]', () => {
    const scenario = given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { freesBay: true }), at('10:00'))
      .when(resume('A', 'o1'))
      .thenEvents({ type: 'CarMoved', to: inL1 }, { type: 'OperationResumed' });
    expect(scenario.operation('A', 'o1')).toMatchObject({
      status: 'running',
      hold: null,
      bay: 'L1',
      segments: [
        { technician: 'tan', to: clock('08:30') },
        { technician: 'tan', from: clock('10:00'), to: null },
      ],
    });
  });

  test('a hold that is over stays to be seen, and when the work was dispatched [HLD-4]', () => {
    const scenario = given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts'), at('10:00'), resume('A', 'o1'));
    const { dispatchedAt, hold: now, pastHolds } = scenario.operation('A', 'o1');
    expect([now, pastHolds.map(({ reason }) => reason)]).toEqual([null, ['parts']]);
    expect(dispatchedAt).toBe(pastHolds[0]?.since);
  });

  test('held work does not go on where a start would be refused [HLD-3]', () => {
    const held = given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { freesBay: true }));
    held.and(arrived('B'), dispatch('B', ['o1'], 'L1', 'mei'), start('B', 'o1'));
    held.when(resume('A', 'o1')).thenRefused('bayOccupied', { bay: 'L1', job: 'B' });
    given(working('A', 'L1', 'tan'), hold('A', 'o1'), working('B', 'L2', 'tan'))
      .when(resume('A', 'o1'))
      .thenRefused('staffBusy', { staff: 'tan', job: 'B' });
  });

  test('what had not begun returns to its queue, even where it could not start [HLD-3]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), hold('A', 'o1'), away('tan'))
      .when(resume('A', 'o1'))
      .thenEvents({ type: 'OperationResumed' });
    expect(scenario.operation('A', 'o1')).toMatchObject({ status: 'dispatched', bay: 'L1', runs: [], hold: null });
  });

  test('only what is held goes on [HLD-3]', () => {
    given(working('A', 'L1', 'tan'))
      .when(resume('A', 'o1'))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'running' });
  });
});

describe('finishing', () => {
  test('finishing ends the labour of the whole crew, and the car leaves its bay [FIN-1]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan', 'mei'), start('A', 'o1'), at('09:10'))
      .when(finish('A', 'o1'))
      .thenEvents({ type: 'OperationFinished', operation: 'o1' }, { type: 'CarMoved', to: { kind: 'parking' } });
    const { status, segments, runs } = scenario.operation('A', 'o1');
    expect(status).toBe('done');
    expect([...segments, ...runs].map(({ to }) => to)).toEqual(Array(3).fill(clock('09:10')));
  });

  test('a car stays in its bay while more is to be done to it there [LOC-2]', () => {
    const two = arrived('A', { operations: ['Oil', 'Brakes'] });
    given(two, dispatch('A', ['o1', 'o2'], 'L1', 'tan'), start('A', 'o1'))
      .when(finish('A', 'o1'))
      .thenEvents({ type: 'OperationFinished' });
    given(two, dispatch('A', ['o1'], 'L1', 'tan'), dispatch('A', ['o2'], 'L2', 'mei'), start('A', 'o1'))
      .when(finish('A', 'o1'))
      .thenEvents({ type: 'OperationFinished' }, { type: 'CarMoved', to: { kind: 'parking' } });
  });

  test('only what runs is finished [FIN-1]', () => {
    given(worked('A'))
      .when(finish('A', 'o1'))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'done' });
  });
});

describe('final inspection', () => {
  test('a person who did not work on the car passes it [INS-1]', () => {
    given(inspecting('A'))
      .when(pass('A'))
      .thenEvents({ type: 'InspectionPassed', inspectors: ['ivy'] });
  });

  test('whoever was given work on the car after the inspection was planned does not inspect it [INS-1]', () => {
    const scenario = given(arrived('A', { operations: ['Brakes'] }), dispatch('A', ['inspection'], null, 'ivy'));
    scenario.and(dispatch('A', ['o1'], 'L1', 'ivy'), start('A', 'o1'), finish('A', 'o1'));
    scenario.when(start('A', 'inspection')).thenRefused('inspectorWorkedOnIt', { staff: 'ivy' });
    scenario.and(dispatch('A', ['inspection'], null, 'wu'), start('A', 'inspection'));
    scenario.when(pass('A')).thenEvents({ type: 'InspectionPassed', inspectors: ['wu'] });
  });

  test('a helper who left the work to others does not inspect it either [INS-1]', () => {
    const scenario = given(working('A', 'L1', 'ivy', { operations: ['Brakes'] }));
    scenario.and(hold('A', 'o1', 'parts', { freesBay: true }), dispatch('A', ['o1'], 'L1', 'tan'));
    scenario.and(start('A', 'o1'), finish('A', 'o1'));
    scenario.when(dispatch('A', ['inspection'], null, 'ivy')).thenRefused('inspectorWorkedOnIt', { staff: 'ivy' });
  });

  test('an inspection is passed, not finished; work is finished, not passed [INS-2]', () => {
    given(inspecting('A'))
      .when(finish('A', 'inspection'))
      .thenRefused('inspectionNotFinished', { job: 'A', operation: 'inspection' });
    given(working('A', 'L1', 'tan'))
      .when(pass('A', 'o1'))
      .thenRefused('notInspection', { job: 'A', operation: 'o1' });
  });

  test('only an inspection that runs is passed [INS-2]', () => {
    given(worked('A'), dispatch('A', ['inspection'], null, 'ivy'))
      .when(pass('A'))
      .thenRefused('operationStatus', { job: 'A', operation: 'inspection', status: 'dispatched' });
    given(inspecting('A'), pass('A'), markReady('A'))
      .when(pass('A'))
      .thenRefused('operationStatus', { job: 'A', operation: 'inspection', status: 'done' });
  });
});
