// domain/ — how long work really takes here: minutes worked to standard minutes, learned from what was finished [LRN-1].
import type { Learned, Operation, ShopState } from './state.ts';

/** Each further sample leaves the ones before it this much of their weight: about the last fifty count. */
const KEPT_WEIGHT = 0.98;
/** A ratio beyond this is a slip of the finger, not work: it teaches nothing. */
const BELIEVED_RATIO = 4;
/** Samples that the standard time itself weighs as much as, so that two lucky cars teach little. */
const STANDARD_WEIGHT = 4;

/** Under which names an operation teaches and asks: its own, and its work type for those seldom seen. */
export function standardKeys({
  name,
  workType,
}: Pick<Operation, 'name' | 'workType'>): [own: string, workType: string] {
  return [name, `*${workType}`];
}

/** What is known after one more piece of work. */
export function withLearned(
  learned: ShopState['learned'],
  keys: readonly string[],
  actualMinutes: number,
  standardMinutes: number,
): ShopState['learned'] {
  const ratio = actualMinutes / standardMinutes;
  if (ratio > BELIEVED_RATIO || ratio < 1 / BELIEVED_RATIO) return learned;
  const after = { ...learned };
  for (const key of keys) {
    const before: Learned = after[key] ?? { count: 0, actualMinutes: 0, standardMinutes: 0 };
    after[key] = {
      count: before.count + 1,
      actualMinutes: before.actualMinutes * KEPT_WEIGHT + actualMinutes,
      standardMinutes: before.standardMinutes * KEPT_WEIGHT + standardMinutes,
    };
  }
  return after;
}

/** What each key learned between two states: the later figures, and how far they are from the earlier ones. */
export function taughtBetween(before: ShopState['learned'], after: ShopState['learned']): Record<string, Learned> {
  if (before === after) return {};
  const changed = Object.entries(after).filter(([key, now]) => before[key] !== now);
  return Object.fromEntries(
    changed.map(([key, now]): [string, Learned] => {
      const was = before[key] ?? { count: 0, actualMinutes: 0, standardMinutes: 0 };
      return [
        key,
        {
          count: now.count,
          actualMinutes: was.actualMinutes - now.actualMinutes,
          standardMinutes: was.standardMinutes - now.standardMinutes,
        },
      ];
    }),
  );
}

/** As if that had not been taught, whatever was learned since [UNDO-4]. */
export function unlearned(learned: ShopState['learned'], taught: Record<string, Learned>): ShopState['learned'] {
  return Object.fromEntries(
    Object.entries(learned).flatMap(([key, now]): [string, Learned][] => {
      const lesson = taught[key];
      if (!lesson) return [[key, now]];
      if (now.count === 1) return [];
      const weight = KEPT_WEIGHT ** (now.count - lesson.count);
      return [
        [
          key,
          {
            count: now.count - 1,
            actualMinutes: now.actualMinutes + weight * lesson.actualMinutes,
            standardMinutes: now.standardMinutes + weight * lesson.standardMinutes,
          },
        ],
      ];
    }),
  );
}

/** Actual minutes for one standard minute of this work, here [LRN-1]; 1 while nothing is known. */
export function learnedFactor(
  learned: ShopState['learned'],
  operation: Pick<Operation, 'name' | 'workType' | 'minutes'>,
): number {
  const [own, workType] = standardKeys(operation);
  const general = factorOf(learned[workType], operation.minutes, 1);
  return factorOf(learned[own], operation.minutes, general);
}

/** The factor of some samples, drawn towards what is believed without them. */
function factorOf(learned: Learned | undefined, minutes: number, believed: number): number {
  if (!learned) return believed;
  const weight = STANDARD_WEIGHT * minutes;
  return (learned.actualMinutes + weight * believed) / (learned.standardMinutes + weight);
}
