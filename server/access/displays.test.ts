// access/ — displays against a real Redis: what another node asks when it looks at its screens again.
import { plainLounge, plainWall } from '@zhunshi/shared/wire/displayChoices.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redisAccessStore } from '../redis/accessStore.ts';
import { redisDisplayOrders } from '../redis/displayOrders.ts';
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
    const node = async () => {
      const client = await redis.client();
      const [store, orders] = [redisAccessStore(client), redisDisplayOrders(client)];
      return createDisplays({ shops: noShops, store, orders, clock: drivenClock(0) });
    };
    const [here, there] = [await node(), await node()];
    const letIn = async (name: string) => {
      const made = await here.create('s1', { name, kind: 'wall' });
      if (!made.ok) throw new Error(made.refusal.code);
      const { display, token } = made.value;
      return { shop: 's1', id: display.id, tokenHash: hashOf(readCode(token)) };
    };
    const [hall, gate] = [await letIn('大厅'), await letIn('门口')];
    expect([await there.toldTo(hall), await there.toldTo(gate)]).toMatchObject([{ name: '大厅' }, { name: '门口' }]);
    await here.revoke('s1', hall.id);
    expect([await there.toldTo(hall), await there.toldTo(gate)]).toMatchObject([null, { name: '门口' }]);
  });

  it('given a wall of an earlier release, when its layout is chosen, then it has it; a lounge has none [DSPL-2]', async () => {
    const client = await redis.client();
    const [store, orders] = [redisAccessStore(client), redisDisplayOrders(client)];
    const displays = createDisplays({ shops: noShops, store, orders, clock: drivenClock(0) });
    const old = { id: 'old', name: '旧墙', kind: 'wall', createdAt: 1 };
    await (await redis.client()).hset('{s2}:auth:displays', 'hash', JSON.stringify(old));
    expect((await displays.list('s2')).map(({ wall }) => wall)).toEqual([{ layout: 'kanban', language: null }]);
    const promises = { layout: 'promises', language: 'en' } as const;
    const told = { id: 'old', name: '旧墙', wall: promises, lounge: null };
    expect(await displays.change('s2', 'old', { wall: promises })).toEqual(told);
    expect(await displays.toldTo({ shop: 's2', tokenHash: 'hash' })).toEqual(told);
    expect(await displays.change('s2', 'old', { name: '新墙' })).toEqual({ ...told, name: '新墙' });
    await displays.revoke('s2', 'old');
    expect(await displays.change('s2', 'old', { name: '旧墙' })).toBeNull();
    const lounge = await displays.create('s2', { name: '休息区', kind: 'lounge', wall: promises });
    expect(lounge.ok && lounge.value.display.wall).toBeNull();
  });

  it('given a lounge screen of an earlier release, when its edge is chosen, then it has it; a wall has none [DSPL-3]', async () => {
    const client = await redis.client();
    const [store, orders] = [redisAccessStore(client), redisDisplayOrders(client)];
    const displays = createDisplays({ shops: noShops, store, orders, clock: drivenClock(0) });
    const old = { id: 'old', name: '休息区', kind: 'lounge', wall: null, createdAt: 1 };
    await client.hset('{s3}:auth:displays', 'hash', JSON.stringify(old));
    expect((await displays.list('s3')).map(({ lounge }) => lounge)).toEqual([plainLounge]);
    const lounge = { inset: 3, turned: true, leds: false };
    expect(await displays.change('s3', 'old', { lounge, wall: plainWall })).toMatchObject({ wall: null, lounge });
    // Two things chosen one after the other, by hands that both saw it as it was before: both hold.
    await displays.change('s3', 'old', { lounge: { turned: false } });
    expect(await displays.change('s3', 'old', { lounge: { inset: 5 } })).toMatchObject({
      lounge: { inset: 5, turned: false, leds: false },
    });
    const wall = await displays.create('s3', { name: '东墙', kind: 'wall', lounge });
    expect(wall.ok && [wall.value.display.wall, wall.value.display.lounge]).toEqual([plainWall, null]);
  });

  it('given a display that says what it shows, when a minute passes in silence, then it is off and what it said is known [DSPL-4]', async () => {
    const client = await redis.client();
    const clock = drivenClock(0);
    const [store, orders] = [redisAccessStore(client), redisDisplayOrders(client)];
    const displays = createDisplays({ shops: noShops, store, orders, clock });
    const made = await displays.create('s4', { name: '休息区', kind: 'lounge' });
    if (!made.ok) throw new Error(made.refusal.code);
    const { id } = made.value.display;
    const only = async () => (await displays.list('s4'))[0];
    expect(await only()).toMatchObject({ online: false, lastSeenAt: null, page: null });
    const page = { version: '0.1.0', width: 1920, height: 1080, shows: 'lounge' };
    await displays.seen({ shop: 's4', id }, page);
    await displays.seen({ shop: 's4', id });
    expect(await only()).toMatchObject({ online: true, page });
    clock.advanceReal(60_000);
    expect(await only()).toMatchObject({ online: false, page });
    await displays.revoke('s4', id);
    expect(await client.hlen('{s4}:auth:displays:pages')).toBe(0);
  });
});
