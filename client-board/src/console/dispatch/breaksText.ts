// dispatch/ — promises that a drop would break → their cars by name: three, and how many more.
import { listText, shortPlateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { spanText } from '../desk/timeText.ts';
import type { BrokenPromise } from './dropPreview.ts';

const named = 3;

/** `会误约：59813 迟 12 分、4971C 迟 5 分、另 2 台`; empty where none is broken [DRG-1]. */
export function breaksText(view: ShopView, breaks: readonly BrokenPromise[]): string {
  if (breaks.length === 0) return '';
  const { drag } = view.say;
  const cars = breaks.slice(0, named).flatMap(({ job: id, lateMinutes }) => {
    const job = view.state.jobs[id];
    return job ? [drag.breaksOne(shortPlateOf(view, job), spanText(view, lateMinutes))] : [];
  });
  const more = breaks.length > named ? [drag.breaksMore(breaks.length - named)] : [];
  return drag.breaks(listText(view, [...cars, ...more]));
}
