import { arrived, dispatch, startBreak, working } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { crewChoicesOf } from './crewChoices.ts';

const choicesOf = (scenario: Scenario, job: string) => {
  const view = viewOf(scenario.state, scenario.now);
  const choices = crewChoicesOf(view, scenario.job(job), [scenario.operation(job, 'o1')]);
  return choices.map(({ staff, suggested, busy, load }) => ({ staff, suggested, busy, load }));
};

describe('who is offered for work', () => {
  it('given no work is chosen, when the crew is looked at, then nobody is offered', () => {
    const scenario = given(...arrived('WT1'));
    expect(crewChoicesOf(viewOf(scenario.state, scenario.now), scenario.job('WT1'), [])).toEqual([]);
  });

  it('[PLN-10] given somebody on a break whose work stopped for it, when the crew is looked at, then both are told, and who is free comes first', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'), startBreak('tan', clock('10:25')), ...arrived('WT2'));
    expect(choicesOf(scenario, 'WT2')).toEqual([
      { staff: 'mei', suggested: true, busy: false, load: '空闲' },
      { staff: 'tan', suggested: false, busy: true, load: '休息到 10:25 · 停着 WT1' },
    ]);
  });

  it('[ATT-4] given nobody else, when the crew is looked at, then who is on a break is offered as such, with what waits', () => {
    const scenario = given(
      ...arrived('WT1'),
      dispatch('WT1', ['o1'], 'L1', 'tan'),
      startBreak('tan'),
      ...arrived('WT2'),
    );
    expect(choicesOf(scenario, 'WT2')[1]).toMatchObject({ staff: 'tan', load: '休息中 · 已派 1 项' });
  });
});
