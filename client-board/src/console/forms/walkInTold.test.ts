import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { expect, it } from 'vitest';
import { answersTo } from '../testing/answersTo.ts';
import { viewOf } from '../testing/viewOf.ts';
import { formFor } from './formFor.ts';
import { subjectOf } from './formSubject.ts';
import { walkInTold } from './walkInTold.ts';

it('given a walk-in that is accepted, when the form closes, then its plate and the number of its slip are said', () => {
  const form = formFor(viewOf(given().state, clock('09:00')), subjectOf('ReceiveWalkIn'));
  const wish = form?.wish(
    answersTo(form, { plate: '粤B12345', name: '客', operations: [{ name: 'Oil', minutes: '' }] }),
  );
  const arrival = { type: 'CarCheckedIn', job: 'WT1', slip: 'A017' };
  const events = [arrival] as unknown as WireEntry['events'];
  expect(wish && walkInTold('zh-CN', wish, events)).toEqual({ job: 'WT1', text: '已接车 粤B12345，单号 A017' });
  expect(walkInTold('zh-CN', { type: 'MarkReady', job: 'WT1' }, events)).toBeNull();
});
