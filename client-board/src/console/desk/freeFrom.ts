// desk/ — a bay → from when it can take another car. One answer for the grid and for the choice of a bay.
import { carsIn, queueOf } from '@zhunshi/shared/domain/job.ts';
import type { Bay } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { ShopView } from './shopView.ts';

/**
 * When an open bay has room for another car: `asOf` where it has now, null where it is taken and nobody can say until when — a hold
 * without an expected time, or a car that was not moved out.
 */
export function freeFrom({ state, forecast, asOf }: ShopView, { code, capacity }: Bay): Instant | null {
  const queue = queueOf(state, code).map(({ job }) => job);
  const cars = new Set([...carsIn(state, code), ...queue].map(({ id }) => id));
  if (cars.size < capacity) return asOf;
  const doneAt = forecast.bays.get(code) ?? asOf;
  return doneAt > asOf ? doneAt : null;
}
