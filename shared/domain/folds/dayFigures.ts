// domain/folds/ — counts by day: hand-overs and promises due [OTR-2] [OTR-4]. Counted up at hand-over; a judgement, a follow-up or
// an undo takes the count back and counts anew [OTR-9].
import type { DayFigures, HandOverRecord, ShopState } from '../state.ts';
import type { LocalDay } from '../words.ts';

const nothing: DayFigures = {
  delivered: 0,
  onTime: 0,
  onTimeOriginal: 0,
  revised: 0,
  excused: 0,
  due: 0,
  dueKept: 0,
  dueOriginal: 0,
  dueOriginalKept: 0,
  internalReturns: 0,
};

/** The state with one day's figures changed. */
export function withDay(
  state: ShopState,
  day: LocalDay,
  change: (figures: DayFigures) => Partial<DayFigures>,
): ShopState {
  const figures = state.days[day] ?? nothing;
  return { ...state, days: { ...state.days, [day]: { ...figures, ...change(figures) } } };
}

/**
 * Counts a hand-over in (`1`) or out (`-1`), for the day on which it happened [OTR-2] and for those on which its promises fell due
 * [OTR-4], by the promise that counts and by the original one [OTR-5]. One without a promise is not counted [OTR-2]; one that is
 * excused only as such [OTR-6]; of very old logs it is not known whether the original promise was kept.
 */
export function countHandOver(state: ShopState, record: HandOverRecord, revised: boolean, sign: 1 | -1): ShopState {
  const { day, dueDay, originalDueDay, onTime, onTimeOriginal, excuse } = record;
  if (onTime === null) return state;
  const one = (counted: boolean | null): number => (counted ? sign : 0);
  if (excuse === 'confirmed') return withDay(state, day, ({ excused }) => ({ excused: excused + sign }));
  let counted = withDay(state, day, (figures) => ({
    delivered: figures.delivered + sign,
    onTime: figures.onTime + one(onTime),
    onTimeOriginal: figures.onTimeOriginal + one(onTimeOriginal),
    revised: figures.revised + one(revised),
  }));
  if (dueDay !== null) {
    counted = withDay(counted, dueDay, ({ due, dueKept }) => ({ due: due + sign, dueKept: dueKept + one(onTime) }));
  }
  if (originalDueDay !== null && onTimeOriginal !== null) {
    counted = withDay(counted, originalDueDay, ({ dueOriginal, dueOriginalKept }) => ({
      dueOriginal: dueOriginal + sign,
      dueOriginalKept: dueOriginalKept + one(onTimeOriginal),
    }));
  }
  return counted;
}
