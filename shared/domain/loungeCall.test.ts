// Calling a customer who waits in the lounge.
import { describe, expect, it } from 'vitest';
import {
  arrived,
  book,
  callInLounge,
  decline,
  handOver,
  propose,
  quote,
  ready,
  working,
} from '../testing/commandsOf.ts';
import { clock } from '../testing/littleShop.ts';
import { at, given, type Scenario, type Step } from '../testing/scenario.ts';
import { loungeCallOf } from './loungeCall.ts';

const callOf = (scenario: Scenario) => loungeCallOf(scenario.job('A'));
const quoted: Step[] = [working('A', 'L1', 'tan'), propose('A', 'o1'), at('09:10'), quote('A')];

describe('the call of a customer to the desk', () => {
  it('given a car in the works, then there is none [CAL-3]', () => {
    const scenario = given(working('A', 'L1', 'tan'));
    expect(callOf(scenario)).toBeNull();
    scenario.when(callInLounge('A')).thenRefused('nothingToCallFor', { job: 'A' });
  });

  it('given a car that is ready, then it is since then, until it is handed over [CAL-3]', () => {
    const scenario = given(ready('A'));
    expect(callOf(scenario)).toEqual({ about: 'ready', at: scenario.job('A').readyAt });
    expect(callOf(scenario.and(handOver('A')))).toBeNull();
  });

  it('given additional work that was quoted, then it is for the answer, until there is one [CAL-3]', () => {
    const scenario = given(quoted);
    expect(callOf(scenario)).toEqual({ about: 'approval', at: clock('09:10') });
    expect(callOf(scenario.and(decline('A')))).toBeNull();
  });

  it('given a call, when somebody calls once more, then it is another one, by its time [CAL-3]', () => {
    const scenario = given(quoted, at('09:20'));
    scenario.when(callInLounge('A')).thenEvents({ type: 'CalledInLounge', job: 'A' });
    expect(callOf(scenario)).toEqual({ about: 'approval', at: clock('09:20') });
  });

  it('given a customer who is away, or chose not to be shown, when they are called in the lounge, then it is refused [CAL-3]', () => {
    const away = given(ready('A', { waits: 'away' }));
    away.when(callInLounge('A')).thenRefused('notInLounge', { job: 'A' });
    const unseen = given(ready('A'), { type: 'CorrectJob', job: 'A', loungeLabel: 'nothing' });
    unseen.when(callInLounge('A')).thenRefused('notInLounge', { job: 'A' });
  });

  it('given a car that has not come yet, then it is refused [CAL-3]', () => {
    given(book('A')).when(callInLounge('A')).thenRefused('notCheckedIn', { job: 'A' });
    given(arrived('A')).when(callInLounge('A')).thenRefused('nothingToCallFor', { job: 'A' });
  });
});
