// advisor/ — what is typed at the desk → the cars it may be: booked ones before those here, before those that were here earlier; and
// the car that nobody knows yet.
import { isOpen, stageOf } from '@zhunshi/shared/domain/job.ts';
import { plateKind, plateOf as readPlate } from '@zhunshi/shared/domain/plate.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId, VehicleRef } from '@zhunshi/shared/domain/words.ts';
import { advisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import { spelling } from '../forms/knownCar.ts';

/** What choosing it leads to: the check-in of its booking, a look at it, or a new visit. */
export type PlateAct = 'checkIn' | 'look' | 'receive';

export interface PlateMatch {
  key: string;
  plate: string;
  /** Model and customer; empty for a car that nobody knows. */
  who: string;
  /** What it is to the shop now. */
  what: string;
  act: PlateAct;
  job: JobId | null;
}

const fewestSigns = 2;
const shownAtMost = 8;
const acts: readonly PlateAct[] = ['checkIn', 'look', 'receive'];

/**
 * Cars whose plate contains what is typed, or whose customer is called or reached so; and the typed plate itself, where it is one that
 * nobody has: in front where it is a whole Chinese plate, which no other can be, else last.
 */
export function plateMatches(view: ShopView, typed: string): PlateMatch[] {
  const wanted = spelling(typed);
  if (wanted.length < fewestSigns) return [];
  const visits = visitsByVehicle(view);
  const known = Object.entries(view.directory.vehicles)
    .map(([ref, { plate, model }]) => ({ ref, plate, model, visit: visitAtHand(visits.get(ref) ?? []) }))
    .map((car) => ({ ...car, rank: rankOf(view, car.plate, car.visit, wanted) }))
    .filter(({ rank }) => rank > 0)
    .map(({ ref, plate, model, visit, rank }) => ({ rank, match: matchOf(view, ref, plate, model, visit) }))
    .sort((a, b) => b.rank - a.rank || acts.indexOf(a.match.act) - acts.indexOf(b.match.act))
    .slice(0, shownAtMost)
    .map(({ match }) => match);
  const fresh = newCar(view, typed, known);
  if (!fresh) return known;
  return plateKind(fresh.plate) === 'foreign' ? [...known, fresh] : [fresh, ...known];
}

function visitsByVehicle({ state }: ShopView): Map<VehicleRef, Job[]> {
  const visits = new Map<VehicleRef, Job[]>();
  for (const job of Object.values(state.jobs)) visits.set(job.vehicle, [...(visits.get(job.vehicle) ?? []), job]);
  return visits;
}

/** The visit under way, else the next one that is booked, else the last one. */
function visitAtHand(visits: readonly Job[]): Job | null {
  const open = visits.filter(isOpen).sort((a, b) => a.arrivalAt - b.arrivalAt);
  const here = open.find(({ checkedInAt }) => checkedInAt !== null);
  return here ?? open[0] ?? [...visits].sort((a, b) => b.arrivalAt - a.arrivalAt)[0] ?? null;
}

/** 0: no match. The end of a plate is what people say. */
function rankOf({ directory }: ShopView, plate: string, visit: Job | null, wanted: string): number {
  const spelled = spelling(plate);
  if (spelled === wanted) return 4;
  if (spelled.endsWith(wanted)) return 3;
  if (spelled.includes(wanted)) return 2;
  const person = visit ? directory.persons[visit.customer] : undefined;
  if (!person) return 0;
  const digits = /^\d{3,}$/.test(wanted) && spelling(person.phone).includes(wanted);
  return digits || spelling(person.name).startsWith(wanted) ? 1 : 0;
}

function matchOf(view: ShopView, ref: VehicleRef, plate: string, model: string, visit: Job | null): PlateMatch {
  const say = advisorWords[view.language].plate;
  const name = visit ? (view.directory.persons[visit.customer]?.name ?? '') : '';
  const shared = { key: ref, plate, who: [model, name].filter(Boolean).join(' ') };
  if (!visit || !isOpen(visit)) return { ...shared, what: say.earlier, act: 'receive', job: null };
  const here = visit.checkedInAt !== null;
  return {
    ...shared,
    what: here ? say.here(view.words.stages[stageOf(visit)]) : say.booked(momentText(view, visit.arrivalAt)),
    act: here ? 'look' : 'checkIn',
    job: visit.id,
  };
}

function newCar(view: ShopView, typed: string, known: readonly PlateMatch[]): PlateMatch | null {
  const plate = readPlate(typed);
  if (plate === null || known.some((one) => spelling(one.plate) === plate)) return null;
  const what = advisorWords[view.language].plate.newCar(plate);
  return { key: 'new', plate, who: '', what, act: 'receive', job: null };
}
