// redis/ — measures Redis' clock now and then, so that the nodes on it agree about the time.
import type { RealClock } from '../clock.ts';
import type { RedisClient } from './connections.ts';

const EVERY_MS = 10_000;

/** Keeps a clock with Redis': at each connect and every ten seconds. Returns what ends it. */
export function redisClock(client: RedisClient, clock: RealClock): () => void {
  const measure = () => {
    const sentAt = performance.now();
    client.time().then(
      ([seconds, micros]) => clock.adjust(Number(seconds) * 1000 + Number(micros) / 1000, sentAt, performance.now()),
      // Not reachable now: the monotonic clock goes on, and the next measurement is soon.
      () => undefined,
    );
  };
  const timer = setInterval(measure, EVERY_MS);
  client.on('ready', measure);
  return () => {
    clearInterval(timer);
    client.off('ready', measure);
  };
}
