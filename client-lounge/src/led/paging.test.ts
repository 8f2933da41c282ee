// Tests of pages: ready cars on top, ten seconds a page, and a turn to the car that has just become ready.
import type { LoungeCarRow, LoungeStatus } from '@zhunshi/shared/views/loungeBoard.ts';
import { describe, expect, it } from 'vitest';
import { BLINK_MS, inWallOrder, newlyReady, pageCount, showReady, startRound, turnRound } from './paging.ts';

function car(position: number, status: LoungeStatus = 'working'): LoungeCarRow {
  return {
    key: `car:${String(position)}`,
    kind: 'car',
    label: '粤B·**12',
    status,
    step: 4,
    expectedAt: null,
    soon: false,
    position,
    call: null,
  };
}

const keys = (cars: LoungeCarRow[]) => cars.map(({ key }) => key);

describe('order of the wall [LNG-1]', () => {
  it('pins ready cars on top and keeps the order of arrival', () => {
    const cars = [car(3), car(1), car(2, 'ready'), car(0, 'washing')];
    expect(keys(inWallOrder(cars))).toEqual(['car:2', 'car:0', 'car:1', 'car:3']);
  });

  it('does not jump when a state changes that is not ready', () => {
    const before = keys(inWallOrder([car(0), car(1), car(2)]));
    expect(keys(inWallOrder([car(0), car(1, 'inspecting'), car(2)]))).toEqual(before);
  });
});

describe('a car that becomes ready', () => {
  it('is noticed once, and never on the first board', () => {
    const waiting = [car(0), car(1)];
    const ready = [car(0), car(1, 'ready')];
    expect(newlyReady(null, ready)).toEqual([]);
    expect(newlyReady(waiting, ready)).toEqual(['car:1']);
    expect(newlyReady(ready, ready)).toEqual([]);
  });

  it('is not announced when it appears as ready already', () => {
    expect(newlyReady([car(0)], [car(0), car(1, 'ready')])).toEqual([]);
  });

  it('turns the wall to its page at once, and blinks for ten seconds', () => {
    // given the third page is shown
    const round = turnRound(startRound(0), 3, 20_000);
    expect(round.page).toBe(2);
    // when a car of the first page becomes ready
    const ordered = inWallOrder([...Array.from({ length: 17 }, (_, index) => car(index)), car(17, 'ready')]);
    const shown = showReady(round, ['car:17'], ordered, 6, 23_000);
    // then the first page is shown for ten seconds from now
    expect(shown.page).toBe(0);
    expect(turnRound(shown, 3, 32_999).page).toBe(0);
    expect(turnRound(shown, 3, 33_000).page).toBe(1);
    // and the car blinks for as long
    expect([...turnRound(shown, 3, 23_000 + BLINK_MS - 1).blinking.keys()]).toEqual(['car:17']);
    expect(turnRound(shown, 3, 23_000 + BLINK_MS).blinking.size).toBe(0);
  });
});

describe('pages', () => {
  it('are as many as the cars need, and one for an empty board', () => {
    expect([0, 1, 6, 7, 30].map((cars) => pageCount(cars, 6))).toEqual([1, 1, 1, 2, 5]);
  });

  it('turn every ten seconds and begin again after the last', () => {
    const round = startRound(1_000);
    expect(turnRound(round, 3, 10_999).page).toBe(0);
    expect(turnRound(round, 3, 11_000).page).toBe(1);
    expect(turnRound(round, 3, 31_000).page).toBe(0);
  });

  it('keep their rhythm when a screen slept through several', () => {
    const round = turnRound(startRound(0), 4, 35_000);
    expect(round).toMatchObject({ page: 3, since: 30_000 });
  });

  it('fall back to one that exists when cars have left', () => {
    const last = turnRound(startRound(0), 3, 20_000);
    expect(turnRound(last, 1, 21_000).page).toBe(0);
  });
});
