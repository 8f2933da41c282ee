// Tests of the choices for a screen: the manager's, and those of its own address.
import { describe, expect, it } from 'vitest';
import { choiceInAddress, choiceOf } from './screenChoice.ts';

const inAddress = (search: string) => choiceInAddress(new URLSearchParams(search));

describe('given a lounge screen', () => {
  it('when nobody has chosen anything, then it shows dots to the edges, upright [LNG-7]', () => {
    expect(choiceOf(inAddress(''), null)).toEqual({ inset: 0, turned: false, leds: true });
  });

  it('when a manager has chosen, then it is so, but for what its address names [LNG-7]', () => {
    const chosen = { inset: 2, turned: true, leds: false };
    expect(choiceOf(inAddress(''), chosen)).toEqual(chosen);
    expect(choiceOf(inAddress('?inset=5&turned=0&leds=1'), chosen)).toEqual({ inset: 5, turned: false, leds: true });
    expect(choiceOf(inAddress('?inset=0'), chosen)).toEqual({ inset: 0, turned: true, leds: false });
  });

  it.each(['?inset=6', '?inset=-1', '?inset=', '?inset=x', '?turned=yes', '?leds='])(
    'when the address says %s, then nothing is named by it [LNG-7]',
    (search) => {
      expect(inAddress(search)).toEqual({});
    },
  );
});
