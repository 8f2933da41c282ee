// demo/ — `npm start -- --demo`: the sample shop, its day moved to today, run by people who give the same commands as anybody.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { isHere, stageOf } from '@zhunshi/shared/domain/job.ts';
import { callReasonOf } from '@zhunshi/shared/domain/loungeCall.ts';
import type { Role } from '@zhunshi/shared/domain/words.ts';
import { words } from '@zhunshi/shared/i18n/words.ts';
import { WorkCalendar } from '@zhunshi/shared/time/workCalendar.ts';
import { instantOf, localDay } from '@zhunshi/shared/time/shopTime.ts';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';
import type { AccessStore } from '../access/accessStore.ts';
import { createDisplays, type Displays } from '../access/displays.ts';
import { firstCost, hashPin, usualCost } from '../access/pinHash.ts';
import { sampleShopFile } from '../access/sample.ts';
import { setUpShop } from '../access/setUpShop.ts';
import { readShopFile } from '../access/shopFile.ts';
import type { TrackLinks } from '../access/trackLinks.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { createImports, type Imports } from '../import/imports.ts';
import { linksOf } from '../openEdges.ts';
import { redisAccessStore } from '../redis/accessStore.ts';
import { redisDisplayOrders } from '../redis/displayOrders.ts';
import { redisImportNotes } from '../redis/importNotes.ts';
import { ownRedis } from '../redis/ownRedis.ts';
import { handleCommand } from '../shop/handleCommand.ts';
import type { ServedShop, Shops } from '../shop/shop.ts';
import type { NodeAtWork } from '../startNode.ts';
import { demoRules } from './demoRules.ts';
import { demoClock, type DemoClock } from './demoClock.ts';
import { ordersFor } from './sampleOrders.ts';
import { nextActOfPeople } from './workshopPeople.ts';

const MINUTE = 60_000;
/** The demo opens in the middle of the morning; what came before is caught up with in a moment. */
const OPENS_AT = '10:10';
/** Before the doors open. */
const BEGINS_AT = '08:00';
/** People look at the board so often, in real ms. */
const LOOK_MS = 400;
/** A pause longer than this is a night, and is skipped; lunch is not. */
const NIGHT_MS = 3 * 60 * MINUTE;
/** As long as the demo's notice is on. */
const NOTICE_MS = 30 * 24 * 60 * MINUTE;
/** So many acts at one moment are a fault of the demo, not a busy shop. */
const MOST_ACTS = 500;
/** Who is shown as a person to log in as. */
const GUESTS: readonly Role[] = ['dispatcher', 'advisor', 'manager', 'technician'];

interface DemoParts {
  shops: Shops;
  store: AccessStore;
  displays: Displays;
  imports: Imports;
  links: Pick<TrackLinks, 'tokenFor'>;
  clock: DemoClock;
  /** Something of the demo went wrong: it says so and goes on. */
  report: (what: string, error: unknown) => void;
}

export interface RunningDemo {
  /** What the console prints: whom to log in as, and where the screens are. */
  announcement: (url: string) => string[];
  stop(): Promise<void>;
}

export interface Demo {
  /** The shop's clock, for `startServer`. */
  clock: (real: Clock) => Clock;
  /** Sets the demo's shop up on a node without one, catches up with its morning and lets it run until it is stopped. */
  run(node: NodeAtWork, report: DemoParts['report']): Promise<RunningDemo>;
}

/** A demo whose day is today. `speed`: shop's minutes per real minute. */
export async function createDemo(speed: number): Promise<Demo> {
  const { timeZone } = await demoShopFile();
  let clock: DemoClock | undefined;
  return {
    clock(real) {
      const today = localDay(real.real(), timeZone);
      clock = demoClock(real, instantOf(`${today} ${BEGINS_AT}`, timeZone) ?? real.real(), speed);
      return clock;
    },
    async run({ shops, redis, clock: served }, report) {
      if (!clock || clock !== served) throw new Error('The server does not run by the clock of the demo');
      const store = redisAccessStore(redis);
      const displays = createDisplays({ shops, store, orders: redisDisplayOrders(redis), clock });
      const imports = createImports({ notes: redisImportNotes(redis), clock });
      const links = linksOf({ shops, clock, redis });
      return startDemo({ shops, store, displays, imports, links, clock, report });
    },
  };
}

/** Ends a Redis that a killed demo left over, and removes its data: each demo begins its day anew. */
export async function emptyDemoData({ dataDir, redisServer }: Pick<Config, 'dataDir' | 'redisServer'>): Promise<void> {
  if (!existsSync(dataDir)) return;
  const left = await ownRedis({ program: redisServer, dataDir, report: () => undefined });
  await left.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** The sample shop, which in the demo keeps the hours of a weekday every day, and its own rules. */
async function demoShopFile() {
  const file = readShopFile(await sampleShopFile());
  if (!file.ok) throw new Error('The sample shop file cannot be read');
  const { weekdays } = file.value.hours;
  return { ...file.value, hours: { weekdays, saturday: weekdays, sunday: weekdays }, rules: demoRules };
}

async function startDemo(parts: DemoParts): Promise<RunningDemo> {
  const { shops } = parts;
  const sheet = await setUp(parts);
  const shop = shops.get(sheet.shop.id);
  if (!shop) throw new Error('The shop of the demo is not served');
  const wall = await token(parts, shop, 'wall');
  const lounge = await token(parts, shop, 'lounge');
  await catchUp(parts, shop);
  await postNotice(parts, shop);
  const link = await customersLink(parts, shop);
  const days = keepRunning(parts, shop);
  return {
    announcement: (url) => [
      ...guests(sheet).map(
        ({ staff, pin, roles }) => `${url}/${pageOf(roles)}  ${staff}  PIN ${pin}  ${roles.map(roleText).join(', ')}`,
      ),
      `${url}/wall#token=${wall}`,
      `${url}/lounge#token=${lounge}`,
      `${url}/t/${link}`,
    ],
    stop: () => days.stop(),
  };
}

/** The page of those who work with their hands is the phone's. */
function pageOf(roles: readonly Role[]): string {
  return roles.includes('technician') ? 'phone' : '';
}

/** A role in both languages: who reads the server's window may read either. */
function roleText(role: Role): string {
  return `${words['zh-CN'].roles[role]} ${words.en.roles[role]}`;
}

/** Books the day and lets its people act minute by minute, at once, until the demo opens. */
async function catchUp(parts: DemoParts, shop: ServedShop): Promise<void> {
  const { clock } = parts;
  const timeZone = shop.state.shop?.timeZone ?? 'UTC';
  const today = localDay(clock.now(), timeZone);
  await bookDay(parts, shop, today, 0);
  const opensAt = instantOf(`${today} ${OPENS_AT}`, timeZone) ?? clock.now();
  for (let at = clock.now(); at < opensAt; at += MINUTE) {
    clock.set(at, false);
    await actAll(shop, clock);
  }
  clock.set(opensAt, true);
}

async function setUp({ shops, store }: DemoParts): Promise<PinSheet> {
  const made = await setUpShop(
    { shops, store, cost: firstCost },
    { id: uuidv7(), source: { kind: 'file', shopFile: await demoShopFile() }, managerPin: null },
  );
  if (!made.ok) throw new Error(`The demo's shop was refused: ${made.refusal.code}`);
  const sheet = made.value;
  const hashed = guests(sheet).map(async ({ staff, pin }) => {
    return [staff, { pin: await hashPin(pin, usualCost), first: false, generation: 1 }] as const;
  });
  await store.keepPins(sheet.shop.id, new Map(await Promise.all(hashed)));
  return sheet;
}

function guests({ people }: PinSheet): PinSheet['people'] {
  return GUESTS.flatMap((role) => people.find(({ roles }) => roles.includes(role)) ?? []);
}

async function token({ displays }: DemoParts, shop: ServedShop, kind: 'wall' | 'lounge'): Promise<string> {
  const made = await displays.create(shop.id, { name: `demo ${kind}`, kind });
  if (!made.ok) throw new Error(`The demo's display was refused: ${made.refusal.code}`);
  return made.value.token;
}

/** Something that the shop tells everybody who waits. */
async function postNotice({ clock }: DemoParts, shop: ServedShop): Promise<void> {
  const from = clock.now();
  const texts = { zh: '今日免费洗车，咖啡自取', en: 'Free wash today, help yourself to coffee' };
  const notice: Command = { id: uuidv7(), type: 'PostNotice', notice: 'demo', ...texts, from, until: from + NOTICE_MS };
  const posted = await handleCommand(shop, notice, null);
  if (!posted.ok) throw new Error(`The demo's notice was refused: ${posted.refusal.code}`);
}

/** The link of a customer who has something to decide, else of one whose car is in the works. */
function customersLink({ links }: DemoParts, shop: ServedShop): Promise<string> {
  const here = Object.values(shop.state.jobs).filter(isHere);
  const asked = here.find((job) => callReasonOf(job) === 'approval');
  const job = asked ?? here.find((one) => stageOf(one) === 'working') ?? here[0];
  if (!job) throw new Error('No car is in the shop of the demo');
  return links.tokenFor(shop, job.id);
}

async function bookDay({ imports }: DemoParts, shop: ServedShop, day: string, turn: number): Promise<void> {
  const dispatcher = Object.values(shop.state.staff).find(({ roles }) => roles.includes('dispatcher'));
  if (!dispatcher) throw new Error('The demo has no dispatcher');
  const bytes = await ordersFor(day, turn);
  const booked = await imports.apply(shop, { id: uuidv7(), bytes, applyChanges: false, by: dispatcher.id });
  if (!booked.ok) throw new Error(`The demo's orders were refused: ${booked.refusal.code}`);
}

/** Everybody does what they would do at this moment, one after the other. Stops at an act that is refused: somebody else was faster. */
async function actAll(shop: ServedShop, clock: DemoClock): Promise<void> {
  for (let acts = 0; acts < MOST_ACTS; acts += 1) {
    const act = nextActOfPeople(shop.state, clock.now());
    if (!act) return;
    const command: Command = { ...act.command, id: uuidv7() };
    const answer = await handleCommand(shop, command, act.by);
    if (!answer.ok) return;
  }
}

/** Lets the days go by: people look at the board again and again; nights are skipped and the next day is booked. */
function keepRunning(parts: DemoParts, shop: ServedShop): { stop: () => Promise<void> } {
  let turn = 0;
  const stopped = new AbortController();
  const look = async (): Promise<void> => {
    const { clock } = parts;
    await actAll(shop, clock);
    const config = shop.state.shop;
    if (!config) return;
    const opensAt = WorkCalendar.of(config, clock.now()).nextWorking(clock.now());
    if (opensAt - clock.now() < NIGHT_MS) return;
    clock.set(opensAt - 5 * MINUTE, true);
    turn += 1;
    await bookDay(parts, shop, localDay(opensAt, config.timeZone), turn);
  };
  const running = (async () => {
    while (!stopped.signal.aborted) {
      try {
        await look();
      } catch (error) {
        parts.report('the demo', error);
      }
      await sleep(LOOK_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
