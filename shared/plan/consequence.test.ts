// What an answer to additional work would mean, and whether its bay is needed meanwhile.
import { describe, expect, test } from 'vitest';
import type { Wish } from '../testing/commandsOf.ts';
import {
  arrived,
  away,
  book,
  closeBay,
  dispatch,
  hold,
  propose,
  quote,
  startBreak,
  working,
} from '../testing/commandsOf.ts';
import { clock } from '../testing/littleShop.ts';
import { at, given, type Scenario } from '../testing/scenario.ts';
import { consequenceOf, promiseIfApproved, shouldFreeBay, type Consequence } from './consequence.ts';

const MINUTE = 60_000;
/** Tan changes the oil since half past eight; after ten minutes he finds the brakes worn. */
const found = [working('A', 'L1', 'tan'), at('08:40'), propose('A', 'o1')];

const consequence = (scenario: Scenario): Consequence => {
  const job = scenario.job('A');
  const [proposal] = job.proposals;
  if (!proposal) throw new Error('Nothing is proposed');
  return consequenceOf(scenario.state, job, proposal, scenario.now);
};
const minutesLonger = ({ approved, declined }: Consequence): number =>
  ((approved.finishAt ?? 0) - (declined.finishAt ?? 0)) / MINUTE;

describe('the promise to agree on with the customer who approves', () => {
  const offered = (scenario: Scenario): number | null => {
    const job = scenario.job('A');
    const [proposal] = job.proposals;
    if (!proposal) throw new Error('Nothing is proposed');
    return promiseIfApproved(scenario.state, job, proposal, scenario.now);
  };

  test('given the promise in force would be kept all the same, then none is offered; would it break, then one after the finish [ADD-12]', () => {
    expect(offered(given(found))).toBeNull();
    const soon = given(working('A', 'L1', 'tan', { promisedAt: clock('09:30') }), at('08:40'), propose('A', 'o1'));
    const { approved } = consequence(soon);
    expect(approved.slackMinutes).toBeLessThan(0);
    expect(offered(soon)).toBeGreaterThan(approved.finishAt ?? Infinity);
  });
});

describe('what an answer would mean', () => {
  test('given it is not quoted, then with the minutes that it was proposed with the car is done an hour later [ADD-9]', () => {
    const seen = consequence(given(found));
    expect(minutesLonger(seen)).toBe(60);
    expect(seen.declined.slackMinutes).toBe((clock('16:00') - (seen.declined.finishAt ?? 0)) / MINUTE);
    expect(seen.approved.slackMinutes).toBe((seen.declined.slackMinutes ?? 0) - 60);
    expect(seen.approved.offeredSlackMinutes).toBeNull();
  });

  test('given it is quoted, then with the minutes of the quote, and against the promise that it offers [ADD-9]', () => {
    const seen = consequence(given(found, quote('A', 90, { promisedAt: clock('17:00') })));
    expect(minutesLonger(seen)).toBe(90);
    expect(seen.approved.offeredSlackMinutes).toBe((seen.approved.slackMinutes ?? 0) + 60);
  });

  test('given it would wait for the inspector anyway, then what fits into that wait costs nothing, what does not costs the rest [ADD-9]', () => {
    // The oil is done at nine; Ivy, the only inspector here, is back from her break at half past.
    const busy = [away('wu'), startBreak('ivy', clock('09:30')), ...found];
    const short = consequence(given(busy, quote('A', 10)));
    expect([short.approved.finishAt, short.declined.finishAt]).toEqual([clock('09:40'), clock('09:40')]);
    expect(minutesLonger(consequence(given(busy, quote('A', 50))))).toBe(20);
  });

  test('given the car is late by it, then the slack is below zero; without a promise it is not known [ADD-9]', () => {
    const tight = [working('A', 'L1', 'tan', { promisedAt: clock('09:30') }), propose('A', 'o1')];
    const seen = consequence(given(tight));
    expect([Math.sign(seen.approved.slackMinutes ?? 0), Math.sign(seen.declined.slackMinutes ?? 0)]).toEqual([-1, 1]);
    const none = consequence(given(working('A', 'L1', 'tan', { promisedAt: null }), propose('A', 'o1')));
    expect([none.approved.slackMinutes, none.declined.slackMinutes]).toEqual([null, null]);
  });

  test('looking at it changes nothing, and the same moment gives the same answer [ADD-9]', () => {
    const scenario = given(found);
    expect(consequence(scenario)).toEqual(consequence(scenario));
    expect(scenario.job('A').proposals[0]).toMatchObject({ quote: null, answer: null });
  });
});

describe('whether to free the bay', () => {
  const free = (...more: (Wish | Wish[])[]): boolean => {
    const scenario = given(found, ...more);
    expect(consequence(scenario).freeBay).toBe(
      shouldFreeBay(scenario.state, scenario.job('A'), scenario.operation('A', 'o1')),
    );
    return consequence(scenario).freeBay;
  };

  test('not while nobody waits for it [ADD-10]', () => {
    expect(free()).toBe(false);
    expect(free(closeBay('L2'))).toBe(false);
    expect(free(closeBay('L2'), book('B'))).toBe(false);
  });

  test('not while another bay is free for the work that waits [ADD-10]', () => {
    expect(free(arrived('B'))).toBe(false);
  });

  test('as soon as a car waits and no other bay is free: closed, taken or in demand [ADD-10]', () => {
    expect(free(arrived('B'), closeBay('L2'))).toBe(true);
    expect(free(arrived('B'), working('C', 'L2', 'mei'))).toBe(true);
    expect(free(arrived('B'), arrived('C'), dispatch('C', ['o1'], 'L2', 'mei'))).toBe(true);
  });

  test('for a car in its own queue too [ADD-10]', () => {
    expect(free(arrived('B'), dispatch('B', ['o1'], 'L1', 'mei'), closeBay('L2'))).toBe(true);
  });

  test('not for cars that wait for other work, for parts, or are not here [ADD-10]', () => {
    expect(free(closeBay('L2'), arrived('B', { operations: ['Spray'] }))).toBe(false);
    expect(free(working('B', 'L2', 'mei'), hold('B', 'o1', 'parts'))).toBe(false);
  });
});
