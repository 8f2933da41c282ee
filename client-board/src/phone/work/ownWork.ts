// phone/work/ — the fold → what one person has before them: the car at hand with the operation that the buttons are about, and the cars
// that come next. Pure.
import { inspectionPlanOf, isSigned } from '@zhunshi/shared/domain/inspectionRecord.ts';
import { inQueueOrder, isHere, isPause, openPredecessor } from '@zhunshi/shared/domain/job.ts';
import type { Job, Operation, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { JobId, OperationId, StaffId } from '@zhunshi/shared/domain/words.ts';

/** A piece of the own work. */
export interface OwnPiece {
  job: Job;
  operation: Operation;
}

/** What the person tapped to look at. */
export interface Chosen {
  job: JobId;
  operation: OperationId;
}

export interface OwnWork {
  /** The car at hand; null: there is none. */
  present: OwnPiece | null;
  /** The first piece of each other car, in the order in which they come. */
  next: OwnPiece[];
}

/** Why a piece comes where it does, the first first [PHN-5]. */
const places = ['running', 'toSign', 'paused', 'partsHere', 'startable', 'drying', 'blocked', 'held'] as const;
type Place = (typeof places)[number];

/**
 * The own work in its order [PHN-5]: what runs; what is done and waits for the own signature; what stopped for a break or for the night;
 * what waits in the queue, rework first; what waits for something else. `later`: signatures that were put off.
 */
export function ownWork(state: ShopState, me: StaffId, chosen: Chosen | null, later: readonly string[]): OwnWork {
  const pieces = Object.values(state.jobs)
    .filter((job) => isHere(job) && job.readyAt === null)
    .flatMap((job) => job.operations.map((operation) => ({ job, operation })))
    .flatMap((piece) => {
      const place = placeOf(state, piece, me);
      return place === null
        ? []
        : [{ ...piece, place: places.indexOf(later.includes(pieceKey(piece)) ? 'held' : place) }];
    })
    .sort((a, b) => a.place - b.place || inQueueOrder(a.operation, b.operation))
    .map(({ job, operation }) => ({ job, operation }));
  const wanted = pieces.find(({ job, operation }) => job.id === chosen?.job && operation.id === chosen.operation);
  const present = wanted ?? pieces[0] ?? null;
  const seen = new Set(present ? [present.job.id] : []);
  const next = pieces.filter(({ job }) => !seen.has(job.id) && seen.add(job.id));
  return { present, next };
}

/** One piece of work among all. */
export function pieceKey({ job, operation }: OwnPiece): string {
  return `${job.id}/${operation.id}`;
}

/** What one person has to do with a car, in the car's own order. */
export function ownOperations(job: Job, me: StaffId): Operation[] {
  return job.operations.filter(({ crew, status }) => crew.includes(me) && status !== 'planned');
}

/** True of work that its crew signs [INS-3], and has not signed yet. */
export function isToSign(state: ShopState, job: Job, operation: Operation): boolean {
  const { kind, status, unattended } = operation;
  return (
    kind === 'work' &&
    status === 'done' &&
    !unattended &&
    inspectionPlanOf(state, job).self &&
    !isSigned(job, operation)
  );
}

function placeOf(state: ShopState, { job, operation }: OwnPiece, me: StaffId): Place | null {
  const { crew, status, unattended, hold } = operation;
  if (!crew.includes(me)) return null;
  switch (status) {
    case 'planned':
      return null;
    case 'done':
      return isToSign(state, job, operation) ? 'toSign' : null;
    case 'running':
      return unattended ? 'drying' : 'running';
    case 'dispatched':
      return openPredecessor(job, operation) ? 'blocked' : 'startable';
    case 'held':
      if (isPause(hold)) return 'paused';
      return hold?.partsAt ? 'partsHere' : 'held';
  }
}
