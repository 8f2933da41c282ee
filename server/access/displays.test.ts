// access/ — displays against a real Redis: what another node asks when it looks at its screens again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redisAccessStore } from '../redis/accessStore.ts';
import { startRedis, type RedisFixture } from '../testing/redisFixture.ts';
import { drivenClock } from '../clock.ts';
import type { Shops } from '../shop/shop.ts';
import { hashOf, readCode } from './crockford.ts';
import { createDisplays } from './displays.ts';

const noShops: Shops = {
  ids: () => [],
  get: () => undefined,
  create: () => Promise.reject(new Error('not asked in this test')),
};

describe('a display that was let in [ACC-3]', () => {
  let redis: RedisFixture;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.remove());

  it('given two displays, when one is shut out, then every node hears so of that one alone', async () => {
    const node = async () =>
      createDisplays({ shops: noShops, store: redisAccessStore(await redis.client()), clock: drivenClock(0) });
    const [here, there] = [await node(), await node()];
    const letIn = async (name: string) => {
      const made = await here.create('s1', { name, kind: 'wall' });
      if (!made.ok) throw new Error(made.refusal.code);
      const { display, token } = made.value;
      return { shop: 's1', id: display.id, kind: display.kind, tokenHash: hashOf(readCode(token)) };
    };
    const [hall, gate] = [await letIn('大厅'), await letIn('门口')];
    expect([await there.isLetIn(hall), await there.isLetIn(gate)]).toEqual([true, true]);
    await here.revoke('s1', hall.id);
    expect([await there.isLetIn(hall), await there.isLetIn(gate)]).toEqual([false, true]);
  });
});
