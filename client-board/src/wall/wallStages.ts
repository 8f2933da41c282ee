// wall/ — the stages that the wall shows, in their order: the cars that are here.
import type { Stage } from '@zhunshi/shared/domain/words.ts';

export const wallStages = ['waiting', 'dispatched', 'working', 'held', 'inspecting', 'washing', 'ready'] as const;
export type WallStage = (typeof wallStages)[number];

/** True for a stage that has a place on the wall: booked, delivered and cancelled have none. */
export function isWallStage(stage: Stage): stage is WallStage {
  return wallStages.some((shown) => shown === stage);
}
