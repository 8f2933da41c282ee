// shop/ — the timekeeper: what the clock alone says is said once, however many nodes there are, and also after a night without a server.
import { commandSchema, type Command } from '@zhunshi/shared/domain/commands.ts';
import { emptyDirectory } from '@zhunshi/shared/domain/directory.ts';
import { arrived, working } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock as moment } from '@zhunshi/shared/testing/littleShop.ts';
import { at, given, type Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../clock.ts';
import { startRedis, until, type RedisFixture } from '../testing/redisFixture.ts';
import { bookCar, setUpSmallShop } from '../testing/sampleCommands.ts';
import { MONDAY_MORNING, startTestNode, type TestNode } from '../testing/testNode.ts';
import { handleCommand } from './handleCommand.ts';
import type { ServedShop } from './shop.ts';
import { sayWhatIsDue, sayWhatIsNews, Timekeeper } from './timekeeper.ts';

const HOUR = 3_600_000;

/** A shop that notes what it is told, and never does it. */
function notingShop({ state, now }: Scenario, serving = true): ServedShop & { told: Command[] } {
  const told: Command[] = [];
  return {
    told,
    ...{
      id: 's1',
      state,
      epoch: 'e',
      version: 1,
      at: now,
      serving,
      directory: emptyDirectory,
      secret: Buffer.from(''),
    },
    handle: (command) => {
      told.push(command);
      return Promise.resolve({ ok: true, version: 2, events: [] });
    },
    readLog: () => Promise.resolve([]),
    staffSnapshot: () => {
      throw new Error('nobody looks');
    },
  };
}
const clockAt = (now: string, real = 1_795_395_600_000): Clock => ({
  real: () => real,
  now: () => moment(now),
  speed: 1,
});
const evening = (): Scenario =>
  given(at('16:00'), working('A', 'L1', 'tan', { operations: ['Brakes', 'Brakes', 'Brakes'] }), at('18:10'));

describe('the commands of the timekeeper', () => {
  it('given two nodes in the same minute, then their ids are alike; of another minute, shop or kind they are others [TIME-1]', async () => {
    const idsAt = async (clock: Clock, id = 's1') => {
      const shop = { ...notingShop(evening()), id };
      await sayWhatIsDue(shop, clock);
      return shop.told.map((command) => command.id);
    };
    const [first, other] = [
      await idsAt(clockAt('18:10', 1_795_395_600_000)),
      await idsAt(clockAt('18:10', 1_795_395_659_999)),
    ];
    expect(first).toHaveLength(2);
    expect(first).toEqual(other);
    const all = [...first, ...(await idsAt(clockAt('18:11'))), ...(await idsAt(clockAt('18:10'), 's2'))];
    expect(new Set(all).size).toBe(6);
  });

  it('given a car that has just come, then two nodes tell its customer once for this version of the shop, whatever the minute [TIME-4]', async () => {
    const newsAt = async (now: string, version = 1) => {
      const shop = { ...notingShop(given(arrived('A'))), version };
      await sayWhatIsNews(shop, clockAt(now));
      return shop.told.map((command) => command.id);
    };
    const [first] = await newsAt('08:31');
    expect(await newsAt('08:32')).toEqual([first]);
    expect(await newsAt('08:31', 2)).not.toEqual([first]);
    const shop = notingShop(given(arrived('A')));
    await sayWhatIsNews(shop, clockAt('08:31'));
    expect(commandSchema.safeParse(shop.told[0]).success).toBe(true);
  });

  it('given what is due, then it is well formed, closing time before estimates', async () => {
    const shop = notingShop(evening());
    await sayWhatIsDue(shop, clockAt('18:10'));
    expect(shop.told.map((command) => commandSchema.safeParse(command).success)).toEqual([true, true]);
    expect(shop.told).toMatchObject([{ type: 'SuspendWork', closedAt: moment('18:00') }, { type: 'PublishEstimates' }]);
  });

  it('given a shop that is not served, or a Redis that takes no writes, then nothing is said until that is over [TIME-1]', async () => {
    const unserved = notingShop(given(arrived('A')), false);
    await sayWhatIsDue(unserved, clockAt('08:31'));
    expect(unserved.told).toEqual([]);
    const shop = notingShop(given(arrived('A')));
    let readOnly = true;
    let asked = 0;
    const timekeeper = new Timekeeper({
      clock: clockAt('08:31'),
      shops: () => [shop],
      readOnly: () => {
        asked += 1;
        return readOnly;
      },
      report: () => undefined,
    });
    await until(() => asked > 0, 'a look');
    expect(shop.told).toEqual([]);
    readOnly = false;
    await until(() => shop.told.length > 0, 'the estimates');
    await timekeeper.stop();
  });
});

describe('two nodes on one Redis', () => {
  let redis: RedisFixture;
  let one: TestNode;
  let other: TestNode | undefined;
  let shop: ServedShop;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.remove());
  beforeEach(async () => {
    await (await redis.client()).flushall();
    one = await startTestNode(redis.url);
    shop = await one.shops.create('s1');
    await give(setUpSmallShop());
    await give({ ...bookCar('R1', MONDAY_MORNING) });
    await give({ id: uuidv7(), type: 'CheckIn', job: 'R1' });
    await give({ id: uuidv7(), type: 'Dispatch', job: 'R1', operations: ['o1'], bay: 'A01', crew: ['P02'] });
  });
  afterEach(async () => {
    await one.stop();
    await other?.stop();
    other = undefined;
  });

  const give = async (command: Command) =>
    expect(await handleCommand(shop, command, 'P01')).toMatchObject({ ok: true });
  const start = () => give({ id: uuidv7(), type: 'StartOperation', job: 'R1', operation: 'o1' });

  it('given work at closing time, when both say it, then it is suspended by the server, once [TIME-1] [TIME-2]', async () => {
    other = await startTestNode(redis.url, one.driven);
    const shops = [shop, other.shops.get('s1')!];
    one.driven.advance(8 * HOUR);
    await start();
    await until(() => shops.every(({ version }) => version === shop.version), 'both nodes');
    one.driven.advance(HOUR + 10 * 60_000);
    await Promise.all(shops.map((each) => sayWhatIsDue(each, one.driven)));
    const log = await shop.readLog(1, 500);
    const ofClock = log.filter(({ by }) => by === null).map(({ events }) => events.map(({ type }) => type));
    expect(ofClock).toEqual([['WorkSuspended'], ['EstimatePublished']]);
  });

  it('given a server that stood still over night, when it starts in the morning, then the work ended last evening [TIME-2]', async () => {
    one.driven.advance(8 * HOUR);
    await start();
    const { driven } = one;
    await one.stop();
    driven.advance(14 * HOUR);
    one = await startTestNode(redis.url, driven, true);
    shop = one.shops.get('s1')!;
    await until(() => shop.state.jobs['R1']?.operations[0]?.status === 'held', 'closing time');
    expect(shop.state.jobs['R1']?.operations[0]?.runs).toEqual([
      { from: MONDAY_MORNING + 8 * HOUR, to: MONDAY_MORNING + 9 * HOUR, bay: 'A01' },
    ]);
  });
});
