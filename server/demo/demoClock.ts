// demo/ — the demo's clock: it can be set, stand still while the morning is caught up with, and run faster than real time.
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { Clock } from '../clock.ts';

export interface DemoClock extends Clock {
  /** Sets the shop's time; from there it runs, or stands still until it is set again. */
  set(at: Instant, running: boolean): void;
}

/** A clock that stands at an instant until it is set; `speed` shop's ms go by in a real one once it runs. */
export function demoClock(source: Clock, from: Instant, speed: number): DemoClock {
  let base = from;
  let since = source.real();
  let running = false;
  return {
    real: () => source.real(),
    now: () => Math.floor(running ? base + (source.real() - since) * speed : base),
    speed,
    set(at, run) {
      base = at;
      since = source.real();
      running = run;
    },
  };
}
