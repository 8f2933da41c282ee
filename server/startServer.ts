// startServer — a whole server in this process: its Redis, a node on it, the edges around it. `main.ts` starts one, tests start several.
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import { BadSetting, prepareDataDir, type Config } from './config.ts';
import type { OpenEdges } from './edges.ts';
import { ownRedis, OwnRedisFailed, type OwnRedis } from './redis/ownRedis.ts';
import { startNode, type NodeAtWork } from './startNode.ts';

const CLOSE_MS = 3000;

export interface ServerOptions {
  config: Config;
  log: Logger;
  openEdges: OpenEdges;
  /** Makes the shop's clock of the real one: scaled in the demo, driven in tests. */
  clock?: (real: Clock) => Clock;
  /** See `NodeOptions`. */
  timekeeper?: boolean;
}

/** A server that listens. */
export interface RunningServer {
  /** On this machine. */
  url: string;
  port: number;
  /** How to set up or log in, for the console; may hold one-time codes. */
  announcement: string[];
  /** Its shops, for the demo that gives commands from within. */
  node: NodeAtWork;
  /** Stops in good order: answers what is under way, stores snapshots, ends its own Redis. Calling it again waits for the same. */
  stop(): Promise<void>;
}

/** Starts a server. Rejects with `BadSetting` for what a person must change, everything begun before being ended again. */
export async function startServer({
  config,
  log,
  openEdges,
  clock,
  timekeeper,
}: ServerOptions): Promise<RunningServer> {
  const ending: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of ending.splice(0).reverse()) {
      try {
        await end();
      } catch (error) {
        log.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'could not stop in good order');
      }
    }
  };
  try {
    const redisUrl = config.redisUrl ?? (await beginRedis(config, log, ending));
    const node = await reach(
      startNode({ redisUrl, log, ...(clock ? { clock } : {}), ...(timekeeper === undefined ? {} : { timekeeper }) }),
      config,
    );
    ending.push(() => node.stop());
    const http = createServer();
    ending.push(() => close(http));
    const { shops, redis, health, show } = node;
    const { managerPin } = config;
    const edges = await openEdges({ http, shops, clock: node.clock, redis, health, log, managerPin, show });
    ending.push(() => edges.close());
    const port = await listen(http, config);
    let stopped: Promise<void> | undefined;
    return {
      url: `http://localhost:${port}`,
      port,
      announcement: edges.announcement,
      node,
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function beginRedis(config: Config, log: Logger, ending: (() => Promise<void>)[]): Promise<string> {
  await prepareDataDir(config.dataDir);
  let redis: OwnRedis;
  try {
    redis = await ownRedis({
      program: config.redisServer,
      dataDir: config.dataDir,
      report: (what, details) => log.warn(details, what),
    });
  } catch (error) {
    if (error instanceof OwnRedisFailed) throw new BadSetting(error.message, { cause: error });
    throw error;
  }
  log.info({ found: redis.found }, redis.found ? 'its own Redis was running already' : 'its own Redis is running');
  ending.push(() => redis.stop());
  return redis.url;
}

async function reach(starting: Promise<NodeAtWork>, { redisUrl }: Config): Promise<NodeAtWork> {
  try {
    return await starting;
  } catch (error) {
    const where = redisUrl === undefined ? 'its own Redis' : 'the Redis of REDIS_URL';
    const why = error instanceof Error ? error.message : 'no answer';
    throw new BadSetting(`The shops could not be read from ${where} (${why}).`, { cause: error });
  }
}

async function listen(http: HttpServer, { port, host }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      reject(new BadSetting(sentenceFor(error, port, host), { cause: error })),
    );
    http.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
  return (http.address() as AddressInfo).port;
}

/** Lets requests under way finish, but waits for nobody who does not read. */
async function close(http: HttpServer): Promise<void> {
  const timer = setTimeout(() => http.closeAllConnections(), CLOSE_MS);
  await new Promise<void>((closed) => http.close(() => closed()));
  clearTimeout(timer);
}

function sentenceFor(error: NodeJS.ErrnoException, port: number, host: string | undefined): string {
  if (error.code === 'EADDRINUSE') return `PORT ${port} is taken by another program: end it, or choose another PORT.`;
  if (error.code === 'EACCES') return `PORT ${port} needs more rights than this user has: choose a PORT above 1023.`;
  return `HOST ${host ?? ''} cannot be listened on (${error.code ?? 'unknown'}): leave it out, or give an address of this machine.`;
}
