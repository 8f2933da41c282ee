// redis/ — connections: how this server speaks to Redis, and what a failure of it means. Options: docs/adr, "A lost answer".
import { Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';
import { OutcomeUnknown, WriteRefused } from '../log/log.ts';

/** What the rest of this folder needs of the client. */
export type RedisClient = Redis;

/**
 * Never a silent second try: a command whose answer is lost is rejected at once, and whoever sent it decides. Nothing is queued
 * while there is no connection, and a dead peer is noticed by the timeout.
 */
const honest = {
  protocol: 2,
  lazyConnect: true,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  disconnectTimeout: 200,
  connectTimeout: 2000,
  retryStrategy: (times) => Math.min(50 * times, 500),
  // A promoted or demoted node: connect again, and leave the retry to whoever sent the command.
  reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 1 : false),
} satisfies RedisOptions;

const COMMAND_TIMEOUT_MS = 2000;
/** How long one blocking read waits for entries. */
export const BLOCK_MS = 2000;

/** A connection for commands that are answered at once. */
export function openConnection(url: string, name: string): RedisClient {
  return open(url, { ...honest, connectionName: `zhunshi-${name}`, commandTimeout: COMMAND_TIMEOUT_MS });
}

/** A connection for the blocking read: its timeout is longer than the block. */
export function openTailConnection(url: string): RedisClient {
  return open(url, { ...honest, connectionName: 'zhunshi-tail', commandTimeout: BLOCK_MS + COMMAND_TIMEOUT_MS });
}

function open(url: string, options: typeof honest & { connectionName: string; commandTimeout: number }): RedisClient {
  const path = url.startsWith('unix:') ? url.slice('unix:'.length) : undefined;
  const client = path === undefined ? new Redis(url, options) : new Redis({ ...options, path });
  // Each command's own rejection says what failed; without a listener Node would end the process.
  client.on('error', () => undefined);
  return client;
}

/** Resolves when the connection is usable, at once where it is; rejects after `timeoutMs`. */
export async function whenReady(client: RedisClient, timeoutMs: number): Promise<void> {
  if (client.status === 'ready') return;
  if (client.status === 'end') throw new OutcomeUnknown('the connection was closed for good');
  if (client.status === 'wait') client.connect().catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      client.off('ready', ready);
      client.off('end', ended);
      act();
    };
    const ready = () => settle(resolve);
    const ended = () => settle(() => reject(new OutcomeUnknown('the connection was closed for good')));
    const timer = setTimeout(() => settle(() => reject(new OutcomeUnknown('Redis is not reachable'))), timeoutMs);
    client.once('ready', ready);
    client.once('end', ended);
  });
}

const refusals = ['OOM', 'MISCONF', 'READONLY', 'NOREPLICAS', 'NOPERM', 'NOAUTH'];

/**
 * What a rejected write means. Redis' own refusals say that nothing was written; anything else (timeout, closed connection,
 * `LOADING`) leaves it open.
 */
export function writeFailure(client: RedisClient, error: unknown): WriteRefused | OutcomeUnknown {
  const message = error instanceof Error ? error.message : String(error);
  if (refusals.some((code) => message.startsWith(code) || message.includes(`-${code} `))) {
    return new WriteRefused(message, { cause: error });
  }
  dropIfSilent(client, message);
  return new OutcomeUnknown(message, { cause: error });
}

/** A connection that gives no answers any more is replaced: its peer may be gone without a word. */
export function dropIfSilent(client: RedisClient, message: string): void {
  if (message.includes('timed out') && client.status === 'ready') client.disconnect(true);
}
