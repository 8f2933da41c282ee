import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import type { Role } from '@zhunshi/shared/domain/words.ts';
import { book } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { expect, it } from 'vitest';
import { answersTo } from '../testing/answersTo.ts';
import { viewOf } from '../testing/viewOf.ts';
import { formFor } from './formFor.ts';
import { subjectOf } from './formSubject.ts';
import { walkInTold } from './walkInTold.ts';

it('given a walk-in that is accepted, when the form closes, then its plate and the number of its slip are said', () => {
  const view = viewOf(given().state, clock('09:00'));
  const form = formFor(view, subjectOf('ReceiveWalkIn'));
  const wish = form?.wish(
    answersTo(form, { plate: '粤B12345', name: '客', operations: [{ name: 'Oil', minutes: '' }] }),
  );
  const arrival = { type: 'CarCheckedIn', job: 'WT1', slip: 'A017' };
  const events = [arrival] as unknown as WireEntry['events'];
  expect(wish && walkInTold(view, wish, events)).toMatchObject({ job: 'WT1', text: '已接车 粤B12345，单号 A017' });
  expect(walkInTold(view, { type: 'MarkReady', job: 'WT1' }, [])).toBeNull();
});

it('given a booked car, when it is checked in, then its slip is offered to who may print it', () => {
  const events = [{ type: 'CarCheckedIn', job: 'WT1', slip: 'A018' }] as unknown as WireEntry['events'];
  const told = (roles: Role[]) =>
    walkInTold(viewOf(given(book('WT1')).state, clock('09:00'), roles), { type: 'CheckIn', job: 'WT1' }, events);
  expect(told(['advisor'])).toMatchObject({ job: 'WT1', slip: '打印接车单' });
  expect(told(['technician'])?.slip).toBeNull();
});
