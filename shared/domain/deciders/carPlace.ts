// domain/deciders/ — where the car goes when work begins, ends or waits: nobody types it [LOC-1].
import type { DomainEvent } from '../events.ts';
import type { Job, Operation, OperationStatus } from '../state.ts';
import type { BayCode, OperationId } from '../words.ts';

function standsIn(job: Job, bay: BayCode | null): boolean {
  return bay !== null && job.location.kind === 'bay' && job.location.bay === bay;
}

/** The car goes where the work is; to the yard where the work needs no bay [LOC-1]. */
export function carToWork(job: Job, operation: Operation): DomainEvent[] {
  if (operation.bay === null) {
    return job.location.kind === 'parking' || job.location.kind === 'road' ? [] : [toParking(job)];
  }
  return standsIn(job, operation.bay)
    ? []
    : [{ type: 'CarMoved', job: job.id, to: { kind: 'bay', bay: operation.bay } }];
}

/** The car leaves its bay when these operations no longer keep it there and no other does [LOC-2]. */
export function carLeaving(job: Job, operations: OperationId[], keeping: OperationStatus[]): DomainEvent[] {
  if (job.location.kind !== 'bay') return [];
  const { bay } = job.location;
  const stays = job.operations.some(
    (other) =>
      !operations.includes(other.id) && other.bay === bay && keeping.includes(other.status) && !other.hold?.freesBay,
  );
  return stays ? [] : [toParking(job)];
}

/** The car leaves whatever bay it is in. */
export function toParking(job: Job): DomainEvent {
  return { type: 'CarMoved', job: job.id, to: { kind: 'parking' } };
}
