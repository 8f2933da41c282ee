// demo/ — the people of the demo's workshop: what each would do at a moment, from what they see on the board. Pure.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { dispatchable } from '@zhunshi/shared/domain/dispatchable.ts';
import type { Actor } from '@zhunshi/shared/domain/entry.ts';
import {
  carsIn,
  isHere,
  openPredecessor,
  operationAtHand,
  queueOf,
  runningWorkOf,
} from '@zhunshi/shared/domain/job.ts';
import type { Bay, Job, Operation, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, Role, StaffId } from '@zhunshi/shared/domain/words.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';
import { inOrderOfBreaking } from '@zhunshi/shared/plan/standing.ts';
import { suggestCrew } from '@zhunshi/shared/plan/suggestCrew.ts';
import { WorkCalendar } from '@zhunshi/shared/plan/workCalendar.ts';
import { localTime } from '@zhunshi/shared/time/shopTime.ts';
import { between } from './chance.ts';
import { troubleOf } from './trouble.ts';

const MINUTE = 60_000;

type WithoutId<Any> = Any extends { id: string } ? Omit<Any, 'id'> : never;
/** A command and who gives it; the id is added when it is sent. */
export interface Act {
  by: Actor;
  command: WithoutId<Command>;
}

/** What somebody would do next at a moment; null when everybody is at work or waits. One at a time: each changes what the others see. */
export function nextActOfPeople(state: ShopState, asOf: Instant): Act | null {
  const { shop } = state;
  if (!shop) return null;
  const calendar = WorkCalendar.of(shop, asOf - 7 * 86_400_000);
  const breakBegun = calendar.isFinishing(asOf);
  if (calendar.nextWorking(asOf) !== asOf && !breakBegun) return null;
  const open = Object.values(state.jobs).filter(({ handedOverAt }) => handedOverAt === null);
  const seen: Seen = { state, asOf, calendar };
  if (breakBegun) return first(open, (job) => finishingWork(seen, job));
  return (
    attendance(seen) ??
    first(open, (job) => reception(seen, job)) ??
    first(open, (job) => atWork(seen, job)) ??
    first(open.filter(isHere), (job) => starting(seen, job)) ??
    dispatching(seen, open)
  );
}

interface Seen {
  state: ShopState;
  asOf: Instant;
  calendar: WorkCalendar;
}

function first<Item>(items: Item[], act: (item: Item) => Act | null): Act | null {
  for (const item of items) {
    const found = act(item);
    if (found) return found;
  }
  return null;
}

/** A technician is away from 10:30 to 14:00, and a paint booth is closed until 11:00. */
function attendance({ state, asOf }: Seen): Act | null {
  const time = localTime(asOf, state.shop?.timeZone ?? 'UTC');
  const dispatcher = whoIs(state, 'dispatcher');
  const technicians = Object.values(state.staff).filter(({ workTypes }) => workTypes[0] === 'mechanical');
  const away = technicians.at(-1);
  const gone = time >= '10:30' && time < '14:00';
  if (away && away.present === gone && !(gone && isBusy(state, away.id))) {
    return { by: dispatcher, command: { type: 'SetAttendance', staff: away.id, present: !gone } };
  }
  const booth = Object.values(state.bays)
    .filter(({ workTypes }) => workTypes[0] === 'paint')
    .at(-1);
  const shut = time < '11:00';
  if (booth && (booth.closed !== null) !== shut && carsIn(state, booth.code).length === 0) {
    const { code: bay } = booth;
    return shut
      ? { by: dispatcher, command: { type: 'CloseBay', bay, reason: 'maintenance', until: asOf + untilMs(time, 11) } }
      : { by: dispatcher, command: { type: 'OpenBay', bay } };
  }
  return null;
}

function untilMs(time: string, hour: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Math.max(1, hour * 60 - hours * 60 - minutes) * MINUTE;
}

/** Cars come about when they are due; ready ones are called and fetched. */
function reception({ state, asOf }: Seen, job: Job): Act | null {
  const by = job.advisor;
  if (job.checkedInAt === null) {
    const late = troubleOf(job).comesLateMinutes ?? between(`${job.id} comes`, -4, 6);
    if (asOf < job.arrivalAt + late * MINUTE) return null;
    const loungeLabel = between(`${job.id} label`, 0, 1) < 0.15 ? 'slip' : 'plate';
    return { by, command: { type: 'CheckIn', job: job.id, loungeLabel } };
  }
  const since = (at: Instant, about: string, low: number, high: number): boolean =>
    asOf >= at + between(`${job.id} ${about}`, low, high) * MINUTE;
  if (job.readyAt === null) {
    const done = job.operations.every(({ status }) => status === 'done');
    const lastAt = Math.max(...job.operations.map((operation) => operation.since));
    return done && since(lastAt, 'ready', 0.5, 2)
      ? { by: whoIs(state, 'dispatcher'), command: { type: 'MarkReady', job: job.id } }
      : null;
  }
  if (job.calledAt === null) {
    return since(job.readyAt, 'call', 0.5, 6) ? { by, command: { type: 'CallCustomer', job: job.id } } : null;
  }
  const [low, high] = job.waits === 'lounge' ? [5, 14] : [20, 75];
  return since(job.calledAt, 'fetch', low, high) ? { by, command: { type: 'HandOver', job: job.id } } : null;
}

/** Work that runs is finished when its time is up, or held on the way; held work goes on when what it waits for is there. */
function atWork(seen: Seen, job: Job): Act | null {
  const { state, asOf } = seen;
  return first(job.operations, (operation) => {
    const { id, status, hold } = operation;
    const by = operation.crew[0] ?? whoIs(state, 'dispatcher');
    const of = { job: job.id, operation: id };
    const trouble = troubleOf(job, operation);
    if (status === 'held' && hold) {
      const back = asOf >= hold.since + (trouble.hold?.lastsMinutes ?? 20) * MINUTE;
      return back && mayRun(state, job, operation) ? { by, command: { type: 'ResumeOperation', ...of } } : null;
    }
    if (status !== 'running') return null;
    const held = trouble.hold && operation.runs.length === 1 ? trouble.hold : null;
    if (held && workedShare(seen, job, operation) > 0.4) {
      const { reason, toldMinutes, freesBay } = held;
      const expectedAt = toldMinutes === null ? null : asOf + toldMinutes * MINUTE;
      return { by, command: { type: 'HoldOperation', ...of, reason, expectedAt, freesBay } };
    }
    return finishing(seen, job, operation);
  });
}

/** What is all but done when a break begins is finished first [PLN-4]. */
function finishingWork(seen: Seen, job: Job): Act | null {
  const running = job.operations.filter(({ status }) => status === 'running');
  return first(running, (operation) => finishing(seen, job, operation));
}

function finishing(seen: Seen, job: Job, operation: Operation): Act | null {
  if (workedShare(seen, job, operation) < 1) return null;
  const by = operation.crew[0] ?? whoIs(seen.state, 'dispatcher');
  const type = operation.kind === 'inspection' ? 'PassInspection' : 'FinishOperation';
  return { by, command: { type, job: job.id, operation: operation.id } };
}

/** How much of the time that it really takes has been worked: 1 is done. */
function workedShare({ asOf, calendar }: Seen, job: Job, operation: Operation): number {
  const worked = operation.runs.reduce(
    (sum, run) => sum + (operation.unattended ? asOf - run.from : calendar.between(run.from, run.to ?? asOf)),
    0,
  );
  return worked / (operation.minutes * MINUTE * troubleOf(job, operation).stretch);
}

/** What was dispatched a moment ago begins when car, bay and crew are free. */
function starting({ state, asOf }: Seen, job: Job): Act | null {
  return first(job.operations, (operation) => {
    const { id, status, since, crew } = operation;
    const settled = asOf >= since + between(`${job.id} ${id} start`, 0.5, 1.5) * MINUTE;
    if (status !== 'dispatched' || !settled || openPredecessor(job, operation) || !mayRun(state, job, operation))
      return null;
    const by = crew[0] ?? whoIs(state, 'dispatcher');
    return { by, command: { type: 'StartOperation', job: job.id, operation: id } };
  });
}

function mayRun(state: ShopState, job: Job, operation: Operation): boolean {
  const bay = operation.bay === null ? undefined : state.bays[operation.bay];
  if (bay?.closed) return false;
  const others = bay ? carsIn(state, bay.code).filter(({ id }) => id !== job.id) : [];
  if (bay && others.length >= bay.capacity) return false;
  if (job.operations.some(({ id, status }) => id !== operation.id && status === 'running')) return false;
  return (
    operation.unattended ||
    operation.crew.every((staff) => !runningWorkOf(state, staff) && state.staff[staff]?.present === true)
  );
}

/** The dispatcher gives the car whose promise breaks first the best free bay and somebody free, a few minutes after it began to wait. */
function dispatching({ state, asOf }: Seen, open: Job[]): Act | null {
  const waiting = open.filter(
    (job) => isHere(job) && job.readyAt === null && waitsSince(job, asOf) >= between(`${job.id} wait`, 0.5, 3),
  );
  if (waiting.length === 0) return null;
  return first(inOrderOfBreaking(waiting, forecast(state, asOf), asOf), (job) => {
    const next = operationAtHand(job);
    if (!next) return null;
    return first(baysFor(state, next), (bay) => {
      const ids = dispatchable(state, job, bay.code);
      const operations = job.operations.filter(({ id }) => ids.includes(id));
      const crew = suggestCrew(state, job, operations);
      const idle = crew.length > 0 && crew.every((staff) => !isBusy(state, staff));
      if (!ids.includes(next.id) || !idle) return null;
      const by = whoIs(state, 'dispatcher');
      return { by, command: { type: 'Dispatch', job: job.id, operations: ids, bay: bay.code, crew } };
    });
  });
}

/** Minutes that the operation at hand has waited to be dispatched; negative when it does not wait. */
function waitsSince(job: Job, asOf: Instant): number {
  const next = operationAtHand(job);
  if (next?.status !== 'planned') return -1;
  const done = job.operations.filter(({ status }) => status === 'done').map(({ since }) => since);
  return (asOf - Math.max(job.checkedInAt ?? asOf, ...done)) / MINUTE;
}

/** Open bays without car or queue, those whose first work type it is before others. */
function baysFor(state: ShopState, operation: Operation): Bay[] {
  const rank = ({ workTypes }: Bay): number => workTypes.indexOf(operation.workType);
  return Object.values(state.bays)
    .filter(({ closed, code, workTypes, capacity }) => {
      const taken = carsIn(state, code).length + queueOf(state, code).length;
      return closed === null && workTypes.includes(operation.workType) && taken < capacity;
    })
    .sort((a, b) => rank(a) - rank(b) || a.position - b.position);
}

/** At work, or with work dispatched that waits for them. */
function isBusy(state: ShopState, staff: StaffId): boolean {
  return Object.values(state.jobs).some((job) =>
    job.operations.some(
      ({ status, crew, unattended }) =>
        (status === 'dispatched' || (status === 'running' && !unattended)) && crew.includes(staff),
    ),
  );
}

function whoIs(state: ShopState, role: Role): StaffId | null {
  return Object.values(state.staff).find(({ roles }) => roles.includes(role))?.id ?? null;
}
