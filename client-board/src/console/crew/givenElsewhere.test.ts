import { arrived, dispatch } from '@zhunshi/shared/testing/commandsOf.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { givenElsewhere, givenNow } from './givenElsewhere.ts';

const jobOf = ({ state }: Scenario) => {
  const job = state.jobs.WT1;
  if (!job) throw new Error('WT1 is not there');
  return job;
};
const waiting = (): Scenario => given(...arrived('WT1'));

describe('a dispatch dialog that somebody else was faster than', () => {
  it('[CON-2] given nothing happened, when it is confirmed, then nothing is asked', () => {
    const job = jobOf(waiting());
    expect(givenElsewhere(givenNow(job), job, job.operations.slice(0, 1), 'L2')).toBeNull();
  });

  it('[CON-2] given another dispatched the car to another bay, when it is confirmed, then that bay is named', () => {
    const opened = givenNow(jobOf(waiting()));
    const job = jobOf(waiting().and(dispatch('WT1', ['o1'], 'L1', 'tan')));
    expect(givenElsewhere(opened, job, job.operations.slice(0, 1), 'L2')).toBe('L1');
  });

  it('[CON-2] given another dispatched it to the same bay, when it is confirmed, then there is nothing to ask', () => {
    const opened = givenNow(jobOf(waiting()));
    const job = jobOf(waiting().and(dispatch('WT1', ['o1'], 'L1', 'tan')));
    expect(givenElsewhere(opened, job, job.operations.slice(0, 1), 'L1')).toBeNull();
  });
});
