// Dispatching: operations of a car to a bay and a crew, and taking them back.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  away,
  closeBay,
  dispatch,
  finish,
  hold,
  recall,
  setUp,
  start,
  worked,
  working,
} from '../../testing/commandsOf.ts';
import { ACCIDENT } from '../../testing/littleShop.ts';
import { at, given, givenNothing } from '../../testing/scenario.ts';
import { queueOf } from '../job.ts';

describe('dispatching', () => {
  test('work goes to a bay and a crew, and the car stays where it is [DSP-4]', () => {
    const scenario = given(arrived('A'))
      .when(dispatch('A', ['o1'], 'L1', 'tan', 'mei', 'tan'))
      .thenEvents({ type: 'OperationsDispatched', job: 'A', operations: ['o1'], bay: 'L1', crew: ['tan', 'mei'] });
    expect(scenario.operation('A', 'o1')).toMatchObject({ status: 'dispatched', bay: 'L1', crew: ['tan', 'mei'] });
    expect(scenario.job('A').location).toEqual({ kind: 'parking' });
  });

  test('what is dispatched to a bay queues there in the order of dispatching [DSP-4]', () => {
    const scenario = given(arrived('A'), arrived('B'), dispatch('B', ['o1'], 'L1', 'tan'));
    scenario.and(dispatch('A', ['o1'], 'L1', 'tan'));
    expect(queueOf(scenario.state, 'L1').map(({ job }) => job.id)).toEqual(['B', 'A']);
  });

  test('a closed bay gets no work [DSP-1]', () => {
    given(arrived('A'), closeBay('L1'))
      .when(dispatch('A', ['o1'], 'L1', 'tan'))
      .thenRefused('bayClosed', { bay: 'L1' });
    given(arrived('A'))
      .when(dispatch('A', ['o1'], 'X9', 'tan'))
      .thenRefused('unknownBay', { bay: 'X9' });
  });

  test('a bay gets only work of its work types [DSP-2]', () => {
    given(arrived('A'))
      .when(dispatch('A', ['o1'], 'B1', 'tan'))
      .thenRefused('bayWorkType', { bay: 'B1', workType: 'quick' });
    given(arrived('A', { operations: ['Oil', 'Strip'] }))
      .when(dispatch('A', ['o1', 'o2'], 'L1', 'tan'))
      .thenRefused('bayWorkType', { bay: 'L1', workType: 'body' });
  });

  test('work goes without a bay only where the shop has none for it [DSP-3]', () => {
    given(arrived('A'))
      .when(dispatch('A', ['o1'], null, 'tan'))
      .thenRefused('bayNeeded', { workType: 'quick' });
    given(worked('A'))
      .when(dispatch('A', ['inspection'], null, 'ivy'))
      .thenEvents({ type: 'OperationsDispatched', bay: null });
  });

  test('work that waits or is dispatched goes elsewhere; it then stands last in that queue [DSP-4]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'))
      .when(dispatch('A', ['o1'], 'L2', 'mei'))
      .thenEvents({ type: 'OperationsDispatched', bay: 'L2', crew: ['mei'] });
    expect(queueOf(scenario.state, 'L1')).toEqual([]);
  });

  test('work that is held goes elsewhere only when its bay was freed [DSP-4]', () => {
    given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { freesBay: true }))
      .when(dispatch('A', ['o1'], 'L2', 'mei'))
      .thenEvents({ type: 'OperationsDispatched', bay: 'L2' });
    given(working('A', 'L1', 'tan'), hold('A', 'o1'))
      .when(dispatch('A', ['o1'], 'L2', 'mei'))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'held' });
  });

  test('work that runs or is done is not dispatched [DSP-4]', () => {
    given(working('A', 'L1', 'tan'))
      .when(dispatch('A', ['o1'], 'L2', 'mei'))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'running' });
    given(worked('A'))
      .when(dispatch('A', ['o1'], 'L2', 'mei'))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'done' });
    given(arrived('A'))
      .when(dispatch('A', ['o9'], 'L1', 'tan'))
      .thenRefused('unknownOperation', { job: 'A', operation: 'o9' });
  });

  test('each of a crew is known, here, and able to do the work [DSP-6]', () => {
    given(arrived('A'))
      .when(dispatch('A', ['o1'], 'L1', 'zed'))
      .thenRefused('unknownStaff', { staff: 'zed' });
    given(arrived('A'), away('mei'))
      .when(dispatch('A', ['o1'], 'L1', 'tan', 'mei'))
      .thenRefused('staffAway', { staff: 'mei' });
    given(arrived('A'))
      .when(dispatch('A', ['o1'], 'L1', 'bo'))
      .thenRefused('staffWorkType', { staff: 'bo', workType: 'quick' });
  });

  test('work needs a crew; drying needs none [DSP-8]', () => {
    given(arrived('A'))
      .when(dispatch('A', ['o1'], 'L1'))
      .thenRefused('crewNeeded', { job: 'A' });
    given(arrived('A', { operations: ['Bake'] }))
      .when(dispatch('A', ['o1'], 'B1'))
      .thenEvents({ type: 'OperationsDispatched', crew: [] });
  });

  test('what is dispatched so already changes nothing; of several only the others move [DSP-12]', () => {
    const scenario = given(arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o1'], 'L1', 'tan'));
    scenario.when(dispatch('A', ['o1'], 'L1', 'tan')).thenNothing();
    scenario
      .when(dispatch('A', ['o1', 'o2'], 'L1', 'tan'))
      .thenEvents({ type: 'OperationsDispatched', operations: ['o2'] });
  });

  test('an inspection goes to nobody who worked on the car, nor to the crew that gets its work with it [INS-1]', () => {
    given(worked('A', 'L1', 'ivy', { operations: ['Brakes'] }))
      .when(dispatch('A', ['inspection'], null, 'ivy'))
      .thenRefused('inspectorWorkedOnIt', { staff: 'ivy' });
    givenNothing()
      .and(setUp({ bays: [{ code: 'G1', workTypes: ['mechanical', 'inspection'], capacity: 1 }] }))
      .and(arrived('A', { operations: ['Brakes'] }))
      .when(dispatch('A', ['o1', 'inspection'], 'G1', 'ivy'))
      .thenRefused('inspectorWorkedOnIt', { staff: 'ivy' });
  });

  test('a car that is sent to another bay leaves the one where nothing more keeps it [LOC-2]', () => {
    const scenario = given(
      arrived('A', { operations: ['Oil', 'Brakes'] }),
      dispatch('A', ['o1', 'o2'], 'L1', 'tan'),
      start('A', 'o1'),
    );
    scenario.when(dispatch('A', ['o2'], 'L2', 'mei')).thenEvents({ type: 'OperationsDispatched' });
    given(
      arrived('A', { operations: ['Oil', 'Brakes'] }),
      dispatch('A', ['o1', 'o2'], 'L1', 'tan'),
      start('A', 'o1'),
      finish('A', 'o1'),
    )
      .when(dispatch('A', ['o2'], 'L2', 'mei'))
      .thenEvents({ type: 'OperationsDispatched' }, { type: 'CarMoved', to: { kind: 'parking' } });
  });
});

describe('taking back', () => {
  test('dispatched work that has not begun goes back to wait [DSP-9]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), at('09:00'))
      .when(recall('A', 'o1'))
      .thenEvents({ type: 'OperationRecalled', job: 'A', operation: 'o1' });
    expect(scenario.operation('A', 'o1')).toMatchObject({ status: 'planned', bay: null, crew: [], queuedAs: null });
  });

  test('work that waits, runs, or has begun before is not taken back [DSP-9]', () => {
    const status = (was: string): object => ({ job: 'A', operation: 'o1', status: was });
    given(arrived('A')).when(recall('A', 'o1')).thenRefused('operationStatus', status('planned'));
    given(working('A', 'L1', 'tan'))
      .when(recall('A', 'o1'))
      .thenRefused('operationStatus', status('running'));
    given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { freesBay: true }), dispatch('A', ['o1'], 'L2', 'mei'))
      .when(recall('A', 'o1'))
      .thenRefused('operationStatus', status('dispatched'));
  });

  test('a car leaves its bay when the work that kept it there is taken back [LOC-2]', () => {
    given(
      arrived('A', { operations: ['Oil', 'Brakes'] }),
      dispatch('A', ['o1', 'o2'], 'L1', 'tan'),
      start('A', 'o1'),
      finish('A', 'o1'),
    )
      .when(recall('A', 'o2'))
      .thenEvents({ type: 'OperationRecalled' }, { type: 'CarMoved', to: { kind: 'parking' } });
  });
});

describe('what must come before what', () => {
  test('body, sanding and paint work begins in the listed order only [DSP-5]', () => {
    const scenario = given(arrived('A', { operations: ACCIDENT }));
    scenario.and(dispatch('A', ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7'], 'B1', 'bo'));
    scenario.when(start('A', 'o2')).thenRefused('notYet', { job: 'A', before: 'o1' });
    for (const operation of ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7']) {
      scenario.and(start('A', operation), finish('A', operation));
    }
    expect(scenario.job('A').operations.filter(({ status }) => status === 'done')).toHaveLength(7);
  });

  test('quick and mechanical work begins in any order, also beside body work [DSP-5]', () => {
    const scenario = given(arrived('A', { operations: ['Oil', 'Strip', 'Brakes', 'Beat'] }));
    scenario.and(dispatch('A', ['o3'], 'L1', 'tan'), start('A', 'o3'), finish('A', 'o3'));
    scenario.and(dispatch('A', ['o2', 'o4'], 'B1', 'bo'));
    scenario.when(start('A', 'o4')).thenRefused('notYet', { job: 'A', before: 'o2' });
  });

  test('inspection comes after all work, the wash after the inspection [DSP-5]', () => {
    const scenario = given(arrived('A', { wash: true }), dispatch('A', ['inspection'], null, 'ivy'));
    scenario.and(dispatch('A', ['wash'], 'W1', 'wu'));
    scenario.when(start('A', 'inspection')).thenRefused('notYet', { job: 'A', before: 'o1' });
    scenario.and(dispatch('A', ['o1'], 'L1', 'tan'), start('A', 'o1'), finish('A', 'o1'));
    scenario.when(start('A', 'wash')).thenRefused('notYet', { job: 'A', before: 'inspection' });
  });
});
