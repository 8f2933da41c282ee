// desk/ — what other people have just done to which car: kept for some seconds, so that every desk sees the others' moves [CON-1].
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import type { JobId, StaffId } from '@zhunshi/shared/domain/words.ts';
import { handsOf, latestOf } from './handsOf.ts';
import type { OtherHand } from './handsOf.ts';

export type { OtherHand } from './handsOf.ts';

/** For so long a car is marked, in real time. */
const shownForMs = 20_000;

export class OtherHands {
  #latest = $state.raw<ReadonlyMap<JobId, OtherHand>>(latestOf([], []));

  /** Cars that others changed in the last seconds. */
  get latest(): ReadonlyMap<JobId, OtherHand> {
    return this.#latest;
  }

  /** Reads entries of the log; gives back the cars that somebody else than `me` has changed. */
  read(entries: readonly WireEntry[], me: StaffId): OtherHand[] {
    const hands = handsOf(entries, me);
    if (hands.length === 0) return [];
    this.#latest = latestOf(this.#latest.values(), hands);
    setTimeout(() => this.#forget(hands), shownForMs);
    return hands;
  }

  #forget(hands: readonly OtherHand[]): void {
    const left = [...this.#latest.values()].filter((one) => !hands.includes(one));
    this.#latest = latestOf(left, []);
  }
}
