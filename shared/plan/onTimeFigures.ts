// plan/ — how often promises were kept in a period: the two figures of the manager, for the shop and for each advisor, team,
// technician and service type. Pure: from the visits that the fold remembers and the cars that are here.
import { isHere, isKept, originalPromiseOf, ratedPromiseOf, workersOf } from '../domain/job.ts';
import type { Job, Promise, ShopState, Visit } from '../domain/state.ts';
import type { Instant, LocalDay, StaffId, TeamId } from '../domain/words.ts';
import { daysBetween, localDay } from '../time/shopTime.ts';

/** A rate is hidden under so many cars [OTR-3]. */
const RATE_FROM = 20;

/** As many days as visits are remembered [JOB-2]: of a longer period there would be no figures. */
const LONGEST_PERIOD = 62;

/** First and last shop-local day. */
export interface Period {
  from: LocalDay;
  to: LocalDay;
}

/** So many of so many; `rate` 0..1, null where there are too few to say [OTR-3]. */
export interface Rate {
  of: number;
  kept: number;
  rate: number | null;
}

/** The figures of a period, of the shop or of a part of it. */
export interface OnTimeFigures {
  /** Settled: cars handed over on time ÷ cars handed over with a promise [FIG-1]. */
  settled: Rate;
  settledOriginal: Rate;
  /** Due: promises kept ÷ promises that fell due, cars that are still here too [FIG-2]. */
  due: Rate;
  dueOriginal: Rate;
  /** Of the settled ones, those whose promise was moved [FIG-3]. */
  revised: Rate;
  /** Handed over late by the customer's fault, confirmed: in none of the others [FIG-3]. */
  excused: number;
}

/** The figures of the shop, and of each part that had a car in the period [FIG-4]. */
export interface PeriodFigures {
  shop: OnTimeFigures;
  advisors: Record<StaffId, OnTimeFigures>;
  teams: Record<TeamId, OnTimeFigures>;
  technicians: Record<StaffId, OnTimeFigures>;
  serviceTypes: Record<string, OnTimeFigures>;
}

/** What one car adds to the figures; null: nothing to that one. */
interface Outcome {
  settled: { kept: boolean; keptOriginal: boolean; revised: boolean } | null;
  due: boolean | null;
  dueOriginal: boolean | null;
  excused: boolean;
}

/** Whose car it was. */
interface Belonging {
  advisor: StaffId;
  technicians: StaffId[];
  serviceTypes: string[];
}

/** A car's outcome and whose it was. */
type Counted = Outcome & Belonging;

/** Kept of all, hidden where there are too few [OTR-3]. */
export function rateOf(kept: number, of: number): Rate {
  return { of, kept, rate: of < RATE_FROM ? null : kept / of };
}

/** True of days of the period. */
export function isWithin(day: LocalDay, { from, to }: Period): boolean {
  return from <= day && day <= to;
}

/** True of a period that figures are given of: it does not end before it begins, and has 62 days at most [FIG-9]. */
export function isTellable({ from, to }: Period): boolean {
  return from <= to && daysBetween(from, to) < LONGEST_PERIOD;
}

/**
 * The figures of a period as they stand at a moment. Visits are remembered for 62 days [JOB-2]: what lies before that is not in
 * them. A car counts for each technician, team and service type that it had, so those do not add up to the shop.
 */
export function onTimeFigures(state: ShopState, period: Period, asOf: Instant): PeriodFigures {
  const cars = [
    ...Object.values(state.visits).map((visit): Counted => ({
      ...belongingOf(visit),
      ...outcomeOf(visit, period, asOf),
    })),
    ...Object.values(state.jobs)
      .filter(isHere)
      .map((job): Counted => ({ ...ownersOf(job), ...openOutcome(state, job, period, asOf) })),
  ].filter(
    ({ settled, due, dueOriginal, excused }) => excused || [settled, due, dueOriginal].some((one) => one !== null),
  );
  const teamsOf = ({ technicians }: Counted): TeamId[] => technicians.flatMap((one) => state.staff[one]?.team ?? []);
  return {
    shop: figuresOf(cars),
    advisors: byPart(cars, ({ advisor }) => [advisor]),
    teams: byPart(cars, teamsOf),
    technicians: byPart(cars, ({ technicians }) => technicians),
    serviceTypes: byPart(cars, ({ serviceTypes }) => serviceTypes),
  };
}

/** How many of the promises that fell due in a period were kept, of the whole shop [FIG-2]: cheap enough for a screen. */
export function dueRate(state: ShopState, period: Period, asOf: Instant): Rate {
  const outcomes = [
    ...Object.values(state.visits).map((visit) => outcomeOf(visit, period, asOf)),
    ...Object.values(state.jobs)
      .filter(isHere)
      .map((job) => openOutcome(state, job, period, asOf)),
  ];
  const due = outcomes.flatMap((outcome) => outcome.due ?? []);
  return rateOf(due.filter(Boolean).length, due.length);
}

/** A visit that is over, against the promises as the record of its hand-over has them. */
function outcomeOf({ handOver, revised }: Visit, period: Period, asOf: Instant): Outcome {
  const { day, promisedAt, dueDay, originalAt, originalDueDay, onTime, onTimeOriginal, excuse } = handOver;
  const excused = excuse === 'confirmed';
  const counts = onTime !== null && !excused;
  const fell = (at: Instant | null, on: LocalDay | null): boolean =>
    counts && at !== null && at <= asOf && on !== null && isWithin(on, period);
  return {
    settled: counts && isWithin(day, period) ? { kept: onTime, keptOriginal: onTimeOriginal === true, revised } : null,
    due: fell(promisedAt, dueDay) ? onTime : null,
    dueOriginal: fell(originalAt, originalDueDay) ? onTimeOriginal : null,
    excused: excused && isWithin(day, period),
  };
}

/** A car that is still here: late if its promise fell due, unless it is ready and its customer was called in time [OTR-1]. */
function openOutcome(state: ShopState, job: Job, period: Period, asOf: Instant): Outcome {
  const timeZone = state.shop?.timeZone ?? 'UTC';
  const keptOf = (promise: Promise | null): boolean | null => {
    if (!promise || promise.promisedAt > asOf) return null;
    const { promisedAt } = promise;
    return isWithin(localDay(promisedAt, timeZone), period) ? isKept(job, promisedAt, null) : null;
  };
  return {
    settled: null,
    due: keptOf(ratedPromiseOf(job)),
    dueOriginal: keptOf(originalPromiseOf(job)),
    excused: false,
  };
}

function belongingOf({ advisor, technicians, serviceTypes }: Visit): Belonging {
  return { advisor, technicians, serviceTypes };
}

function ownersOf(job: Job): Belonging {
  const serviceTypes = [...new Set(job.orders.map(({ serviceType }) => serviceType))];
  return { advisor: job.advisor, technicians: [...workersOf(job)], serviceTypes };
}

function byPart(cars: readonly Counted[], partsOf: (car: Counted) => string[]): Record<string, OnTimeFigures> {
  const parts = new Map<string, Counted[]>();
  for (const car of cars) {
    for (const part of new Set(partsOf(car))) {
      const its = parts.get(part) ?? [];
      its.push(car);
      parts.set(part, its);
    }
  }
  return Object.fromEntries([...parts].map(([part, its]) => [part, figuresOf(its)]));
}

function figuresOf(cars: readonly Outcome[]): OnTimeFigures {
  const settled = cars.flatMap((car) => car.settled ?? []);
  const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length;
  const answered = (of: (car: Outcome) => boolean | null): Rate => {
    const answers = cars.map(of).filter((kept) => kept !== null);
    return rateOf(count(answers, Boolean), answers.length);
  };
  return {
    settled: rateOf(
      count(settled, ({ kept }) => kept),
      settled.length,
    ),
    settledOriginal: rateOf(
      count(settled, ({ keptOriginal }) => keptOriginal),
      settled.length,
    ),
    due: answered((car) => car.due),
    dueOriginal: answered((car) => car.dueOriginal),
    revised: rateOf(
      count(settled, ({ revised }) => revised),
      settled.length,
    ),
    excused: count(cars, ({ excused }) => excused),
  };
}
