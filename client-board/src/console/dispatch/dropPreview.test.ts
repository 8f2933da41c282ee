import { arrived, book, checkIn, dispatch, start } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { moveTargets, workUnderWay } from './bayMove.ts';
import { dropPreview } from './dropPreview.ts';

const jobOf = ({ state }: Scenario, id: string) => {
  const job = state.jobs[id];
  if (!job) throw new Error(`${id} is not there`);
  return job;
};

describe('what a drop would do', () => {
  it('given a waiting car, when it is held over a bay, then it says when the work would lie there and the slack that is left', () => {
    const scenario = given(...arrived('WT1'));
    const preview = dropPreview(scenario.state, jobOf(scenario, 'WT1'), 'L1', clock('08:40'));
    expect(preview.startAt).not.toBeNull();
    expect(preview.slackMinutes).not.toBeNull();
    expect(preview.breaks).toEqual([]);
  });

  it('[DRG-1] given the same drop asked twice, when nothing has changed, then it is reckoned once', () => {
    const scenario = given(...arrived('WT1'));
    const ask = () => dropPreview(scenario.state, jobOf(scenario, 'WT1'), 'L1', clock('08:40'));
    expect(ask()).toBe(ask());
  });

  it('[DRG-1] given a drop, when it names promises that it breaks, then never its own car, and only those in time without it', () => {
    const urgent = { promisedAt: clock('09:30') };
    const scenario = given(book('WT1'), book('WT2', urgent), checkIn('WT1'), checkIn('WT2'));
    const { breaks } = dropPreview(scenario.state, jobOf(scenario, 'WT1'), 'L1', clock('08:40'));
    expect(breaks.map(({ job }) => job)).not.toContain('WT1');
    for (const { lateMinutes } of breaks) expect(lateMinutes).toBeGreaterThan(0);
  });

  it('[DRG-1] given one bay for body work and an urgent car that waits for it, when another is held over it, then the urgent one is named', () => {
    const urgent = { operations: ['Strip'], promisedAt: clock('10:00') };
    const long = { operations: ['Strip', 'Beat', 'Sand'] };
    const scenario = given(book('WT1', long), book('WT2', urgent), checkIn('WT1'), checkIn('WT2'));
    const { breaks } = dropPreview(scenario.state, jobOf(scenario, 'WT1'), 'B1', clock('08:40'));
    expect(breaks.map(({ job }) => job)).toEqual(['WT2']);
  });

  it('[MOV-1] given work that runs, when its bar is held over bays, then each but its own answers', () => {
    const scenario = given(...arrived('WT1'), dispatch('WT1', ['o1'], 'L1', 'tan'), start('WT1', 'o1'));
    const job = jobOf(scenario, 'WT1');
    const work = workUnderWay(job);
    expect(work?.id).toBe('o1');
    const answers = work ? moveTargets(scenario.state, job, work, clock('08:40')) : new Map();
    expect(answers.has('L1')).toBe(false);
    expect([...answers.values()]).toContain(null);
  });
});
