// dispatch/ — ticks of the axis → the words that have room: none covers another or the time of now, none is cut at an edge.
import { textPx } from './barLabels.ts';
import type { Tick } from './timeScale.ts';

export interface AxisLabel {
  text: string;
  /** Left edge, in px of the axis. */
  left: number;
  /** Names a day rather than an hour. */
  day: boolean;
}

interface Stretch {
  left: number;
  right: number;
}

const gapPx = 4;

/** Labels of an axis of `rowPx`. Days go first and make room for `now`; hours are left out where there is none. */
export function axisLabels(
  ticks: readonly Tick[],
  rowPx: number,
  now: Stretch,
  dayName: (day: string) => string,
): AxisLabel[] {
  const taken: Stretch[] = [now];
  const labels: AxisLabel[] = [];
  const place = (label: AxisLabel): boolean => {
    const stretch = { left: label.left, right: label.left + textPx(label.text) };
    const covers = taken.some(({ left, right }) => stretch.left < right + gapPx && left < stretch.right + gapPx);
    if (covers || stretch.left < 0 || stretch.right > rowPx) return false;
    taken.push(stretch);
    labels.push(label);
    return true;
  };
  for (const { at, day } of ticks) {
    if (day === null) continue;
    const label = { text: dayName(day), left: at * rowPx + gapPx, day: true };
    if (!place(label)) place({ ...label, left: now.right + gapPx });
  }
  for (const { at, text, day } of ticks) {
    if (day === null) place({ text, left: at * rowPx - textPx(text) / 2, day: false });
  }
  return labels;
}
