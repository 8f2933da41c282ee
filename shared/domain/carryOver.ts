// domain/ — the morning's list: work that closing time stopped, for somebody to say what goes on.
import { isOpen } from './job.ts';
import type { Job, Operation, ShopState } from './state.ts';

/** Operations that were held for closing time, those that stopped first at the head [CLS-3]. Empty once all of them go on. */
export function carryOver(state: ShopState): { job: Job; operation: Operation }[] {
  return Object.values(state.jobs)
    .filter(isOpen)
    .flatMap((job) => job.operations.map((operation) => ({ job, operation })))
    .filter(({ operation }) => operation.hold?.reason === 'closing')
    .sort((a, b) => a.operation.since - b.operation.since || (a.operation.queuedAs ?? 0) - (b.operation.queuedAs ?? 0));
}
