import { book, checkIn, dispatch } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { addressOf, everything, passes, readAddress } from './shopFilter.ts';
import type { ShopFilter } from './shopFilter.ts';

const scenario = given(book('WT1'), book('WT2'), checkIn('WT1'), checkIn('WT2'), dispatch('WT1', ['o1'], 'L1', 'tan'));
const view = viewOf(scenario.state, clock('08:40'));
const passing = (filter: Partial<ShopFilter>) =>
  Object.values(view.state.jobs)
    .filter((job) => passes(view, { ...everything, ...filter }, job))
    .map(({ id }) => id);

describe('cars that are looked for', () => {
  it('given no filter, when cars are looked for, then all pass', () => {
    expect(passing({})).toEqual(['WT1', 'WT2']);
  });

  it('[CON-3] given an advisor, when cars are looked for, then only theirs pass', () => {
    const { advisor } = view.state.jobs.WT1 ?? { advisor: '' };
    expect(passing({ advisor })).toContain('WT1');
    expect(passing({ advisor: 'nobody' })).toEqual([]);
  });

  it('[CON-3] given a service type, when cars are looked for, then only those with such an order pass', () => {
    const serviceType = view.state.jobs.WT1?.orders[0]?.serviceType ?? '';
    expect(passing({ serviceType })).toEqual(['WT1', 'WT2']);
    expect(passing({ serviceType: 'none' })).toEqual([]);
  });

  it('[CON-3] given a team that nobody works in, when cars are looked for, then none passes', () => {
    expect(passing({ team: 'T99' })).toEqual([]);
  });

  it('[CON-3] given a view and a filter, when they are written into the address and read again, then they are the same', () => {
    const filter: ShopFilter = { advisor: 'P24', team: null, serviceType: 'general', mine: true };
    expect(readAddress(addressOf('kanban', filter))).toEqual({ view: 'kanban', filter });
    expect(addressOf('', everything)).toBe('');
    expect(readAddress('')).toEqual({ view: '', filter: everything });
  });
});
