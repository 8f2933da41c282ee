// domain/ — how a shop wants it done as long as it says nothing: rules of a set-up file that names none, and of logs that are
// older than the rules.
import type { AlarmLimit, ShopRules } from './state.ts';
import type { AlarmCode } from './words.ts';

const at = (limit: number, escalateAfter: number | null = null): AlarmLimit => ({ on: true, limit, escalateAfter });

/** Limits of the alarms in minutes, `progressCheck` in per cent [ALM-1]. */
export const defaultAlarms: Readonly<Record<AlarmCode, AlarmLimit>> = {
  promisePassed: at(0, 30),
  predictedLate: at(0, 30),
  holdOverdue: at(0, 60),
  approvalUnanswered: at(20, 40),
  partsArrived: at(5, 60),
  notDispatched: at(10, 30),
  carryOver: at(15, 60),
  tight: at(30),
  silent: at(60, 60),
  progressCheck: at(75),
  noPromise: at(0, 60),
  partsWithoutTime: at(10, 120),
  callCustomer: at(5, 30),
  callAhead: at(60),
  notArrived: at(15),
  notCollected: at(60),
};

/** Rules of a shop that says nothing else. */
export const defaultRules: ShopRules = {
  settleFirst: false,
  reserveImported: false,
  comebackDays: 30,
  inspections: {},
  alarms: defaultAlarms,
  lounge: { shows: 'waiting', defaultLabel: 'plate', quietHours: null, volume: 70, voice: true },
};
