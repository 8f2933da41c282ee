// While work is under way: helpers, hand-overs, other bays; cars moved by hand; holds that last longer, parts that came.
import { describe, expect, test } from 'vitest';
import {
  arrived,
  away,
  closeBay,
  dispatch,
  finish,
  hold,
  inspecting,
  leave,
  moveCar,
  partsArrived,
  pass,
  reassign,
  recall,
  resume,
  reviseHold,
  start,
  startBreak,
  worked,
  working,
} from '../../testing/commandsOf.ts';
import { clock } from '../../testing/littleShop.ts';
import { at, given } from '../../testing/scenario.ts';
import { carsIn } from '../job.ts';

const inL1 = { kind: 'bay', bay: 'L1' } as const;
const inL2 = { kind: 'bay', bay: 'L2' } as const;
const yard = { kind: 'parking' } as const;
const roadTest = { kind: 'road', keepsBay: true } as const;
const two = { operations: ['Oil', 'Brakes'] };

describe('other hands', () => {
  test('a helper is a segment of labour, and a hand-over is two; the run goes on [SEG-1]', () => {
    const scenario = given(working('A', 'L1', 'tan'), at('09:00'))
      .when(reassign('A', 'o1', 'L1', 'tan', 'mei'))
      .thenEvents({ type: 'WorkReassigned', job: 'A', operation: 'o1', bay: 'L1', crew: ['tan', 'mei'] });
    scenario.and(at('09:30'), reassign('A', 'o1', 'L1', 'mei'), at('10:00'), finish('A', 'o1'));
    expect(scenario.operation('A', 'o1')).toMatchObject({
      segments: [
        { technician: 'tan', from: clock('08:30'), to: clock('09:30') },
        { technician: 'mei', from: clock('09:00'), to: clock('10:00') },
      ],
      runs: [{ from: clock('08:30'), to: clock('10:00') }],
    });
  });

  test('who is put on held work begins their segment when it goes on [SEG-1]', () => {
    const scenario = given(working('A', 'L1', 'tan'), hold('A', 'o1'), at('09:00'), reassign('A', 'o1', 'L1', 'mei'));
    expect(scenario.operation('A', 'o1')).toMatchObject({ crew: ['mei'], segments: [{ technician: 'tan' }] });
    scenario.and(at('10:00'), resume('A', 'o1'));
    expect(scenario.operation('A', 'o1').segments.at(-1)).toEqual({
      technician: 'mei',
      from: clock('10:00'),
      to: null,
    });
  });

  test('who joins work that runs is here, able, not on a break and not at other work [SEG-2]', () => {
    const one = working('A', 'L1', 'tan');
    const help = (staff: string) => reassign('A', 'o1', 'L1', 'tan', staff);
    given(one).when(help('zed')).thenRefused('unknownStaff', { staff: 'zed' });
    given(one).when(help('bo')).thenRefused('staffWorkType', { staff: 'bo', workType: 'quick' });
    given(one, away('mei')).when(help('mei')).thenRefused('staffAway', { staff: 'mei' });
    given(one, leave('mei', ['2026-11-23', '2026-11-23']))
      .when(help('mei'))
      .thenRefused('staffOnLeave', { staff: 'mei' });
    given(one, startBreak('mei')).when(help('mei')).thenRefused('staffOnBreak', { staff: 'mei' });
    given(one, working('B', 'L2', 'mei'))
      .when(help('mei'))
      .thenRefused('staffBusy', { staff: 'mei', job: 'B' });
  });

  test('who is put on held work may still be at other work or on a break [SEG-2]', () => {
    const held = [working('A', 'L1', 'tan'), hold('A', 'o1')];
    given(held, working('B', 'L2', 'mei'))
      .when(reassign('A', 'o1', 'L1', 'mei'))
      .thenEvents({ type: 'WorkReassigned' });
    given(held, startBreak('mei'))
      .when(reassign('A', 'o1', 'L1', 'mei'))
      .thenEvents({ type: 'WorkReassigned' });
    given(held)
      .when(reassign('A', 'o1', 'L1', 'bo'))
      .thenRefused('staffWorkType', { staff: 'bo', workType: 'quick' });
  });

  test('work is not left without a crew, unless it dries [DSP-8]', () => {
    given(working('A', 'L1', 'tan'))
      .when(reassign('A', 'o1', 'L1'))
      .thenRefused('crewNeeded', { job: 'A' });
    given(working('A', 'B1', 'bo', { operations: ['Bake'] }))
      .when(reassign('A', 'o1', 'B1'))
      .thenEvents({ type: 'WorkReassigned', crew: [] });
  });

  test('an inspection is not handed to somebody who worked on the car [INS-1]', () => {
    given(working('A', 'L1', 'ivy', { operations: ['Brakes'] }), finish('A', 'o1'))
      .and(dispatch('A', ['inspection'], null, 'wu'), start('A', 'inspection'))
      .when(reassign('A', 'inspection', null, 'ivy'))
      .thenRefused('inspectorWorkedOnIt', { staff: 'ivy' });
  });

  test('only work that runs or is held is given to others so; what is so already changes nothing [SEG-1]', () => {
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'))
      .when(reassign('A', 'o1', 'L1', 'mei'))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'dispatched' });
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan', 'mei'), start('A', 'o1'))
      .when(reassign('A', 'o1', 'L1', 'mei', 'tan', 'mei'))
      .thenNothing();
  });
});

describe('another bay', () => {
  test('work that runs moves with its car, and goes on there without a gap [MOV-1]', () => {
    const scenario = given(working('A', 'L1', 'tan'), at('09:00'))
      .when(reassign('A', 'o1', 'L2', 'tan'))
      .thenEvents({ type: 'CarMoved', to: inL2 }, { type: 'WorkReassigned', bay: 'L2', crew: ['tan'] });
    expect(scenario.operation('A', 'o1').runs).toEqual([
      { from: clock('08:30'), to: clock('09:00'), bay: 'L1' },
      { from: clock('09:00'), to: null, bay: 'L2' },
    ]);
    expect(carsIn(scenario.state, 'L1')).toEqual([]);
  });

  test('the other bay is there, open, for such work, and has room [MOV-1]', () => {
    const one = working('A', 'L1', 'tan');
    const to = (bay: string | null) => reassign('A', 'o1', bay, 'tan');
    given(one).when(to('X9')).thenRefused('unknownBay', { bay: 'X9' });
    given(one).when(to('B1')).thenRefused('bayWorkType', { bay: 'B1', workType: 'quick' });
    given(one).when(to(null)).thenRefused('bayNeeded', { workType: 'quick' });
    given(one, closeBay('L2')).when(to('L2')).thenRefused('bayClosed', { bay: 'L2' });
    given(one, working('B', 'L2', 'mei'))
      .when(to('L2'))
      .thenRefused('bayOccupied', { bay: 'L2', job: 'B' });
  });

  test('a car on which other work runs in the old bay stays there [DSP-10]', () => {
    given(arrived('A', two), dispatch('A', ['o1'], 'L1', 'tan'), dispatch('A', ['o2'], 'L1', 'mei'))
      .and(start('A', 'o1'), start('A', 'o2'))
      .when(reassign('A', 'o1', 'L2', 'tan'))
      .thenRefused('carElsewhere', { job: 'A', bay: 'L1' });
  });

  test('held work waits for another bay: the car leaves the old one, and goes on in the new one [MOV-2]', () => {
    const scenario = given(working('A', 'L1', 'tan'), hold('A', 'o1'), working('B', 'L2', 'mei'))
      .when(reassign('A', 'o1', 'L2', 'tan'))
      .thenEvents({ type: 'WorkReassigned', bay: 'L2' }, { type: 'CarMoved', to: yard });
    scenario.when(resume('A', 'o1')).thenRefused('bayOccupied', { bay: 'L2', job: 'B' });
    scenario.and(finish('B', 'o1'));
    scenario.when(resume('A', 'o1')).thenEvents({ type: 'CarMoved', to: inL2 }, { type: 'OperationResumed' });
  });

  test('a car whose other work keeps it in the old bay stays there [MOV-2]', () => {
    given(arrived('A', two), dispatch('A', ['o1', 'o2'], 'L1', 'tan'), start('A', 'o1'), hold('A', 'o1'))
      .when(reassign('A', 'o1', 'L2', 'tan'))
      .thenEvents({ type: 'WorkReassigned', bay: 'L2' });
  });
});

describe('a car moved by hand', () => {
  test('goes to the yard, a bay, the road or a subcontractor [LOC-3]', () => {
    const expectedAt = clock('15:00');
    const scenario = given(arrived('A'));
    scenario.when(moveCar('A', inL1)).thenEvents({ type: 'CarMoved', job: 'A', to: inL1 });
    scenario.when(moveCar('A', yard)).thenEvents({ type: 'CarMoved', to: yard });
    scenario.when(moveCar('A', roadTest)).thenEvents({ type: 'CarMoved', to: { kind: 'road', keeps: null } });
    const sublet = { kind: 'sublet', expectedAt } as const;
    scenario.when(moveCar('A', sublet)).thenEvents({ type: 'CarMoved', to: sublet });
    expect(scenario.job('A').location).toEqual(sublet);
  });

  test('that is there already does not move [LOC-3]', () => {
    const sublet = { kind: 'sublet', expectedAt: null } as const;
    for (const place of [yard, inL1, roadTest, sublet]) {
      given(arrived('A'), ...(place === yard ? [] : [moveCar('A', place)]))
        .when(moveCar('A', place))
        .thenNothing();
    }
  });

  test('that is said to come back later from the subcontractor is so [LOC-3]', () => {
    given(arrived('A'), moveCar('A', { kind: 'sublet', expectedAt: clock('15:00') }))
      .when(moveCar('A', { kind: 'sublet', expectedAt: clock('16:00') }))
      .thenEvents({ type: 'CarMoved', to: { kind: 'sublet', expectedAt: clock('16:00') } });
  });

  test('goes into no bay that is unknown, closed or full [LOC-3]', () => {
    given(arrived('A'))
      .when(moveCar('A', { kind: 'bay', bay: 'X9' }))
      .thenRefused('unknownBay', { bay: 'X9' });
    given(arrived('A'), closeBay('L1')).when(moveCar('A', inL1)).thenRefused('bayClosed', { bay: 'L1' });
    given(working('A', 'L1', 'tan'), arrived('B'))
      .when(moveCar('B', inL1))
      .thenRefused('bayOccupied', { bay: 'L1', job: 'A' });
  });

  test('is expected back from the subcontractor in the time ahead [HLD-2]', () => {
    given(arrived('A'), at('09:00'))
      .when(moveCar('A', { kind: 'sublet', expectedAt: clock('09:00') }))
      .thenRefused('expectedInPast');
  });

  test('keeps on the road the bay that it comes back to: nobody else has room there [LOC-4]', () => {
    const scenario = given(working('A', 'L1', 'tan'), arrived('B'), dispatch('B', ['o1'], 'L1', 'mei'))
      .when(moveCar('A', roadTest))
      .thenEvents({ type: 'CarMoved', to: { kind: 'road', keeps: 'L1' } });
    scenario.when(start('B', 'o1')).thenRefused('bayOccupied', { bay: 'L1', job: 'A' });
    scenario.when(closeBay('L1')).thenRefused('bayInUse', { bay: 'L1', job: 'A' });
    scenario.when(moveCar('A', inL1)).thenEvents({ type: 'CarMoved', to: inL1 });
  });

  test('keeps no bay on the road where nothing more is to be done to it there [LOC-4]', () => {
    const scenario = given(working('A', 'L1', 'tan'), moveCar('A', roadTest))
      .when(finish('A', 'o1'))
      .thenEvents({ type: 'OperationFinished' }, { type: 'CarMoved', to: { kind: 'road', keeps: null } });
    expect(carsIn(scenario.state, 'L1')).toEqual([]);
    given(working('A', 'L1', 'tan', two), dispatch('A', ['o2'], 'L1', 'tan'), moveCar('A', roadTest), finish('A', 'o1'))
      .when(recall('A', 'o2'))
      .thenEvents({ type: 'OperationRecalled' }, { type: 'CarMoved', to: { kind: 'road', keeps: null } });
  });

  test('leaves its bay to others on the road where it is not said to keep it [LOC-4]', () => {
    const away = moveCar('A', { kind: 'road', keepsBay: false });
    const scenario = given(working('A', 'L1', 'tan'), hold('A', 'o1'), away);
    scenario.and(arrived('B'), dispatch('B', ['o1'], 'L1', 'mei'), start('B', 'o1'));
    scenario.when(moveCar('A', inL1)).thenRefused('bayOccupied', { bay: 'L1', job: 'B' });
    scenario.and(reassign('A', 'o1', 'L2', 'tan'));
    scenario.when(resume('A', 'o1')).thenEvents({ type: 'CarMoved', to: inL2 }, { type: 'OperationResumed' });
  });

  test('comes back from the road or the subcontractor when its work begins or goes on [LOC-1]', () => {
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), moveCar('A', { kind: 'sublet', expectedAt: null }))
      .when(start('A', 'o1'))
      .thenEvents({ type: 'CarMoved', to: inL1 }, { type: 'OperationStarted' });
    given(working('A', 'L1', 'tan'), hold('A', 'o1'), moveCar('A', roadTest))
      .when(resume('A', 'o1'))
      .thenEvents({ type: 'CarMoved', to: inL1 }, { type: 'OperationResumed' });
    given(worked('A'), dispatch('A', ['inspection'], null, 'ivy'), moveCar('A', { kind: 'sublet', expectedAt: null }))
      .when(start('A', 'inspection'))
      .thenEvents({ type: 'CarMoved', to: yard }, { type: 'OperationStarted' });
  });

  test('is inspected on the road too [LOC-1]', () => {
    const scenario = given(worked('A'), dispatch('A', ['inspection'], null, 'ivy'), moveCar('A', roadTest));
    scenario.when(start('A', 'inspection')).thenEvents({ type: 'OperationStarted' });
    scenario.when(moveCar('A', yard)).thenEvents({ type: 'CarMoved', to: yard });
  });

  test('stays in the bay where work on it runs, but for a road test [LOC-5]', () => {
    const one = working('A', 'L1', 'tan');
    const atWork = { job: 'A', operation: 'o1' };
    given(one).when(moveCar('A', yard)).thenRefused('carAtWork', atWork);
    given(one).when(moveCar('A', inL2)).thenRefused('carAtWork', atWork);
    given(one)
      .when(moveCar('A', { kind: 'sublet', expectedAt: null }))
      .thenRefused('carAtWork', atWork);
    given(one).when(moveCar('A', roadTest)).thenEvents({ type: 'CarMoved' });
    given(one, moveCar('A', roadTest)).when(moveCar('A', yard)).thenRefused('carAtWork', atWork);
  });

  test('keeps its bay on a road test while work on it runs there; held work lets it go [LOC-5]', () => {
    const one = working('A', 'L1', 'tan');
    const atWork = { job: 'A', operation: 'o1' };
    const away = { kind: 'road', keepsBay: false } as const;
    given(one).when(moveCar('A', away)).thenRefused('carAtWork', atWork);
    given(one, moveCar('A', roadTest)).when(moveCar('A', away)).thenRefused('carAtWork', atWork);
    given(one, hold('A', 'o1')).when(moveCar('A', away)).thenEvents({ type: 'CarMoved' });
  });

  test('stays on the premises while it is inspected in the yard [LOC-5]', () => {
    const inspected = { job: 'A', operation: 'inspection' };
    given(inspecting('A'))
      .when(moveCar('A', { kind: 'sublet', expectedAt: null }))
      .thenRefused('carAtWork', inspected);
    given(inspecting('A')).when(moveCar('A', inL1)).thenEvents({ type: 'CarMoved', to: inL1 });
  });

  test('leaves its bay although work waits for it there, held or queued [LOC-5]', () => {
    const scenario = given(working('A', 'L1', 'tan', two), dispatch('A', ['o2'], 'L1', 'tan'), hold('A', 'o1'));
    scenario.when(moveCar('A', yard)).thenEvents({ type: 'CarMoved', to: yard });
    scenario.when(resume('A', 'o1')).thenEvents({ type: 'CarMoved', to: inL1 }, { type: 'OperationResumed' });
  });

  test('is a car that is here [REC-4]', () => {
    given().when(moveCar('A', yard)).thenRefused('unknownJob', { job: 'A' });
  });
});

describe('a hold that changes', () => {
  const held = [working('A', 'L1', 'tan'), hold('A', 'o1', 'parts', { expectedAt: clock('11:00') })];

  test('is expected to end at another time [HLD-7]', () => {
    const expectedAt = clock('14:00');
    const scenario = given(held, at('09:00'))
      .when(reviseHold('A', 'o1', { expectedAt }))
      .thenEvents({ type: 'HoldRevised', expectedAt, freesBay: false });
    expect(scenario.operation('A', 'o1').hold).toMatchObject({ reason: 'parts', since: clock('08:30'), expectedAt });
  });

  test('frees its bay, or takes it again where there is still room [HLD-7]', () => {
    const expectedAt = clock('11:00');
    const scenario = given(held)
      .when(reviseHold('A', 'o1', { expectedAt, freesBay: true }))
      .thenEvents({ type: 'HoldRevised', freesBay: true }, { type: 'CarMoved', to: yard });
    scenario.and(working('B', 'L1', 'mei'));
    scenario.when(reviseHold('A', 'o1', { expectedAt })).thenRefused('bayOccupied', { bay: 'L1', job: 'B' });
    scenario.and(finish('B', 'o1'));
    scenario
      .when(reviseHold('A', 'o1', { expectedAt }))
      .thenEvents({ type: 'HoldRevised', freesBay: false }, { type: 'CarMoved', to: inL1 });
  });

  test('of work in a queue moves no car [HLD-7]', () => {
    const queued = [arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), hold('A', 'o1')];
    given(queued)
      .when(reviseHold('A', 'o1', { freesBay: true }))
      .thenEvents({ type: 'HoldRevised' });
    given(queued, reviseHold('A', 'o1', { freesBay: true }))
      .when(reviseHold('A', 'o1'))
      .thenEvents({ type: 'HoldRevised', freesBay: false });
  });

  test('ends in the time ahead; one whose time has passed can still free its bay [HLD-2]', () => {
    given(held, at('10:00'))
      .when(reviseHold('A', 'o1', { expectedAt: clock('09:00') }))
      .thenRefused('expectedInPast');
    given(held, at('12:00'))
      .when(reviseHold('A', 'o1', { expectedAt: clock('11:00'), freesBay: true }))
      .thenEvents({ type: 'HoldRevised' }, { type: 'CarMoved' });
  });

  test('is there, and not so already [HLD-7]', () => {
    given(held)
      .when(reviseHold('A', 'o1', { expectedAt: clock('11:00') }))
      .thenNothing();
    given(working('A', 'L1', 'tan'))
      .when(reviseHold('A', 'o1'))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'running' });
  });
});

describe('parts', () => {
  test('arrive, and the work waits for somebody who goes on with it [HLD-6]', () => {
    const scenario = given(working('A', 'L1', 'tan'), hold('A', 'o1'), at('10:00'))
      .when(partsArrived('A', 'o1'))
      .thenEvents({ type: 'PartsArrived', job: 'A', operation: 'o1' });
    expect(scenario.operation('A', 'o1')).toMatchObject({ status: 'held', hold: { partsAt: clock('10:00') } });
    scenario.when(partsArrived('A', 'o1')).thenNothing();
    scenario.when(resume('A', 'o1')).thenEvents({ type: 'OperationResumed' });
  });

  test('arrive only for work that waits for them [HLD-6]', () => {
    given(working('A', 'L1', 'tan'), hold('A', 'o1', 'approval'))
      .when(partsArrived('A', 'o1'))
      .thenRefused('notForParts', { job: 'A', operation: 'o1' });
    given(inspecting('A'), pass('A'))
      .when(partsArrived('A', 'o1'))
      .thenRefused('operationStatus', { job: 'A', operation: 'o1', status: 'done' });
  });
});
