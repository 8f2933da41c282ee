import { arrived, dispatch, finish, start, working } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { by, given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { failWish, openPoints } from './inspectActions.ts';
import { InspectionDraft } from './inspectionDraft.svelte.ts';
import { inspectionSheetOf } from './inspectionSheet.ts';
import { inspectQueueOf } from './inspectQueue.ts';

const done = (job: string, bay: string, who: string) => [working(job, bay, who), finish(job, 'o1')].flat();
const queueAt = (scenario: ReturnType<typeof given>, now = '09:30') =>
  inspectQueueOf(viewOf(scenario.state, clock(now), ['inspector']));

function store() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('what to inspect', () => {
  it('given cars at work and cars whose work is done, when the inspector looks, then only the latter are listed, what breaks first at the top', () => {
    const scenario = given(
      ...arrived('WT1', { promisedAt: clock('17:00') }),
      ...arrived('WT2', { promisedAt: clock('10:00') }),
      ...arrived('WT3'),
    ).and(
      dispatch('WT1', ['o1'], 'L1', 'tan'),
      by('tan'),
      start('WT1', 'o1'),
      finish('WT1', 'o1'),
      by('ada'),
      dispatch('WT2', ['o1'], 'L2', 'mei'),
      by('mei'),
      start('WT2', 'o1'),
      finish('WT2', 'o1'),
      by('ada'),
    );
    expect(queueAt(scenario).toInspect.map(({ job, state }) => [job, state])).toEqual([
      ['WT2', 'waiting'],
      ['WT1', 'waiting'],
    ]);
  });

  it('[INS-1] given an inspector who worked on the car, when they look at it, then they are told before', () => {
    const scenario = given(...done('WT1', 'L1', 'tan'));
    const view = { ...viewOf(scenario.state, clock('09:30'), ['inspector']), me: 'tan' };
    const sheet = inspectionSheetOf(view, scenario.job('WT1'));
    expect(sheet?.own).toBe('Oil');
  });

  it('given an inspector who can, when the car waits, then one tap takes it on and starts; a dispatcher sends it to who can', () => {
    const scenario = given(...done('WT1', 'L1', 'tan'));
    const view = viewOf(scenario.state, clock('09:30'), ['inspector']);
    const mine = inspectionSheetOf({ ...view, me: 'wu' }, scenario.job('WT1'))?.beginning;
    expect(mine).toMatchObject({
      kind: 'ask',
      asks: [{ type: 'Dispatch', crew: ['wu'], bay: null }, { type: 'StartOperation' }],
      no: null,
    });
    expect(inspectionSheetOf(view, scenario.job('WT1'))?.beginning).toEqual({ kind: 'dispatch' });
  });
});

describe('what is ticked', () => {
  it('[INS-9] given ticks and a defect, when the tablet is opened again, then they are there; once sent back they are gone', () => {
    const kept = store();
    const draft = new InspectionDraft('WT1.i.1', kept);
    draft.mark('Lights', 'ok', 'o1');
    draft.mark('Road test', 'defect', 'o1');
    draft.change(0, { kind: 'noise' });
    const again = new InspectionDraft('WT1.i.1', kept);
    expect([again.markOf('Lights'), again.defects]).toEqual([
      'ok',
      [{ point: 'Road test', operation: 'o1', kind: 'noise', minutes: '20' }],
    ]);
    expect(openPoints({ points: ['Lights', 'Road test', 'Paint'] }, again)).toEqual(['Paint']);
    again.clear();
    expect(new InspectionDraft('WT1.i.1', kept).markOf('Lights')).toBeNull();
    expect(new InspectionDraft('WT1.i.2', kept).defects).toEqual([]);
  });

  it('given a defect at a point, when it is put right again, then its line is gone; sent back, the point stands before the note', () => {
    const draft = new InspectionDraft('WT1.i.1', store());
    draft.mark('Lights', 'defect', 'o1');
    draft.mark('Lights', 'ok', 'o1');
    expect(draft.defects).toEqual([]);
    draft.mark('Paint', 'defect', 'o1');
    draft.change(0, { kind: 'paint', minutes: '30' });
    draft.write('left door');
    expect(failWish(given(...arrived('WT1')).job('WT1'), 'final', draft)).toMatchObject({
      defects: [{ operation: 'o1', kind: 'paint', minutes: 30 }],
      personal: { note: 'Paint: left door' },
    });
  });

  it('given a store that holds rubbish, or none that may be used, when it is read, then nothing is ticked', () => {
    const rubbish = { ...store(), getItem: () => '{"marks":7}' };
    expect(new InspectionDraft('x', rubbish).markOf('Lights')).toBeNull();
    const forbidden = {
      ...store(),
      getItem: () => {
        throw new Error('forbidden');
      },
    };
    expect(new InspectionDraft('x', forbidden).defects).toEqual([]);
  });
});
