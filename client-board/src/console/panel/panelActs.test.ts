import {
  book,
  checkIn,
  dispatch,
  inspecting,
  ready,
  reassign,
  start,
  startBreak,
  working,
} from '@zhunshi/shared/testing/commandsOf.ts';
import type { Role } from '@zhunshi/shared/domain/words.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { panelActsOf } from './panelActs.ts';

const actsOf = (scenario: Scenario, job = 'WT1', roles: Role[] = ['dispatcher']) =>
  panelActsOf(viewOf(scenario.state, clock('09:00'), roles), scenario.job(job));
const types = (acts: { act: { type: string } }[]) => acts.map(({ act }) => act.type);
const twoDispatched = () =>
  given(book('WT1', { operations: ['Oil', 'Battery'] }), checkIn('WT1'), dispatch('WT1', ['o1', 'o2'], 'L1', 'tan'));

describe('the buttons of a car', () => {
  it('given a booked car, when it is looked at, then it can be checked in and nothing else', () => {
    expect(types(actsOf(given(book('WT1'))).main)).toEqual(['CheckIn']);
  });

  it('given two dispatched operations, when the car is looked at, then one button recalls all, and the second one starts on its row', () => {
    const acts = actsOf(twoDispatched());
    expect(types(acts.main)).toEqual(['StartOperation', 'HoldOperation', 'Recall']);
    expect(acts.ofOperations.map(({ act }) => [act.type, act.operation])).toContainEqual(['StartOperation', 'o2']);
  });

  it('given a bay that is taken, when a car waits for it, then starting stays the first button and says why, not holding', () => {
    const scenario = twoDispatched()
      .and(book('WT2'), checkIn('WT2'), dispatch('WT2', ['o1'], 'L1', 'mei'))
      .and(start('WT1', 'o1'));
    const [first] = actsOf(scenario, 'WT2').main;
    expect(first).toMatchObject({ act: { type: 'StartOperation' }, refusal: { code: 'bayOccupied' } });
  });

  it('given work that stopped for a break, when the car is looked at, then going on stays the first button and says why not yet, not holding', () => {
    const paused = given(...working('WT1', 'L1', 'tan'), startBreak('tan'));
    const [first, second] = actsOf(paused).main;
    expect(first).toMatchObject({ act: { type: 'ResumeOperation' }, refusal: { code: 'staffOnBreak' } });
    expect(second).toMatchObject({ act: { type: 'HoldOperation' }, refusal: null });
  });

  it('given work that stopped for a break, when others are on it by then, then going on is the first button and can be pressed', () => {
    const paused = given(...working('WT1', 'L1', 'tan'), startBreak('tan'), reassign('WT1', 'o1', 'L1', 'mei'));
    expect(actsOf(paused).main[0]).toMatchObject({ act: { type: 'ResumeOperation' }, refusal: null });
  });

  it('given a car that was just marked ready, when it is looked at, then calling the customer comes before handing over', () => {
    expect(types(actsOf(given(...ready('WT1'))).main)).toEqual(['CallCustomer', 'HandOver']);
  });

  it('given an inspection that runs, when the car is looked at, then failing it stands beside passing it', () => {
    const acts = actsOf(given(...inspecting('WT1')), 'WT1', ['inspector']);
    expect(types(acts.main).slice(0, 2)).toEqual(['PassInspection', 'FailInspection']);
    expect(acts.main[1]?.text).toBe('终检不合格');
  });

  it('[CMD-6] given a technician, when a car in work is looked at, then only the work itself is offered', () => {
    const acts = actsOf(given(...working('WT1', 'L1', 'tan')), 'WT1', ['technician']);
    expect(types(acts.main)).toEqual(['FinishOperation', 'HoldOperation']);
    expect(types(actsOf(twoDispatched(), 'WT1', ['technician']).main)).not.toContain('Recall');
  });

  it('[CMD-6] given a technician, when a car is ready, then nothing is offered but the word who hands it over', () => {
    const { main, forOthers } = actsOf(given(...ready('WT1')), 'WT1', ['technician']);
    expect(main).toEqual([]);
    expect(forOthers).toEqual({ code: 'notAllowed', roles: ['manager', 'dispatcher', 'advisor', 'inspector'] });
  });
});
