// figures/ — causes of lateness, and the list for spot checks.
import type { Role } from '@zhunshi/shared/domain/words.ts';
import { excusedVisits, lateCausesOf } from '@zhunshi/shared/plan/latenessList.ts';
import { onTimeFigures } from '@zhunshi/shared/plan/onTimeFigures.ts';
import { handOver, ready } from '@zhunshi/shared/testing/commandsOf.ts';
import { uuidOf } from '@zhunshi/shared/testing/littleShop.ts';
import { at, given } from '@zhunshi/shared/testing/scenario.ts';
import { directoryFor } from '@zhunshi/shared/views/staffView.ts';
import { expect, test } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { causeRowsOf, latenessRowsOf } from './latenessRows.ts';

const NOTE = uuidOf(9_000);
const period = { from: '2026-11-23', to: '2026-11-23' };
const { state, now } = given(
  ...[ready('A'), at('17:00'), handOver('A', { cause: 'customer', note: NOTE })],
  ...[at('08:30'), ready('B'), at('17:10'), handOver('B', { cause: 'parts' })],
);
const answer = {
  ...onTimeFigures(state, period, now),
  ...{ period, asOf: now, causes: lateCausesOf(state, period), lateness: excusedVisits(state, period) },
};

/** The console of somebody, with the words of A's customer as far as they see them. */
function consoleOf(...roles: Role[]) {
  const view = viewOf(state, now, roles);
  const customer = view.directory.persons['c-A'];
  if (customer) customer.words = { [NOTE]: '客户开会' };
  return { ...view, directory: directoryFor(roles, view.directory) };
}

test('given lateness to be judged, then plate, times, who and the note stand in its row [FIG-10] [FIG-5]', () => {
  expect(latenessRowsOf(consoleOf('manager'), answer)).toEqual([
    {
      ...{ job: 'A', car: '粤BA', advisor: 'ada', by: 'ada', excuse: 'asked', judgement: '待认定', note: '客户开会' },
      ...{ promised: '11-23 16:00', handedOver: '11-23 17:00' },
    },
  ]);
});

test('given somebody who sees no customers, then the note is not at hand, nor after the job left the console [FIG-10]', () => {
  expect(latenessRowsOf(consoleOf('technician'), answer)[0]).toMatchObject({ car: '粤BA', note: '不在手边' });
  const later = consoleOf('manager');
  expect(latenessRowsOf({ ...later, state: { ...state, jobs: {} } }, answer)[0]?.note).toBe('不在手边');
});

test('given a car that is not in the directory, then its order stands for it', () => {
  const view = consoleOf('manager');
  const erased = { ...view, directory: { ...view.directory, vehicles: {} } };
  expect(latenessRowsOf(erased, answer)[0]?.car).toBe('A');
});

test('given causes of lateness, then each has its word; what the customer said afterwards too [FIG-6]', () => {
  const causes = [...answer.causes, { cause: null, count: 3 }];
  expect(causeRowsOf(consoleOf('manager'), { ...answer, causes })).toEqual([
    { key: 'customer', name: '客户原因', count: 1 },
    { key: 'parts', name: '等配件', count: 1 },
    { key: 'said', name: '客户回访时说晚了', count: 3 },
  ]);
});
