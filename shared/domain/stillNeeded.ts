// domain/ — what cannot be taken out of the set-up, because a visit that is to come or under way needs it [SET-10].
import { bayOf, carsIn, isOpen } from './job.ts';
import { refusal, type Refusal } from './refusals.ts';
import type { Job, Operation, ShopState } from './state.ts';
import type { Instant } from './words.ts';

/**
 * Why a set-up cannot become another one: something open needs a bay, person, service type or work type that goes; a team that goes
 * has members; a bay gets smaller than the cars in it. Null: it can.
 *
 * @param at bays that were reserved until before it are reserved no more
 */
export function whyStillNeeded(before: ShopState, after: ShopState, at: Instant): Refusal | null {
  const team = Object.keys(before.teams).find((id) => !Object.hasOwn(after.teams, id));
  const member = Object.values(after.staff).find((one) => one.team !== null && one.team === team);
  if (team !== undefined && member) return refusal('teamHasMembers', { team, staff: member.id });
  for (const job of Object.values(before.jobs).filter(isOpen)) {
    const value = missingTo(job, before, after, at);
    if (value !== null) return refusal('stillNeeded', { value, job: job.id });
  }
  for (const { code, capacity } of Object.values(after.bays)) {
    const car = carsIn(after, code)[capacity];
    if (car) return refusal('bayInUse', { bay: code, job: car.id });
  }
  return null;
}

/** The code of something that a job needs and that is no longer there; null: it has all. */
function missingTo(job: Job, before: ShopState, after: ShopState, at: Instant): string | null {
  const kept = job.reservation && job.reservation.to > at ? job.reservation.bay : null;
  const bays = [bayOf(job), kept].filter((bay) => bay !== null);
  const types = new Set(after.shop?.serviceTypes.map(({ code }) => code));
  const advisors = [job.advisor, ...job.orders.map(({ advisor }) => advisor)];
  return (
    gone(bays, before.bays, after.bays) ??
    gone(advisors, before.staff, after.staff) ??
    job.orders.map(({ serviceType }) => serviceType).find((code) => !types.has(code)) ??
    job.operations.filter(isUnderWay).reduce<string | null>((missing, operation) => {
      return missing ?? unableTo(operation, before, after);
    }, null)
  );
}

/** Given to a bay and a crew, and not done: it needs them still. */
function isUnderWay({ status }: Operation): boolean {
  return status === 'dispatched' || status === 'running' || status === 'held';
}

/** The bay or the person of an operation that is gone, or can no longer do such work. */
function unableTo({ bay, crew, workType }: Operation, before: ShopState, after: ShopState): string | null {
  const places = bay === null ? [] : [bay];
  const lost = <Able extends { workTypes: string[] }>(all: Record<string, Able>, now: Record<string, Able>) => {
    return (code: string): boolean =>
      all[code]?.workTypes.includes(workType) === true && !now[code]?.workTypes.includes(workType);
  };
  return (
    gone(places, before.bays, after.bays) ??
    gone(crew, before.staff, after.staff) ??
    places.find(lost(before.bays, after.bays)) ??
    crew.find(lost(before.staff, after.staff)) ??
    null
  );
}

/** The first code that was there and is not any more. */
function gone(codes: readonly string[], before: object, after: object): string | null {
  return codes.find((code) => Object.hasOwn(before, code) && !Object.hasOwn(after, code)) ?? null;
}
