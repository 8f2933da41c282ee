import { book, checkIn } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { findJobs } from './findJobs.ts';

const { state } = given(book('WT101'), book('WT202'), book('WT2021'), checkIn('WT101'));
const find = (typed: string) => findJobs(viewOf(state, clock('09:00')), typed).map(({ id }) => id);

describe('finding a car', () => {
  it('given the last digits of a plate, when they are typed, then the car that ends with them comes first', () => {
    expect(find('202')).toEqual(['WT202', 'WT2021']);
  });

  it('given a plate in wide letters with a dot, when it is typed, then it is found all the same', () => {
    expect(find('粤Ｂ·wt101')).toEqual(['WT101']);
  });

  it("given a customer's name, when its beginning is typed, then their car is found", () => {
    expect(find('客WT101')).toEqual(['WT101']);
  });

  it('given a slip number, when it is typed, then its car is found', () => {
    expect(find('a001')).toEqual(['WT101']);
  });

  it('given nothing, when nothing is typed, then nothing is found', () => {
    expect(find('  ')).toEqual([]);
  });
});
