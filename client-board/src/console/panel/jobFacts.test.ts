import { arrived, book, ready } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Role } from '@zhunshi/shared/domain/words.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { endText, jobFacts, promiseFigures } from './jobFacts.ts';

/** What is said about a customer whose entry this screen does not have. */
function customerFor(role: Role): string {
  const scenario = given(...arrived('WT1'));
  const view = viewOf(scenario.state, clock('09:00'), [role]);
  const facts = jobFacts({ ...view, directory: { ...view.directory, persons: {} } }, scenario.job('WT1'));
  return facts.find(({ name }) => name === view.say.panel.customer)?.text ?? '';
}

describe('facts of a car', () => {
  it('[PRV-5] given a customer whose entry was erased, when an advisor looks, then that is said', () => {
    expect(customerFor('advisor')).toContain('资料已删除');
  });

  it('[PRV-5] given a customer whose entry they may not see, when a technician looks, then nothing is said about it', () => {
    expect(customerFor('technician')).not.toContain('资料已删除');
  });

  it('given a car that is ready, when it is looked at, then that is its state and no slack', () => {
    const scenario = given(ready('WT1'));
    const view = viewOf(scenario.state, clock('11:00'));
    expect(promiseFigures(view, scenario.job('WT1'))[2]).toEqual({ name: '状态', text: '待交车', mark: 'ready' });
  });

  it('given a visit that was cancelled, when it is looked at, then that and why is said, and no forecast is given', () => {
    const scenario = given(book('WT1'), { type: 'CancelJob', job: 'WT1', reason: 'bookedTwice' });
    const view = viewOf(scenario.state, clock('11:00'));
    expect(endText(view, scenario.job('WT1'))).toBe('已取消 · 重复预约');
    expect(promiseFigures(view, scenario.job('WT1')).map(({ name }) => name)).toEqual(['约定', '取消于']);
  });
});
