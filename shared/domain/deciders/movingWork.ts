// domain/deciders/ — while work is under way: other hands, another bay, a car that is moved, a hold that lasts longer, parts that came.
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { bayOf } from '../job.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { whyNotBeforeReservation } from '../reservations.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, Location, Operation, ShopState } from '../state.ts';
import type { Instant, StaffId } from '../words.ts';
import { AFTER_HOLD, carLeaving, carToWork, KEEPS_BAY } from './carPlace.ts';
import { whyNotBay, whyNotCrew } from './dispatching.ts';
import { hereJob, operationIn } from './found.ts';
import { whyNotBy, whyNotInBay, whyNotOtherBay } from './working.ts';

/**
 * Gives work that runs or is held to other hands or another bay: a helper joins, somebody hands over, the car moves along where it
 * runs. Nothing when it is so already. Refused: nobody left on it [DSP-8]; who joins cannot do it [SEG-2]; the bay is not for it
 * or has no room [MOV-1], or is kept for another car [RSV-3].
 */
export function reassign(state: ShopState, command: CommandOf<'Reassign'>, { at }: Context): Result<DomainEvent[]> {
  const found = operationIn(state, command, ['running', 'held']);
  if (!found.ok) return found;
  const { job, operation } = found.value;
  const { bay } = command;
  const crew = [...new Set(command.crew)];
  const moves = bay !== operation.bay;
  if (!moves && sameCrew(crew, operation.crew)) return accepted([]);
  if (crew.length === 0 && !operation.unattended) return refused(refusal('crewNeeded', { job: job.id }));
  const moved: Operation = { ...operation, bay };
  const no =
    (moves ? whyNotThere(state, job, moved, command.despiteReservation === true, at) : null) ??
    whyNotJoin(state, job, operation, crew, at);
  if (no) return refused(no);
  const runs = operation.status === 'running';
  return accepted([
    ...(moves && runs ? carToWork(job, moved) : []),
    { type: 'WorkReassigned', job: job.id, operation: operation.id, bay, crew },
    ...(moves && !runs && bayOf(job) === operation.bay ? carLeaving(job, [operation.id], KEEPS_BAY) : []),
  ]);
}

function sameCrew(crew: StaffId[], before: StaffId[]): boolean {
  return crew.length === before.length && crew.every((staff) => before.includes(staff));
}

/** The bay is open and for such work; for work that runs it has room, and nothing else of the car runs in the old one [MOV-1]. */
function whyNotThere(state: ShopState, job: Job, moved: Operation, despite: boolean, at: Instant): Refusal | null {
  const unfit = whyNotBay(state, [moved], moved.bay);
  if (unfit) return unfit;
  const full = moved.status === 'running' ? (whyNotOtherBay(job, moved) ?? whyNotInBay(state, job, moved.bay)) : null;
  if (full || moved.bay === null || despite) return full;
  return whyNotBeforeReservation(state, job, [moved], moved.bay, at);
}

/** Those who join can do it; where it runs, they can begin now: not on a break, not at other work [SEG-2]. */
function whyNotJoin(state: ShopState, job: Job, operation: Operation, crew: StaffId[], at: Instant): Refusal | null {
  const joining = crew.filter((staff) => !operation.crew.includes(staff));
  if (joining.length === 0) return null;
  const unable = whyNotCrew(state, job, [operation], joining, at);
  if (unable || operation.status !== 'running') return unable;
  return whyNotBy(state, { ...operation, crew: joining }, at);
}

/**
 * Moves a car by hand: to the yard, a bay, the road or a subcontractor [LOC-3]. Nothing when it is there already. Refused: the bay
 * is unknown, closed or full; work runs in its bay [LOC-5], but for a road test that keeps it; expected back in the past [HLD-2].
 */
export function moveCar(state: ShopState, command: CommandOf<'MoveCar'>, { at }: Context): Result<DomainEvent[]> {
  const found = hereJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  const to = placeOf(job, command.to);
  if (samePlace(job.location, to)) return accepted([]);
  const no = whyNotTo(state, job, to, at);
  return no ? refused(no) : accepted([{ type: 'CarMoved', job: job.id, to }]);
}

/** On a road test a car keeps the bay that it has, if it is said so [LOC-4]. */
function placeOf(job: Job, to: CommandOf<'MoveCar'>['to']): Location {
  return to.kind === 'road' ? { kind: 'road', keeps: to.keepsBay ? bayOf(job) : null } : to;
}

function samePlace(a: Location, b: Location): boolean {
  if (a.kind === 'bay' && b.kind === 'bay') return a.bay === b.bay;
  if (a.kind === 'road' && b.kind === 'road') return a.keeps === b.keeps;
  if (a.kind === 'sublet' && b.kind === 'sublet') return a.expectedAt === b.expectedAt;
  return a.kind === b.kind;
}

function whyNotTo(state: ShopState, job: Job, to: Location, at: Instant): Refusal | null {
  const tied = job.operations.find((operation) => operation.status === 'running' && isTiedFrom(operation, to));
  if (tied) return refusal('carAtWork', { job: job.id, operation: tied.id });
  if (to.kind === 'sublet' && to.expectedAt !== null && to.expectedAt <= at) return refusal('expectedInPast', {});
  if (to.kind !== 'bay') return null;
  if (!state.bays[to.bay]) return refusal('unknownBay', { bay: to.bay });
  return whyNotInBay(state, job, to.bay);
}

/**
 * Work that runs keeps the car in its bay, and the bay for it while it is on the road; work that needs none (an inspection in the
 * yard) keeps it on the premises, or on the road [LOC-5].
 */
function isTiedFrom({ bay }: Operation, to: Location): boolean {
  if (to.kind === 'road') return bay !== null && to.keeps !== bay;
  if (to.kind === 'sublet') return true;
  return bay !== null && !(to.kind === 'bay' && to.bay === bay);
}

/**
 * Says anew when a hold is expected to end and whether it frees the bay: the car leaves it, or goes back into it [HLD-7]. Nothing when
 * it is so already. Refused: expected in the past [HLD-2]; the bay is closed or full meanwhile.
 */
export function reviseHold(state: ShopState, command: CommandOf<'ReviseHold'>, { at }: Context): Result<DomainEvent[]> {
  const found = operationIn(state, command, ['held']);
  if (!found.ok) return found;
  const { job, operation } = found.value;
  const { expectedAt, freesBay } = command;
  const wasFree = operation.hold?.freesBay === true;
  if (operation.hold?.expectedAt === expectedAt && wasFree === freesBay) return accepted([]);
  const saidAnew = expectedAt !== null && expectedAt !== operation.hold?.expectedAt;
  if (saidAnew && expectedAt <= at) return refused(refusal('expectedInPast', {}));
  const leaves = freesBay && !wasFree && operation.bay !== null && bayOf(job) === operation.bay;
  const returns = wasFree && !freesBay && operation.runs.length > 0;
  const no = returns ? (whyNotOtherBay(job, operation) ?? whyNotInBay(state, job, operation.bay)) : null;
  if (no) return refused(no);
  return accepted([
    { type: 'HoldRevised', job: job.id, operation: operation.id, expectedAt, freesBay },
    ...(leaves ? carLeaving(job, [operation.id], AFTER_HOLD) : []),
    ...(returns ? carToWork(job, operation) : []),
  ]);
}

/** The parts are here that work is held for; it goes on when somebody says so [HLD-6]. Refused: held for something else. */
export function partsArrived(state: ShopState, command: CommandOf<'PartsArrived'>): Result<DomainEvent[]> {
  const found = operationIn(state, command, ['held']);
  if (!found.ok) return found;
  const { job, operation } = found.value;
  if (operation.hold?.reason !== 'parts') {
    return refused(refusal('notForParts', { job: job.id, operation: operation.id }));
  }
  if (operation.hold.partsAt !== null) return accepted([]);
  return accepted([{ type: 'PartsArrived', job: job.id, operation: operation.id }]);
}
