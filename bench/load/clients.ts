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

/** An outcome that stays unknown for so many tries is told as such. */
const mostTries = 5;

/**
 * Gives a command under a fresh id; `begun` is told the id just before it leaves. What is unknown is asked for again under that id, as
 * every screen does [CMD-5]. Rejects when no answer comes.
 */
export async function give(socket: Socket, body: Body, begun?: (id: string) => void): Promise<CommandAnswer> {
  const id = uuidv7();
  begun?.(id);
  for (let tries = 1; ; tries += 1) {
    const answer = (await socket.timeout(answerMs).emitWithAck('command', { id, ...body })) as CommandAnswer;
    if (answer.ok || answer.refusal.code !== 'unknownOutcome' || tries === mostTries) return answer;
  }
}
