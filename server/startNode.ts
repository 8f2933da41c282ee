// startNode — one node at work on a Redis: clock, shops, tail and push, without the edges. `startServer` puts those around it.
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import type { Logger } from 'pino';
import type { Server } from 'socket.io';
import { realClock, type Clock } from './clock.ts';
import { openConnection, openTailConnection, whenReady, type RedisClient } from './redis/connections.ts';
import { redisClock } from './redis/redisClock.ts';
import { redisDirectory } from './redis/redisDirectory.ts';
import { redisLog } from './redis/redisLog.ts';
import { redisShopStore } from './redis/redisShopStore.ts';
import { redisTail } from './redis/redisTail.ts';
import { Push } from './shop/push.ts';
import type { Health, Join, Shops } from './shop/shop.ts';
import type { ShopAtWork } from './shop/shopAtWork.ts';
import { ShopsAtWork } from './shop/shopsAtWork.ts';
import { Tail } from './shop/tail.ts';
import { Timekeeper } from './shop/timekeeper.ts';
import { Writability } from './shop/writability.ts';

const CONNECT_MS = 10_000;
/** The tail answers every two seconds at least; beyond this something is wrong. */
const UNCERTAIN_MS = 6000;

export interface NodeOptions {
  /** `redis://…`, `rediss://…` or `unix:<path>`. */
  redisUrl: string;
  log: Logger;
  /** Makes the shop's clock of the real one; left out: they are the same. */
  clock?: (real: Clock) => Clock;
  /** Closing time is said and customers are told by themselves; false only where a test counts what is in the log. */
  timekeeper?: boolean;
}

/** A node at work. */
export interface NodeAtWork {
  shops: Shops;
  clock: Clock;
  /** Connection for `redis/accessStore.ts`. */
  redis: RedisClient;
  health: () => Health;
  /** Begins to show the shops on the screens of a Socket.IO server; called once. */
  show: (io: Server) => Join;
  /** Stops taking part: finishes commands, stores snapshots, closes connections. */
  stop(): Promise<void>;
}

/** Starts a node; every shop of the Redis is served when it resolves. Rejects when Redis cannot be reached or a log not be read. */
export async function startNode({
  redisUrl,
  log,
  clock: makeClock,
  timekeeper: keepsTime = true,
}: NodeOptions): Promise<NodeAtWork> {
  const writes = openConnection(redisUrl, 'writes');
  const reads = openConnection(redisUrl, 'reads');
  const tailing = openTailConnection(redisUrl);
  const connections = [writes, reads, tailing];
  const report = (what: string, error: unknown) => log.warn({ reason: reasonOf(error) }, what);

  const real = realClock();
  const stopClock = redisClock(reads, real);
  const clock = makeClock?.(real) ?? real;
  const store = redisShopStore(reads);
  const theLog = redisLog(writes, reads);
  let push: Push | undefined;

  const writability: Writability = new Writability({
    probe: () => store.probe(shops.ids()[0] ?? 'zhunshi'),
    real: () => clock.real(),
    changed(since) {
      log.warn({ since }, since === null ? 'Redis takes writes again' : 'Redis refuses writes: read-only');
      push?.trouble(since === null ? { code: 'recovered' } : { code: 'readOnly', since });
    },
  });
  const shops: ShopsAtWork = new ShopsAtWork({
    log: theLog,
    directoryStore: redisDirectory(reads),
    snapshots: store,
    secretOf: (shop) => store.secretOf(shop),
    clock,
    writability,
    report,
    served: (shop) => tail.follow(shop),
    distrusted: (shop, why) => log.error({ shop: shop.id, version: shop.version }, why),
    recovered(shop, lost) {
      log.error({ shop: shop.id, epoch: shop.epoch, version: shop.version, lost }, 'a shop was recovered');
      push?.snapshotAll(shop);
      if (lost) push?.trouble({ code: 'lostEntries', ...lost }, shop.id);
    },
  });
  const tail: Tail = new Tail({
    tail: redisTail(tailing, reads),
    shop: (id) => shops.get(id),
    deliver: (shop, entries, directory) => push?.entries(shop, entries, directory),
    lookAround: () => shops.lookAround(),
    report,
  });

  const disconnect = () => {
    stopClock();
    for (const connection of connections) connection.disconnect();
  };
  try {
    await Promise.all(connections.map((connection) => whenReady(connection, CONNECT_MS)));
    await shops.lookAround();
  } catch (error) {
    disconnect();
    throw error;
  }
  tail.start();
  const timekeeper = keepsTime
    ? new Timekeeper({
        clock,
        shops: () => servedShops(shops),
        readOnly: () => writability.readOnlySince !== null,
        report,
      })
    : undefined;

  return {
    shops,
    clock,
    redis: reads,
    health: () => healthOf(shops, tail, writability),
    show(io) {
      push = new Push({
        io,
        clock,
        shop: (id) => shops.get(id),
        shops: () => shops.ids(),
        certainty: (shop: ShopId) => tail.certainty(shop),
        readOnlySince: () => writability.readOnlySince,
        cut: (shop, kind) => log.warn({ shop, kind }, 'a screen does not read and was cut'),
        report,
      });
      return push.join;
    },
    async stop() {
      await timekeeper?.stop();
      push?.stop();
      writability.stop();
      await tail.stop();
      await shops.stop();
      disconnect();
    },
  };
}

function healthOf(shops: ShopsAtWork, tail: Tail, writability: Writability): Health {
  const all = servedShops(shops);
  const certainForMs = Math.max(0, ...all.map(({ id }) => tail.certainty(id).forMs));
  return {
    ready: certainForMs < UNCERTAIN_MS && all.every(({ serving }) => serving),
    readOnly: writability.readOnlySince !== null,
    certainForMs: Math.round(certainForMs),
    shops: all.map(({ id, version, serving }) => ({ id, version, serving })),
  };
}

function servedShops(shops: ShopsAtWork): ShopAtWork[] {
  return shops
    .ids()
    .map((id) => shops.get(id))
    .filter((shop) => shop !== undefined);
}

/** Name and code of an error, and its message where it is Redis' or ours; never the content of a command. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'unknown';
}
