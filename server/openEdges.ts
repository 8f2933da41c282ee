// openEdges — puts the edges together: access, HTTP, sockets and import around the shops of a node.
import type { RequestListener } from 'node:http';
import type { AccessStore } from './access/accessStore.ts';
import { Connections } from './access/connections.ts';
import { createDisplays } from './access/displays.ts';
import { createLogins } from './access/logins.ts';
import { firstCost, usualCost } from './access/pinHash.ts';
import type { PinCost, PinCosts } from './access/pinHash.ts';
import { createPairings } from './access/pairings.ts';
import { createRunningSetUps } from './access/runningSetUp.ts';
import { accessNotice, createSetUps } from './access/setUps.ts';
import { hashOf } from './access/crockford.ts';
import type { TrackLinks } from './access/trackLinks.ts';
import { createTrackLinks } from './access/trackLinks.ts';
import type { EdgeTools, Edges, OpenEdges } from './edges.ts';
import { createHttpApp } from './http/httpApp.ts';
import { createMetrics } from './http/metrics.ts';
import { builtPages } from './http/pages.ts';
import { pageVersionsOf } from './http/pageVersions.ts';
import { createImports } from './import/imports.ts';
import { createSetUpImports } from './import/setUpImports.ts';
import { redisAccessStore } from './redis/accessStore.ts';
import { redisAttemptLimit } from './redis/attemptLimit.ts';
import type { RedisClient } from './redis/connections.ts';
import { redisDisplayOrders } from './redis/displayOrders.ts';
import { redisImportNotes } from './redis/importNotes.ts';
import { triesPrefix } from './redis/keys.ts';
import { redisPairingStore } from './redis/pairingStore.ts';
import { redisTrackLinkStore } from './redis/trackLinkStore.ts';
import { followOrders } from './socket/followOrders.ts';
import { keepChecking } from './socket/recheck.ts';
import { serveScreens } from './socket/screens.ts';
import { createSocketServer } from './socket/socketServer.ts';
import { serveTrack } from './socket/trackScreens.ts';

const LOCKED_SECONDS = 15 * 60;
/** A screen asks for a code every ten minutes; a shop's screens may all come from one address. */
const PAIRING_SECONDS = 10 * 60;

/** Opens the edges on an HTTP server that does not listen yet. Rejects when Redis does not answer. */
export const openEdges: OpenEdges = (tools) => openEdgesAt(tools, { chosen: usualCost, first: firstCost });

/** The same with PINs as dear as said: tests have many people to set up and nobody to keep out. */
export async function openEdgesAt(tools: EdgeTools, costs: PinCosts): Promise<Edges> {
  const { http, shops, clock, redis, health, show } = tools;
  const report = reporter(tools);
  const store = redisAccessStore(redis);
  const limits = limitsOf(redis);
  const logins = createLogins({ shops, store, limits, costs });
  const displayOrders = redisDisplayOrders(redis);
  const displays = createDisplays({ shops, store, orders: displayOrders, clock });
  const pairings = createPairings({ displays, store: redisPairingStore(redis), limits: pairingLimitsOf(redis), clock });
  const links = linksOf(tools);
  const setUps = setUpsOf(tools, store, costs.first);
  const imports = createImports({ notes: redisImportNotes(redis), clock });
  const connections = new Connections();
  const orders = followOrders({ shops, orders: displayOrders, displays, connections, report });
  const running = createRunningSetUps({ store, limits, connections, clock, cost: costs.first });
  const setUpImports = createSetUpImports({ running, clock });
  const metrics = createMetrics(health, connections);
  const { answered } = metrics;

  const app = createHttpApp({
    ...{
      shops,
      clock,
      logins,
      displays,
      pairings,
      orders,
      pageVersions: pageVersionsOf(builtPages),
      links,
      imports,
      running,
      setUpImports,
      connections,
      answered,
      setUps,
      health,
      metrics,
      report,
    },
    openMetrics: false,
    pages: builtPages,
  });
  http.on('request', app as RequestListener);
  // After the pages: Socket.IO takes its own path away from whoever listens already.
  const sockets = createSocketServer(http);
  const join = show(sockets.io);
  serveScreens(sockets.io, { shops, logins, displays, connections, join, answered, report });
  serveTrack(sockets.io, { shops, links, connections, join, answered, report });
  const stopChecking = keepChecking({ connections, logins, displays, links, report });

  return {
    announcement: accessNotice(await setUps.prepare()),
    async close() {
      stopChecking();
      orders.stop();
      await sockets.close();
    },
  };
}

function limitsOf(redis: RedisClient) {
  return {
    person: redisAttemptLimit(redis, triesPrefix.person, 5, LOCKED_SECONDS),
    address: redisAttemptLimit(redis, triesPrefix.address, 30, LOCKED_SECONDS),
  };
}

/** Wrong links lock an address for a minute only: many customers come from one, and nobody guesses 128 bits. */
export function linksOf({ shops, clock, redis }: Pick<EdgeTools, 'shops' | 'clock' | 'redis'>): TrackLinks {
  const limit = redisAttemptLimit(redis, triesPrefix.link, 30, 60);
  return createTrackLinks({ shops, store: redisTrackLinkStore(redis, hashOf), clock, limit });
}

function pairingLimitsOf(redis: RedisClient) {
  return {
    begun: redisAttemptLimit(redis, triesPrefix.pairingBegun, 60, PAIRING_SECONDS),
    typed: redisAttemptLimit(redis, triesPrefix.pairing, 10, LOCKED_SECONDS),
  };
}

function setUpsOf({ shops, clock, redis, managerPin }: EdgeTools, store: AccessStore, cost: PinCost) {
  const limit = redisAttemptLimit(redis, triesPrefix.setUp, 5, LOCKED_SECONDS);
  return createSetUps({ shops, store, clock, limit, cost, managerPin: managerPin ?? null });
}

/** Errors by name and code only: messages of libraries may hold what was sent. */
function reporter({ log }: EdgeTools) {
  return (what: string, error: unknown): void => {
    log.error({ reason: error instanceof Error ? error.name : 'unknown' }, what);
  };
}
