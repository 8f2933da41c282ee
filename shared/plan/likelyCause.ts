// plan/ — why a car is late, as its story tells: what the console suggests at hand-over and the manager finds in the report.
import { ratedPromiseOf } from '../domain/job.ts';
import type { Job, Operation, ShopState } from '../domain/state.ts';
import { lateCauses, type HoldReason, type Instant, type LateCause } from '../domain/words.ts';
import { WorkCalendar } from '../time/workCalendar.ts';

const MINUTE = 60_000;
/** Waiting and overrunning of less than this is how days go, and makes nobody late. */
const USUAL_MINUTES = 15;

/** What a hold says about lateness; breaks and nights say nothing. */
const causeOfHold: Readonly<Partial<Record<HoldReason, LateCause>>> = {
  parts: 'parts',
  approval: 'approval',
  customer: 'customer',
  sublet: 'sublet',
  equipment: 'equipment',
};

/** A stretch of the car's visit during which somebody worked on it or it was held. */
interface Stretch {
  from: Instant;
  to: Instant;
}

/**
 * The cause of which the story tells the most working minutes: held, done again, slower than planned, waiting for its turn, or
 * promised sooner than the work takes [FIG-7]. A cause that somebody gave when the promise was moved comes first; a car that was
 * ready in time was fetched late. `other` where nothing tells.
 */
export function likelyCause({ shop }: ShopState, job: Job, at: Instant): LateCause {
  const given = job.promises.findLast(({ counts, cause }) => !counts && cause !== null)?.cause;
  if (given) return given;
  const promisedAt = ratedPromiseOf(job)?.promisedAt ?? null;
  if (job.readyAt !== null && promisedAt !== null && job.readyAt <= promisedAt) {
    return job.unansweredCalls > 0 ? 'customer' : 'other';
  }
  if (!shop || job.checkedInAt === null) return 'other';
  const { checkedInAt } = job;
  const until = job.readyAt ?? at;
  const calendar = WorkCalendar.of(shop, checkedInAt);
  const minutesOf = ({ from, to }: Stretch): number => calendar.between(from, to) / MINUTE;
  const found = new Map<LateCause, number>();
  const add = (cause: LateCause, minutes: number): void => {
    if (minutes > 0) found.set(cause, (found.get(cause) ?? 0) + minutes);
  };
  const stretches: Stretch[] = [];
  for (const operation of job.operations) {
    const runs = operation.runs.map(({ from, to }) => ({ from, to: to ?? until }));
    const worked = runs.reduce((sum, run) => sum + minutesOf(run), 0);
    if (operation.reworkOf !== null) add('rework', worked);
    else if (!operation.unattended) add('diagnosis', worked - operation.minutes - USUAL_MINUTES);
    const holds = holdsOf(operation, until);
    for (const { cause, ...hold } of holds) if (cause) add(cause, minutesOf(hold));
    stretches.push(...runs, ...holds);
  }
  add('workload', minutesOf({ from: checkedInAt, to: until }) - coveredBy(stretches, minutesOf) - USUAL_MINUTES);
  const needed = job.operations.reduce((sum, { reworkOf, minutes }) => sum + (reworkOf === null ? minutes : 0), 0);
  if (promisedAt !== null) add('promise', needed - minutesOf({ from: checkedInAt, to: promisedAt }));
  return (
    [...lateCauses].sort((a, b) => (found.get(b) ?? 0) - (found.get(a) ?? 0)).find((cause) => found.has(cause)) ??
    'other'
  );
}

/** Holds of an operation, those that are over and the one that is not. */
function holdsOf({ hold, pastHolds }: Operation, until: Instant): (Stretch & { cause: LateCause | undefined })[] {
  const all = hold ? [...pastHolds, { ...hold, until }] : pastHolds;
  return all.map((one) => ({ from: one.since, to: one.until, cause: causeOfHold[one.reason] }));
}

/** Minutes that the stretches cover together, those that overlap once. */
function coveredBy(stretches: readonly Stretch[], minutesOf: (stretch: Stretch) => number): number {
  let covered = 0;
  let from = 0;
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const left = { from: Math.max(from, stretch.from), to: stretch.to };
    if (left.to <= left.from) continue;
    covered += minutesOf(left);
    from = left.to;
  }
  return covered;
}
