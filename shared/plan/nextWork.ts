// plan/ — the work that a forecast could place next, and which of it can begin soonest. Work of one kind that anybody can do anywhere
// waits for the same bay and person: it stands in one queue and is asked about once, not car by car.
import type { Job, Operation } from '../domain/state.ts';
import type { Instant } from '../domain/words.ts';

/** Whose work it is: a job, and its place in the order of promises. */
interface Ranked {
  job: Job;
  rank: number;
}

/** The next operation of a job, where and when it could begin as far as is known. */
export interface Candidate<Of extends Ranked> {
  placing: Of;
  operation: Operation;
  needMs: number;
  /** When car and hold let it begin. */
  from: Instant;
  /** Of those that can begin at once: rework [INS-5], then cars that stand in the bay already, then the others. */
  turn: number;
  /** By so much it goes before others that could begin. */
  aheadMs: number;
  /** Its place in its queue. */
  queuedAs: number;
  /** When it could begin, as far as is known: it only ever gets later. */
  at: Instant;
}

/** What a floor says about when work can begin. */
interface Floor<Of extends Ranked> {
  soonestFor: (candidate: Candidate<Of>) => Instant;
  /** When bay and person for a kind of work are free, whatever bays are kept for whom: no car's work of it begins before. */
  soonestOfKind: (operation: Operation) => Instant;
}

/** Work of one kind without a bay or a person of its own. In both lists the first to go stands last. */
interface Kind<Of extends Ranked> {
  like: Operation;
  /** When bay and person are free, as far as is known: it only ever gets later. */
  at: Instant;
  /** What could begin once bay and person are free. */
  ready: Candidate<Of>[];
  /** What its car, or a hold, lets begin only after that. */
  later: Candidate<Of>[];
}

export class NextWork<Of extends Ranked> {
  readonly #floor: Floor<Of>;
  readonly #kinds = new Map<string, Kind<Of>>();
  /** What has its own bay, person or reservation, or must avoid what bays are kept for; each is asked about by itself. */
  readonly #single: Candidate<Of>[] = [];

  constructor(floor: Floor<Of>) {
    this.#floor = floor;
  }

  /** Adds what could be placed. */
  offer(candidate: Candidate<Of>): void {
    const { operation, placing } = candidate;
    const { status, crew, workType, unattended } = operation;
    if (status !== 'planned' || crew.length > 0 || placing.job.reservation !== null) {
      candidate.at = this.#floor.soonestFor(candidate);
      insert(this.#single, candidate, goesFirst);
      return;
    }
    const name = `${workType} ${String(unattended)}`;
    const kind = this.#kinds.get(name) ?? { like: operation, at: 0, ready: [], later: [] };
    this.#kinds.set(name, kind);
    insert(kind.later, candidate, goesFirst);
  }

  /** Takes out what goes first of all; undefined when nothing is left. */
  take(): Candidate<Of> | undefined {
    for (;;) {
      let first = this.#single.at(-1);
      let kind: Kind<Of> | null = null;
      for (const one of this.#kinds.values()) {
        const head = headOf(one);
        if (!head || (first && !goesFirst(head, first))) continue;
        first = head;
        kind = one;
      }
      if (!first) return undefined;
      // Moments only ever get later: what is still the first when it is asked again is the first of all.
      if (kind && this.#isLaterNow(kind)) continue;
      if (!kind) this.#single.pop();
      else if (kind.ready.length > 0) kind.ready.pop();
      else kind.later.pop();
      const known = first.at;
      first.at = this.#floor.soonestFor(first);
      if (first.at <= known) return first;
      insert(this.#single, first, goesFirst);
    }
  }

  #isLaterNow(kind: Kind<Of>): boolean {
    const at = this.#floor.soonestOfKind(kind.like);
    const isLater = at > kind.at;
    kind.at = at;
    return isLater;
  }
}

/** The first of a kind; it begins then, unless the bay is kept for another car. */
function headOf<Of extends Ranked>({ at, ready, later }: Kind<Of>): Candidate<Of> | undefined {
  for (let next = later.at(-1); next && next.from <= at; next = later.at(-1)) {
    later.pop();
    insert(ready, next, goesBefore);
  }
  const head = ready.at(-1) ?? later.at(-1);
  if (head) head.at = Math.max(at, head.from);
  return head;
}

/** Puts one in its place of a list in which the first to go stands last. */
function insert<One>(list: One[], one: One, isFirst: (a: One, b: One) => boolean): void {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other !== undefined && isFirst(one, other)) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, one);
}

/** Which of two goes first: the one that can begin sooner; else as below. */
function goesFirst(a: Candidate<Ranked>, b: Candidate<Ranked>): boolean {
  const atA = a.at - a.aheadMs;
  const atB = b.at - b.aheadMs;
  return atA === atB ? goesBefore(a, b) : atA < atB;
}

/** Of two that can begin at the same time: the one whose turn it is; the earlier in the queue; the earlier promise. */
function goesBefore(a: Candidate<Ranked>, b: Candidate<Ranked>): boolean {
  if (a.turn !== b.turn) return a.turn < b.turn;
  return a.queuedAs === b.queuedAs ? a.placing.rank < b.placing.rank : a.queuedAs < b.queuedAs;
}
