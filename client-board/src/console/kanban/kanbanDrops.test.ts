import { arrived, book, dispatch, finish, start } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { columnDropsOf, columnPlace, stageOfPlace } from './kanbanDrops.ts';

/** What each column says: the command, or the code of the refusal. */
function said({ state }: Scenario): Record<string, string> {
  const view = viewOf(state, clock('08:40'));
  const job = state.jobs.WT1;
  if (!job) throw new Error('WT1 is not there');
  const drops = [...columnDropsOf(view, job)];
  return Object.fromEntries(
    drops.map(([stage, drop]) => [stage, 'act' in drop ? drop.act.type : `no: ${drop.refusal.code}`]),
  );
}
const dispatched = () => given(...arrived('WT1'), dispatch('WT1', ['o1'], 'L1', 'tan'));

describe('a car dropped on a column', () => {
  it('given a booked car, when it is dropped, then only "waiting" takes it: it is checked in', () => {
    const columns = said(given(book('WT1')));
    expect(columns.waiting).toBe('CheckIn');
    expect(columns.working).toBe('no: notCheckedIn');
  });

  it('given a dispatched car, when it is dropped, then it starts, waits again or is held; what comes later says why not', () => {
    expect(said(dispatched())).toMatchObject({
      booked: 'no: alreadyCheckedIn',
      waiting: 'Recall',
      working: 'StartOperation',
      ready: 'no: workNotDone',
      delivered: 'no: notReady',
    });
  });

  it('given a car at work, when it is dropped, then it is held or its work is finished', () => {
    const columns = said(dispatched().and(start('WT1', 'o1')));
    expect(columns.held).toBe('HoldOperation');
    expect(columns.waiting).toBe('no: operationStatus');
  });

  it('given a car whose work is done, when it is dropped on an earlier column, then that says why not', () => {
    const columns = said(dispatched().and(start('WT1', 'o1')).and(finish('WT1', 'o1')));
    expect(columns.working).toMatch(/^no: /);
  });

  it('given each column, when its place is read back, then it is that column', () => {
    for (const stage of ['booked', 'waiting', 'dispatched', 'ready'] as const) {
      expect(stageOfPlace(columnPlace(stage))).toBe(stage);
    }
    expect(stageOfPlace('A01')).toBeNull();
  });
});
