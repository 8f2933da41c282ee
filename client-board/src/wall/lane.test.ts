import { describe, expect, it } from 'vitest';
import { laneAtTurn, laneOf } from './lane.ts';

const cars = ['a', 'b', 'LATE1', 'c', 'd', 'LATE2', 'e'];
const late = (car: string): boolean => car.startsWith('LATE');

describe('cars that take turns [WAL-3]', () => {
  it('given a place for each, then all stay in their order', () => {
    expect(laneAtTurn(cars, late, laneOf(7, 2, 7), 5)).toEqual(cars);
  });

  it('given fewer places, then the late ones stand first on every page and the others take turns', () => {
    const lane = laneOf(7, 2, 4);
    expect(lane).toEqual({ slots: 4, pinned: 2, pages: 3 });
    expect(laneAtTurn(cars, late, lane, 0)).toEqual(['LATE1', 'LATE2', 'a', 'b']);
    expect(laneAtTurn(cars, late, lane, 1)).toEqual(['LATE1', 'LATE2', 'c', 'd']);
  });

  it('given a last page that is not full, then it is filled up from the one before', () => {
    expect(laneAtTurn(cars, late, laneOf(7, 2, 4), 2)).toEqual(['LATE1', 'LATE2', 'd', 'e']);
  });

  it('given more late cars than places, then one place still takes turns, so that every car is seen', () => {
    const lane = laneOf(7, 7, 3);
    const seen = new Set(
      Array.from({ length: lane.pages }, (_, turn) => laneAtTurn(cars, () => true, lane, turn)).flat(),
    );
    expect(seen.size).toBe(7);
  });

  it('given one place, then every car is seen in it by turns', () => {
    const lane = laneOf(3, 1, 1);
    expect([0, 1, 2, 3].map((turn) => laneAtTurn(['x', 'LATE', 'z'], late, lane, turn))).toEqual([
      ['x'],
      ['LATE'],
      ['z'],
      ['x'],
    ]);
  });
});
