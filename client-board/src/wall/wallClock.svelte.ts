// wall/ — the time that passes on the screen: real, monotonic, for clock, freshness and pages.

/** Twice a second, so that a minute's or a second's change is never seen late. */
const TICK_MS = 500;
/** A page of cars that take turns stays so long. */
const PAGE_MS = 11_000;

export class WallClock {
  /** Monotonic time, ms. */
  now = $state(performance.now());
  readonly startedAt = performance.now();
  /** Which page is shown: counts up. */
  readonly turn = $derived(Math.floor((this.now - this.startedAt) / PAGE_MS));

  /** Lets time run until the returned function is called. */
  run(): () => void {
    const timer = setInterval(() => (this.now = performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }
}
