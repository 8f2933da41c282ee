import type { Role } from '@zhunshi/shared/domain/words.ts';
import { handOver, propose, quote, ready, suspend, working } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock, uuidOf } from '@zhunshi/shared/testing/littleShop.ts';
import { at, by, given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { todoListsOf } from './todoLists.ts';

const listsOf = (scenario: Scenario, now: string, roles: Role[] = ['manager'], open = true) =>
  todoListsOf(viewOf(scenario.state, clock(now), roles), open);

describe('lists that wait for a decision', () => {
  it('given work that closing time stopped, when the shop opens, then the morning list names it, and before not [CLS-3]', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'), at('18:10'), by(null), suspend(clock('18:00')));
    const morning = '2026-11-24 08:30';
    expect(listsOf(scenario, morning).carryOver).toMatchObject([{ job: 'WT1', operation: 'o1', plate: 'WT1' }]);
    expect(listsOf(scenario, '2026-11-23 19:00', ['manager'], false).carryOver).toEqual([]);
  });

  it('given priced additional work, when an advisor looks twelve minutes later, then its clock is told; a technician sees none', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'), propose('WT1', 'o1'), at('08:40'), quote('WT1'));
    expect(listsOf(scenario, '08:52', ['advisor']).unanswered[0]?.what).toBe('等客户答复 12 分 · Brakes');
    expect(listsOf(scenario, '08:52', ['technician']).unanswered).toEqual([]);
  });

  it('given lateness said to be the customer’s doing, when a manager looks, then it waits to be judged [OTR-6]', () => {
    const late = given(...ready('WT1', { promisedAt: clock('10:00') }), at('11:00'));
    const scenario = late.and(handOver('WT1', { cause: 'customer', note: uuidOf(77) }));
    expect(listsOf(scenario, '11:00').toJudge).toMatchObject([{ job: 'WT1' }]);
    expect(listsOf(scenario, '11:00', ['advisor']).toJudge).toEqual([]);
  });
});
