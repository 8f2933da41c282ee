// bench/screens/ — a trace of Chromium → what the main thread of a page did after each mark. Pure arithmetic.

/** What of a trace event is read; times in µs. */
export interface TraceEvent {
  name: string;
  cat: string;
  pid: number;
  tid: number;
  ts: number;
  /** Of whole events: by the clock, and by the processor. */
  dur?: number;
  tdur?: number;
}

/** Work of the main thread in a window, ms. */
export interface Cost {
  /** By the clock: what other processes took in between counts too. */
  wallMs: number;
  /** By the processor. */
  cpuMs: number;
}

/** A piece of work of the main thread: whole, never within another. */
const TASK = 'ThreadControllerImpl::RunTask';

/**
 * Sums the tasks that begin within so many ms of each mark of a name (`performance.mark`), on the thread that made it. The task that
 * made the mark itself is not among them.
 */
export function costsAfter(events: readonly TraceEvent[], mark: string, windowMs: number): Cost[] {
  const marks = events.filter(({ name, cat }) => name === mark && cat.includes('blink.user_timing'));
  const tasks = events.filter(({ name, dur }) => name === TASK && dur !== undefined);
  return marks.map(({ pid, tid, ts }) => {
    const until = ts + windowMs * 1000;
    const within = tasks.filter((task) => task.pid === pid && task.tid === tid && task.ts > ts && task.ts < until);
    const sum = (of: (task: TraceEvent) => number): number => within.reduce((all, task) => all + of(task), 0) / 1000;
    return { wallMs: sum(({ dur = 0 }) => dur), cpuMs: sum(({ dur = 0, tdur = dur }) => tdur) };
  });
}
