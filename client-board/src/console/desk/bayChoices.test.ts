import { arrived, hold, working } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { bayChoicesOf } from './bayChoices.ts';

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
});
