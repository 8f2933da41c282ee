// domain/folds/ — visits booked, changed, cancelled, and cars checked in.
import type { Job, Operation, Order } from '../state.ts';
import type { JobId } from '../words.ts';
import { changeJob, must, withJob, withoutJob, type Folds, type Stamp } from './changes.ts';
import { inOrder, joinedBy, planned, stopped, waitingAgain, withoutDropped } from './operations.ts';

export const reception: Folds<
  | 'OrderBooked'
  | 'OrderChanged'
  | 'OrderSplit'
  | 'JobMerged'
  | 'JobRebooked'
  | 'JobCancelled'
  | 'BayReserved'
  | 'BayReleased'
  | 'CarCheckedIn'
  | 'WhereaboutsChanged'
  | 'JobCorrected'
  | 'WorkAmended'
  | 'ComebackLinked'
  | 'DirectoryRenewed'
> = {
  OrderBooked: (state, event, stamp) => {
    const added = planned(event.operations, stamp.at);
    const known = state.jobs[event.job];
    const job = known
      ? { ...known, orders: [...known.orders, event.order], operations: inOrder([...known.operations, ...added]) }
      : newJob(event.job, event.order, added, stamp);
    return withJob(state, job);
  },
  OrderChanged: (state, event, { at }) =>
    changeJob(state, event.job, (job) => ({
      ...job,
      ...(job.orders[0]?.number === event.order.number ? visitOf(event.order) : {}),
      orders: job.orders.map((order) => (order.number === event.order.number ? event.order : order)),
      operations: inOrder(planned(event.operations, at)),
    })),
  OrderSplit: (state, event, stamp) => {
    const from = must(state.jobs[event.job], `job ${event.job}`);
    const order = must(
      from.orders.find(({ number }) => number === event.order),
      `order ${event.order}`,
    );
    const own = { ...order, arrivalAt: event.arrivalAt };
    return withJob(withJob(state, newJob(event.into, own, planned(event.operations, stamp.at), stamp)), {
      ...from,
      orders: from.orders.filter(({ number }) => number !== event.order),
      operations: from.operations.filter((operation) => operation.order !== event.order),
    });
  },
  JobMerged: (state, event, { at }) => {
    const from = must(state.jobs[event.job], `job ${event.job}`);
    return changeJob(withoutJob(state, event.job), event.into, (job) => ({
      ...job,
      orders: [...job.orders, ...from.orders],
      operations: joinedBy(job.operations, event.operations, at),
    }));
  },
  JobRebooked: (state, event) =>
    changeJob(state, event.job, (job) => ({ ...job, arrivalAt: event.arrivalAt, cancelled: null })),
  /** Nothing is kept for it any more, and what of its work was not done waits for nobody [CAN-3]. */
  JobCancelled: (state, event, { at }) =>
    changeJob(state, event.job, (job) => ({
      ...job,
      cancelled: { at, reason: event.reason },
      operations: job.operations.map((operation) =>
        operation.status === 'done' ? operation : waitingAgain(stopped(operation, at), at),
      ),
      reservation: null,
      location: { kind: 'away' },
    })),
  BayReserved: (state, { job, bay, from, to }) =>
    changeJob(state, job, (found) => ({ ...found, reservation: { bay, from, to } })),
  BayReleased: (state, event) => changeJob(state, event.job, (job) => ({ ...job, reservation: null })),
  CarCheckedIn: (state, event, { at }) => ({
    ...changeJob(state, event.job, (job) => ({
      ...job,
      slip: event.slip,
      waits: event.waits,
      loungeLabel: event.loungeLabel,
      advisor: event.advisor,
      mileageKm: event.mileageKm,
      keepsOldParts: event.keepsOldParts,
      keyTag: event.keyTag,
      location: { kind: 'parking' },
      checkedInAt: at,
    })),
    slips: { day: event.day, last: Number(event.slip.slice(1)) },
  }),
  WhereaboutsChanged: (state, event) => changeJob(state, event.job, (job) => ({ ...job, waits: event.waits })),
  JobCorrected: (state, { job: id, field, from, to }, { at, by }) =>
    changeJob(state, id, (job) => ({
      ...corrected(job, field, to),
      corrections: [...job.corrections, { at, by, field, from, to }],
    })),
  WorkAmended: (state, event, { at }) =>
    changeJob(state, event.job, (job) => ({
      ...job,
      operations: joinedBy(
        withoutDropped(job.operations, event.dropped).map((operation) => ({
          ...operation,
          minutes: event.minutes.find((one) => one.operation === operation.id)?.minutes ?? operation.minutes,
        })),
        event.added,
        at,
      ),
    })),
  ComebackLinked: (state, event) => changeJob(state, event.job, (job) => ({ ...job, comebackOf: event.of })),
  DirectoryRenewed: (state) => state,
};

/** Fields of a job are its own; service type and payer are those of its first order. Wash is an operation: see `WorkAmended`. */
function corrected(job: Job, field: Job['corrections'][number]['field'], to: unknown): Job {
  switch (field) {
    case 'wash':
      return job;
    case 'serviceType':
    case 'payer':
      return { ...job, orders: job.orders.map((order, index) => (index === 0 ? { ...order, [field]: to } : order)) };
    case 'vehicle':
    case 'customer':
    case 'advisor':
      return { ...job, [field]: to, orders: job.orders.map((order) => ({ ...order, [field]: to })) };
    default:
      return { ...job, [field]: to };
  }
}

/** What a job takes over from its first order. */
function visitOf(
  order: Order,
): Pick<Job, 'vehicle' | 'customer' | 'advisor' | 'mileageKm' | 'appointment' | 'arrivalAt' | 'waits'> {
  const { vehicle, customer, advisor, mileageKm, appointment, arrivalAt, waits } = order;
  return { vehicle, customer, advisor, mileageKm, appointment, arrivalAt, waits };
}

function newJob(id: JobId, order: Order, operations: Operation[], stamp: Stamp): Job {
  return {
    id,
    ...visitOf(order),
    orders: [order],
    bookedAt: stamp.at,
    bookedAs: stamp.version,
    promises: [],
    reservation: null,
    slip: null,
    loungeLabel: 'plate',
    keepsOldParts: false,
    keyTag: null,
    location: { kind: 'away' },
    operations: inOrder(operations),
    proposals: [],
    inspections: [],
    corrections: [],
    comebackOf: null,
    told: null,
    estimates: [],
    toldLateSince: null,
    alarms: {},
    checkedInAt: null,
    readyAt: null,
    unansweredCalls: 0,
    calledAt: null,
    loungeCalledAt: null,
    settledAt: null,
    handedOverAt: null,
    cancelled: null,
    onTime: null,
    handOver: null,
    followUp: null,
    touched: stamp.version,
  };
}
