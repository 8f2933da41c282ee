import type { Role } from '@zhunshi/shared/domain/words.ts';
import { arrived, book, propose, ready, working } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { furtherGroupsOf } from './furtherGroups.ts';

const offered = (scenario: Scenario, roles: Role[] = ['advisor'], job = 'WT1'): string[] =>
  furtherGroupsOf(viewOf(scenario.state, clock('09:00'), roles), scenario.job(job)).flatMap(({ items }) =>
    items.map(({ act }) => act.type),
  );

describe('what else can be done with a car', () => {
  it('given a booked car, when its advisor looks, then it can be booked anew or cancelled, but no work is proposed', () => {
    const types = offered(given(book('WT1')));
    expect(types).toEqual(expect.arrayContaining(['Rebook', 'CancelJob', 'ReserveBay']));
    expect(types).not.toContain('ProposeWork');
  });

  it('given additional work, when a technician looks, then it can be withdrawn but not priced [CMD-6]', () => {
    const types = offered(given(...working('WT1', 'L1', 'tan'), propose('WT1', 'o1')), ['technician']);
    expect(types).toContain('WithdrawWork');
    expect(types).not.toContain('QuoteWork');
  });

  it('given one visit of a car, when its advisor looks, then there is nothing to merge it with', () => {
    expect(offered(given(...arrived('WT1')))).not.toContain('MergeJobs');
    const two = given(
      ...arrived('WT1'),
      book('WT2', { vehicle: 'v-WT1', arrivalAt: clock('2026-11-25 09:00'), promisedAt: null }),
    );
    expect(offered(two, ['advisor'], 'WT2')).toContain('MergeJobs');
  });

  it('given a car that is ready, when nobody answers the call, then that can be said', () => {
    const groups = furtherGroupsOf(
      viewOf(given(...ready('WT1')).state, clock('12:00'), ['advisor']),
      given(...ready('WT1')).job('WT1'),
    );
    const items = groups.flatMap(({ items: some }) => some);
    expect(items.find(({ act }) => act.type === 'CallCustomer')?.text).toBe('打了电话，没人接');
    expect(items.map(({ act }) => act.type)).toContain('TakeBackReady');
  });
});
