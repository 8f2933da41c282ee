// plan/ — what nobody says but the clock: closing time, and what customers are told of the finish. Pure; the server's timekeeper gives
// these commands (server/shop/timekeeper.ts).
import type { CommandOf } from '../domain/commands.ts';
import { suspendWork } from '../domain/deciders/closingTime.ts';
import { isNewsOf, publishEstimates } from '../domain/deciders/promising.ts';
import type { DomainEvent } from '../domain/events.ts';
import { isHere, isOpen } from '../domain/job.ts';
import type { Result } from '../domain/result.ts';
import type { Job, ShopState } from '../domain/state.ts';
import type { Instant } from '../domain/words.ts';
import { localDay } from '../time/shopTime.ts';
import { WorkCalendar } from '../time/workCalendar.ts';
import { forecast, type JobForecast } from './forecast.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** What would end within ten minutes of closing time is finished first [PLN-4]. */
const FINISHED_FIRST_MS = 10 * MINUTE;

/** A prediction that has moved by less is not told anew. */
const TOLD_ANEW_MS = 10 * MINUTE;

/** A command of the timekeeper, before it has its id. */
export type DueAct = Omit<CommandOf<'SuspendWork'>, 'id'> | Omit<CommandOf<'PublishEstimates'>, 'id'>;

/** What is due at a moment: only what leads to something, so that nothing is said twice. Empty for a shop that is not set up. */
export function dueActs(state: ShopState, asOf: Instant): DueAct[] {
  if (!state.shop) return [];
  return [closingTime(state, asOf), estimates(state, asOf, openCars(state))].filter((act) => act !== null);
}

/** What cannot wait for the next minute: that a car came, waits or goes on, where that moves what its customer knows [TIME-4]. */
export function dueAtOnce(state: ShopState, asOf: Instant): DueAct | null {
  return state.shop ? estimates(state, asOf, openCars(state).filter(isNewsOf)) : null;
}

function openCars({ jobs }: ShopState): Job[] {
  return Object.values(jobs).filter((job) => isHere(job) && job.readyAt === null);
}

/**
 * The first closing time, ten minutes gone, that found people at work, whenever that was: of a server that was not there in the
 * evening the work ends with that evening [TIME-2].
 */
function closingTime(state: ShopState, asOf: Instant): DueAct | null {
  const type = 'SuspendWork';
  const stops = (closedAt: Instant): boolean =>
    leadsTo(suspendWork(state, { id: '', type, closedAt }, { at: asOf, by: null })).length > 0;
  const closedAt = closingsOf(state, busySince(state, asOf), asOf - FINISHED_FIRST_MS).find(stops);
  return closedAt === undefined ? null : { type, closedAt };
}

/** Since when somebody may have been at work, or on a break; the moment itself when nobody is. */
function busySince({ jobs, staff }: ShopState, asOf: Instant): Instant {
  const work = Object.values(jobs)
    .filter(isOpen)
    .flatMap(({ operations }) => operations.filter(({ status }) => status === 'running' || status === 'held'));
  const breaks = Object.values(staff).flatMap(({ onBreak }) => onBreak ?? []);
  return [...work, ...breaks].reduce((earliest, { since }) => Math.min(earliest, since), asOf);
}

/** Closing times between two moments: where the last working window of a local day ends, not where lunch begins. */
function closingsOf({ shop }: ShopState, from: Instant, until: Instant): Instant[] {
  if (!shop || until <= from) return [];
  const ends = new Map<string, Instant>();
  for (const [opens, closes] of WorkCalendar.of(shop, from).windowsUntil(until + DAY)) {
    ends.set(localDay(opens, shop.timeZone), closes);
  }
  return [...ends.values()].filter((closes) => closes > from && closes <= until);
}

/** What customers of cars that are here are to be told: where the prediction has moved by ten minutes or became (un)known [TIME-3]. */
function estimates(state: ShopState, asOf: Instant, of: readonly Job[]): DueAct | null {
  if (of.length === 0) return null;
  const { jobs } = forecast(state, asOf);
  const type = 'PublishEstimates';
  const predicted = of
    .map((job) => ({ job: job.id, told: job.told?.finishAt ?? null, finishAt: tellable(jobs.get(job.id)) }))
    .filter(({ told, finishAt }) => hasMoved(told, finishAt));
  const told = leadsTo(publishEstimates(state, { id: '', type, estimates: predicted }, { at: asOf, by: null })).flatMap(
    (event) => (event.type === 'EstimatePublished' ? [{ job: event.job, finishAt: event.finishAt }] : []),
  );
  return told.length === 0 ? null : { type, estimates: told };
}

/** By the prediction itself, not by the time that it would be rounded to: else what hovers around a full ten minutes is told anew again and again. */
function hasMoved(told: Instant | null, finishAt: Instant | null): boolean {
  if (told === null || finishAt === null) return told !== finishAt;
  return Math.abs(finishAt - told) >= TOLD_ANEW_MS;
}

/** What can be told: a finish that rests on an answer of which nobody knows the time cannot [PLN-8]. */
function tellable(predicted: JobForecast | undefined): Instant | null {
  return predicted && !predicted.awaitsAnswer ? predicted.finishAt : null;
}

function leadsTo(decided: Result<DomainEvent[]>): DomainEvent[] {
  return decided.ok ? decided.value : [];
}
