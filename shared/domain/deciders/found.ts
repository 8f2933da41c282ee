// domain/deciders/ — finding what a command names, or the refusal that says why it cannot be it.
import { isOpen } from '../job.ts';
import { refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, Operation, OperationStatus, ShopState } from '../state.ts';
import type { JobId, OperationId } from '../words.ts';

/** A job whose car is here now. Refused: unknown, not checked in yet, handed over or cancelled [REC-4]. */
export function hereJob(state: ShopState, id: JobId): Result<Job> {
  const job = state.jobs[id];
  if (!job) return refused(refusal('unknownJob', { job: id }));
  if (!isOpen(job)) return refused(refusal('jobClosed', { job: id }));
  if (job.checkedInAt === null) return refused(refusal('notCheckedIn', { job: id }));
  return accepted(job);
}

/** A visit that is still to come or under way. Refused: unknown, handed over or cancelled. */
export function openJob(state: ShopState, id: JobId): Result<Job> {
  const job = state.jobs[id];
  if (!job) return refused(refusal('unknownJob', { job: id }));
  return isOpen(job) ? accepted(job) : refused(refusal('jobClosed', { job: id }));
}

/** An operation of a car that is here, in one of the statuses that the command is for. */
export function operationIn(
  state: ShopState,
  command: { job: JobId; operation: OperationId },
  statuses: OperationStatus[],
): Result<{ job: Job; operation: Operation }> {
  const here = hereJob(state, command.job);
  if (!here.ok) return here;
  const job = here.value;
  const operation = job.operations.find(({ id }) => id === command.operation);
  if (!operation) return refused(refusal('unknownOperation', { job: job.id, operation: command.operation }));
  if (!statuses.includes(operation.status)) {
    return refused(refusal('operationStatus', { job: job.id, operation: operation.id, status: operation.status }));
  }
  return accepted({ job, operation });
}
