// socket/ — the Socket.IO server itself: WebSocket only, own origin only, small messages, nothing kept for those who left.
import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Server } from 'socket.io';
import { isOwnOrigin } from '../access/origin.ts';

/** Largest message of a screen, bytes. */
const MOST_BYTES = 64 * 1024;
/** A screen that does not answer the end of its connection is not waited for any longer. */
const FAREWELL_MS = 300;

export interface SocketServer {
  io: Server;
  /**
   * Ends all connections. Screens are not told to go: to them the connection is lost, and they come back by themselves, to the
   * next server.
   */
  close(): Promise<void>;
}

/** Puts a Socket.IO server on an HTTP server. A foreign origin is refused before anything else: `cors` does not stop a WebSocket. */
export function createSocketServer(http: HttpServer): SocketServer {
  const open = new Set<Duplex>();
  http.on('upgrade', (_request, socket: Duplex) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  const io = new Server(http, {
    path: '/socket.io',
    transports: ['websocket'],
    serveClient: false,
    allowEIO3: false,
    maxHttpBufferSize: MOST_BYTES,
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers)),
  });
  return {
    io,
    async close() {
      const ended = [...open].map((socket) => new Promise((end) => socket.once('close', end)));
      io.engine.close();
      await Promise.race([Promise.all(ended), wait(FAREWELL_MS, undefined, { ref: false })]);
      for (const socket of open) socket.destroy();
    },
  };
}
