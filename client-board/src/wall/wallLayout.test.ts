import { describe, expect, it } from 'vitest';
import { wallLayout } from './wallLayout.ts';
import type { StageLoad, WallLayout } from './wallLayout.ts';
import { wallStages } from './wallStages.ts';
import type { WallStage } from './wallStages.ts';

const room = { widthVh: 133.2, heightVh: 72.6, columnVh: 32 };

function loads(cars: Partial<Record<WallStage, number>>, late: Partial<Record<WallStage, number>> = {}): StageLoad[] {
  return wallStages.map((stage) => ({ stage, cars: cars[stage] ?? 0, late: late[stage] ?? 0 }));
}

function placesOf(layout: WallLayout, stage: WallStage): number {
  return layout.columns
    .flat()
    .filter((segment) => segment.stage === stage)
    .reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Share of the height that each column fills with headings and cards, at the height the cards have. */
function fillOf(layout: WallLayout): number[] {
  return layout.columns.map((segments) => {
    const cards = segments.reduce((sum, { from, to }) => sum + to - from, 0);
    return (cards * layout.cardVh + segments.length * layout.headingVh) / room.heightVh;
  });
}

const fiveCars = loads({ waiting: 1, working: 2, held: 1, washing: 1 }, { washing: 1 });
const twentySeven = loads(
  { waiting: 4, dispatched: 4, working: 11, held: 3, inspecting: 1, washing: 1, ready: 3 },
  { waiting: 1, washing: 1 },
);
const sixty = loads(
  { waiting: 12, dispatched: 9, working: 22, held: 8, inspecting: 3, washing: 2, ready: 4 },
  { waiting: 2, working: 2 },
);

describe('layout of the wall', () => {
  it('given five cars, then they stand large in two columns, each with its place, none turning [WAL-1]', () => {
    const layout = wallLayout(fiveCars, room);
    expect(layout.size).toBeGreaterThanOrEqual(1.5);
    expect(layout.columns).toHaveLength(2);
    expect(layout.pages).toBe(1);
    for (const { stage, cars } of fiveCars) expect(placesOf(layout, stage)).toBe(cars);
  });

  it('given five cars, then empty stages keep their heading in the order of the stages [WAL-2]', () => {
    expect(
      wallLayout(fiveCars, room)
        .columns.flat()
        .map(({ stage }) => stage),
    ).toEqual([...wallStages]);
  });

  it.each([
    ['five cars', fiveCars],
    ['27 cars', twentySeven],
    ['60 cars', sixty],
    ['27 in one stage', loads({ working: 27 })],
    ['12 in three stages', loads({ waiting: 5, working: 5, ready: 2 })],
  ])('given %s, then no column is half empty [WAL-2]', (_, cars) => {
    for (const fill of fillOf(wallLayout(cars, room))) expect(fill).toBeGreaterThan(0.5);
  });

  it.each([
    ['27 cars', twentySeven],
    ['60 cars', sixty],
    ['60 in one stage', loads({ working: 60 })],
  ])('given %s, then the text keeps the size of the design and the cards stay within the column [WAL-1]', (_, cars) => {
    const layout = wallLayout(cars, room);
    expect(layout.size).toBe(1);
    expect(layout.columns).toHaveLength(4);
    for (const fill of fillOf(layout)) expect(fill).toBeLessThanOrEqual(1);
  });

  it('given 20 cars that fit, then every car has its place and a crowded stage has more than one column [WAL-2]', () => {
    const cars = loads({ waiting: 3, dispatched: 2, working: 10, held: 2, inspecting: 1, washing: 1, ready: 1 });
    const layout = wallLayout(cars, room);
    expect(layout.pages).toBe(1);
    expect(layout.columns.filter((column) => column.some(({ stage }) => stage === 'working')).length).toBeGreaterThan(
      1,
    );
  });

  it('given that all stages fit whole, then none is split over two columns, however uneven they are [WAL-2]', () => {
    const layout = wallLayout(
      loads({ waiting: 1, dispatched: 2, working: 7, held: 3, inspecting: 1, washing: 4 }),
      room,
    );
    expect(layout.columns.flat().filter(({ from }) => from > 0)).toEqual([]);
  });

  it('given stages that cannot all stay whole, then one is split, and no car stands alone at the foot of a column [WAL-2]', () => {
    const cars = { waiting: 1, dispatched: 2, working: 7, held: 3, inspecting: 1, washing: 4, ready: 3 };
    const split = wallLayout(loads(cars), room)
      .columns.flat()
      .filter(({ stage, from, to }) => to - from < cars[stage]);
    expect(split.map(({ stage, from, to }) => [stage, to - from])).toEqual([
      ['washing', 2],
      ['washing', 2],
    ]);
  });

  it('given 27 cars, then only the longest stage takes turns [WAL-3]', () => {
    const layout = wallLayout(twentySeven, room);
    const turning = [...layout.lanes].filter(([, lane]) => lane.pages > 1).map(([stage]) => stage);
    expect(turning.length).toBeLessThanOrEqual(1);
    expect(layout.pages).toBeLessThanOrEqual(2);
  });

  it('given 60 cars, then the late ones are pinned and each car is seen within six pages [WAL-3]', () => {
    const layout = wallLayout(sixty, room);
    expect(layout.lanes.get('working')?.pinned).toBe(2);
    expect(layout.lanes.get('waiting')?.pinned).toBe(2);
    expect(layout.pages).toBeLessThanOrEqual(6);
  });

  it('given 60 late cars, then they take turns as well', () => {
    const late = { waiting: 12, dispatched: 9, working: 22, held: 8, inspecting: 3, washing: 2, ready: 4 };
    const layout = wallLayout(loads(late, late), room);
    for (const [stage, lane] of layout.lanes)
      expect(lane.slots * lane.pages, stage).toBeGreaterThanOrEqual(late[stage]);
  });

  it('given all cars in one stage, then it takes the columns and the empty stages shrink to their headings [WAL-2]', () => {
    const layout = wallLayout(loads({ working: 18 }), room);
    expect(placesOf(layout, 'working')).toBe(18);
    expect(layout.columns.every((column) => column.some(({ stage }) => stage === 'working'))).toBe(true);
    expect(layout.columns.flat().filter(({ from, to }) => from === to)).toHaveLength(6);
  });

  it('given no car, then headings alone are laid out', () => {
    const layout = wallLayout(loads({}), room);
    expect(layout.columns.flat().every(({ from, to }) => from === to)).toBe(true);
    expect(layout.pages).toBe(1);
  });

  it('given a screen far too narrow, then there is still a layout with a place for each stage', () => {
    const layout = wallLayout(sixty, { ...room, widthVh: 20 });
    for (const stage of wallStages) expect(placesOf(layout, stage)).toBe(1);
  });

  it('given a wider screen, then it has more columns of the same text', () => {
    expect(wallLayout(sixty, { ...room, widthVh: 190 }).columns).toHaveLength(5);
  });
});
