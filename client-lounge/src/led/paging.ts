// led/ — which cars are on the wall now: ready ones first, pages of ten seconds, and a turn to the car that has just become ready.
import type { LoungeCarRow } from '@zhunshi/shared/views/loungeBoard.ts';

/** Milliseconds that a page stays. */
export const PAGE_MS = 10_000;
/** Milliseconds that a car which has just become ready blinks. */
export const BLINK_MS = 10_000;

/** Cars as the wall shows them: ready ones on top, each group in order of arrival, so that nothing jumps. */
export function inWallOrder(cars: readonly LoungeCarRow[]): LoungeCarRow[] {
  const rank = (car: LoungeCarRow) => (car.status === 'ready' ? 0 : 1);
  return [...cars].sort(
    (a, b) => rank(a) - rank(b) || a.position - b.position || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}

/** Keys of the cars that were shown before and have become ready since. On the first board nothing is new. */
export function newlyReady(before: readonly LoungeCarRow[] | null, after: readonly LoungeCarRow[]): string[] {
  if (before === null) return [];
  const waited = new Set(before.filter((car) => car.status !== 'ready').map((car) => car.key));
  return after.filter((car) => car.status === 'ready' && waited.has(car.key)).map((car) => car.key);
}

/** Where the wall is in its round. Times are real milliseconds of one steady clock. */
export interface Round {
  page: number;
  since: number;
  /** When each blinking car became ready. */
  blinking: ReadonlyMap<string, number>;
}

export function startRound(now: number): Round {
  return { page: 0, since: now, blinking: new Map() };
}

/** Pages that so many cars need; an empty board is one page too. */
export function pageCount(cars: number, perPage: number): number {
  return Math.max(1, Math.ceil(cars / perPage));
}

/** The round at `now`: the next page after its ten seconds, back to the first after the last; blinking that is over is dropped. */
export function turnRound(round: Round, pages: number, now: number): Round {
  const turns = Math.floor((now - round.since) / PAGE_MS);
  const over = [...round.blinking].filter(([, since]) => now - since >= BLINK_MS).map(([key]) => key);
  if (turns === 0 && over.length === 0 && round.page < pages) return round;
  const blinking = new Map([...round.blinking].filter(([key]) => !over.includes(key)));
  return { page: (round.page + turns) % pages, since: round.since + turns * PAGE_MS, blinking };
}

/** The round after cars have become ready: they blink, and the wall turns to the page of the first of them. */
export function showReady(
  round: Round,
  ready: readonly string[],
  ordered: readonly LoungeCarRow[],
  perPage: number,
  now: number,
): Round {
  const first = ordered.findIndex((car) => ready.includes(car.key));
  if (first < 0) return round;
  const blinking = new Map(round.blinking);
  for (const key of ready) blinking.set(key, now);
  return { page: Math.floor(first / perPage), since: now, blinking };
}
