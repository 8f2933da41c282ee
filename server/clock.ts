// clock — the one source of time. Everything that needs a "now" gets this port; nothing else asks the system.
import type { Instant } from '@zhunshi/shared/domain/words.ts';

/** Shop's time and real time. */
export interface Clock {
  /** Real time, epoch ms, by Redis' clock, so that nodes agree. For ages of command ids and freshness. */
  real(): number;
  /** The shop's time, epoch ms, whole: real time, scaled in the demo, driven in tests. */
  now(): Instant;
  /** Shop's ms per real ms. */
  readonly speed: number;
}

/** A clock that learns how far the machine's own clock is from Redis'. */
export interface RealClock extends Clock {
  /**
   * Takes a measurement of Redis' clock.
   *
   * @param redisMs what TIME said
   * @param sentAt `performance.now()` before asking
   * @param receivedAt `performance.now()` after the answer
   */
  adjust(redisMs: number, sentAt: number, receivedAt: number): void;
}

/** Real time. Between measurements it runs by the monotonic clock, so a jump of the machine's clock does not matter. */
export function realClock(): RealClock {
  let base = Date.now() - performance.now();
  const real = () => Math.floor(base + performance.now());
  return {
    real,
    now: real,
    speed: 1,
    adjust(redisMs, sentAt, receivedAt) {
      base = redisMs - (sentAt + receivedAt) / 2;
    },
  };
}

/** A clock that stands still until it is moved: for tests. */
export interface DrivenClock extends Clock {
  /** Moves the shop's time on. */
  advance(ms: number): void;
  /** Moves real time on beside the machine's, so that command ids age. */
  advanceReal(ms: number): void;
}

/** The shop's time stands at an instant until it is moved; real time runs. */
export function drivenClock(from: Instant): DrivenClock {
  let now = from;
  let ahead = 0;
  return {
    real: () => Date.now() + ahead,
    now: () => now,
    speed: 1,
    advance: (ms) => {
      now += ms;
    },
    advanceReal: (ms) => {
      ahead += ms;
    },
  };
}
