// shop/ — screens on one node and on two: what they get when they come, when things change, when they were away.
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { staffState } from '@zhunshi/shared/views/staffView.ts';
import { shopKeys } from '../redis/keys.ts';
import { startFaultProxy } from '../testing/faultProxy.ts';
import { startRedis, until, type RedisFixture } from '../testing/redisFixture.ts';
import { bookCar, closeBay, setAttendance, setUpSmallShop } from '../testing/sampleCommands.ts';
import { MONDAY_MORNING, startTestNode, type TestNode } from '../testing/testNode.ts';
import type { TestScreen } from '../testing/testScreen.ts';
import { handleCommand } from './handleCommand.ts';
import type { DirectoryWrite, ServedShop } from './shop.ts';

const canary = { name: '甲乙丙丁', phone: '13900001111', plate: '粤B·98765', vin: 'LCANARY0000000001' };
const personal: DirectoryWrite = {
  vehicles: { v_R1: { plate: canary.plate, vin: canary.vin, model: '样车' } },
  persons: { p_R1: { name: canary.name, phone: canary.phone, words: {} } },
};

describe('screens', () => {
  let redis: RedisFixture;
  let node: TestNode;
  let shop: ServedShop;
  const others: TestNode[] = [];

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.remove());
  beforeEach(async () => {
    await (await redis.client()).flushall();
    node = await startTestNode(redis.url);
    shop = await node.shops.create('s1');
    await give(setUpSmallShop());
  });
  afterEach(async () => {
    for (const other of others.splice(0)) await other.stop();
    await node.stop();
  });

  const give = async (command: Command, write?: DirectoryWrite, to = shop) => {
    const answer = await handleCommand(to, command, 'P01', write);
    expect(answer).toMatchObject({ ok: true });
  };
  const secondNode = async () => {
    const other = await startTestNode(redis.url, node.driven);
    others.push(other);
    return other;
  };
  const shows = (screen: TestScreen, version: number) => until(() => screen.version >= version, `version ${version}`);
  const bookAndCheckIn = async () => {
    await give(bookCar('R1', MONDAY_MORNING), personal);
    const [job] = Object.keys(shop.state.jobs);
    await give(closeBay());
    await give({ id: uuidv7(), type: 'CheckIn', job: job! });
  };

  it('given a member of staff who comes, then they get the fold, and after it each entry once, in order [WIRE-1]', async () => {
    const screen = node.screen('staff');
    await shows(screen, 1);
    await give(setAttendance(false));
    await give(setAttendance(true));
    await shows(screen, 3);
    expect(screen.snapshots).toBe(1);
    expect(screen.state).toEqual(staffState(shop.state));
  });

  it('given a booking, then staff who may see customers get its directory entries before its event, others only the car [PRV-5]', async () => {
    const dispatcher = node.screen('staff');
    const technician = node.screen('technician');
    await Promise.all([shows(dispatcher, 1), shows(technician, 1)]);
    await give(bookCar('R1', MONDAY_MORNING), personal);
    await Promise.all([shows(dispatcher, 2), shows(technician, 2)]);
    expect(dispatcher.directory.persons['p_R1']?.name).toBe(canary.name);
    expect(technician.directory.vehicles['v_R1']?.plate).toBe(canary.plate);
    const order = dispatcher.heard.map((line) => JSON.parse(line) as [string]).map(([event]) => event);
    expect(order.lastIndexOf('directory')).toBeLessThan(order.lastIndexOf('events'));
    for (const secret of [canary.name, canary.phone, canary.vin]) {
      expect(technician.heard.join()).not.toContain(secret);
      if (secret !== canary.vin) expect(dispatcher.heard.join()).toContain(secret);
    }
  });

  it('given a car, then the wall gets no name, telephone or VIN, and the lounge no full plate either [PRV-4]', async () => {
    const wall = node.screen('wall');
    const lounge = node.screen('lounge');
    await Promise.all([shows(wall, 1), shows(lounge, 1)]);
    await bookAndCheckIn();
    await until(() => wall.heard.join().includes('98765'), 'the car');
    await until(() => lounge.rows.size > 1, 'the car in the lounge');
    // The search has found a canary where there is one, so its silence elsewhere means something.
    for (const secret of [canary.name, canary.phone, canary.vin]) expect(wall.heard.join()).not.toContain(secret);
    for (const secret of ['98765', canary.name, canary.phone, canary.vin])
      expect(lounge.heard.join()).not.toContain(secret);
  });

  it('given a minute that goes by, then boards are computed for it, and a screen that comes has the same rows [WIRE-3]', async () => {
    await bookAndCheckIn();
    const before = node.screen('wall');
    await until(() => before.rows.size > 3, 'the wall');
    node.driven.advance(3 * 3_600_000);
    await until(() => before.heard.some((line) => line.startsWith('["rows"')), 'changed rows');
    const after = node.screen('wall');
    await until(() => after.rows.size > 3, 'the wall');
    expect([...after.rows].sort()).toEqual([...before.rows].sort());
  });

  it('given a screen that was away for some entries, then it gets just those, on any node [WIRE-2]', async () => {
    const other = await secondNode();
    const screen = node.screen('staff');
    await shows(screen, 1);
    screen.close();
    await give(setAttendance(false));
    await give(bookCar('R1', MONDAY_MORNING), personal);
    await until(() => other.shops.get('s1')!.version === 3, 'the other node');
    const back = other.screen('staff', 's1', { epoch: screen.epoch, version: screen.version });
    await shows(back, 3);
    expect(back.snapshots).toBe(0);
    expect(back.directory.persons['p_R1']?.name).toBe(canary.name);
  });

  it('given a screen that was away for too many entries, or in another epoch, then it gets a snapshot [WIRE-2]', async () => {
    for (let turn = 0; turn < 251; turn += 1) {
      await give(setAttendance(false));
      await give(setAttendance(true));
    }
    const long = node.screen('staff', 's1', { epoch: shop.epoch, version: 1 });
    // Of another life of the log, though its version is just the one before.
    const strange = node.screen('staff', 's1', { epoch: 'another', version: shop.version - 1 });
    await Promise.all([shows(long, shop.version), shows(strange, shop.version)]);
    expect([long.snapshots, strange.snapshots]).toEqual([1, 1]);
    // At once, not when they find out that what they got does not fit.
    for (const { heard } of [long, strange]) expect(heard[0]).toMatch(/^\["snapshot"/);
  });

  it('given screens of every kind that come, then each stands in its room before its snapshot is sent [WIRE-1]', async () => {
    const screens = (['staff', 'technician', 'wall', 'lounge'] as const).map((kind) => node.screen(kind));
    await Promise.all(screens.map((screen) => shows(screen, 1)));
    const snapshots = node.sent.filter(({ event }) => event === 'snapshot');
    expect(snapshots).toEqual(screens.map(() => ({ event: 'snapshot', inRoom: true })));
  });

  it('given screens that join while commands come, then none has a gap, and all end up equal to the log [WIRE-1]', async () => {
    const screens: TestScreen[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      screens.push(node.screen('staff'));
      await give(setAttendance(turn % 2 === 1));
    }
    await Promise.all(screens.map((screen) => shows(screen, shop.version)));
    // A gap would have cost a second snapshot.
    for (const { state, snapshots } of screens) expect([state, snapshots]).toEqual([staffState(shop.state), 1]);
  });

  it('given an entry that the store refuses, then no screen hears of it, neither one that is there nor one that comes [WIRE-4]', async () => {
    const there = node.screen('staff');
    await shows(there, 1);
    const client = await redis.client();
    await client.config('SET', 'maxmemory', '1');
    const answer = await handleCommand(shop, closeBay(), 'P01');
    const comes = node.screen('staff');
    await shows(comes, 1);
    await client.config('SET', 'maxmemory', '0');
    await give(setAttendance(false));
    await Promise.all([shows(there, 2), shows(comes, 2)]);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'readOnly' } });
    for (const { state } of [there, comes]) expect(state).toEqual(staffState(shop.state));
    expect(shop.state.bays['A02']?.closed).toBeNull();
    expect(there.heard.join() + comes.heard.join()).not.toContain('BayClosed');
  });

  it('given two nodes with a screen each, when commands go to both, then both screens are equal to the log [LOG-1]', async () => {
    const other = await secondNode();
    const there = other.shops.get('s1')!;
    const screens = [node, other].flatMap((at) => [at.screen('staff'), at.screen('wall'), at.screen('lounge')]);
    await Promise.all(screens.map((screen) => shows(screen, 1)));
    await Promise.all([bookAndCheckIn(), give(bookCar('R2', MONDAY_MORNING), undefined, there)]);
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => give(bookCar(`S${at}`, MONDAY_MORNING), {}, at % 2 ? shop : there)),
    );
    const [staffHere, wallHere, loungeHere, staffThere, wallThere, loungeThere] = screens as [
      TestScreen,
      TestScreen,
      TestScreen,
      TestScreen,
      TestScreen,
      TestScreen,
    ];
    await Promise.all([shows(staffHere, 25), shows(staffThere, 25)]);
    expect(staffHere.state).toEqual(staffState(shop.state));
    expect(staffThere.state).toEqual(staffHere.state);
    const sorted = ({ rows }: TestScreen) => JSON.stringify([...rows].sort());
    await until(
      () => sorted(wallHere) === sorted(wallThere) && sorted(loungeHere) === sorted(loungeThere),
      'equal boards',
    );
    expect(loungeHere.rows.size).toBeGreaterThan(1);
  });

  it('given a shop that is created on one node, then the other serves it too', async () => {
    const other = await secondNode();
    await node.shops.create('s2');
    await until(() => other.shops.get('s2') !== undefined, 'the shop on the other node');
  });

  it('given a beat, then it says how fresh the server is; when Redis is silent, it says so', async () => {
    const proxy = await startFaultProxy(redis.socketPath);
    const behind = await startTestNode(proxy.url, node.driven);
    others.push(behind);
    const screen = behind.screen('staff');
    await until(() => screen.beats.length > 0, 'a beat');
    expect(screen.beats[0]).toMatchObject({ now: MONDAY_MORNING, speed: 1, version: 1 });
    proxy.blackHole();
    await until(() => (screen.beats.at(-1)?.certainForMs ?? 0) > 4000, 'an uncertain beat');
    await give(setAttendance(false));
    proxy.heal();
    await until(() => screen.beats.at(-1)?.version === 2 && screen.beats.at(-1)!.certainForMs < 3000, 'certainty');
    await proxy.remove();
  });

  it('given a command that changes nothing on a board, then the next beat there asks for no newer board [LIVE-1]', async () => {
    const [staff, lounge] = [node.screen('staff'), node.screen('lounge')];
    await Promise.all([shows(staff, 1), until(() => lounge.beats.length > 0, 'a beat')]);
    await give(setAttendance(false));
    const heard = lounge.beats.length;
    await until(() => staff.beats.at(-1)?.version === 2 && lounge.beats.length > heard, 'the next beats');
    expect([lounge.version, lounge.beats.at(-1)?.version]).toEqual([1, 1]);
  });

  it('given a screen that has stopped reading, then it is cut, and comes back with all it missed', async () => {
    const screen = node.screen('staff');
    await shows(screen, 1);
    const connection = screen.socket.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } };
    let cut = false;
    screen.socket.on('disconnect', () => (cut = true));
    connection.ws.pause();
    const words = 'x'.repeat(400_000);
    for (let turn = 0; turn < 60; turn += 1) {
      const vehicles = { [`v_B${turn}`]: { plate: `粤B·${turn}`, vin: '', model: words } };
      await give(bookCar(`B${turn}`, MONDAY_MORNING), { vehicles });
    }
    connection.ws.resume();
    await until(() => cut, 'the cut');
    const back = node.screen('staff', 's1', { epoch: screen.epoch, version: screen.version });
    await shows(back, shop.version);
  });

  it('given an erased directory entry that is renewed, then a screen that comes does not get it [PRV-1]', async () => {
    await give(bookCar('R1', MONDAY_MORNING), personal);
    await (await redis.client()).del(shopKeys('s1').person('p_R1'));
    const other = await secondNode();
    const screen = other.screen('staff');
    await shows(screen, 2);
    expect(screen.directory.persons).toEqual({});
  });
});
