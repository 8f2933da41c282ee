import { arrived, book, handOver, ready } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../testing/viewOf.ts';
import { plateMatches } from './plateMatches.ts';

const day = given(...ready('WT103'), handOver('WT103'), ...arrived('WT102'), book('WT101'));
const view = viewOf(day.state, clock('09:00'), ['advisor']);
const found = (typed: string) => plateMatches(view, typed).map(({ plate, act }) => [plate, act]);

describe('a plate as it is typed at the desk', () => {
  it('given a booked car, one that is here and one that was here, when what they share is typed, then booked comes first, and each leads on [ADV-1]', () => {
    expect(found('粤b·wt10')).toEqual([
      ['粤BWT101', 'checkIn'],
      ['粤BWT102', 'look'],
      ['粤BWT103', 'receive'],
    ]);
  });

  it('given the end of a plate or the name of its customer, when it is typed, then the car is found', () => {
    expect(found('T102')[0]).toEqual(['粤BWT102', 'look']);
    expect(found('客WT101')[0]).toEqual(['粤BWT101', 'checkIn']);
  });

  it('given a whole plate that nobody has, when it is typed, then it is a new car: ordinary, new-energy and foreign', () => {
    for (const plate of ['粤B12345', '粤BD12345', 'WOB DD 77']) {
      expect(plateMatches(view, plate)).toMatchObject([{ key: 'new', act: 'receive' }]);
    }
  });

  it('given the beginning of a plate, or one sign, when it is typed, then no new car is made of it', () => {
    expect(found('粤B123')).toEqual([]);
    expect(found('粤')).toEqual([]);
  });
});
