// wall/ — which alarms keep their place in the rail while the others take turns in the last one (docs/SPEC.md, [WAL-10]).
import type { AlarmCode } from '@zhunshi/shared/domain/words.ts';
import type { WallAlarmRow } from '@zhunshi/shared/views/wallBoard.ts';

/** These are about a late car: solid in the rail. */
const ofLateCars: ReadonlySet<AlarmCode> = new Set(['promisePassed', 'predictedLate']);

/** Fewer places than these leave none to be kept beside the most urgent one and the one that takes turns. */
const PLACES_TO_KEEP_ONE = 3;

/**
 * Keys of the alarms that are on every page: the most urgent ones, and of those that are not about a late car the most urgent that
 * nobody has seen to, since a car that waits could go on; not where it is due on a later day. The last place is always left to the others.
 * @param alarms the most urgent first
 * @param places alarms that the rail has room for
 */
export function keptAlarms(alarms: readonly WallAlarmRow[], places: number): ReadonlySet<string> {
  const kept = alarms.slice(0, Math.max(0, places - 1));
  const urgent = new Set(kept.map(({ key }) => key));
  const open = alarms.find(({ code, acknowledged, dueLater }) => !acknowledged && !dueLater && !ofLateCars.has(code));
  if (!open || places < PLACES_TO_KEEP_ONE || urgent.has(open.key)) return urgent;
  return new Set([...kept.slice(0, -1), open].map(({ key }) => key));
}
