// demo/people/ — the dispatcher: the morning's list, cars to bays and crews, a second pair of hands; and crews that begin.
import { dispatchable } from '@zhunshi/shared/domain/dispatchable.ts';
import { whyNotBeforeReservation } from '@zhunshi/shared/domain/reservations.ts';
import { whyNotBy, whyNotRun } from '@zhunshi/shared/domain/deciders/working.ts';
import { carsIn, inQueueOrder, isHere, openPredecessor, operationAtHand } from '@zhunshi/shared/domain/job.ts';
import { whyNotToday } from '@zhunshi/shared/domain/presence.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';
import { bestBaysFor, freeBaysOf } from '@zhunshi/shared/plan/freeBays.ts';
import { inOrderOfBreaking } from '@zhunshi/shared/plan/standing.ts';
import { suggestCrew } from '@zhunshi/shared/plan/suggestCrew.ts';
import { first, handOf, isBusy, mayRun, MINUTE, whoIs, type Act, type Seen } from './seen.ts';

/** In the morning: what was suspended at closing time goes on; where its crew is not here today, somebody else takes it. */
export function morning(seen: Seen, job: Job): Act | null {
  const { state, asOf } = seen;
  const by = whoIs(state, 'dispatcher');
  return first(job.operations, (operation) => {
    if (operation.hold?.reason !== 'closing') return null;
    const of = { job: job.id, operation: operation.id };
    if (operation.crew.some((staff) => whyNotToday(state, staff, asOf) !== null)) {
      const crew = suggestCrew(state, job, [operation], asOf);
      return crew.length > 0 ? { by, command: { type: 'Reassign', ...of, bay: operation.bay, crew } } : null;
    }
    return mayRun(seen, job, operation) ? { by, command: { type: 'ContinueWork', operations: [of] } } : null;
  });
}

/** What was dispatched a moment ago begins when car, bay and crew are free, in the order of its crew's queue: rework first [INS-5]. */
export function starting(seen: Seen, job: Job): Act | null {
  return first(job.operations, (operation) => {
    const { id, status, since } = operation;
    const settled = seen.asOf >= since + seen.luck.between(0.5, 1.5, `${id} start`, job) * MINUTE;
    if (status !== 'dispatched' || !settled || openPredecessor(job, operation) || hasOneBefore(seen, operation))
      return null;
    if (!mayRun(seen, job, operation)) return makingRoom(seen, job, operation);
    return { by: handOf(seen, operation), command: { type: 'StartOperation', job: job.id, operation: id } };
  });
}

/** True when somebody of the crew has a car that comes before this one, and could begin it. */
function hasOneBefore(seen: Seen, operation: Operation): boolean {
  return Object.values(seen.state.jobs).some(
    (job) =>
      isHere(job) &&
      job.operations.some(
        (other) =>
          other.status === 'dispatched' &&
          inQueueOrder(other, operation) < 0 &&
          other.crew.some((staff) => operation.crew.includes(staff)) &&
          !openPredecessor(job, other) &&
          (mayRun(seen, job, other) || makingRoom(seen, job, other) !== null),
      ),
  );
}

/** A car that nobody works on leaves the bay for one that came back from its inspection. */
function makingRoom(seen: Seen, job: Job, operation: Operation): Act | null {
  const { state, asOf } = seen;
  const { bay, reworkOf } = operation;
  if (reworkOf === null || bay === null || whyNotRun(state, job, operation, asOf)?.code !== 'bayOccupied') return null;
  if (whyNotBy(state, operation, asOf)) return null;
  const idle = carsIn(state, bay).find(
    ({ id, operations }) =>
      id !== job.id && operations.every(({ status }) => status !== 'running' && status !== 'held'),
  );
  const to = { kind: 'parking' } as const;
  return idle ? { by: handOf(seen, operation), command: { type: 'MoveCar', job: idle.id, to } } : null;
}

/** The car whose promise breaks first gets the best free bay and somebody free, a few minutes after it began to wait. */
export function dispatching(seen: Seen, open: readonly Job[]): Act | null {
  const { state, asOf, luck } = seen;
  const waiting = open.filter(
    (job) => isHere(job) && job.readyAt === null && waitsSince(job, asOf) >= luck.between(0.5, 3, 'wait', job),
  );
  const free = waiting.length > 0 ? freeBaysOf(state) : [];
  if (free.length === 0) return null;
  return first(inOrderOfBreaking(waiting, forecast(state, asOf), asOf), (job) => {
    const next = operationAtHand(job);
    if (!next || job.location.kind === 'sublet') return null;
    return first(bestBaysFor(free, next), (bay) => {
      const ids = dispatchable(state, job, bay.code);
      const operations = job.operations.filter(({ id }) => ids.includes(id));
      const crew = suggestCrew(state, job, operations, asOf);
      const idle = crew.length > 0 && crew.every((staff) => !isBusy(state, staff) && !state.staff[staff]?.onBreak);
      if (!ids.includes(next.id) || !idle) return null;
      if (whyNotBeforeReservation(state, job, operations, bay.code, asOf) !== null) return null;
      const by = whoIs(state, 'dispatcher');
      return { by, command: { type: 'Dispatch', job: job.id, operations: ids, bay: bay.code, crew } };
    });
  });
}

/** Somebody idle helps with a car that will be late. */
export function helping(seen: Seen, job: Job): Act | null {
  const { state, asOf, luck } = seen;
  if (job.toldLateSince === null || luck.chance('help', job) >= 0.4) return null;
  return first(job.operations, (operation) => {
    const alone = operation.status === 'running' && operation.kind === 'work' && operation.crew.length === 1;
    if (!alone || operation.unattended || operation.minutes < 40) return null;
    const helper = Object.values(state.staff).find(
      ({ id, workTypes, onBreak }) =>
        workTypes[0] === operation.workType && !onBreak && whyNotToday(state, id, asOf) === null && !isBusy(state, id),
    );
    if (!helper) return null;
    const crew = [...operation.crew, helper.id];
    const by = whoIs(state, 'dispatcher');
    return { by, command: { type: 'Reassign', job: job.id, operation: operation.id, bay: operation.bay, crew } };
  });
}

/** Minutes that the operation at hand has waited to be dispatched; negative when it does not wait. */
function waitsSince(job: Job, asOf: Instant): number {
  const next = operationAtHand(job);
  const heldOver = next?.status === 'held' && next.hold?.freesBay === true && next.hold.partsAt !== null;
  if (next?.status !== 'planned' && !heldOver) return -1;
  const done = job.operations.filter(({ status }) => status === 'done').map(({ since }) => since);
  return (asOf - Math.max(job.checkedInAt ?? asOf, ...done)) / MINUTE;
}
