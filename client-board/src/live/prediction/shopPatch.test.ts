// live/prediction/ — what goes between the page and its worker, put together there, is what was taken apart here.
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { alarmsOf } from '@zhunshi/shared/plan/alarms.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';
import { book, checkIn, dispatch, finish, start } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { at, given } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { patchedPrediction, patchedShop, predictionPatchOf, shopPatchOf } from './shopPatch.ts';
import type { Prediction } from './shopPatch.ts';

const two = () => given(book('WT1', { operations: ['Oil'] }), checkIn('WT1'), book('WT2'), checkIn('WT2'));
const predict = (state: ShopState, asOf: Instant): Prediction => {
  const predicted = forecast(state, asOf);
  return { forecast: predicted, alarms: alarmsOf(state, predicted, asOf, 'ada') };
};
/** As the browser hands it to another thread. */
const handedOver = <Told>(told: Told): Told => structuredClone(told);

const alarmFor = (job: string): Alarm => ({
  code: 'notDispatched',
  job,
  actor: 'dispatcher',
  advice: 'dispatchFirst',
  minutes: 12,
  since: clock('08:48'),
  episode: job,
  acknowledged: false,
  snoozedUntil: null,
  escalated: false,
  dueLater: false,
  freeBay: null,
});

describe('patches between page and worker', () => {
  it('given one dispatched car of two, when the shop is sent, then only that car goes along, and the worker has the whole shop', () => {
    const scenario = two();
    const { state: before } = scenario;
    const { state: after } = scenario.and(dispatch('WT1', ['o1'], 'L1', 'tan'));
    const patch = shopPatchOf(before, after);
    expect(Object.keys(patch)).toEqual(['jobs', 'gone']);
    expect(Object.keys(patch.jobs)).toEqual(['WT1']);
    const there = patchedShop(before, handedOver(patch));
    expect(there.jobs).toEqual(after.jobs);
    expect(predict(there, clock('09:00'))).toEqual(predict(after, clock('09:00')));
  });

  it('given a snapshot that lacks a car, when the shop is sent, then the car is gone there too', () => {
    const { state } = two();
    const { WT2: kept } = state.jobs;
    const after = { ...state, jobs: kept ? { WT2: kept } : {} };
    expect(Object.keys(patchedShop(state, shopPatchOf(state, after)).jobs)).toEqual(['WT2']);
  });

  it('given a prediction after a change, when it is sent back, then the page has the same, and what did not change is the same object', () => {
    const scenario = two().and(dispatch('WT1', ['o1'], 'L1', 'tan'), start('WT1', 'o1'));
    const first = predict(scenario.state, clock('09:00'));
    const shown = patchedPrediction(null, handedOver(predictionPatchOf(null, first)));
    expect(shown).toEqual(first);
    const next = predict(scenario.and(at('08:50'), finish('WT1', 'o1')).state, clock('09:00'));
    const patch = predictionPatchOf(first, next);
    const shownNext = patchedPrediction(shown, handedOver(patch));
    expect(shownNext).toEqual(next);
    const same = [...next.forecast.jobs.keys()].filter((job) => patch.jobs.every(([changed]) => changed !== job));
    for (const job of same) expect(shownNext.forecast.jobs.get(job)).toBe(shown.forecast.jobs.get(job));
  });

  it('given one alarm more, when they are sent back, then only that one goes along, and the page has all in their order', () => {
    const scenario = two();
    const first = predict(scenario.state, clock('09:00'));
    const shown = patchedPrediction(null, handedOver(predictionPatchOf(null, first)));
    const next = predict(scenario.and(book('WT3', { operations: ['Oil'] }), checkIn('WT3')).state, clock('09:00'));
    const more = { ...next, alarms: [...first.alarms.map((one) => ({ ...one })), alarmFor('WT3')] };
    const patch = predictionPatchOf(first, more);
    expect(patch.alarms?.changed).toEqual([alarmFor('WT3')]);
    const shownNext = patchedPrediction(shown, handedOver(patch));
    expect(shownNext.alarms).toEqual(more.alarms);
    expect(shownNext.alarms[0]).toBe(shown.alarms[0]);
  });

  it('given nothing changed, when a prediction is sent back, then it holds next to nothing', () => {
    const prediction = predict(two().state, clock('09:00'));
    expect(predictionPatchOf(prediction, predict({ ...two().state }, clock('09:00')))).toMatchObject({
      whole: false,
      jobs: [],
      gone: [],
      alarms: null,
    });
  });
});
