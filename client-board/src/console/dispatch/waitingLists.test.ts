import { book, checkIn, dispatch, finish, hold, promise, start } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { everything } from '../desk/shopFilter.ts';
import { viewOf } from '../testing/viewOf.ts';
import { keepOrder, orderOf, waitingListsOf } from './waitingLists.ts';

const listsOf = ({ state }: Scenario, time = '08:35') => waitingListsOf(viewOf(state, clock(time)));
const ids = (jobs: { id: string }[]) => jobs.map(({ id }) => id);

describe('the lists of cars that somebody must decide about', () => {
  it('given two waiting cars, when they are listed, then the one whose promise breaks first is on top', () => {
    const urgent = { promisedAt: clock('09:30') };
    const lists = listsOf(given(book('WT1'), book('WT2', urgent), checkIn('WT1'), checkIn('WT2')));
    expect(ids(lists.waiting)).toEqual(['WT2', 'WT1']);
  });

  it('given a car whose work is done, when inspection is not dispatched, then it waits for its next step', () => {
    const done = given(
      book('WT1'),
      checkIn('WT1'),
      dispatch('WT1', ['o1'], 'L1', 'tan'),
      start('WT1', 'o1'),
      finish('WT1', 'o1'),
    );
    expect(ids(listsOf(done).next)).toEqual(['WT1']);
    expect(listsOf(done.and(dispatch('WT1', ['inspection'], null, 'ivy'))).next).toEqual([]);
  });

  it('given held work, when it is listed, then among those on hold', () => {
    const held = given(
      book('WT1'),
      checkIn('WT1'),
      dispatch('WT1', ['o1'], 'L1', 'tan'),
      start('WT1', 'o1'),
      hold('WT1', 'o1'),
    );
    expect(ids(listsOf(held).held)).toEqual(['WT1']);
  });

  it('given booked cars, when they are listed, then those of the next hour apart from later ones, none forgotten', () => {
    const lists = listsOf(
      given(
        book('WT1', { arrivalAt: clock('11:00') }),
        book('WT2', { arrivalAt: clock('09:00') }),
        book('WT3', { arrivalAt: clock('2026-11-24 09:00'), promisedAt: clock('2026-11-24 16:00') }),
      ),
    );
    expect(ids(lists.soon)).toEqual(['WT2']);
    expect(ids(lists.later)).toEqual(['WT1', 'WT3']);
  });

  it('given an order that somebody looks at, when another car becomes more urgent and a third comes, then those that were there stay [CON-4]', () => {
    const before = given(book('WT1', { promisedAt: clock('12:00') }), book('WT2', { promisedAt: clock('15:00') }));
    const waiting = before.and(checkIn('WT1'), checkIn('WT2'));
    const order = orderOf(listsOf(waiting));
    expect(order).toEqual(['WT1', 'WT2']);
    const later = waiting.and(
      promise('WT2', clock('09:10'), { reason: 'shop', cause: 'diagnosis' }),
      book('WT3', { promisedAt: clock('10:00') }),
      checkIn('WT3'),
    );
    expect(ids(listsOf(later).waiting)).toEqual(['WT2', 'WT3', 'WT1']);
    expect(ids(keepOrder(listsOf(later), order).waiting)).toEqual(['WT1', 'WT2', 'WT3']);
    expect(ids(keepOrder(listsOf(later), ['WT1']).waiting)).toEqual(['WT2', 'WT3', 'WT1']);
  });

  it('given cars in an order that was seen, when a promise is a little earlier by now, then they stay; when by hours, they do not [STD-3]', () => {
    const waiting = given(
      book('WT1', { promisedAt: clock('15:00') }),
      book('WT2', { promisedAt: clock('15:10') }),
      checkIn('WT1'),
      checkIn('WT2'),
    );
    const seen = orderOf(listsOf(waiting));
    const calm = ({ state }: Scenario) => ids(waitingListsOf(viewOf(state, clock('08:35')), everything, seen).waiting);
    const nearer = waiting.and(promise('WT2', clock('14:50'), { reason: 'shop', cause: 'diagnosis' }));
    expect(ids(listsOf(nearer).waiting)).toEqual(['WT2', 'WT1']);
    expect(calm(nearer)).toEqual(['WT1', 'WT2']);
    expect(calm(nearer.and(promise('WT2', clock('12:00'), { reason: 'shop', cause: 'diagnosis' })))).toEqual([
      'WT2',
      'WT1',
    ]);
  });
});
