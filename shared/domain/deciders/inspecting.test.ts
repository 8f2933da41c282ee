// The three inspections: the crew's own, the team leader's, the final one by somebody else; and rework.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  away,
  closeBay,
  dispatch,
  fail,
  finish,
  inspecting,
  look,
  markReady,
  pass,
  ready,
  setUp,
  sign,
  start,
  takeBackReady,
  worked,
  working,
  type Wish,
} from '../../testing/commandsOf.ts';
import { littleShop } from '../../testing/littleShop.ts';
import { at, by, given, givenNothing, type Scenario, type Step } from '../../testing/scenario.ts';
import { defaultRules } from '../defaultRules.ts';
import { internalReturnsOf, queueOf, stageOf } from '../job.ts';
import type { InspectionPlan } from '../state.ts';

/** A shop that wants maintenance, and accidents, inspected so. */
function givenPlans(inspections: Record<string, Partial<InspectionPlan>>, ...steps: Step[]): Scenario {
  const nothing = { self: false, leader: false, points: [] };
  const plans = Object.entries(inspections).map(([type, plan]) => [type, { ...nothing, ...plan }] as const);
  const rules = { ...defaultRules, inspections: Object.fromEntries(plans) };
  return givenNothing().and(setUp({ shop: { ...littleShop.shop, rules } }), ...steps);
}

const rework = (operation: string): object => ({ reworkOf: operation, name: 'Oil', workType: 'quick', minutes: 20 });

describe('signing off', () => {
  test('one of the crew signs their work when it is done [INS-3]', () => {
    given(worked('A'), by('tan'))
      .when(sign('A'))
      .thenEvents({ type: 'InspectionRecorded', job: 'A', level: 'self', operation: 'o1', by: ['tan'] });
    given(working('A', 'L1', 'tan'), by('tan'))
      .when(sign('A'))
      .thenRefused('workNotDone', { job: 'A', operation: 'o1' });
  });

  test('nobody else signs it, nor the server [INS-3]', () => {
    given(worked('A'), by('mei')).when(sign('A')).thenRefused('notOfCrew', { staff: 'mei' });
    given(worked('A'), by(null)).when(sign('A')).thenRefused('inspectorNeeded');
    given(worked('A'), by('tan')).when(sign('A', 'o9')).thenRefused('unknownOperation', { job: 'A', operation: 'o9' });
    given(inspecting('A'), by('ivy'))
      .when(sign('A', 'inspection'))
      .thenRefused('unknownOperation', { job: 'A', operation: 'inspection' });
  });

  test('all that somebody did on a car is signed at once; what is signed already stays as it is [INS-3]', () => {
    const two = given(arrived('A', { operations: ['Oil', 'Brakes'] }), dispatch('A', ['o1', 'o2'], 'L1', 'tan'));
    two.and(start('A', 'o1'), finish('A', 'o1'), start('A', 'o2'), finish('A', 'o2'), by('tan'), sign('A', 'o1'));
    two.when(sign('A', 'o1')).thenNothing();
    two.when(sign('A', null)).thenEvents({ type: 'InspectionRecorded', operation: 'o2' });
    two.and(by('mei')).when(sign('A', null)).thenRefused('notOfCrew', { staff: 'mei' });
  });
});

describe('an inspection that the desk writes down', () => {
  const signedBy = (staff: string, level: 'self' | 'leader' = 'self'): Wish => ({
    type: 'RecordInspection',
    job: 'A',
    level,
    operation: level === 'self' ? 'o1' : null,
    signedBy: staff,
  });

  test('is that of the person who did it, under the same rules [INS-8]', () => {
    given(worked('A'), by('ada'))
      .when(signedBy('tan'))
      .thenEvents({ type: 'InspectionRecorded', level: 'self', operation: 'o1', by: ['tan'] });
    given(worked('A'), by('ada')).when(signedBy('mei')).thenRefused('notOfCrew', { staff: 'mei' });
    given(worked('A', 'L1', 'mei'), by('wu'))
      .when(signedBy('tan', 'leader'))
      .thenEvents({ type: 'InspectionRecorded', level: 'leader', by: ['tan'] });
    given(worked('A', 'L1', 'mei'), by('ada'))
      .when(signedBy('ivy', 'leader'))
      .thenRefused('notTeamLeader', { staff: 'ivy' });
  });

  test('keeps in the log who wrote it down [INS-8]', () => {
    const { entries, state } = given(worked('A'), by('ada'), signedBy('tan'));
    expect(entries.at(-1)).toMatchObject({ by: 'ada', events: [{ by: ['tan'] }] });
    expect(state.jobs.A?.inspections).toMatchObject([{ level: 'self', operation: 'o1', by: ['tan'] }]);
  });

  test('is written by manager, dispatcher or inspector: a technician signs for nobody else [INS-8]', () => {
    const roles = ['manager', 'dispatcher', 'inspector'];
    given(worked('A'), by('mei')).when(signedBy('tan')).thenRefused('notAllowed', { roles });
    given(worked('A'), by('tan'))
      .when(signedBy('tan'))
      .thenEvents({ type: 'InspectionRecorded', by: ['tan'] });
  });
});

describe("the team leader's look", () => {
  test('a team leader who did not work on the car looks at it when all work is done [INS-3]', () => {
    given(worked('A', 'L1', 'mei'), by('tan'))
      .when(look('A'))
      .thenEvents({ type: 'InspectionRecorded', level: 'leader', operation: null, by: ['tan'] })
      .when(look('A'))
      .thenNothing();
    given(worked('A', 'L1', 'mei'), by('ivy'))
      .when(look('A'))
      .thenRefused('notTeamLeader', { staff: 'ivy' });
    given(worked('A', 'L1', 'tan'), by('tan'))
      .when(look('A'))
      .thenRefused('inspectorWorkedOnIt', { staff: 'tan' });
    given(working('A', 'L1', 'mei'), by('tan'))
      .when(look('A'))
      .thenRefused('workNotDone', { job: 'A', operation: 'o1' });
  });
});

describe('passing', () => {
  const oil = worked('A', 'L1', 'mei');
  const inspection = [by('ada'), dispatch('A', ['inspection'], null, 'ivy'), start('A', 'inspection')];
  const missing = (level: string, operation: string | null): object => ({ job: 'A', level, operation });

  test('the record must be complete: signed by the crew, seen by the leader [INS-4]', () => {
    const plan = { maintenance: { self: true, leader: true } };
    const scenario = givenPlans(plan, oil, inspection);
    scenario.when(pass('A')).thenRefused('inspectionMissing', missing('self', 'o1'));
    scenario.and(by('mei'), sign('A'));
    scenario.when(pass('A')).thenRefused('inspectionMissing', missing('leader', null));
    scenario.and(by('tan'), look('A'));
    scenario.when(pass('A')).thenEvents({ type: 'InspectionPassed', inspectors: ['ivy'], points: [] });
  });

  test('all points of all service types of the car are ticked, and no others are kept [INS-4]', () => {
    const plans = { maintenance: { points: ['Oil level'] }, accident: { points: ['Paint', 'Oil level'] } };
    const scenario = givenPlans(plans, arrived('A', { serviceType: 'accident' }), dispatch('A', ['o1'], 'L1', 'mei'));
    scenario.and(start('A', 'o1'), finish('A', 'o1'), inspection);
    scenario.when(pass('A')).thenRefused('pointsMissing', { points: ['Paint', 'Oil level'] });
    const ticking = (...points: string[]) => ({ ...pass('A'), points });
    scenario.when(ticking('Oil level')).thenRefused('pointsMissing', { points: ['Paint'] });
    scenario
      .when(ticking('Oil level', 'Ashtray', 'Paint'))
      .thenEvents({ type: 'InspectionPassed', points: ['Paint', 'Oil level'] });
  });

  test('nobody signs what runs by itself; a service type without a plan asks for the final inspection alone [INS-4]', () => {
    const bake = arrived('A', { operations: ['Bake'], serviceType: 'accident' });
    const dried = [bake, dispatch('A', ['o1'], 'B1'), start('A', 'o1'), finish('A', 'o1'), inspection];
    givenPlans({ accident: { self: true } }, dried)
      .when(pass('A'))
      .thenEvents({ type: 'InspectionPassed' });
    givenPlans({ accident: { self: true } }, oil, inspection)
      .when(pass('A'))
      .thenEvents({ type: 'InspectionPassed' });
  });

  test('after rework the crew signs it and the leader looks again: what was recorded before does not count for it [INS-7]', () => {
    const plan = { maintenance: { self: true, leader: true } };
    const scenario = givenPlans(plan, oil, by('mei'), sign('A'), by('tan'), look('A'), inspection, fail('A'));
    scenario.and(start('A', 'o2'), finish('A', 'o2'), inspection);
    scenario.when(pass('A')).thenRefused('inspectionMissing', missing('self', 'o2'));
    scenario.and(by('mei'), sign('A', 'o2'));
    scenario.when(pass('A')).thenRefused('inspectionMissing', missing('leader', null));
    scenario.and(by('tan'), look('A'));
    scenario.when(pass('A')).thenEvents({ type: 'InspectionPassed' });
  });

  test('work that was done after the leader looked is to be looked at [INS-7]', () => {
    const scenario = givenPlans({ maintenance: { leader: true } }, oil, by('tan'), look('A'), by('ada'), at('09:00'));
    const add = [{ name: 'Battery', minutes: null }];
    scenario.and({ type: 'AmendWork', job: 'A', order: 'A', add, drop: [], minutes: [] });
    scenario.and(dispatch('A', ['o2'], 'L1', 'mei'));
    scenario.and(start('A', 'o2'), at('09:20'), finish('A', 'o2'), inspection);
    scenario.when(pass('A')).thenRefused('inspectionMissing', missing('leader', null));
  });
});

describe('failing the final inspection', () => {
  test('a defect sends the work back to its crew and bay, first in line, and the inspection waits again [INS-5]', () => {
    const scenario = given(inspecting('A'), arrived('B'), dispatch('B', ['o1'], 'L1', 'mei'), at('10:00'))
      .when(fail('A'))
      .thenEvents({
        type: 'InspectionFailed',
        job: 'A',
        level: 'final',
        operation: 'inspection',
        inspectors: ['ivy'],
        day: '2026-11-23',
        defects: [{ operation: 'o1', kind: 'leak' }],
      });
    expect(scenario.operation('A', 'o2')).toMatchObject({
      ...rework('o1'),
      status: 'dispatched',
      bay: 'L1',
      crew: ['tan'],
    });
    expect(queueOf(scenario.state, 'L1').map(({ job }) => job.id)).toEqual(['A', 'B']);
    expect(scenario.operation('A', 'inspection')).toMatchObject({ status: 'planned', crew: [] });
    expect(stageOf(scenario.job('A'))).toBe('dispatched');
    scenario.when(markReady('A')).thenRefused('workNotDone', { job: 'A', operation: 'o2' });
  });

  test('defects of one operation make one rework of their minutes together; body work keeps its order [INS-5]', () => {
    const body = arrived('A', { operations: ['Strip', 'Beat', 'Refit'], serviceType: 'accident' });
    const scenario = given(body, dispatch('A', ['o1', 'o2', 'o3'], 'B1', 'bo'));
    for (const id of ['o1', 'o2', 'o3']) scenario.and(start('A', id), finish('A', id));
    scenario.and(dispatch('A', ['inspection'], null, 'ivy'), start('A', 'inspection'));
    scenario.and(fail('A', ['o3', 'o1', 'o3']));
    expect(scenario.operation('A', 'o4')).toMatchObject({ name: 'Strip', reworkOf: 'o1', minutes: 20, after: [] });
    expect(scenario.operation('A', 'o5')).toMatchObject({ name: 'Refit', reworkOf: 'o3', minutes: 40, after: ['o4'] });
    scenario.when(start('A', 'o5')).thenRefused('notYet', { job: 'A', before: 'o4' });
  });

  test('rework waits to be dispatched where its crew is away or its bay closed [INS-5]', () => {
    const planned = { status: 'planned', bay: null, crew: [] };
    const gone = given(inspecting('A'), away('tan'), fail('A'));
    expect(gone.operation('A', 'o2')).toMatchObject({ ...rework('o1'), ...planned });
    const closed = given(inspecting('A'), closeBay('L1'), fail('A'));
    expect(closed.operation('A', 'o2')).toMatchObject({ ...rework('o1'), ...planned });
  });

  test('rework may fail again; then it is that which is done again [INS-5]', () => {
    const scenario = given(inspecting('A'), fail('A'), start('A', 'o2'), finish('A', 'o2'));
    scenario.and(dispatch('A', ['inspection'], null, 'ivy'), start('A', 'inspection'), fail('A', ['o2']));
    expect(scenario.operation('A', 'o3')).toMatchObject({ ...rework('o2'), status: 'dispatched', crew: ['tan'] });
  });

  test('the car leaves the bay of the inspection, unless its rework is done there [INS-5]', () => {
    const bays = [{ code: 'G1', workTypes: ['inspection'], capacity: 1 }, ...littleShop.bays];
    const inspected = (bay: string): Step[] => [
      worked('A'),
      dispatch('A', ['inspection'], bay, 'ivy'),
      start('A', 'inspection'),
    ];
    givenNothing()
      .and(setUp({ bays }), inspected('G1'))
      .when(fail('A'))
      .thenEvents({ type: 'InspectionFailed' }, { type: 'CarMoved', to: { kind: 'parking' } });
    givenNothing()
      .and(setUp({ bays: [{ code: 'L1', workTypes: ['quick', 'inspection'], capacity: 1 }] }), inspected('L1'))
      .when(fail('A'))
      .thenEvents({ type: 'InspectionFailed' });
  });

  test('only a final inspection that runs fails, for work that was done [INS-5]', () => {
    given(worked('A'))
      .when(fail('A'))
      .thenRefused('operationStatus', { job: 'A', operation: 'inspection', status: 'planned' });
    given(inspecting('A'))
      .when(fail('A', ['inspection']))
      .thenRefused('unknownOperation', { job: 'A', operation: 'inspection' });
    given(ready('A')).when(fail('A')).thenRefused('alreadyReady', { job: 'A' });
  });

  test('who does the rework does not inspect it [INS-1]', () => {
    const scenario = given(inspecting('A', { operations: ['Brakes'] }), fail('A'), dispatch('A', ['o2'], 'L1', 'ivy'));
    scenario.and(start('A', 'o2'), finish('A', 'o2'));
    scenario.when(dispatch('A', ['inspection'], null, 'ivy')).thenRefused('inspectorWorkedOnIt', { staff: 'ivy' });
  });

  test('each failed inspection counts as an internal return of its day [INS-6]', () => {
    const scenario = given(inspecting('A'), fail('A'), start('A', 'o2'), at('2026-11-24 09:00'), finish('A', 'o2'));
    scenario.and(dispatch('A', ['inspection'], null, 'ivy'), start('A', 'inspection'), fail('A', ['o1', 'o2']));
    expect(internalReturnsOf(scenario.job('A'))).toBe(2);
    const { days } = scenario.state;
    expect([days['2026-11-23']?.internalReturns, days['2026-11-24']?.internalReturns]).toEqual([1, 1]);
  });
});

describe("failing at the leader's look", () => {
  test('a team leader sends a car back before the final inspection, their own work too [INS-5]', () => {
    const scenario = given(worked('A', 'L1', 'tan'), by('tan'))
      .when(fail('A', ['o1'], 'leader'))
      .thenEvents({ type: 'InspectionFailed', level: 'leader', operation: null, inspectors: ['tan'] });
    expect(scenario.operation('A', 'o2')).toMatchObject({ ...rework('o1'), status: 'dispatched' });
    given(worked('A'), by('mei'))
      .when(fail('A', ['o1'], 'leader'))
      .thenRefused('notTeamLeader', { staff: 'mei' });
    given(working('A', 'L1', 'mei'), by('tan'))
      .when(fail('A', ['o1'], 'leader'))
      .thenRefused('workNotDone', { job: 'A', operation: 'o1' });
  });

  test('what had begun of the inspection, or had passed, is to be done again; so is the wash [INS-5]', () => {
    const running = given(inspecting('A'), by('tan'), fail('A', ['o1'], 'leader'));
    expect(running.operation('A', 'inspection')).toMatchObject({ status: 'planned' });
    const washed = given(
      inspecting('A', { wash: true }),
      pass('A'),
      dispatch('A', ['wash'], 'W1', 'wu'),
      start('A', 'wash'),
    );
    washed.and(by('tan'));
    washed.when(fail('A', ['o1'], 'leader')).thenRefused('carAtWork', { job: 'A', operation: 'wash' });
    washed.and(finish('A', 'wash'), fail('A', ['o1'], 'leader'));
    expect(['inspection', 'wash'].map((id) => washed.operation('A', id).status)).toEqual(['planned', 'planned']);
  });

  test('a car that was ready goes back only after that was taken back [INS-5]', () => {
    given(ready('A'), by('tan'))
      .when(fail('A', ['o1'], 'leader'))
      .thenRefused('alreadyReady', { job: 'A' });
    given(ready('A'), takeBackReady('A'), by('tan'))
      .when(fail('A', ['o1'], 'leader'))
      .thenEvents({ type: 'InspectionFailed', operation: 'inspection' });
  });
});
