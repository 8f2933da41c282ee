import { describe, expect, it } from 'vitest';
import { laneAtTurn } from './lane.ts';
import { inColumns, promiseLayout } from './promiseLayout.ts';

/** The board of a 16:9 screen. */
const room = { widthVh: 133.2, heightVh: 72.6, rowWidthVh: 64.7, stackedWidthVh: 59.5 };
const upright = { ...room, widthVh: 97.6, heightVh: 101 };

describe('the promise list [WAL-1] [WAL-6]', () => {
  it.each([1, 5, 6])('given %i cars, then they stand in one column, large', (cars) => {
    const { columns, size } = promiseLayout({ cars, late: 0 }, room);
    expect(columns).toBe(1);
    expect(size).toBeGreaterThan(1.4);
  });

  it('given up to 24 cars, then all have a place and no text is smaller than the design', () => {
    for (let cars = 1; cars <= 24; cars += 1) {
      const layout = promiseLayout({ cars, late: 3 }, room);
      expect(layout.size, `${String(cars)} cars`).toBeGreaterThanOrEqual(1);
      expect(layout.columns * layout.rows, `${String(cars)} cars`).toBeGreaterThanOrEqual(cars);
      expect(layout.rows * layout.rowVh, `${String(cars)} cars`).toBeLessThanOrEqual(72.6 - 3.7 + 0.001);
      expect(layout.lane.pages).toBe(1);
    }
  });

  it('given 16 cars, then eight stand in a column, for those who read from 8 m', () => {
    expect(promiseLayout({ cars: 16, late: 0 }, room)).toMatchObject({ columns: 2, rows: 8 });
  });

  it('given 24 cars, then they stand in two columns as drawn', () => {
    expect(promiseLayout({ cars: 24, late: 2 }, room)).toMatchObject({ columns: 2, rows: 12, stacked: false });
  });

  it('given an upright screen, then they stand in one column', () => {
    expect(promiseLayout({ cars: 15, late: 0 }, upright)).toMatchObject({ columns: 1, rows: 15 });
    expect(promiseLayout({ cars: 45, late: 5 }, upright)).toMatchObject({ columns: 1, size: 1 });
  });
});

describe('more cars than places [WAL-3]', () => {
  it.each([
    [25, 2, 2, 2],
    [45, 5, 3, 5],
    [60, 9, 4, 9],
  ])('given %i cars, %i late, then in %i pages with %i of them on each', (cars, late, pages, pinned) => {
    expect(promiseLayout({ cars, late }, room)).toMatchObject({ size: 1, lane: { slots: 24, pages, pinned } });
  });

  it('given that most are late, then so many are pinned that every car is seen again in about a minute', () => {
    const { lane } = promiseLayout({ cars: 60, late: 40 }, room);
    expect(lane.pinned).toBe(16);
    expect(lane.pages).toBeLessThanOrEqual(6);
  });

  it('given any crowd, then each late car that is pinned is on each page, every car is on some page, and no place is empty', () => {
    for (const [cars, late] of [
      [25, 1],
      [45, 8],
      [60, 12],
      [200, 30],
    ] as const) {
      const all = Array.from({ length: cars }, (_, index) => ({ index, late: index % Math.floor(cars / late) === 0 }));
      const layout = promiseLayout({ cars, late }, room);
      const pages = Array.from({ length: layout.lane.pages }, (_, turn) =>
        laneAtTurn(all, (car) => car.late, layout.lane, turn),
      );
      const pinned = all.filter((car) => car.late).slice(0, layout.lane.pinned);
      for (const page of pages) {
        expect(page.length).toBe(24);
        expect(page.slice(0, pinned.length)).toEqual(pinned);
        expect(inColumns(page, layout).map(({ length }) => length)).toEqual([12, 12]);
      }
      expect(new Set(pages.flat()).size).toBe(cars);
    }
  });
});
