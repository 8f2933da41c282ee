// calls/ — which calls of the board are still to be made: each once, in the order in which they arose, none that is old news. Pure.
import type { CallReason, Instant } from '@zhunshi/shared/domain/words.ts';
import type { LoungeCarRow } from '@zhunshi/shared/views/loungeBoard.ts';

/** Nobody is called for what is older, by the server's clock: they have come, or have been fetched [ANN-3]. */
const OLDEST_MS = 3 * 60_000;
/** Who has stood in the queue for so long was overslept by a frozen screen, not by the calls before. */
const LONGEST_QUEUE_MS = 15 * 60_000;

/** One call: a car, what its customer is wanted for, and since when. */
export interface Call {
  /** Tells it from every other call. */
  id: string;
  label: string;
  about: CallReason;
  /** The shop's time. */
  at: Instant;
}

export interface CallQueue {
  /** Calls that were made, or were too old to be: their times by id. Null until the first board has come. */
  heard: ReadonlyMap<string, Instant> | null;
  /** Calls to be made, the first one first. */
  waiting: readonly Call[];
}

export const noCalls: CallQueue = { heard: null, waiting: [] };

function byTime(a: Call, b: Call): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

/** Calls that a board asks for, the oldest first [ANN-2]. */
export function callsOf(cars: readonly LoungeCarRow[]): Call[] {
  const calls: Call[] = [];
  for (const { key, label, call } of cars) {
    if (call !== null)
      calls.push({ id: `${key} ${call.about} ${String(call.at)}`, label, about: call.about, at: call.at });
  }
  return calls.sort(byTime);
}

/**
 * A board has come. What is new of it waits its turn; what is on the first board was called before this page was there [ANN-1].
 * @param now the server's time
 */
export function hear({ heard, waiting }: CallQueue, cars: readonly LoungeCarRow[], now: Instant): CallQueue {
  const calls = callsOf(cars);
  const recent = (at: Instant): boolean => now - at <= OLDEST_MS;
  // What is too old to be made, and has left the board, need not be remembered: a screen runs for weeks.
  const next = new Map([...(heard ?? [])].filter(([, at]) => recent(at)));
  const fresh = heard === null ? [] : calls.filter(({ id, at }) => !heard.has(id) && recent(at));
  for (const { id, at } of calls) next.set(id, at);
  // A call that no longer holds is dropped; one that waits is made with the label that the car has now.
  const awaited = new Set(waiting.map(({ id }) => id));
  const still = calls.filter(({ id }) => awaited.has(id));
  return { heard: next, waiting: [...still, ...fresh].sort(byTime) };
}

/** The call whose turn it is, and the queue without it. */
export function takeNext(queue: CallQueue, now: Instant): { call: Call | null; queue: CallQueue } {
  const waiting = queue.waiting.filter(({ at }) => now - at <= LONGEST_QUEUE_MS);
  const [call = null, ...rest] = waiting;
  return { call, queue: { ...queue, waiting: rest } };
}
