// shop/ — commands against a real Redis: each happens once, whatever is retried; lost answers, dead and full Redis lose nothing.
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import { startFaultProxy, type FaultProxy } from '../testing/faultProxy.ts';
import { startRedis, until, type RedisFixture } from '../testing/redisFixture.ts';
import { bookCar, closeBay, setAttendance, setUpSmallShop } from '../testing/sampleCommands.ts';
import { MONDAY_MORNING, startTestNode, type TestNode } from '../testing/testNode.ts';
import { shopKeys } from '../redis/keys.ts';
import { stateHash } from './fingerprint.ts';
import { handleCommand } from './handleCommand.ts';
import type { ServedShop } from './shop.ts';

describe('commands', () => {
  let redis: RedisFixture;
  let proxy: FaultProxy;
  let node: TestNode;
  let shop: ServedShop;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.remove());
  beforeEach(async () => {
    await (await redis.client()).flushall();
    proxy = await startFaultProxy(redis.socketPath);
    node = await startTestNode(proxy.url);
    shop = await node.shops.create('s1');
    await give(setUpSmallShop());
  });
  afterEach(async () => {
    await node.stop();
    await proxy.remove();
  });

  const give = (command: Command, to: ServedShop = shop): Promise<CommandAnswer> => handleCommand(to, command, 'P01');
  /** As a client does: again with the same id for as long as the outcome is unknown. */
  const insist = async (command: Command, to: ServedShop = shop): Promise<CommandAnswer> => {
    for (;;) {
      const answer = await give(command, to);
      if (answer.ok || answer.status !== 503) return answer;
      await wait(5);
    }
  };
  const logged = async () => (await shop.readLog(1, 10_000)).map(({ commandId }) => commandId);

  it('given a shop, when a command is accepted, then its entry is stored before the answer [LOG-2]', async () => {
    const command = closeBay();
    const answer = await give(command);
    expect(answer).toMatchObject({ ok: true, version: 2, events: [{ type: 'BayClosed', bay: 'A02' }] });
    expect(await logged()).toContain(command.id);
  });

  it('given a command that is refused, then it leaves no trace, and is decided afresh when it comes again [CMD-4]', async () => {
    const home = setAttendance(true);
    expect(await give(home)).toMatchObject({ ok: false, status: 422, refusal: { code: 'alreadyPresent' } });
    await give(setAttendance(false));
    expect(await give(home)).toMatchObject({ ok: true, version: 3 });
  });

  it('given an accepted command, when it comes again, then it gets the same answer and nothing happens [CMD-1]', async () => {
    const command = closeBay();
    const first = await give(command);
    await give(setAttendance(false));
    expect(await give(command)).toEqual(first);
    expect(shop.version).toBe(3);
  });

  it('given an accepted command, when its id comes with another content, then it is refused [CMD-2]', async () => {
    const command = closeBay();
    await give(command);
    const other = await give({ ...command, bay: 'A01' });
    expect(other).toMatchObject({ ok: false, status: 422, refusal: { code: 'commandReused' } });
  });

  it('given the same command many times at once, then one entry, and the same answer to all [CMD-1]', async () => {
    const command = closeBay();
    const answers = await Promise.all(Array.from({ length: 20 }, () => give(command)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await logged()).toHaveLength(2);
  });

  it('given ids too old or from the future, then they are refused as expired, even an accepted one [CMD-3]', async () => {
    const command = closeBay();
    await give(command);
    node.driven.advanceReal(8 * 86_400_000);
    expect(await give(command)).toMatchObject({ ok: false, refusal: { code: 'commandExpired' } });
    node.driven.advanceReal(-9 * 86_400_000);
    expect(await give(setAttendance(false))).toMatchObject({ ok: false, refusal: { code: 'commandExpired' } });
  });

  it('given a clock that runs back, then time in the log does not [LOG-3]', async () => {
    await give(setAttendance(false));
    node.driven.advance(-3_600_000);
    await give(setAttendance(true));
    const times = (await shop.readLog(1, 10)).map(({ at }) => at);
    expect(times).toEqual([MONDAY_MORNING, MONDAY_MORNING, MONDAY_MORNING]);
  });

  it('given commands that arrive together, then each is decided on what those before it have made', async () => {
    const answers = await Promise.all(
      [setAttendance(false), setAttendance(false), setAttendance(true)].map((one) => give(one)),
    );
    expect(answers.map((answer) => (answer.ok ? answer.version : answer.refusal.code))).toEqual([2, 'alreadyAway', 3]);
  });

  it('given any order of retries, then each command happened once and all its answers agree [CMD-1]', async () => {
    const orders = fc.array(fc.nat({ max: 7 }), { minLength: 8, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const commands = Array.from({ length: 8 }, (_, at) =>
          bookCar(uuidv7().slice(-12) + String(at), MONDAY_MORNING),
        );
        const answers = new Map<string, Set<string>>();
        await Promise.all(
          order.map(async (at) => {
            const command = commands[at]!;
            const answer = JSON.stringify(await give(command));
            answers.set(command.id, (answers.get(command.id) ?? new Set()).add(answer));
          }),
        );
        const ids = await logged();
        for (const at of new Set(order)) {
          const { id } = commands[at]!;
          expect(ids.filter((logged) => logged === id)).toHaveLength(1);
          expect(answers.get(id)?.size).toBe(1);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('given an answer of Redis that is lost, then the outcome is unknown, and the retry finds what happened [CMD-5]', async () => {
    const command = closeBay();
    const dropped = proxy.dropAnswerTo(command.id);
    const [lost] = await Promise.all([give(command), dropped]);
    expect(lost).toMatchObject({ ok: false, status: 503, refusal: { code: 'unknownOutcome' } });
    expect(await insist(command)).toMatchObject({ ok: true, version: 2 });
    expect(await logged()).toHaveLength(2);
  });

  it('given a lost answer, when another command comes first, then it is decided on what really happened [CMD-5]', async () => {
    const command = closeBay();
    const dropped = proxy.dropAnswerTo(command.id);
    await Promise.all([give(command), dropped]);
    expect(await insist(closeBay())).toMatchObject({ ok: false, refusal: { code: 'bayAlreadyClosed' } });
  });

  it('given a Redis that is killed and started again under load, then no answered command is lost, none doubled', async () => {
    const given: Command[] = [];
    const answered = new Map<string, CommandAnswer>();
    let ended = false;
    const people = Array.from({ length: 6 }, async (_, person) => {
      while (!ended) {
        const command = bookCar(`R${person}-${given.length}`, MONDAY_MORNING);
        given.push(command);
        answered.set(command.id, await insist(command));
      }
    });
    await until(() => answered.size > 50, 'some answers');
    await redis.kill();
    await redis.start();
    const before = answered.size;
    await until(() => answered.size > before + 50, 'answers after the restart');
    ended = true;
    await Promise.all(people);
    const ids = await logged();
    expect(new Set(ids).size).toBe(ids.length);
    expect([...answered.values()].every(({ ok }) => ok)).toBe(true);
    for (const id of answered.keys()) expect(ids).toContain(id);
  });

  it('given a Redis whose memory is full, then commands get readOnly, staff are told, and it comes back by itself [LOG-7]', async () => {
    const screen = node.screen('staff');
    await until(() => screen.state !== undefined, 'a snapshot');
    const client = await redis.client();
    await client.config('SET', 'maxmemory', '1');
    expect(await give(closeBay())).toMatchObject({ ok: false, status: 503, refusal: { code: 'readOnly' } });
    expect(node.health().readOnly).toBe(true);
    await until(() => screen.troubles.some(({ code }) => code === 'readOnly'), 'the trouble');
    await client.config('SET', 'maxmemory', '0');
    await until(() => screen.troubles.some(({ code }) => code === 'recovered'), 'the end of the trouble');
    expect(await give(closeBay())).toMatchObject({ ok: true, version: 2 });
  });

  it('given personal data of a command that is accepted, then it is stored, and not in the log [PRV-1]', async () => {
    const command = bookCar('R1', MONDAY_MORNING);
    const car = { plate: '粤B·12345', vin: 'LSV00000000000001', model: '样车' };
    await handleCommand(shop, command, 'P01', { vehicles: { v_R1: car } });
    const client = await redis.client();
    expect(JSON.parse((await client.get(shopKeys('s1').vehicle('v_R1'))) ?? '')).toEqual(car);
    expect(await client.zcard(shopKeys('s1').unreferenced)).toBe(0);
    expect(JSON.stringify(await client.xrange(shopKeys('s1').log, '-', '+'))).not.toContain('12345');
  });

  it('given two nodes that contend, then nobody starves and both have the same state [LOG-2]', async () => {
    const other = await startTestNode(redis.url);
    try {
      const there = other.shops.get('s1')!;
      const burst = (to: ServedShop, name: string) =>
        Promise.all(Array.from({ length: 100 }, (_, at) => insist(bookCar(`${name}${at}`, MONDAY_MORNING), to)));
      const answers = (await Promise.all([burst(shop, 'A'), burst(there, 'B')])).flat();
      expect(answers.filter(({ ok }) => ok)).toHaveLength(200);
      await until(() => shop.version === 201 && there.version === 201, 'both nodes at the end');
      expect(stateHash(shop.state)).toBe(stateHash(there.state));
    } finally {
      await other.stop();
    }
  });
});
