// forms/ — orders that may part from a visit, and visits of one car that may become one.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { isOpen } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId, OrderNumber } from '@zhunshi/shared/domain/words.ts';
import type { ShopView } from '../desk/shopView.ts';

/** Orders that can have a visit of their own: not the first, none of their work begun, and work stays with the others [ORD-4]. */
export function ordersToSplit({ orders, operations }: Job): OrderNumber[] {
  const work = operations.filter(({ kind }) => kind === 'work');
  return orders.slice(1).flatMap(({ number }) => {
    const own = work.filter(({ order }) => order === number);
    const splits = own.length > 0 && own.length < work.length && own.every(({ status }) => status === 'planned');
    return splits ? [number] : [];
  });
}

/** A visit that has not come, and the one that it joins. */
export interface Merging {
  other: Job;
  job: JobId;
  into: JobId;
}

/** Other open visits of the same car, each with the way round that the server would take [ORD-5]. */
export function visitsToMerge({ state, asOf, me }: ShopView, job: Job): Merging[] {
  const takes = (one: JobId, into: JobId): boolean =>
    decide(state, { id: '', type: 'MergeJobs', job: one, into }, { at: asOf, by: me }).ok;
  return Object.values(state.jobs)
    .filter((other) => other.id !== job.id && other.vehicle === job.vehicle && isOpen(other))
    .flatMap((other): Merging[] => {
      if (takes(job.id, other.id)) return [{ other, job: job.id, into: other.id }];
      return takes(other.id, job.id) ? [{ other, job: other.id, into: job.id }] : [];
    });
}
