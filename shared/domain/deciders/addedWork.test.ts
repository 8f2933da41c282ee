// Additional work: proposed, quoted, answered or withdrawn; what waits for the answer, and how it goes on.
import { describe, expect, test } from 'vitest';
import {
  approve,
  arrived,
  away,
  book,
  decline,
  dispatch,
  finish,
  goOn,
  handOver,
  hold,
  inspecting,
  markReady,
  pass,
  promise,
  propose,
  quote,
  ready,
  resume,
  start,
  withdraw,
  worked,
  working,
  type Wish,
} from '../../testing/commandsOf.ts';
import { ACCIDENT, clock } from '../../testing/littleShop.ts';
import { at, by, given, type Scenario, type Step } from '../../testing/scenario.ts';
import { CUSTOMER } from '../entry.ts';
import { ratedPromiseOf, stageOf } from '../job.ts';

/** Tan changes the oil and finds worn brakes at half past nine. */
const found = [working('A', 'L1', 'tan'), at('09:30'), by('tan'), propose('A', 'o1'), by('ada')];

describe('proposing', () => {
  test('given work that runs, when more is found, then it is proposed with its standard minutes [ADD-1]', () => {
    given(working('A', 'L1', 'tan'), at('09:30'), by('tan'))
      .when(propose('A', 'o1', ['Brakes', 'Battery']))
      .thenEvents(
        {
          type: 'WorkProposed',
          id: 'x1',
          foundIn: 'o1',
          order: 'A',
          operations: [
            { name: 'Brakes', workType: 'mechanical', minutes: 60, unattended: false },
            { name: 'Battery', workType: 'mechanical', minutes: 20, unattended: false },
          ],
        },
        { type: 'OperationHeld', operation: 'o1', reason: 'approval', expectedAt: null, freesBay: false },
      );
    const { proposals } = given(found).job('A');
    expect(proposals).toMatchObject([{ proposedBy: 'tan', proposedAt: clock('09:30'), quote: null, answer: null }]);
  });

  test('minutes that were said go before those of the table, and each proposal has its own number [ADD-1]', () => {
    given(found)
      .when(propose('A', null, ['Battery'], { minutes: 35 }))
      .thenEvents({
        type: 'WorkProposed',
        id: 'x2',
        foundIn: null,
        operations: [{ name: 'Battery', workType: 'mechanical', minutes: 35, unattended: false }],
      });
  });

  test('it belongs to the order of what it was found in, else to the first [ADD-1]', () => {
    const scenario = given(book('A'), book('B', { vehicle: 'v-A', operations: ['Brakes'] }), {
      type: 'CheckIn',
      job: 'A',
    });
    scenario.when(propose('A', 'o2', ['Battery'])).thenEvents({ type: 'WorkProposed', foundIn: 'o2', order: 'B' });
    scenario.when(propose('A', null, ['Battery'])).thenEvents({ type: 'WorkProposed', foundIn: null, order: 'A' });
  });

  test('what the table does not know, and work that is not there, is refused [ADD-1]', () => {
    const scenario = given(working('A', 'L1', 'tan'));
    scenario.when(propose('A', 'o1', ['Miracle'])).thenRefused('unknownWork', { name: 'Miracle' });
    scenario.when(propose('A', 'o9')).thenRefused('unknownOperation', { job: 'A', operation: 'o9' });
  });

  test('a car that is not here, ready, or gone gets no additional work [ADD-1]', () => {
    given(book('A')).when(propose('A', null)).thenRefused('notCheckedIn', { job: 'A' });
    given(ready('A')).when(propose('A', null)).thenRefused('alreadyReady', { job: 'A' });
    given(ready('A'), handOver('A')).when(propose('A', null)).thenRefused('jobClosed', { job: 'A' });
    given(arrived('A'), { type: 'CancelJob', job: 'A', reason: 'customerWish' })
      .when(propose('A', null))
      .thenRefused('jobClosed', { job: 'A' });
  });

  test('the work that it was found in waits; the car stays in the bay, or leaves it, as was said [ADD-2]', () => {
    const stays = given(found);
    expect([stageOf(stays.job('A')), stays.job('A').location]).toEqual(['held', { kind: 'bay', bay: 'L1' }]);
    const leaves = given(working('A', 'L1', 'tan'));
    leaves
      .when(propose('A', 'o1', ['Brakes'], { freesBay: true }))
      .thenEvents(
        { type: 'WorkProposed' },
        { type: 'OperationHeld', freesBay: true },
        { type: 'CarMoved', to: { kind: 'parking' } },
      );
  });

  test('what waits in a queue waits for the answer too; what is held for parts, or done, stays as it is [ADD-2]', () => {
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'))
      .when(propose('A', 'o1'))
      .thenEvents({ type: 'WorkProposed' }, { type: 'OperationHeld', reason: 'approval' });
    const parts = given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts'), propose('A', 'o1'));
    expect(parts.operation('A', 'o1').hold?.reason).toBe('parts');
    given(worked('A')).when(propose('A', 'o1')).thenEvents({ type: 'WorkProposed', foundIn: 'o1' });
  });
});

describe('quoting', () => {
  test('price, minutes and the promise that would follow are said, with who and when [ADD-3]', () => {
    const promisedAt = clock('17:30');
    const scenario = given(found, at('09:40'), quote('A', 70, { priceCents: 88_000, promisedAt }));
    expect(scenario.job('A').proposals[0]?.quote).toEqual({
      priceCents: 88_000,
      minutes: 70,
      promisedAt,
      at: clock('09:40'),
      by: 'ada',
    });
  });

  test('a later quote takes the place of the one before; the same again changes nothing [ADD-3]', () => {
    const scenario = given(found, quote('A', 60));
    scenario.when(quote('A', 60)).thenNothing();
    scenario.when(quote('A', 90)).thenEvents({ type: 'WorkQuoted', proposal: 'x1', minutes: 90 });
    expect(scenario.job('A').proposals[0]?.quote?.minutes).toBe(90);
  });

  test('what was not quoted cannot be approved [ADD-3]', () => {
    given(found).when(approve('A')).thenRefused('notQuoted', { job: 'A', proposal: 'x1' });
  });

  test('no promise is offered for a time that has passed [PRM-6]', () => {
    given(found)
      .when(quote('A', 60, { promisedAt: clock('09:30') }))
      .thenRefused('promiseInPast');
  });
});

describe('the answer', () => {
  test('approved: who wrote it down, how the customer said it, when, and the promise they accepted [ADD-4]', () => {
    const scenario = given(found, quote('A'), at('09:50'), approve('A', clock('17:30')));
    expect(scenario.job('A').proposals[0]?.answer).toEqual({
      approved: true,
      how: 'phone',
      promisedAt: clock('17:30'),
      note: null,
      at: clock('09:50'),
      by: 'ada',
    });
  });

  test('declined, quoted or not, is on record as well, and brings no work [ADD-4]', () => {
    const scenario = given(found, at('09:50'));
    scenario
      .when(decline('A'))
      .thenEvents({ type: 'WorkDeclined', proposal: 'x1', how: 'desk' }, { type: 'OperationResumed' });
    expect(scenario.job('A').proposals[0]?.answer).toMatchObject({ approved: false, how: 'desk', by: 'ada' });
    expect(scenario.job('A').operations.map(({ id }) => id)).toEqual(['o1', 'inspection']);
  });

  test('one answer only; what was answered or withdrawn is neither quoted nor answered again [ADD-4]', () => {
    for (const answer of [approve('A'), decline('A'), withdraw('A')]) {
      const scenario = given(found, quote('A'), answer);
      for (const again of [quote('A', 90), approve('A'), decline('A'), withdraw('A')]) {
        scenario.when(again).thenRefused('proposalClosed', { job: 'A', proposal: 'x1' });
      }
    }
    given(found).when(decline('A', 'x2')).thenRefused('unknownProposal', { job: 'A', proposal: 'x2' });
  });

  test('a car that was made ready meanwhile gets no more work, but the proposal can be declined [ADD-4]', () => {
    const meanwhile = [inspecting('A'), propose('A', null), quote('A'), pass('A'), markReady('A')];
    given(meanwhile).when(approve('A')).thenRefused('alreadyReady', { job: 'A' });
    given(meanwhile).when(decline('A')).thenEvents({ type: 'WorkDeclined' });
  });
});

describe('an answer that says which quote it is to', () => {
  const asked = (): Scenario => given(working('A', 'L1', 'tan'), propose('A', 'o1'), at('09:00'), quote('A'));
  const toQuoteOf = (time: string) => ({ quotedAt: clock(time) });

  test('counts while that one is in force [ADD-13]', () => {
    asked()
      .when({ ...approve('A'), ...toQuoteOf('09:00') })
      .thenEvents({ type: 'WorkApproved', proposal: 'x1' }, { type: 'OperationResumed' });
    asked()
      .when({ ...decline('A'), ...toQuoteOf('09:00') })
      .thenEvents({ type: 'WorkDeclined', proposal: 'x1' }, { type: 'OperationResumed' });
  });

  test('is to its promise, where a customer gives it by the link, and to no other [ADD-13]', () => {
    const offered = (): Scenario =>
      given(working('A', 'L1', 'tan'), propose('A', 'o1'), at('09:00'), quote('A', 60, { promisedAt: clock('17:30') }));
    const byLink = (time: string): Wish => ({ ...approve('A', clock(time), { how: 'link' }), ...toQuoteOf('09:00') });
    offered().and(by(CUSTOMER)).when(byLink('10:00')).thenRefused('quoteChanged', { job: 'A', proposal: 'x1' });
    const agreed = offered().and(by(CUSTOMER), byLink('17:30'));
    expect(agreed.job('A').proposals[0]?.answer).toMatchObject({
      how: 'link',
      by: CUSTOMER,
      promisedAt: clock('17:30'),
    });
  });

  test('is refused when another one took its place [ADD-13]', () => {
    const changed = asked().and(at('09:05'), quote('A', 90));
    const figures = { job: 'A', proposal: 'x1' };
    changed.when({ ...approve('A'), ...toQuoteOf('09:00') }).thenRefused('quoteChanged', figures);
    changed.when({ ...decline('A'), ...toQuoteOf('09:00') }).thenRefused('quoteChanged', figures);
  });
});

describe('going on', () => {
  test.each([
    ['approved', approve('A')],
    ['declined', decline('A')],
    ['withdrawn', withdraw('A')],
  ])('%s, the work that waited runs again where it was [ADD-5]', (_word, answer) => {
    const scenario = given(found, quote('A'), at('10:00'), answer);
    expect(scenario.operation('A', 'o1')).toMatchObject({ status: 'running', bay: 'L1', hold: null });
    expect(scenario.operation('A', 'o1').runs).toEqual([
      { from: clock('08:30'), to: clock('09:30'), bay: 'L1' },
      { from: clock('10:00'), to: null, bay: 'L1' },
    ]);
  });

  test('given the car had left its bay, then it comes back to it [ADD-5]', () => {
    given(working('A', 'L1', 'tan'), propose('A', 'o1', ['Brakes'], { freesBay: true }))
      .when(decline('A'))
      .thenEvents(
        { type: 'WorkDeclined' },
        { type: 'CarMoved', to: { kind: 'bay', bay: 'L1' } },
        { type: 'OperationResumed', operation: 'o1' },
      );
  });

  test('given the bay or the technician was taken meanwhile, then it stays held, due to go on from now [ADD-5]', () => {
    const freed = [working('A', 'L1', 'tan'), at('09:30'), propose('A', 'o1', ['Brakes'], { freesBay: true })];
    const taken = given(freed, working('B', 'L1', 'mei'), at('10:00'));
    taken
      .when(decline('A'))
      .thenEvents({ type: 'WorkDeclined' }, { type: 'HoldRevised', expectedAt: clock('10:00'), freesBay: true });
    expect(taken.operation('A', 'o1')).toMatchObject({ status: 'held', hold: { reason: 'approval' } });
    given(freed, away('tan'), at('10:00'))
      .when(decline('A'))
      .thenEvents({ type: 'WorkDeclined' }, { type: 'HoldRevised', operation: 'o1' });
  });

  test('what waited in a queue returns to it [ADD-5]', () => {
    const scenario = given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), propose('A', 'o1'), decline('A'));
    expect(scenario.operation('A', 'o1')).toMatchObject({ status: 'dispatched', bay: 'L1', crew: ['tan'] });
  });

  test('while something else found in it waits for its answer, it waits too [ADD-5]', () => {
    const scenario = given(found, propose('A', 'o1', ['Battery']));
    scenario.when(decline('A', 'x1')).thenEvents({ type: 'WorkDeclined' });
    scenario.when(decline('A', 'x2')).thenEvents({ type: 'WorkDeclined' }, { type: 'OperationResumed' });
  });

  test('what is held for parts is left alone [ADD-5]', () => {
    given(working('A', 'L1', 'tan'), hold('A', 'o1', 'parts'), propose('A', 'o1'))
      .when(decline('A'))
      .thenEvents({ type: 'WorkDeclined' });
  });

  test('nobody goes on with what waits before the answer, but they do once it is withdrawn [ADD-11]', () => {
    const waits = { job: 'A', proposal: 'x1' };
    given(found).when(resume('A', 'o1')).thenRefused('awaitsAnswer', waits);
    given(found, quote('A'))
      .when(goOn(['A', 'o1']))
      .thenRefused('awaitsAnswer', waits);
    given(arrived('A'), dispatch('A', ['o1'], 'L1', 'tan'), propose('A', 'o1'))
      .when(resume('A', 'o1'))
      .thenRefused('awaitsAnswer', waits);
    given(found, withdraw('A'))
      .when(hold('A', 'o1', 'approval'))
      .thenEvents({ type: 'OperationHeld' });
    given(found, withdraw('A'), hold('A', 'o1', 'approval'))
      .when(resume('A', 'o1'))
      .thenEvents({ type: 'OperationResumed' });
  });

  test('an answer that is waited for in one piece of work holds no other [ADD-11]', () => {
    given(working('A', 'L1', 'tan'), hold('A', 'o1', 'approval'), propose('A', null))
      .when(resume('A', 'o1'))
      .thenEvents({ type: 'OperationResumed' });
  });
});

describe('the work that joins', () => {
  test('it is numbered on, of the same order, with the quoted minutes in proportion to the standards [ADD-6]', () => {
    const both = propose('A', 'o1', ['Brakes', 'Battery', 'Oil']);
    given(working('A', 'L1', 'tan', { operations: ['Oil', 'Battery'] }), both, quote('A', 100))
      .when(approve('A'))
      .thenEvents(
        {
          type: 'WorkApproved',
          operations: [
            { id: 'o3', order: 'A', name: 'Brakes', workType: 'mechanical', minutes: 55, after: [] },
            { id: 'o4', order: 'A', name: 'Battery', workType: 'mechanical', minutes: 18, after: [] },
            { id: 'o5', order: 'A', name: 'Oil', workType: 'quick', minutes: 27, after: [] },
          ].map((operation) => ({ ...operation, kind: 'work', unattended: false, reworkOf: null })),
        },
        { type: 'OperationResumed' },
      );
  });

  test('each piece of work gets a minute at least [ADD-6]', () => {
    const scenario = given(found, propose('A', null, ['Brakes', 'Battery', 'Oil']), quote('A', 1, { proposal: 'x2' }));
    scenario.and(approve('A', null, { proposal: 'x2' }));
    const added = scenario.job('A').operations.filter(({ id }) => ['o2', 'o3', 'o4'].includes(id));
    expect(added.map(({ minutes }) => minutes)).toEqual([1, 1, 1]);
  });

  test('body work goes on in its listed order from what it was found in [ADD-6]', () => {
    const scenario = given(arrived('A', { operations: ACCIDENT }), dispatch('A', ['o1'], 'B1', 'bo'), start('A', 'o1'));
    scenario.and(propose('A', 'o1', ['Beat', 'Sand']), quote('A'), approve('A'));
    expect([scenario.operation('A', 'o8').after, scenario.operation('A', 'o9').after]).toEqual([['o1'], ['o8']]);
  });

  test('given the table lost the line since, then the work is done as it was proposed [ADD-6]', () => {
    const lost: Step = { type: 'ChangeSetUp', changes: [{ kind: 'removeStandardTime', name: 'Brakes' }] };
    const scenario = given(found, quote('A'), lost, approve('A'));
    expect(scenario.operation('A', 'o2')).toMatchObject({ name: 'Brakes', workType: 'mechanical', minutes: 60 });
  });
});

describe('the promise that follows', () => {
  test('is made for additional work, confirmed as the customer said, and counts [PRM-4]', () => {
    const scenario = given(found, quote('A'));
    scenario.when(approve('A', clock('17:30'), { how: 'link' })).thenEvents(
      { type: 'WorkApproved' },
      { type: 'OperationResumed' },
      {
        type: 'PromiseMade',
        promisedAt: clock('17:30'),
        kind: 'firm',
        reason: 'additionalWork',
        confirmed: 'link',
        counts: true,
      },
    );
    expect(ratedPromiseOf(scenario.job('A'))?.promisedAt).toBe(clock('17:30'));
  });

  test('given the promise had passed, then the new one is on record and does not count [PRM-4]', () => {
    given(found, quote('A'), at('16:01'))
      .when(approve('A', clock('17:30')))
      .thenEvents(
        { type: 'WorkApproved' },
        { type: 'OperationResumed' },
        { type: 'PromiseMade', promisedAt: clock('17:30'), counts: false },
      );
  });

  test('given the customer keeps to the promise in force, or there is no new one, then none is made [PRM-7]', () => {
    const none = [{ type: 'WorkApproved' }, { type: 'OperationResumed' }] as const;
    given(found, quote('A'))
      .when(approve('A'))
      .thenEvents(...none);
    given(found, quote('A'))
      .when(approve('A', clock('16:00')))
      .thenEvents(...none);
  });

  test('a provisional promise stays provisional, a first one is firm; never one in the past [PRM-6]', () => {
    const noPromise = [working('A', 'L1', 'tan', { promisedAt: null }), propose('A', null), quote('A')];
    given(noPromise)
      .when(approve('A', clock('17:00')))
      .thenEvents({ type: 'WorkApproved' }, { type: 'PromiseMade', kind: 'firm', counts: true });
    given(noPromise, promise('A', clock('15:00'), { kind: 'provisional' }))
      .when(approve('A', clock('17:00')))
      .thenEvents({ type: 'WorkApproved' }, { type: 'PromiseMade', kind: 'provisional' });
    given(noPromise, at('10:00'))
      .when(approve('A', clock('10:00')))
      .thenRefused('promiseInPast');
  });
});

describe('the inspection', () => {
  test('given it runs, when new work is approved, then it stops and waits, and begins anew after the work [ADD-7]', () => {
    const scenario = given(inspecting('A'), at('09:30'), propose('A', null), quote('A'), approve('A'));
    const inspection = scenario.operation('A', 'inspection');
    expect(inspection).toMatchObject({ status: 'planned', bay: null, crew: [] });
    expect(inspection.segments).toEqual([{ technician: 'ivy', from: clock('08:30'), to: clock('09:30') }]);
    expect(stageOf(scenario.job('A'))).toBe('waiting');
  });

  test('given the brakes were found by the inspector, whose inspection waits, then it does not go on before them [ADD-7]', () => {
    const asked = [inspecting('A'), propose('A', 'inspection'), quote('A')];
    const approved = given(asked).when(approve('A')).thenEvents({ type: 'WorkApproved' });
    expect(approved.operation('A', 'inspection')).toMatchObject({ status: 'planned', hold: null });
    given(asked).when(decline('A')).thenEvents({ type: 'WorkDeclined' }, { type: 'OperationResumed' });
  });

  test('given it was passed, when new work is approved before the car is ready, then it is to be done again [ADD-7]', () => {
    const scenario = given(inspecting('A'), propose('A', null), quote('A'), pass('A'), approve('A'));
    expect(scenario.operation('A', 'inspection').status).toBe('planned');
    scenario.when(markReady('A')).thenRefused('workNotDone', { job: 'A', operation: 'o2' });
    scenario.and(dispatch('A', ['o2'], 'L1', 'tan'), start('A', 'o2'), finish('A', 'o2'));
    scenario.when(markReady('A')).thenRefused('workNotDone', { job: 'A', operation: 'inspection' });
  });

  test('given it is only in line, then it stays there and waits for the work [ADD-7]', () => {
    const scenario = given(worked('A'), dispatch('A', ['inspection'], null, 'ivy'), propose('A', null), quote('A'));
    scenario.and(approve('A'));
    expect(scenario.operation('A', 'inspection').status).toBe('dispatched');
    scenario.when(start('A', 'inspection')).thenRefused('notYet', { job: 'A', before: 'o2' });
  });

  test('given it was held in a bay of its own, then the car leaves that bay for the new work [ADD-7]', () => {
    const bay = { code: 'I1', workTypes: ['inspection'], capacity: 1 };
    const there = [dispatch('A', ['inspection'], 'I1', 'ivy'), start('A', 'inspection')];
    given(worked('A'), { type: 'ChangeSetUp', changes: [{ kind: 'saveBay', bay }] }, there)
      .and(propose('A', 'inspection'), quote('A'))
      .when(approve('A'))
      .thenEvents({ type: 'WorkApproved' }, { type: 'CarMoved', to: { kind: 'parking' } });
  });
});

describe('withdrawing', () => {
  test('who proposed it may, and the office; others may not [ADD-8]', () => {
    given(found, by('tan')).when(withdraw('A')).thenEvents({ type: 'WorkWithdrawn' }, { type: 'OperationResumed' });
    given(found, by('ada')).when(withdraw('A')).thenEvents({ type: 'WorkWithdrawn' }, { type: 'OperationResumed' });
    given(found, by('mei'))
      .when(withdraw('A'))
      .thenRefused('notAllowed', { roles: ['manager', 'dispatcher', 'advisor'] });
  });
});
