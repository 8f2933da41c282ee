// live/prediction/ — a thread beside the page: predicts whenever the shop or the minute changed, so that the page never waits for it.
// Why: docs/adr/ "The console predicts beside the page".
import { initialState } from '@zhunshi/shared/domain/state.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, StaffId } from '@zhunshi/shared/domain/words.ts';
import { alarmsOf } from '@zhunshi/shared/plan/alarms.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';
import { patchedShop, predictionPatchOf } from './shopPatch.ts';
import type { Prediction, PredictionPatch, ShopPatch } from './shopPatch.ts';

/** What the page asks: the shop as it is now, by what changed since it asked last. */
export interface PredictionQuestion {
  number: number;
  patch: ShopPatch;
  asOf: Instant;
  viewer: StaffId;
}

/** Of questions that came together only the last is answered, against what was answered last. */
export interface PredictionAnswer {
  number: number;
  patch: PredictionPatch;
}

let shop: ShopState = initialState;
let answered: Prediction | null = null;
let waiting: PredictionQuestion | null = null;

addEventListener('message', ({ data }: MessageEvent<PredictionQuestion>) => {
  shop = patchedShop(shop, data.patch);
  // What has come meanwhile is read first.
  if (!waiting) setTimeout(answer, 0);
  waiting = data;
});

function answer(): void {
  if (!waiting) return;
  const { number, asOf, viewer } = waiting;
  waiting = null;
  const predicted = forecast(shop, asOf);
  const prediction = { forecast: predicted, alarms: alarmsOf(shop, predicted, asOf, viewer) };
  const told: PredictionAnswer = { number, patch: predictionPatchOf(answered, prediction) };
  answered = prediction;
  postMessage(told);
}
