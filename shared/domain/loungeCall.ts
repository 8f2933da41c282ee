// domain/ — calling a customer who waits here: whether the lounge shows the car at all, what there is to call for, and since when.
import { openProposals } from './job.ts';
import type { Job, ShopState } from './state.ts';
import type { CallReason, Instant, LoungeCall } from './words.ts';

/** True of a car that the lounge shows: its customer waits here, or the shop wants all shown; never who chose to be nothing [PRV-2] [PRV-6]. */
export function isInLounge({ shop }: Pick<ShopState, 'shop'>, { waits, loungeLabel }: Job): boolean {
  return loungeLabel !== 'nothing' && (shop?.rules.lounge.shows === 'all' || waits !== 'away');
}

/** Why its customer is wanted at the desk: the car is ready, or additional work with its price waits for an answer; null: for nothing. */
export function callReasonOf(job: Job): CallReason | null {
  if (job.readyAt !== null) return job.handedOverAt === null ? 'ready' : null;
  return askedAtOf(job) === null ? null : 'approval';
}

/** The call that its customer should have heard: when the reason for it arose, or when somebody called once more [CAL-3]. */
export function loungeCallOf(job: Job): LoungeCall | null {
  const about = callReasonOf(job);
  if (about === null) return null;
  const since = (about === 'ready' ? job.readyAt : askedAtOf(job)) ?? 0;
  return { about, at: Math.max(since, job.loungeCalledAt ?? 0) };
}

/** When the customer was last asked about additional work that has no answer yet. */
function askedAtOf(job: Job): Instant | null {
  const asked = openProposals(job).flatMap(({ quote }) => quote?.at ?? []);
  return asked.length > 0 ? Math.max(...asked) : null;
}
