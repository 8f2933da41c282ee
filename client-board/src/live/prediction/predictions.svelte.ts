// live/prediction/ — the fold and its prediction, shown together: the worker is asked, and what it was asked about is shown with its answer.
import { initialState } from '@zhunshi/shared/domain/state.ts';
import type { ShopConfig, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, StaffId } from '@zhunshi/shared/domain/words.ts';
import { alarmsOf } from '@zhunshi/shared/plan/alarms.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import { forecast, keepForecast } from '@zhunshi/shared/plan/forecast.ts';
import type { Forecast } from '@zhunshi/shared/plan/forecast.ts';
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

/** As long may what is new wait for its prediction; then it is shown with the one before. */
const patienceMs = 100;

const nothingForeseen: Forecast = { jobs: new Map(), bays: new Map() };

/** Something to ask about. */
interface Asked<Beside> extends Moment<Beside> {
  number: number;
}

/**
 * What to show, a signal for each part: whoever reads the shop's rules or the minute is not asked again because a car moved. To be read when
 * there is something.
 */
export class Predictions<Beside> {
  #there = $state(false);
  #state = $state.raw<ShopState>(initialState);
  #shop = $state.raw<ShopConfig | null>(null);
  #asOf = $state.raw<Instant>(0);
  #forecast = $state.raw<Forecast>(nothingForeseen);
  #alarms = $state.raw<readonly Alarm[]>([]);
  #beside = $state.raw<Beside | null>(null);
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

  /** False until something was asked. */
  get there(): boolean {
    return this.#there;
  }
  get state(): ShopState {
    return this.#state;
  }
  /** The shop of that state; null before it was set up. */
  get shop(): ShopConfig | null {
    return this.#shop;
  }
  get asOf(): Instant {
    return this.#asOf;
  }
  /** What was predicted of the state (a moment ago, where the worker is slow). */
  get forecast(): Forecast {
    return this.#forecast;
  }
  get alarms(): readonly Alarm[] {
    return this.#alarms;
  }
  get beside(): Beside | null {
    return this.#beside;
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
    if (!this.#worker || !this.#there) this.#predictHere(asked);
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
    const { state, asOf, beside } = this.#asked;
    const { alarms, forecast: made } = this.#prediction;
    keepForecast(state, asOf, made);
    this.#state = state;
    this.#shop = state.shop;
    this.#asOf = asOf;
    this.#forecast = made;
    this.#alarms = alarms;
    this.#beside = beside;
    this.#there = true;
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
