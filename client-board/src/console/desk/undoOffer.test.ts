import type { CommandType } from '@zhunshi/shared/domain/commands.ts';
import { dispatch, arrived, start } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { by, given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { undoOfferOf } from './undoOffer.ts';

const dispatched = () => given(...arrived('WT1'), dispatch('WT1', ['o1'], 'L1', 'tan'));
const offerAt = (scenario: ReturnType<typeof dispatched>, now: number, type: CommandType | null = 'Dispatch') =>
  undoOfferOf(viewOf(scenario.state, clock('08:30')), now, () => type);

describe('the offer to take an act back', () => {
  it('given a dispatch just now, when its dispatcher looks, then it is offered with the seconds that are left [UNDO-1]', () => {
    expect(offerAt(dispatched(), clock('08:30') + 20_000)).toMatchObject({ text: '粤BWT1 已派工', secondsLeft: 40 });
  });

  it('given a settled bill, when it is offered, then the sentence says so once [UNDO-1]', () => {
    expect(offerAt(dispatched(), clock('08:30'), 'Settle')?.text).toBe('粤BWT1 已结算');
  });

  it('given a page whose clock lies behind, when an act is offered, then never for more than a minute [UNDO-1]', () => {
    expect(offerAt(dispatched(), clock('08:30') - 2_000)?.secondsLeft).toBe(60);
  });

  it('given a dispatch that the same person made elsewhere, when this page looks, then nothing is offered [UNDO-1]', () => {
    expect(offerAt(dispatched(), clock('08:30'), null)).toBeNull();
  });

  it('given a dispatch a minute ago, when its dispatcher looks, then nothing is offered [UNDO-1]', () => {
    expect(offerAt(dispatched(), clock('08:31'))).toBeNull();
  });

  it('given work that somebody else began since, when the dispatcher looks, then nothing is offered [UNDO-2]', () => {
    const begun = dispatched().and(by('tan'), start('WT1', 'o1'));
    expect(offerAt(begun, clock('08:30') + 1_000)).toBeNull();
  });
});
