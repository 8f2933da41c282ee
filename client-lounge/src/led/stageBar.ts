// led/ — the bar of a car's stage: seven segments, as many lit as steps are reached.
import { LOUNGE_STEPS } from '@zhunshi/shared/views/loungeBoard.ts';
import type { BoxItem, LedColor } from './drawList.ts';
import { box } from './place.ts';

export interface BarShape {
  x: number;
  y: number;
  segment: number;
  height: number;
  /** LEDs between two segments. */
  gap: number;
}

/** The segments of a bar, lit in `color` up to `step`, the rest in `rest`. */
export function stageBar(shape: BarShape, step: number, color: LedColor, rest: LedColor): BoxItem[] {
  const { x, y, segment, height, gap } = shape;
  return Array.from({ length: LOUNGE_STEPS }, (_, index) =>
    box(x + index * (segment + gap), y, segment, height, index < step ? color : rest),
  );
}
