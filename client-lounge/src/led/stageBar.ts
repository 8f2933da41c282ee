// led/ — the bar of a car's stage: seven segments, as many lit as steps are reached.
import { LOUNGE_STEPS } from '@zhunshi/shared/views/loungeBoard.ts';
import type { BoxItem, LedColor } from './drawList.ts';
import { box } from './place.ts';

export interface BarShape {
  x: number;
  y: number;
  /** Of the whole bar. */
  width: number;
  height: number;
  /** LEDs between two segments. */
  gap: number;
}

/** The segments of a bar, lit in `color` up to `step`, the rest in `rest`. */
export function stageBar(shape: BarShape, step: number, color: LedColor, rest: LedColor): BoxItem[] {
  const { x, y, width, height, gap } = shape;
  // Segments differ by one LED where the width is no multiple of seven; the bar ends exactly where it should.
  const edge = (index: number) => x + Math.round((index * (width + gap)) / LOUNGE_STEPS);
  return Array.from({ length: LOUNGE_STEPS }, (_, index) => {
    const left = edge(index);
    return box(left, y, edge(index + 1) - gap - left, height, index < step ? color : rest);
  });
}
