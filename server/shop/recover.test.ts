// shop/ — logs that cannot be followed: a gap, a fork, lost entries, forgotten everything. The node says so and goes on.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { staffState } from '@zhunshi/shared/views/staffView.ts';
import { entriesAfter } from '../testing/logContract.ts';
import type { RedisClient } from '../redis/connections.ts';
import { shopKeys } from '../redis/keys.ts';
import { startRedis, until, type RedisFixture } from '../testing/redisFixture.ts';
import { closeBay, setAttendance, setUpSmallShop } from '../testing/sampleCommands.ts';
import { startTestNode, type TestNode } from '../testing/testNode.ts';
import type { TestScreen } from '../testing/testScreen.ts';
import { stateHash } from './fingerprint.ts';
import { handleCommand } from './handleCommand.ts';
import type { ServedShop } from './shop.ts';

const keys = shopKeys('s1');

describe('a log that cannot be followed', () => {
  let redis: RedisFixture;
  let client: RedisClient;
  let node: TestNode;
  let shop: ServedShop;
  let screen: TestScreen;
  let wall: TestScreen;
  let epoch = '';

  beforeAll(async () => {
    redis = await startRedis();
    client = await redis.client();
  });
  afterAll(() => redis.remove());
  beforeEach(async () => {
    await client.flushall();
    node = await startTestNode(redis.url);
    shop = await node.shops.create('s1');
    await give(setUpSmallShop());
    screen = node.screen('staff');
    wall = node.screen('wall');
    for (let turn = 0; turn < 4; turn += 1) await give(setAttendance(turn % 2 === 1));
    await until(() => screen.version === 5 && wall.version > 0, 'the screens');
    ({ epoch } = shop);
  });
  afterEach(() => node.stop());

  const give = async (command: Command) =>
    expect(await handleCommand(shop, command, 'P01')).toMatchObject({ ok: true });
  const lose = async (from: number) => {
    const items = await client.xrange(keys.log, `${from}-0`, '+');
    await client.xdel(keys.log, ...items.map(([id]) => id));
    await client.call('XSETID', keys.log, `${from - 1}-0`);
  };
  const recovered = async () => {
    await until(() => shop.serving && shop.epoch !== epoch, 'recovery');
    await until(() => screen.epoch === shop.epoch && wall.epoch === shop.epoch, 'snapshots');
  };

  it('given a log that became shorter, then a new epoch, snapshots, and staff hear what was lost [LOG-5]', async () => {
    await lose(4);
    await recovered();
    expect(shop.version).toBe(3);
    expect(screen.state).toEqual(staffState(shop.state));
    await until(() => screen.troubles.length > 0, 'the trouble');
    expect(screen.troubles).toEqual([{ code: 'lostEntries', fromVersion: 4, toVersion: 5 }]);
    await give(closeBay());
    await until(() => screen.version === 4, 'the next entry');
  });

  it('given a log that became shorter, when a command comes first, then it is not stored on the wrong history [LOG-5]', async () => {
    await lose(4);
    const command = closeBay();
    let answer = await handleCommand(shop, command, 'P01');
    await until(
      async () => (answer.ok ? true : ((answer = await handleCommand(shop, command, 'P01')), answer.ok)),
      'an answer',
    );
    await recovered();
    expect(answer).toMatchObject({ ok: true, version: 4 });
  });

  it('given an entry planted beside the chain, then it is put aside, not folded and not deleted [LOG-4]', async () => {
    const [planted] = entriesAfter({ epoch, version: 5, hash: 'f'.repeat(64) }, 1);
    await client.xadd(keys.log, '6-0', 'entry', planted!.text, 'hash', planted!.entry.hash);
    await recovered();
    expect(shop.version).toBe(5);
    await until(() => screen.troubles.length > 0, 'the trouble');
    expect(screen.troubles).toEqual([{ code: 'lostEntries', fromVersion: 6, toVersion: 6 }]);
    expect(await client.xlen(keys.setAside(shop.epoch))).toBe(1);
    await give(closeBay());
  });

  it('given a gap in the log, then what lies beyond it is put aside [LOG-5]', async () => {
    const [, beyond] = entriesAfter({ epoch, version: 5, hash: shop.epoch }, 2);
    await client.xadd(keys.log, '7-0', 'entry', beyond!.text, 'hash', beyond!.entry.hash);
    await recovered();
    expect(shop.version).toBe(5);
    await give(closeBay());
  });

  it('given a Redis that has forgotten everything, then the shop is empty, and says what was lost [LOG-5]', async () => {
    await client.flushall();
    await recovered();
    expect(shop.version).toBe(0);
    await until(() => screen.troubles.length > 0, 'the trouble');
    expect(screen.troubles).toEqual([{ code: 'lostEntries', fromVersion: 1, toVersion: 5 }]);
  });

  it('given two nodes, when the log became shorter, then both end in the same epoch with the same state [LOG-5]', async () => {
    const other = await startTestNode(redis.url);
    try {
      await lose(3);
      await recovered();
      const there = other.shops.get('s1')!;
      await until(() => there.serving && there.epoch === shop.epoch, 'the other node');
      expect(stateHash(there.state)).toBe(stateHash(shop.state));
      expect(there.version).toBe(2);
    } finally {
      await other.stop();
    }
  });

  it('given a server that starts on an older copy, when a screen has seen more, then a new epoch begins [LOG-5]', async () => {
    const seen = { epoch, version: 5 };
    await node.stop();
    await client.del(keys.snapshot);
    await lose(4);
    node = await startTestNode(redis.url);
    shop = node.shops.get('s1')!;
    expect(shop.version).toBe(3);
    screen = node.screen('staff', 's1', seen);
    await until(() => shop.epoch !== epoch && screen.epoch === shop.epoch, 'a new epoch');
    expect(screen.state).toEqual(staffState(shop.state));
  });
});

describe('a start', () => {
  let redis: RedisFixture;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.remove());

  it('given a snapshot or none, then the state is the same, and accepted commands are still known [LOG-1]', async () => {
    let node = await startTestNode(redis.url);
    let shop: ServedShop = await node.shops.create('s1');
    await handleCommand(shop, setUpSmallShop(), 'P01');
    const command = closeBay();
    const first = await handleCommand(shop, command, 'P01');
    const hash = stateHash(shop.state);
    await node.stop();
    const client = await redis.client();
    expect(await client.exists(keys.snapshot)).toBe(1);
    for (const damage of [
      () => client.get(keys.snapshot),
      () => client.set(keys.snapshot, '{"fold":1}'),
      () => client.del(keys.snapshot),
    ]) {
      await damage();
      node = await startTestNode(redis.url);
      shop = node.shops.get('s1')!;
      expect(stateHash(shop.state)).toBe(hash);
      expect(await handleCommand(shop, command, 'P01')).toEqual(first);
      await node.stop();
    }
  });

  it('given directory entries that no event came to refer to, then they are swept after an hour [PRV-1]', async () => {
    const client = await redis.client();
    await client.set(keys.person('p_orphan'), '{}');
    await client.set(keys.person('p_young'), '{}');
    const [now] = await client.time();
    await client.zadd(
      keys.unreferenced,
      `${Number(now) - 7200}000000`,
      keys.person('p_orphan'),
      `${now}000000`,
      keys.person('p_young'),
    );
    const node = await startTestNode(redis.url);
    await node.stop();
    expect(await client.exists(keys.person('p_orphan'))).toBe(0);
    expect(await client.exists(keys.person('p_young'))).toBe(1);
  });
});
