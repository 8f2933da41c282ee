import { arrived } from '@zhunshi/shared/testing/commandsOf.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { ghostWork } from './ghostWork.ts';

const job = given(...arrived('WT1', { operations: ['Oil', 'Battery'] })).job('WT1');

describe('the work of a car in the hand', () => {
  it('given a bay that takes both operations, when the car is over it, then the first is named and the other counted', () => {
    expect(ghostWork({ language: 'zh-CN' }, job, ['o1', 'o2'])).toMatch(/ 30 \+1$/);
  });

  it('given a bay that takes one operation, when the car is over it, then it alone is named', () => {
    expect(ghostWork({ language: 'zh-CN' }, job, ['o1'])).toMatch(/ 30$/);
  });
});
