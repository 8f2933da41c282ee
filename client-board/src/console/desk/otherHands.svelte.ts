// desk/ — what other people have just done to which car: kept for some seconds, so that every desk sees the others' moves [CON-1].
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import type { JobId, StaffId } from '@zhunshi/shared/domain/words.ts';

/** The latest change of a car by another person. */
export interface OtherHand {
  job: JobId;
  by: StaffId;
  version: number;
  entry: WireEntry;
}

/** For so long a car is marked, in real time. */
const shownForMs = 20_000;

export class OtherHands {
  #latest = $state.raw<ReadonlyMap<JobId, OtherHand>>(new Map());

  /** Cars that others changed in the last seconds. */
  get latest(): ReadonlyMap<JobId, OtherHand> {
    return this.#latest;
  }

  /** Reads entries of the log; gives back the cars that somebody else than `me` has changed. */
  read(entries: readonly WireEntry[], me: StaffId): OtherHand[] {
    const hands = handsOf(entries, me);
    if (hands.length === 0) return [];
    this.#latest = new Map([...this.#latest, ...hands.map((hand) => [hand.job, hand] as const)]);
    setTimeout(() => this.#forget(hands), shownForMs);
    return hands;
  }

  #forget(hands: readonly OtherHand[]): void {
    const left = [...this.#latest.values()].filter((one) => !hands.includes(one));
    this.#latest = new Map(left.map((one) => [one.job, one]));
  }
}

/** Events that nobody needs to see at once: what a person did about an alarm, and what customers were told. */
const quiet: ReadonlySet<string> = new Set([
  'EstimatePublished',
  'AlarmAcknowledged',
  'AlarmSnoozed',
  'AlarmEscalated',
]);

/** The last change of each car by another person. */
export function handsOf(entries: readonly WireEntry[], me: StaffId): OtherHand[] {
  const hands = new Map<JobId, OtherHand>();
  for (const entry of entries) {
    const { by, version } = entry;
    if (by === null || by === me) continue;
    for (const event of entry.events) {
      if ('job' in event && !quiet.has(event.type)) hands.set(event.job, { job: event.job, by, version, entry });
    }
  }
  return [...hands.values()];
}
