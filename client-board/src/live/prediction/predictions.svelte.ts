// live/prediction/ — the fold and its prediction, shown together: the worker is asked, and what it was asked about is shown with its answer.
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, StaffId } from '@zhunshi/shared/domain/words.ts';
import { alarmsOf } from '@zhunshi/shared/plan/alarms.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import { forecast, keepForecast } from '@zhunshi/shared/plan/forecast.ts';
import type { PredictionAnswer, PredictionQuestion } from './predictionWorker.ts';
import { patchedPrediction, shopPatchOf } from './shopPatch.ts';
import type { Prediction } from './shopPatch.ts';
import { startWorker } from './startWorker.ts';

/** A moment of the shop, as one person is to see it. */
export interface Moment<Beside> {
  state: ShopState;
  asOf: Instant;
  viewer: StaffId;
  /** What is shown together with it, and has no part in the prediction. */
  beside: Beside;
}

/** A moment, and what was predicted of it (a moment ago, where the worker is slow). */
export interface Predicted<Beside> extends Moment<Beside> {
  alarms: readonly Alarm[];
}

/** As long may what is new wait for its prediction; then it is shown with the one before. */
const patienceMs = 100;

/** Something to ask about. */
interface Asked<Beside> extends Moment<Beside> {
  number: number;
}

export class Predictions<Beside> {
  #shown = $state.raw<Predicted<Beside> | null>(null);
  #worker: Worker | null = null;
  #prediction: Prediction | null = null;
  #asked: Asked<Beside> | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** Starts the worker; where there can be none, the page predicts by itself. */
  constructor() {
    this.#worker = startWorker();
    this.#worker?.addEventListener('message', ({ data }: MessageEvent<PredictionAnswer>) => this.#answered(data));
    this.#worker?.addEventListener('error', () => this.#goAlone());
  }

  /** What to show; null until something was asked. */
  get shown(): Predicted<Beside> | null {
    return this.#shown;
  }

  /** Asks for the prediction of what is to be shown. The first is made here and now: there is nothing yet to look at meanwhile. */
  ask(moment: Moment<Beside>): void {
    const before = this.#asked;
    const { state, asOf, viewer } = moment;
    const same = before?.state === state && before.asOf === asOf && before.viewer === viewer;
    if (same && before.beside === moment.beside) return;
    const asked = { ...moment, number: (before?.number ?? 0) + 1 };
    this.#asked = asked;
    if (this.#worker) {
      const { number } = asked;
      const question: PredictionQuestion = { number, patch: shopPatchOf(before?.state ?? null, state), asOf, viewer };
      this.#worker.postMessage(question);
    }
    if (!this.#worker || !this.#shown) this.#predictHere(asked);
    else this.#patience ??= setTimeout(() => this.#show(), patienceMs);
  }

  /** Ends the worker. */
  close(): void {
    clearTimeout(this.#patience);
    this.#worker?.terminate();
  }

  #answered({ number, patch }: PredictionAnswer): void {
    this.#prediction = patchedPrediction(this.#prediction, patch);
    // What was asked since has an answer to come.
    if (number === this.#asked?.number) this.#show();
  }

  /** Shows the last that was asked about, with the prediction as it is known. */
  #show(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    if (!this.#asked || !this.#prediction) return;
    const { state, asOf, viewer, beside } = this.#asked;
    const { alarms, forecast: made } = this.#prediction;
    keepForecast(state, asOf, made);
    this.#shown = { state, asOf, viewer, beside, alarms };
  }

  #predictHere({ state, asOf, viewer }: Moment<Beside>): void {
    const made = forecast(state, asOf);
    this.#prediction = { forecast: made, alarms: alarmsOf(state, made, asOf, viewer) };
    this.#show();
  }

  /** The worker cannot be loaded, or broke: the page does its work. */
  #goAlone(): void {
    this.#worker?.terminate();
    this.#worker = null;
    if (this.#asked) this.#predictHere(this.#asked);
  }
}
