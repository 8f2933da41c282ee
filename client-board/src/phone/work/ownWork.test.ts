import {
  arrived,
  dispatch,
  finish,
  hold,
  partsArrived,
  changing,
  sign,
  start,
  suspend,
  working,
} from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { at, by, given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../console/testing/viewOf.ts';
import { ownWork, pieceKey } from './ownWork.ts';
import type { Chosen } from './ownWork.ts';
import { mainAct, stopKind } from './phoneActs.ts';

const queued = (job: string, ...operations: string[]) => [
  arrived(job, { operations }),
  dispatch(
    job,
    operations.map((_name, place) => `o${place + 1}`),
    'L1',
    'tan',
  ),
];
const selfInspected = changing({
  kind: 'rules',
  rules: { inspections: { maintenance: { self: true, leader: false, points: [] } } },
});

const lookAt = (scenario: Scenario, chosen: Chosen | null = null, later: string[] = []) => {
  const { present, next } = ownWork(scenario.state, 'tan', chosen, later);
  const view = { ...viewOf(scenario.state, scenario.now, ['technician']), me: 'tan' };
  const main = mainAct(view, present, scenario.now);
  return {
    present: present && pieceKey(present),
    next: next.map(pieceKey),
    main: main?.kind ?? null,
    no: main?.no?.code ?? null,
    stop: present && stopKind(present),
  };
};

describe('what one person has before them', () => {
  it('given nothing dispatched, when they look, then there is no car [PHN-5]', () => {
    expect(lookAt(given(arrived('A')))).toMatchObject({ present: null, next: [], main: null });
  });

  it('given two cars in the queue, when they look, then the first can be started, and the other comes next [PHN-5]', () => {
    const seen = lookAt(given(queued('A', 'Oil', 'Brakes'), queued('B', 'Oil')));
    expect(seen).toEqual({ present: 'A/o1', next: ['B/o1'], main: 'start', no: null, stop: 'cannotStart' });
  });

  it('given work that runs, when they look, then it is finished next; another car can be looked at, and says why it cannot start [PHN-5] [DSP-7]', () => {
    const scenario = given(queued('A', 'Oil'), queued('B', 'Oil'), start('A', 'o1'));
    expect(lookAt(scenario)).toMatchObject({ present: 'A/o1', main: 'finish', stop: 'hold' });
    const other = lookAt(scenario, { job: 'B', operation: 'o1' });
    expect(other).toMatchObject({ present: 'B/o1', next: ['A/o1'], main: 'start' });
    expect(other.no).not.toBeNull();
  });

  it('given a car that waits for parts, when they look, then the next in the queue is at hand; with the parts here it is the held one [PHN-5]', () => {
    const scenario = given(queued('A', 'Oil'), queued('B', 'Oil'), start('A', 'o1'));
    scenario.and(hold('A', 'o1', 'parts', { freesBay: true }));
    expect(lookAt(scenario)).toMatchObject({ present: 'B/o1', next: ['A/o1'], main: 'start' });
    scenario.and(partsArrived('A', 'o1'));
    expect(lookAt(scenario)).toMatchObject({ present: 'A/o1', main: 'resume', stop: 'reviseHold' });
  });

  it('given finished work that its crew signs, when it is not signed, then that comes first, unless it is put off [INS-3] [PHN-5]', () => {
    const scenario = given(selfInspected, queued('A', 'Oil'), queued('B', 'Oil'), start('A', 'o1'), finish('A', 'o1'));
    expect(lookAt(scenario)).toMatchObject({ present: 'A/o1', main: 'sign', stop: 'signLater', next: ['B/o1'] });
    expect(lookAt(scenario, null, ['A/o1'])).toMatchObject({ present: 'B/o1', next: ['A/o1'] });
    scenario.and(by('tan'), sign('A', 'o1'));
    expect(lookAt(scenario)).toMatchObject({ present: 'B/o1', next: [] });
  });

  it('given work that closing time stopped, when the morning comes, then it is asked whether that goes on [CLS-3] [PHN-5]', () => {
    const scenario = given(working('A', 'L1', 'tan'), at('18:05')).and(suspend(clock('18:00')));
    expect(lookAt(scenario)).toMatchObject({ present: 'A/o1', main: 'goOn', no: null });
  });
});
