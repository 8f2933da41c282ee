// socket/ — the Socket.IO server itself: WebSocket only, own origin only, small messages, nothing kept for those who left.
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { isOwnOrigin } from '../access/origin.ts';

/** Largest message of a screen, bytes. */
const MOST_BYTES = 64 * 1024;

/** Puts a Socket.IO server on an HTTP server. A foreign origin is refused before anything else: `cors` does not stop a WebSocket. */
export function createSocketServer(http: HttpServer): Server {
  return new Server(http, {
    path: '/socket.io',
    transports: ['websocket'],
    serveClient: false,
    allowEIO3: false,
    maxHttpBufferSize: MOST_BYTES,
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers)),
  });
}
