// bench/shop/ — a shop to measure: set up through the front door, its people logged in, its cars checked in and partly at work.
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Role } from '@zhunshi/shared/domain/words.ts';
import { FOLD, PROTOCOL } from '@zhunshi/shared/wire/protocol.ts';
import { clientOf, connected, give } from '../load/clients.ts';
import type { Body, Entrance, Giver } from '../load/tasks.ts';
import type { ServedShop } from '../processes.ts';
import { firstWork, orderFile } from './orderFile.ts';
import { ShopApi } from './shopApi.ts';

/** People who give commands at once. */
const givers = 8;
/** Cars that stand in bays with somebody at work on them, and cars dispatched behind them. */
const atWork = 6;
const queued = 6;
const mayDispatch: readonly Role[] = ['manager', 'dispatcher', 'advisor'];

export interface BenchShop {
  /** Eight people, each with a car of their own that they move between two bays. */
  movers: Giver[];
  /** One of them, with a car that is dispatched, begun and held, over and over. */
  worker: Giver;
  staff: Entrance;
  wall: Entrance;
  lounge: Entrance;
}

/** The same person at another node on the same Redis. */
export function atNode(giver: Giver, url: string): Giver {
  return { ...giver, entrance: { ...giver.entrance, url } };
}

/** Fills a fresh server with a shop of `cars` cars. */
export async function benchShop(served: ServedShop, cars: number): Promise<BenchShop> {
  const { url } = served;
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(served.announcement)?.[0];
  if (code === undefined) throw new Error('the server printed no set-up code');
  const sheet = await new ShopApi(url).setUpSample(code);
  const shop = sheet.shop.id;
  const chosen = sheet.people.filter(({ roles }) => roles.some((role) => mayDispatch.includes(role)));
  const manager = chosen.find(({ roles }) => roles.includes('manager'));
  if (manager === undefined) throw new Error('the sample has no manager');
  const people = [manager, ...chosen.filter((person) => person !== manager)].slice(0, givers);
  const sessions: ShopApi[] = [];
  for (const { staff, pin } of people) sessions.push(await new ShopApi(url).logIn(staff, pin));
  const [first] = sessions;
  if (first === undefined) throw new Error('nobody could log in');

  const advisors = sheet.people.filter(({ roles }) => roles.includes('advisor')).map(({ name }) => name);
  const { state: empty } = await first.state(shop);
  await first.importOrders(shop, orderFile(cars, advisors, empty.shop?.timeZone ?? 'UTC', Date.now()));
  const entranceOf = (namespace: Entrance['namespace'], more: Partial<Entrance> = {}, token?: string): Entrance => ({
    url,
    namespace,
    auth: {
      protocol: PROTOCOL,
      fold: FOLD,
      shop,
      epoch: null,
      version: null,
      ...(token === undefined ? {} : { token }),
    },
    ...more,
  });
  const staffOf = ({ cookie }: ShopApi): Entrance => entranceOf('/staff', cookie === undefined ? {} : { cookie });
  const staff = staffOf(first);
  const { state } = await first.state(shop);
  const plan = planFloor(state);
  await carryOut(staff, plan.begin);
  const wall = await first.createDisplay(shop, 'wall');
  const lounge = await first.createDisplay(shop, 'lounge');
  return {
    movers: sessions.map((session, index) => ({ entrance: staffOf(session), bodies: plan.moves[index] ?? [] })),
    worker: { entrance: staff, bodies: plan.work },
    staff,
    wall: entranceOf('/wall', {}, wall.token),
    lounge: entranceOf('/lounge', {}, lounge.token),
  };
}

interface FloorPlan {
  /** Everything that makes the board as it shall be. */
  begin: Body[];
  /** For each giver: the moves of their car. */
  moves: Body[][];
  work: Body[];
}

/** Who does what where: every car is checked in, some are at work, some wait behind them. */
function planFloor(state: ShopState): FloorPlan {
  const jobs = Object.values(state.jobs);
  const operationOf = (index: number) => {
    const job = jobs[index];
    const operation = job?.operations.find(({ name }) => name === firstWork);
    if (job === undefined || operation === undefined) throw new Error('a car has no work to begin with');
    return { job: job.id, operation: operation.id, workType: operation.workType };
  };
  const { workType } = operationOf(0);
  const bays = Object.values(state.bays).filter(({ workTypes }) => workTypes.includes(workType));
  const crew = Object.values(state.staff).filter(
    ({ roles, workTypes }) => roles.includes('technician') && workTypes.includes(workType),
  );
  const dispatchTo = (index: number, bayIndex: number, crewIndex: number): Body => {
    const { job, operation } = operationOf(index);
    const bay = bays[bayIndex % bays.length]?.code ?? '';
    return { type: 'Dispatch', job, operations: [operation], bay, crew: [crew[crewIndex % crew.length]?.id ?? ''] };
  };
  const start = (index: number): Body => {
    const { job, operation } = operationOf(index);
    return { type: 'StartOperation', job, operation };
  };

  const begin: Body[] = jobs.map(({ id }) => ({ type: 'CheckIn', job: id }));
  for (let index = 0; index < atWork; index += 1) begin.push(dispatchTo(index, index, index), start(index));
  for (let index = 0; index < queued; index += 1) begin.push(dispatchTo(atWork + index, index, index));
  const mover = atWork + queued;
  const moves = Array.from({ length: givers }, (_, index) => [
    dispatchTo(mover + index, index, index),
    dispatchTo(mover + index, index + 1, index),
  ]);
  const worker = mover + givers;
  const { job, operation } = operationOf(worker);
  const held = { type: 'HoldOperation', job, operation, reason: 'parts', expectedAt: null, freesBay: true };
  return { begin, moves, work: [dispatchTo(worker, atWork, atWork), start(worker), held] };
}

/** Gives commands one after the other, as one person; a refusal ends it. */
async function carryOut(entrance: Entrance, bodies: readonly Body[]): Promise<void> {
  const socket = await connected(clientOf(entrance), entrance.namespace);
  for (const body of bodies) {
    const answer = await give(socket, body);
    if (!answer.ok) throw new Error(`${body.type}: ${answer.refusal.code}`);
  }
  socket.disconnect();
}
