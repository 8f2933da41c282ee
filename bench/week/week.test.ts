// A simulated week of the sample shop: bookings, walk-ins, holds, additional work, failures, carry-over and the rest, with noise on every
// duration. What its figures say at the end is counted anew from the raw log.
import { commandSchema } from '@zhunshi/shared/domain/commands.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import { initialState, type ShopState } from '@zhunshi/shared/domain/state.ts';
import { onTimeFigures } from '@zhunshi/shared/plan/onTimeFigures.ts';
import { localDay } from '@zhunshi/shared/time/shopTime.ts';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { GENESIS, follows } from '../../server/log/hashChain.ts';
import { recount } from './recount.ts';
import { simulateWeek, type Week } from './simulateWeek.ts';

vi.setConfig({ hookTimeout: 300_000 });

const TIME_ZONE = 'Asia/Shanghai';
/** Given by nobody in a usual week: set up once, and what is for hands at a desk alone. */
const notInTheWeek = [
  'SplitOrder',
  'ReserveBay',
  'ReleaseBay',
  'LinkComeback',
  'WithdrawWork',
  'TakeBackReady',
  'CallInLounge',
  'PostNotice',
  'RemoveNotice',
];
const alarms = ['AcknowledgeAlarm', 'SnoozeAlarm', 'EscalateAlarm'];

describe('given a week of the sample shop, Monday to Saturday, when it is over', () => {
  let week: Week;

  beforeAll(async () => {
    week = await simulateWeek({ seed: 'test', days: 6, spread: 0.25, tickMinutes: 10 });
  });

  test('then everything that happens in a workshop has happened, and nobody was refused anything', () => {
    const types = commandSchema.options.map(({ shape }) => shape.type.value);
    const never = types.filter((type) => !week.given.has(type));
    expect(never.filter((type) => ![...notInTheWeek, ...alarms].includes(type))).toEqual([]);
    expect(week.refusals).toEqual([]);
  });

  test('then most cars were handed over, some late, some on the day after, some came back', () => {
    const delivered = Object.values(week.state.days).reduce((sum, day) => sum + day.delivered, 0);
    const onTime = Object.values(week.state.days).reduce((sum, day) => sum + day.onTime, 0);
    expect(delivered).toBeGreaterThan(200);
    expect(onTime).toBeGreaterThan(delivered / 2);
    expect(onTime).toBeLessThan(delivered);
    expect(Object.values(week.state.visits).some(({ comebackOf }) => comebackOf !== null)).toBe(true);
    expect(week.entries.some(({ events }) => events.some(({ type }) => type === 'WorkSuspended'))).toBe(true);
  });

  test('then settled and due, against the promise that counts and the original, equal a recount of the raw log [FIG-1] [FIG-2]', () => {
    const counted = recount(week.entries, week.endsAt);
    const { shop } = onTimeFigures(week.state, { from: '2026-11-01', to: '2027-01-31' }, week.endsAt);
    expect({
      delivered: shop.settled.of,
      onTime: shop.settled.kept,
      onTimeOriginal: shop.settledOriginal.kept,
      due: shop.due.of,
      dueKept: shop.due.kept,
      excused: shop.excused,
    }).toEqual({ ...counted, internalReturns: undefined });
  });

  test('then the counts of the days, which the wall shows, equal it too [OTR-2] [OTR-4]', () => {
    const counted = recount(week.entries, week.endsAt);
    const sum = (figure: keyof ShopState['days'][string]): number =>
      Object.values(week.state.days).reduce((all, day) => all + day[figure], 0);
    const { delivered, onTime, onTimeOriginal, excused, internalReturns } = counted;
    expect([sum('delivered'), sum('onTime'), sum('onTimeOriginal')]).toEqual([delivered, onTime, onTimeOriginal]);
    expect([sum('excused'), sum('internalReturns')]).toEqual([excused, internalReturns]);
    expect(Object.keys(week.state.days).every((day) => day >= localDay(week.entries[0]?.at ?? 0, TIME_ZONE))).toBe(
      true,
    );
  });

  test('then the log is a chain without a gap, and replaying it gives the live state [LOG-1] [LOG-2] [LOG-4]', () => {
    let head = { epoch: 'week', version: 0, hash: GENESIS };
    let state = initialState;
    for (const entry of week.entries) {
      expect(follows(head, entry)).toBe(true);
      head = entry;
      state = foldEntry(state, entry);
    }
    expect(JSON.stringify(state)).toBe(JSON.stringify(week.state));
  });
});
