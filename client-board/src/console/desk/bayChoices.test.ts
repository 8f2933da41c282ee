import { arrived, book, closeBay, hold, worked, working } from '@zhunshi/shared/testing/commandsOf.ts';
import { reserve } from '@zhunshi/shared/testing/deskCommands.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { bayChoicesOf, whyNoBay } from './bayChoices.ts';

const choicesOf = (scenario: Scenario) => {
  const view = viewOf(scenario.state, clock('08:40'));
  return { choices: bayChoicesOf(view, scenario.job('WT2')), words: view.say.grid };
};

describe('bays to choose from', () => {
  it('given a bay whose car waits for parts without a time, when a bay is chosen, then the free one comes first and the other is called taken', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'), hold('WT1', 'o1'), ...arrived('WT2'));
    const { choices, words } = choicesOf(scenario);
    expect(choices).toEqual([
      { code: 'L2', text: words.free },
      { code: 'L1', text: words.taken },
    ]);
  });

  it('given a bay in use until nine, when a bay is chosen, then the free one comes first and the other says from when', () => {
    const { choices, words } = choicesOf(given(...working('WT1', 'L1', 'tan'), ...arrived('WT2')));
    expect(choices.map(({ code }) => code)).toEqual(['L2', 'L1']);
    expect(choices[1]?.text).toBe(words.busyUntil('09:00'));
  });

  it('given every bay for such work is closed, when a bay is chosen, then it is said that they are closed', () => {
    const scenario = given(closeBay('L1'), closeBay('L2'), ...arrived('WT2'));
    const view = viewOf(scenario.state, clock('08:40'));
    expect(bayChoicesOf(view, scenario.job('WT2'))).toEqual([]);
    expect(whyNoBay(view, scenario.job('WT2'))).toEqual({ code: 'bayClosed', bay: 'L1' });
  });

  it('given a bay that would take the car, or work that needs none, when a bay is chosen, then nothing is in the way', () => {
    const waiting = given(closeBay('L1'), ...arrived('WT2'));
    expect(whyNoBay(viewOf(waiting.state, clock('08:40')), waiting.job('WT2'))).toBeNull();
    const done = given(...worked('WT2', 'L1', 'tan'));
    expect(whyNoBay(viewOf(done.state, clock('09:30')), done.job('WT2'))).toBeNull();
  });

  it('given bays that are kept for another car, when a bay is chosen, then they come last, and are no reason to say that there is none [RSV-3]', () => {
    const kept = [book('WT1', { arrivalAt: clock('09:00') }), reserve('WT1', 'L2', clock('08:50'), clock('11:00'))];
    const scenario = given(...kept, ...arrived('WT2'));
    const { choices, words } = choicesOf(scenario);
    expect(choices).toEqual([
      { code: 'L1', text: words.free },
      { code: 'L2', text: words.legend.reserved },
    ]);
    const closed = scenario.and(closeBay('L1'));
    expect(choicesOf(closed).choices.map(({ code }) => code)).toEqual(['L2']);
    expect(whyNoBay(viewOf(closed.state, clock('08:40')), closed.job('WT2'))).toBeNull();
  });
});
