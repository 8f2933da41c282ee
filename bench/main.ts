// bench/ — `npm run bench`: starts what it needs, measures the server beside its floor, the screens in a browser and the prediction on
// simulated weeks, writes RESULTS.md. `--quick`: a trial run. `--screens`, `--weeks`: that part alone; the rest of the page stays as it is.
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { bytes, contention, delivery, quickEffort, throughput, wholeEffort, type Bytes } from './measurements.ts';
import { startFloor, startLoad, startShop } from './processes.ts';
import { renderResults } from './renderResults.ts';
import { withPart } from './resultParts.ts';
import { measureScreens, quickScreens, wholeScreens } from './screens/measureScreens.ts';
import { renderScreens, SCREENS_HEADING } from './screens/renderScreens.ts';
import { benchShop } from './shop/benchShop.ts';
import { startRedis } from './startRedis.ts';
import { measureWeeks } from './week/measureWeek.ts';
import { renderWeeks, WEEKS_HEADING } from './week/renderWeeks.ts';

const quick = process.argv.includes('--quick');
const weeksAlone = process.argv.includes('--weeks');
const screensAlone = process.argv.includes('--screens');
const resultsFile = new URL('RESULTS.md', import.meta.url);
const effort = quick ? quickEffort : wholeEffort;
const redisProgram = process.env['REDIS_SERVER'] ?? 'redis-server';
const cars = 60;
const manyCars = 600;
const carsOnConsole = 200;

/** Things to stop, the last one first, whatever happens. */
const ending: (() => Promise<void>)[] = [];

function say(text: string): void {
  console.log(`[${Math.round(performance.now() / 1000)} s] ${text}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** A server with a shop of so many cars, on a Redis of its own. */
async function openShop(size: number) {
  say(`a shop with ${size} cars is set up`);
  const redis = await startRedis(redisProgram);
  ending.push(() => redis.stop());
  const served = await startShop(redis.path, await freePort());
  ending.push(() => served.stop());
  return { redis, shop: await benchShop(served, size) };
}

/** The part of the page about prediction. */
async function measurePrediction(): Promise<string> {
  say('prediction on simulated weeks');
  return renderWeeks(await measureWeeks(quick));
}

/** The part of the page about screens. */
async function measurePages(): Promise<string> {
  const { redis, shop: many } = await openShop(carsOnConsole);
  const { shop: few } = await openShop(cars);
  const floor = await startFloor(redis.path);
  ending.push(() => floor.stop());
  say('what a change costs a screen');
  return renderScreens(await measureScreens({ many, few }, floor.url, quick ? quickScreens : wholeScreens));
}

async function measureServer(): Promise<string> {
  const load = startLoad();
  ending.push(() => load.stop());
  const { redis, shop } = await openShop(cars);
  const floor = await startFloor(redis.path);
  ending.push(() => floor.stop());

  say('from a command to the last screen');
  const delivered = await delivery(load, shop, floor.url, effort);
  say('commands a second');
  const alone = await throughput(load, shop, floor.url, 0, effort);
  const watched = await throughput(load, shop, floor.url, effort.screens, effort);
  await floor.stop();
  const counted: Bytes[] = [];
  say('bytes to a screen');
  counted.push(await bytes(load, shop, cars, effort));
  say('two nodes contend');
  const second = await startShop(redis.path, await freePort());
  ending.push(() => second.stop());
  const contended = await contention(load, shop, second.url, effort);
  await second.stop();
  const many = await openShop(manyCars);
  say('bytes to a screen');
  counted.push(await bytes(load, many.shop, manyCars, effort));

  return renderResults({
    machine: { cores: availableParallelism(), node: process.versions.node, redis: redis.version },
    effort,
    delivery: delivered,
    alone,
    watched,
    contention: contended,
    bytes: counted,
  });
}

/** The whole page, or the page as it was with one part anew. */
async function measurePage(): Promise<string> {
  if (weeksAlone) return withPart(await readFile(resultsFile, 'utf8'), WEEKS_HEADING, await measurePrediction());
  if (screensAlone) return withPart(await readFile(resultsFile, 'utf8'), SCREENS_HEADING, await measurePages());
  const server = withPart(await measureServer(), SCREENS_HEADING, await measurePages());
  return withPart(server, WEEKS_HEADING, await measurePrediction());
}

async function measure(): Promise<void> {
  const page = await measurePage();
  console.log(`\n${page}`);
  if (quick) console.log('A trial run: its figures are not to be believed, and bench/RESULTS.md stays as it is.');
  else await writeFile(resultsFile, page);
}

try {
  await measure();
} finally {
  for (const end of ending.reverse()) await end();
}
