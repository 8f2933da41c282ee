// socket/ — orders for displays over two nodes on one Redis: whoever gives an order does not know where the display hangs.
import { plainLounge } from '@zhunshi/shared/wire/displayChoices.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connections } from '../access/connections.ts';
import type { DisplayOrder, DisplayOrders, FollowedOrders } from '../access/displayOrders.ts';
import { createDisplays } from '../access/displays.ts';
import type { Displays } from '../access/displays.ts';
import { hashOf, readCode } from '../access/crockford.ts';
import { drivenClock } from '../clock.ts';
import { redisAccessStore } from '../redis/accessStore.ts';
import { redisDisplayOrders } from '../redis/displayOrders.ts';
import { startRedis } from '../testing/redisFixture.ts';
import type { RedisFixture } from '../testing/redisFixture.ts';
import { followOrders } from './followOrders.ts';

interface Node {
  displays: Displays;
  connections: Connections;
  following: FollowedOrders;
}

const shop = 's1';
const shops = { ids: () => [shop], get: () => undefined, create: () => Promise.reject(new Error('not asked')) };
let redis: RedisFixture;
let here: Node;
let there: Node;
const nodes: Node[] = [];

async function node(): Promise<Node> {
  const client = await redis.client();
  const orders = redisDisplayOrders(client);
  const displays = createDisplays({ shops, store: redisAccessStore(client), orders, clock: drivenClock(0) });
  const connections = new Connections();
  const following = followOrders({ shops, orders, displays, connections, report: () => undefined });
  await following.look();
  const made = { displays, connections, following };
  nodes.push(made);
  return made;
}

/** A screen on a node, and what it heard. */
async function hang(on: Node, name: string): Promise<{ id: string; heard: string[] }> {
  const made = await here.displays.create(shop, { name, kind: 'wall' });
  if (!made.ok) throw new Error(made.refusal.code);
  const { display, token } = made.value;
  const { id, kind, wall, lounge } = display;
  const known = { shop, id, kind, tokenHash: hashOf(readCode(token)), told: { id, name, wall, lounge } };
  const heard: string[] = [];
  on.connections.add({
    visitor: { kind: 'display', display: known },
    cut: () => heard.push('cut'),
    tell: (told) => heard.push(`is ${told.name}`),
    ask: (act) => heard.push(act),
  });
  return { id, heard };
}

beforeAll(async () => {
  redis = await startRedis();
});
beforeEach(async () => {
  [here, there] = [await node(), await node()];
});
afterAll(async () => {
  for (const { following } of nodes) following.stop();
  await redis.remove();
});

describe('orders for a display that hangs on another node [DSPL-5]', () => {
  it('given two screens there, when one is asked, renamed and shut out here, then it hears each once, in order, and the other nothing', async () => {
    const [east, west] = [await hang(there, '东墙'), await hang(there, '西墙')];
    expect(await here.displays.ask(shop, east.id, 'identify')).toBe(true);
    await there.following.look();
    await here.displays.change(shop, east.id, { name: '南墙' });
    await there.following.look();
    await here.displays.ask(shop, east.id, 'reload');
    await here.displays.revoke(shop, east.id);
    await there.following.look();
    await there.following.look();
    expect(east.heard).toEqual(['identify', 'is 南墙', 'reload', 'cut']);
    expect(west.heard).toEqual([]);
  });

  it('given a node that starts, then orders of before are not carried out again', async () => {
    const east = await hang(here, '东墙');
    await here.displays.ask(shop, east.id, 'reload');
    const late = await node();
    const again = await hang(late, '西墙');
    await late.following.look();
    expect(again.heard).toEqual([]);
  });

  it('given a display that is not there, when it is asked, then that is said', async () => {
    expect(await here.displays.ask(shop, 'nobody', 'identify')).toBe(false);
  });
});

it('given a Redis that falls silent, when orders are looked for again and again, then it is reported once, and none is lost [DSPL-5]', async () => {
  const reports: string[] = [];
  let silent = false;
  const given: { place: string; orders: [] }[] = [];
  const orders = {
    give: () => Promise.reject(new Error('not asked')),
    last: () => Promise.resolve('1-0'),
    after: (_shop: string, place: string) => {
      if (silent) return Promise.reject(new Error('no answer'));
      given.push({ place, orders: [] });
      return Promise.resolve({ place, orders: [] });
    },
  };
  const { displays, connections } = here;
  const following = followOrders({ shops, orders, displays, connections, report: (what) => reports.push(what) });
  await following.look();
  silent = true;
  await following.look();
  await following.look();
  silent = false;
  await following.look();
  following.stop();
  expect(reports).toHaveLength(1);
  expect(given.every(({ place }) => place === '1-0')).toBe(true);
});

it('given an order on another node, when a second passes and nobody asks, then it is carried out here [DSPL-5]', async () => {
  const heard: string[] = [];
  let given: DisplayOrder[] = [];
  const orders: DisplayOrders = {
    give: () => Promise.reject(new Error('not asked')),
    last: () => Promise.resolve('1-0'),
    after: () => Promise.resolve({ place: '1-0', orders: given.splice(0) }),
  };
  const { displays } = here;
  const connections = new Connections();
  const told = { id: 'd1', name: '东墙', wall: null, lounge: plainLounge };
  connections.add({
    visitor: { kind: 'display', display: { shop, id: 'd1', kind: 'lounge', tokenHash: 'hash', told } },
    cut: () => heard.push('cut'),
    tell: () => undefined,
  });
  vi.useFakeTimers();
  const following = followOrders({ shops, orders, displays, connections, report: () => undefined });
  await vi.advanceTimersByTimeAsync(0);
  given = [{ display: 'd1', act: 'revoked' }];
  await vi.advanceTimersByTimeAsync(1000);
  following.stop();
  vi.useRealTimers();
  expect(heard).toEqual(['cut']);
});
