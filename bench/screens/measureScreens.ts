// bench/screens/ — what a change costs a screen, and what opening one costs: a real Chromium, its main thread slowed down four times, beside
// a page that only writes the change into a table.
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { Socket } from 'socket.io-client';
import { median, percentile, spreadOf, type Spread } from '../figures.ts';
import { clientOf, connected, give } from '../load/clients.ts';
import type { Body, Entrance } from '../load/tasks.ts';
import type { BenchShop } from '../shop/benchShop.ts';
import {
  codeOf,
  launchChromium,
  mark,
  openPage,
  slowDown,
  traced,
  type OpenPage,
  type Transferred,
} from './browserPages.ts';
import { buildFloorPage } from './buildFloorPage.ts';
import { costsAfter, type Cost } from './traceCost.ts';

/** How much of screens is measured. */
export interface ScreenEffort {
  runs: number;
  /** Changes before a run, that the page is warm. */
  warmUp: number;
  /** Changes of a run. */
  changes: number;
  /** Stretches of a run in which nothing is changed. */
  quiet: number;
  /** Minutes that the console is watched while nothing but time changes. */
  minutes: number;
}

export const wholeScreens: ScreenEffort = { runs: 5, warmUp: 15, changes: 30, quiet: 10, minutes: 2 };
export const quickScreens: ScreenEffort = { runs: 2, warmUp: 15, changes: 15, quiet: 5, minutes: 0 };

/** Times that the main thread is slowed down. */
export const THROTTLE = 4;
/** As long as a change may take to be drawn everywhere, ms. */
export const WINDOW_MS = 450;
const settleMs = 60;
const deskSize = { width: 1440, height: 900 };
const wallSize = { width: 1920, height: 1080 };

/** Ms of a page's main thread for one change; what the page does anyway in as much time is taken off. */
export interface ChangeCost {
  what: string;
  /** By the processor: of each run the middle change, and the 95th of a hundred. */
  cpuMedian: Spread;
  cpuP95: Spread;
  /** By the clock. */
  wallMedian: Spread;
  /** What the page does in as much time without a change, by the processor. */
  idleMs: Spread;
}

/** Opening the console of somebody who is logged in. */
export interface Opening {
  cars: number;
  transferred: Transferred;
  /** From the address to the rows of the bays, ms; not slowed down. */
  openMs: Spread;
  heapMb: Spread;
}

export interface ScreenFigures {
  effort: ScreenEffort;
  costs: ChangeCost[];
  openings: Opening[];
  /** Ms of the main thread, slowed down, of the second in which a minute begins; null: not measured. */
  minuteMs: Spread | null;
}

/** A page that is watched, and who changes what it shows. */
interface Watched {
  what: string;
  open: () => Promise<OpenPage>;
  giver: Socket;
  bodies: readonly Body[];
}

interface Run {
  change: Cost[];
  quiet: Cost[];
}

/** The shops that are looked at. */
export interface ScreenShops {
  /** 200 cars: the console. */
  many: BenchShop;
  /** 60 cars: the wall. */
  few: BenchShop;
}

/** Measures the console in two of its views, the wall and the floor, in turn. */
export async function measureScreens(
  shops: ScreenShops,
  floorUrl: string,
  effort: ScreenEffort,
): Promise<ScreenFigures> {
  const browser = await launchChromium();
  try {
    const openings = [
      await openingOf(browser, 60, shops.few.staff, effort.runs),
      await openingOf(browser, 200, shops.many.staff, effort.runs),
    ];
    const watched = await watchedPages(browser, shops, floorUrl);
    const runs = watched.map((): Run[] => []);
    for (let turn = 0; turn < effort.runs; turn += 1) {
      for (const [index, one] of watched.entries()) runs[index]?.push(await runOn(browser, one, effort));
    }
    const costs = watched.map(({ what }, index) => costOf(what, runs[index] ?? []));
    const [first] = watched;
    const minuteMs = first && effort.minutes > 0 ? await minuteCost(browser, first, effort.minutes) : null;
    for (const { giver } of watched) giver.disconnect();
    return { effort, costs, openings, minuteMs };
  } finally {
    await browser.close();
  }
}

async function watchedPages(browser: Browser, { many, few }: ScreenShops, floorUrl: string): Promise<Watched[]> {
  const bodies = [...many.worker.bodies, ...(many.movers[1]?.bodies ?? [])];
  const floorCode = await buildFloorPage();
  const floorEntrance: Entrance = { url: floorUrl, namespace: '/', auth: {} };
  const consoleAt = async (what: string, view: string, testid: string): Promise<Watched> => ({
    ...{ what, open: () => openConsole(browser, many.staff, view, testid) },
    ...{ giver: await giverTo(many.worker.entrance), bodies },
  });
  return [
    await consoleAt('console, bays and queue, 200 cars', 'dispatch', 'bay-row'),
    await consoleAt('console, kanban, 200 cars', 'kanban', 'kanban-column'),
    {
      what: 'wall, 60 cars',
      open: async () => {
        const wall = await openPage(browser, wallSize);
        await wall.page.goto(`${few.wall.url}/wall#token=${String(few.wall.auth['token'])}`);
        await wall.page.getByTestId('wall-card').first().waitFor();
        return wall;
      },
      ...{ giver: await giverTo(few.worker.entrance), bodies: few.worker.bodies },
    },
    {
      what: 'floor, a table of 200 rows',
      open: async () => {
        const floor = await openPage(browser, deskSize);
        await floor.page.goto(`about:blank#${floorUrl}`);
        await floor.page.addScriptTag({ content: floorCode });
        return floor;
      },
      ...{ giver: await giverTo(floorEntrance), bodies },
    },
  ];
}

async function openConsole(browser: Browser, staff: Entrance, view: string, testid: string): Promise<OpenPage> {
  const open = await openPage(browser, deskSize, staff);
  await open.page.goto(`${staff.url}/#${view}`);
  await open.page.getByTestId(testid).first().waitFor();
  return open;
}

function giverTo(entrance: Entrance): Promise<Socket> {
  return connected(clientOf(entrance), entrance.namespace);
}

/** Opens the console some times, each time as on a machine that never saw it. */
async function openingOf(browser: Browser, cars: number, staff: Entrance, times: number): Promise<Opening> {
  const openMs: number[] = [];
  const heapMb: number[] = [];
  let transferred: Transferred = { script: 0, style: 0 };
  for (let time = 0; time < times; time += 1) {
    const begun = performance.now();
    const open = await openConsole(browser, staff, 'dispatch', 'bay-row');
    openMs.push(performance.now() - begun);
    // The worker's code comes after the page's.
    await pause(1000);
    transferred = await codeOf(open);
    await open.cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await open.cdp.send('Runtime.getHeapUsage');
    heapMb.push(usedSize / 1e6);
    await open.context.close();
  }
  return { cars, transferred, openMs: spreadOf(openMs), heapMb: spreadOf(heapMb) };
}

/**
 * One run: changes, one at a time, and stretches without. The page is alone in the browser, as on a machine of its own: others would work on
 * the same changes at the same time, and their share of the processors would be slowed down, and counted, with it.
 */
async function runOn(browser: Browser, { open, giver, bodies }: Watched, effort: ScreenEffort): Promise<Run> {
  const page = await open();
  const changesToQuiet = Math.ceil(effort.changes / effort.quiet);
  for (let change = 0; change < effort.warmUp; change += 1) {
    await giveOne(giver, bodies[change % bodies.length]);
    await pause(WINDOW_MS);
  }
  await slowDown(page, THROTTLE);
  const events = await traced(browser, page, async () => {
    for (let change = 0; change < effort.changes; change += 1) {
      if (change % changesToQuiet === 0) {
        await mark(page, 'quiet');
        await pause(WINDOW_MS + settleMs);
      }
      await mark(page, 'change');
      await giveOne(giver, bodies[change % bodies.length]);
      await pause(WINDOW_MS + settleMs);
    }
  });
  await page.context.close();
  return { change: costsAfter(events, 'change', WINDOW_MS), quiet: costsAfter(events, 'quiet', WINDOW_MS) };
}

async function giveOne(giver: Socket, body: Body | undefined): Promise<void> {
  if (!body) throw new Error('there is nothing to change');
  const answer = await give(giver, body);
  if (!answer.ok) throw new Error(`${body.type}: ${answer.refusal.code}`);
}

function costOf(what: string, runs: readonly Run[]): ChangeCost {
  const net = (of: (cost: Cost) => number, share: number): Spread =>
    spreadOf(runs.map(({ change, quiet }) => Math.max(0, percentile(change.map(of), share) - median(quiet.map(of)))));
  return {
    what,
    cpuMedian: net(({ cpuMs }) => cpuMs, 0.5),
    cpuP95: net(({ cpuMs }) => cpuMs, 0.95),
    wallMedian: net(({ wallMs }) => wallMs, 0.5),
    idleMs: spreadOf(runs.map(({ quiet }) => median(quiet.map(({ cpuMs }) => cpuMs)))),
  };
}

/** Watches a page while nothing but time changes: of each minute the dearest second, by the processor. */
async function minuteCost(browser: Browser, { open }: Watched, minutes: number): Promise<Spread> {
  const page = await open();
  await slowDown(page, THROTTLE);
  const dearest: number[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    const events = await traced(browser, page, async () => {
      for (let second = 0; second < 61; second += 1) {
        await mark(page, 'second');
        await pause(1000);
      }
    });
    dearest.push(Math.max(...costsAfter(events, 'second', 990).map(({ cpuMs }) => cpuMs)));
  }
  await page.context.close();
  return spreadOf(dearest);
}
