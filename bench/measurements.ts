// bench/ — the measurements: what is asked of the load, of which side, how often; and the figures made of the answers.
import { setTimeout as pause } from 'node:timers/promises';
import { median, pairedOf, percentile, spreadOf, type Paired, type Spread } from './figures.ts';
import type { BytesAnswer, Entrance, Giver } from './load/tasks.ts';
import type { Load } from './processes.ts';
import { atNode, type BenchShop } from './shop/benchShop.ts';

/** How much is measured. */
export interface Effort {
  /** Paired runs. */
  pairs: number;
  screens: number;
  warmUp: number;
  commands: number;
  warmUpMs: number;
  durationMs: number;
  /** Commands for which bytes are counted. */
  counted: number;
  /** Time without a command in which ticks are counted; 0: they are not. */
  idleMs: number;
}

/** The figures of the published results. */
export const wholeEffort: Effort = {
  pairs: 7,
  screens: 200,
  warmUp: 100,
  commands: 500,
  warmUpMs: 1000,
  durationMs: 4000,
  counted: 120,
  idleMs: 130_000,
};

/** Enough to see that everything runs; its figures are not to be believed. */
export const quickEffort: Effort = {
  pairs: 2,
  screens: 50,
  warmUp: 20,
  commands: 60,
  warmUpMs: 300,
  durationMs: 1000,
  counted: 15,
  idleMs: 0,
};

/** Pause between runs, so that one does not pay for what another left behind, ms. */
const betweenMs = 300;
/** Longer than the server gathers changes of a board, ms. */
const commandPauseMs = 90;

/** Runs both sides in turn, the one that begins changing from pair to pair. */
async function pairs<Answer>(
  count: number,
  shop: () => Promise<Answer>,
  floor: () => Promise<Answer>,
): Promise<{ shop: Answer; floor: Answer }[]> {
  const done: { shop: Answer; floor: Answer }[] = [];
  for (let index = 0; index < count; index += 1) {
    await pause(betweenMs);
    if (index % 2 === 0) {
      const first = await floor();
      await pause(betweenMs);
      done.push({ floor: first, shop: await shop() });
    } else {
      const first = await shop();
      await pause(betweenMs);
      done.push({ shop: first, floor: await floor() });
    }
  }
  return done;
}

const floorEntrance = (url: string): Entrance => ({ url, namespace: '/', auth: {} });
/** The floor gets the very same commands. */
const atFloor = (giver: Giver, url: string): Giver => ({ bodies: giver.bodies, entrance: floorEntrance(url) });

export interface Delivery {
  p50: Paired;
  p99: Paired;
}

/** From a command until the last screen has it. */
export async function delivery(load: Load, shop: BenchShop, floorUrl: string, effort: Effort): Promise<Delivery> {
  const [giver] = shop.movers;
  if (giver === undefined) throw new Error('nobody gives commands');
  const { screens, warmUp, commands } = effort;
  const run = async (by: Giver, screen: Entrance) => {
    const { ms } = await load.run({ kind: 'delivery', giver: by, screen, screens, warmUp, commands });
    return { p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) };
  };
  const runs = await pairs(
    effort.pairs,
    () => run(giver, shop.staff),
    () => run(atFloor(giver, floorUrl), floorEntrance(floorUrl)),
  );
  return {
    p50: pairedOf(runs.map((pair) => ({ shop: pair.shop.p50, floor: pair.floor.p50 }))),
    p99: pairedOf(runs.map((pair) => ({ shop: pair.shop.p99, floor: pair.floor.p99 }))),
  };
}

/** Commands a second of all givers at once, with so many screens looking on. */
export async function throughput(
  load: Load,
  shop: BenchShop,
  floorUrl: string,
  screens: number,
  effort: Effort,
): Promise<Paired> {
  const { warmUpMs, durationMs } = effort;
  const run = async (givers: Giver[], screen: Entrance) => {
    const answer = await load.run({ kind: 'throughput', givers, screen, screens, warmUpMs, durationMs });
    const codes = Object.keys(answer.refused);
    if (codes.length > 0) throw new Error(`refused under load: ${codes.join()}`);
    return perSecond(answer.accepted, answer.durationMs);
  };
  return pairedOf(
    await pairs(
      effort.pairs,
      () => run(shop.movers, shop.staff),
      () =>
        run(
          shop.movers.map((giver) => atFloor(giver, floorUrl)),
          floorEntrance(floorUrl),
        ),
    ),
  );
}

function perSecond(accepted: readonly number[], durationMs: number): number {
  return (accepted.reduce((sum, count) => sum + count, 0) * 1000) / durationMs;
}

/** Two nodes on one Redis, half of the givers at each. */
export interface Contention {
  perSecond: Spread;
  /** Share of the commands that the second node took, 0..1. */
  secondShare: Spread;
  /** Commands of the slowest giver in relation to an even share, 0..1. */
  slowestGiver: Spread;
  /** Share of the commands that were refused as conflicts, 0..1. */
  conflicts: Spread;
  /** Longest wait for an answer in all runs, ms. */
  longestMs: number;
}

/** Lets two nodes contend for one shop. */
export async function contention(load: Load, shop: BenchShop, secondUrl: string, effort: Effort): Promise<Contention> {
  const half = shop.movers.length / 2;
  const givers = shop.movers.map((giver, index) => (index < half ? giver : atNode(giver, secondUrl)));
  const runs = [];
  for (let index = 0; index < effort.pairs; index += 1) {
    await pause(betweenMs);
    const { warmUpMs, durationMs } = effort;
    const task = { kind: 'throughput', givers, screen: shop.staff, screens: 0, warmUpMs, durationMs } as const;
    const { accepted, refused, longestMs } = await load.run(task);
    const all = accepted.reduce((sum, count) => sum + count, 0);
    const second = accepted.slice(half).reduce((sum, count) => sum + count, 0);
    const others = Object.keys(refused).filter((code) => code !== 'conflict');
    if (others.length > 0) throw new Error(`refused while contending: ${others.join()}`);
    runs.push({
      perSecond: perSecond(accepted, durationMs),
      secondShare: second / all,
      slowestGiver: (Math.min(...accepted) * givers.length) / all,
      conflicts: (refused['conflict'] ?? 0) / (all + (refused['conflict'] ?? 0)),
      longestMs,
    });
  }
  return {
    perSecond: spreadOf(runs.map((run) => run.perSecond)),
    secondShare: spreadOf(runs.map((run) => run.secondShare)),
    slowestGiver: spreadOf(runs.map((run) => run.slowestGiver)),
    conflicts: spreadOf(runs.map((run) => run.conflicts)),
    longestMs: Math.max(...runs.map((run) => run.longestMs)),
  };
}

/** Bytes to each kind of screen. */
export interface Bytes {
  cars: number;
  /** Of a snapshot, by screen. */
  snapshot: Record<string, number>;
  /** To a staff screen for a command: a car moved between bays; and work dispatched, begun, held in turn. */
  staffPerMove: number;
  staffPerWork: number;
  /** Rows to a board per command. */
  wallPerCommand: number;
  loungePerCommand: number;
  /** Without a command, a minute: rows that change because time passes. Null: not measured. */
  wallPerMinute: number | null;
  loungePerMinute: number | null;
  /** Beats by which a screen knows how fresh it is, a minute. Null: not measured. */
  clockPerMinute: number | null;
}

/** Counts bytes to a staff screen, a wall and a lounge. */
export async function bytes(load: Load, shop: BenchShop, cars: number, effort: Effort): Promise<Bytes> {
  const [mover] = shop.movers;
  if (mover === undefined) throw new Error('nobody gives commands');
  const { staff, wall, lounge } = shop;
  const run = (giver: Giver, idleMs: number): Promise<BytesAnswer> =>
    load.run({
      kind: 'bytes',
      giver,
      screens: { staff, wall, lounge },
      commands: effort.counted,
      pauseMs: commandPauseMs,
      idleMs,
    });
  const work = await run(shop.worker, 0);
  const moves = await run(mover, effort.idleMs);
  const per = (answer: BytesAnswer, screen: string, event: string) =>
    (answer.screens[screen]?.working[event] ?? 0) / answer.commands;
  const perMinute = (screen: string, event: string) =>
    effort.idleMs === 0 ? null : ((moves.screens[screen]?.idle[event] ?? 0) * 60_000) / effort.idleMs;
  return {
    cars,
    snapshot: Object.fromEntries(Object.entries(moves.screens).map(([name, { snapshot }]) => [name, snapshot])),
    staffPerMove: per(moves, 'staff', 'events') + per(moves, 'staff', 'directory'),
    staffPerWork: per(work, 'staff', 'events') + per(work, 'staff', 'directory'),
    wallPerCommand: median([per(moves, 'wall', 'rows'), per(work, 'wall', 'rows')]),
    loungePerCommand: median([per(moves, 'lounge', 'rows'), per(work, 'lounge', 'rows')]),
    wallPerMinute: perMinute('wall', 'rows'),
    loungePerMinute: perMinute('lounge', 'rows'),
    clockPerMinute: perMinute('staff', 'clock'),
  };
}
