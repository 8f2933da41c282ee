// domain/deciders/ — where the car goes when work begins, ends or waits: nobody types it [LOC-1].
import type { DomainEvent } from '../events.ts';
import { bayOf } from '../job.ts';
import type { Job, Operation, OperationStatus } from '../state.ts';
import type { BayCode, OperationId } from '../words.ts';

/** What keeps a car in the bay where it stands: work under way, held there, or next in line for it. */
export const KEEPS_BAY: readonly OperationStatus[] = ['running', 'held', 'dispatched'];
/** A hold that frees the bay does so unless other work on the car goes on there, or is held there to keep it. */
export const AFTER_HOLD: readonly OperationStatus[] = ['running', 'held'];

function standsIn(job: Job, bay: BayCode | null): boolean {
  return bay !== null && job.location.kind === 'bay' && job.location.bay === bay;
}

/** The car goes where the work is, from the road or a subcontractor too; to the yard where the work needs no bay [LOC-1]. */
export function carToWork(job: Job, operation: Operation): DomainEvent[] {
  if (operation.bay === null) {
    return job.location.kind === 'parking' || job.location.kind === 'road' ? [] : [toParking(job)];
  }
  return standsIn(job, operation.bay)
    ? []
    : [{ type: 'CarMoved', job: job.id, to: { kind: 'bay', bay: operation.bay } }];
}

/**
 * The car leaves its bay when these operations no longer keep it there and no other does [LOC-2]; on the road it keeps none any
 * more [LOC-4].
 */
export function carLeaving(job: Job, operations: OperationId[], keeping: readonly OperationStatus[]): DomainEvent[] {
  const bay = bayOf(job);
  if (bay === null) return [];
  const stays = job.operations.some(
    (other) =>
      !operations.includes(other.id) && other.bay === bay && keeping.includes(other.status) && !other.hold?.freesBay,
  );
  if (stays) return [];
  const onRoad = job.location.kind === 'road';
  return [onRoad ? { type: 'CarMoved', job: job.id, to: { kind: 'road', keeps: null } } : toParking(job)];
}

/** The car leaves whatever place it is in for the yard. */
export function toParking(job: Job): DomainEvent {
  return { type: 'CarMoved', job: job.id, to: { kind: 'parking' } };
}
