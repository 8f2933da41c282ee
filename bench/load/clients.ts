// bench/load/ — connecting as a client does: one WebSocket each, nothing but what a screen or a giver of commands would say.
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import type { Body, Entrance } from './tasks.ts';

const connectMs = 20_000;
const answerMs = 20_000;

/** A client that is not connected yet, so that listeners can be put on first. */
export function clientOf({ url, namespace, cookie, auth }: Entrance): Socket {
  return io(url + namespace, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    autoConnect: false,
    auth,
    ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
  });
}

/** Connects; at the shop it is there once its first snapshot has come. */
export async function connected(socket: Socket, namespace: Entrance['namespace']): Promise<Socket> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no connection to ${namespace}`)), connectMs);
    socket.once('connect_error', reject);
    socket.once('dismiss', (why: unknown) => reject(new Error(`dismissed: ${String(why)}`)));
    socket.once(namespace === '/' ? 'connect' : 'snapshot', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.connect();
  });
  return socket;
}

/** Gives a command under a fresh id; `begun` is told the id just before it leaves. Rejects when no answer comes. */
export async function give(socket: Socket, body: Body, begun?: (id: string) => void): Promise<CommandAnswer> {
  const id = uuidv7();
  begun?.(id);
  return (await socket.timeout(answerMs).emitWithAck('command', { id, ...body })) as CommandAnswer;
}
