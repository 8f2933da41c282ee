// desk/ — entries of the log → which cars other people have changed, and who.
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import type { JobId, StaffId } from '@zhunshi/shared/domain/words.ts';

/** The latest change of a car by another person. */
export interface OtherHand {
  job: JobId;
  by: StaffId;
  version: number;
  entry: WireEntry;
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

/** What was known, and on top of it what is new: the latest change of each car. */
export function latestOf(known: Iterable<OtherHand>, more: readonly OtherHand[]): ReadonlyMap<JobId, OtherHand> {
  return new Map([...known, ...more].map((hand) => [hand.job, hand]));
}
