// A list in the order of what breaks first that nobody sees jump.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { calmMinutes, calmOrder, keptOrder, type Urgency } from './calmOrder.ts';

interface Car extends Urgency {
  id: string;
}

const car = (id: string, minutes: number, group = 1): Car => ({ id, minutes, group });
const idOf = ({ id }: Car): string => id;
const sorted = (cars: readonly Car[]): Car[] =>
  cars.toSorted((a, b) => a.group - b.group || a.minutes - b.minutes || a.id.localeCompare(b.id));
const calm = (cars: readonly Car[], before: readonly string[]): string[] =>
  calmOrder(sorted(cars), before, idOf, (one) => one).map(idOf);

describe('a list of cars in the order of what breaks first', () => {
  test('is sorted when nothing of it was seen before [STD-3]', () => {
    expect(calm([car('A', 40), car('B', 10), car('C', 20)], [])).toEqual(['B', 'C', 'A']);
  });

  test('stays as it is while predictions move by a quarter of what is left, and no longer [STD-3]', () => {
    expect(calm([car('A', 50), car('B', 40)], ['A', 'B'])).toEqual(['A', 'B']);
    expect(calm([car('A', 51), car('B', 40)], ['A', 'B'])).toEqual(['B', 'A']);
  });

  test('is the more exact the less is left: by five minutes at least, by fifteen at most [STD-3]', () => {
    expect(calm([car('A', 15), car('B', 10)], ['A', 'B'])).toEqual(['A', 'B']);
    expect(calm([car('A', 16), car('B', 10)], ['A', 'B'])).toEqual(['B', 'A']);
    expect(calm([car('A', 315), car('B', 300)], ['A', 'B'])).toEqual(['A', 'B']);
    expect(calm([car('A', 316), car('B', 300)], ['A', 'B'])).toEqual(['B', 'A']);
    expect(calm([car('A', -30), car('B', -40)], ['A', 'B'])).toEqual(['A', 'B']);
    expect(calm([car('A', -29), car('B', -40)], ['A', 'B'])).toEqual(['B', 'A']);
  });

  test('changes at once where a car is of another colour than the one above it [STD-3]', () => {
    expect(calm([car('A', 1, 2), car('B', -1, 1)], ['A', 'B'])).toEqual(['B', 'A']);
  });

  test('shows a new car below the one that it follows, and leaves out what is gone [STD-3]', () => {
    expect(calm([car('A', 24), car('B', 20), car('N', 22)], ['A', 'B', 'gone'])).toEqual(['A', 'B', 'N']);
    expect(calm([car('A', 24), car('B', 20), car('N', 5)], ['A', 'B'])).toEqual(['N', 'A', 'B']);
  });

  test('does not let a row of small differences hide a great one [STD-3]', () => {
    const sinking = [car('A', 100), car('B', 88), car('C', 76), car('D', 64), car('E', 52)];
    const order = calm(sinking, ['A', 'B', 'C', 'D', 'E']);
    expect(order.indexOf('E')).toBeLessThan(order.indexOf('C'));
    expect(order.indexOf('D')).toBeLessThan(order.indexOf('B'));
    expect(order.indexOf('A')).toBeLessThan(order.indexOf('B'));
  });

  const anyCars = fc.uniqueArray(
    fc.record({ id: fc.stringMatching(/^[a-z]{2}$/), minutes: fc.integer({ min: -90, max: 90 }), group: fc.nat(2) }),
    {
      selector: idOf,
      maxLength: 14,
    },
  );

  property.prop([anyCars, fc.array(fc.stringMatching(/^[a-z]{2}$/))])(
    'holds each car once, and never one above another that clearly breaks earlier [STD-3]',
    (cars, strangers) => {
      const before = cars.map(idOf).filter((_, index) => index % 3 !== 0);
      const order = calm(cars, [...before, ...strangers]);
      expect(order.toSorted()).toEqual(cars.map(idOf).toSorted());
      const byId = new Map(cars.map((one) => [one.id, one]));
      order.forEach((above, place) => {
        for (const below of order.slice(place + 1)) {
          const [a, b] = [byId.get(above), byId.get(below)];
          if (!a || !b) throw new Error('a car that nobody gave');
          expect(a.group).toBeLessThanOrEqual(b.group);
          if (a.group === b.group) expect(a.minutes).toBeLessThanOrEqual(b.minutes + calmMinutes(b.minutes));
        }
      });
    },
  );

  property.prop([anyCars])('stays exactly as it is when nothing changed [STD-3]', (cars) => {
    const first = calm(cars, cars.map(idOf));
    expect(calm(cars, first)).toEqual(first);
  });
});

describe('the order in which somebody aims at a list', () => {
  test('stays, whatever breaks first by now; what is new stands below what it follows [CON-4]', () => {
    const cars = [car('A', 5), car('N', 7), car('B', 60)];
    expect(keptOrder(sorted(cars), ['B', 'A'], idOf).map(idOf)).toEqual(['B', 'A', 'N']);
  });
});
