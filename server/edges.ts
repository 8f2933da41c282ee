// edges — what `startServer` hands to the edges (http/, socket/, access/, import/), and what it wants back of them.
import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import type { Server as SocketServer } from 'socket.io';
import type { Clock } from './clock.ts';
import type { RedisClient } from './redis/connections.ts';
import type { Health, Join, Shops } from './shop/shop.ts';

/** What the edges may use. */
export interface EdgeTools {
  /** Not listening yet; the edges answer its requests. */
  http: HttpServer;
  shops: Shops;
  clock: Clock;
  /** For `redis/accessStore.ts` and its like only. */
  redis: RedisClient;
  health: () => Health;
  log: Logger;
  /** MANAGER_PIN. */
  managerPin: string | undefined;
  /**
   * Tells the core which Socket.IO server the screens are on, once, before any screen can connect; gives the function that puts a
   * screen into its room.
   */
  show: (io: SocketServer) => Join;
}

/** The edges at work. */
export interface Edges {
  /** Lines for the console at the start: how to set up, or how to log in. May hold one-time codes; never logged. */
  announcement: string[];
  /** Cuts all screens and lets requests under way finish. The HTTP server itself is closed by `startServer`. */
  close(): Promise<void>;
}

/** `server/openEdges.ts` exports one of these. */
export type OpenEdges = (tools: EdgeTools) => Promise<Edges>;
