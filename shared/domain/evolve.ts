// domain/ — evolve: the shop after an event. The only thing that makes state; every node and every console folds with it.
import type { LogEntry } from './entry.ts';
import { sweep } from './sweep.ts';
import type { DomainEvent, PlannedOperation } from './events.ts';
import type { Job, Operation, Order, ShopState } from './state.ts';
import type { Actor } from './entry.ts';
import type { Instant, JobId, OperationId, StaffId } from './words.ts';

/** An event that this version does not know: the fold stops loudly rather than show something wrong [LOG-6]. */
export class UnknownEvent extends Error {}

/** What an entry says about all of its events. */
interface Stamp {
  version: number;
  at: Instant;
  by: Actor;
}

const KEEP_FIGURES_DAYS = 62;

/** The state after an entry of the log: its events in their order, then what is long closed swept out. */
export function foldEntry(state: ShopState, entry: Pick<LogEntry, 'version' | 'at' | 'by' | 'events'>): ShopState {
  const after = entry.events.reduce((folded, event) => evolve(folded, event, entry), state);
  return entry.at >= after.sweepDueAt ? sweep(after, entry.at) : after;
}

/** The state after one event. Throws `UnknownEvent`. */
export function evolve(state: ShopState, event: DomainEvent, stamp: Stamp): ShopState {
  switch (event.type) {
    case 'ShopSetUp':
      return {
        ...state,
        shop: event.shop,
        bays: byKey(
          event.bays.map((bay, position) => ({ ...bay, position, closed: null })),
          ({ code }) => code,
        ),
        teams: byKey(event.teams, ({ id }) => id),
        staff: byKey(
          event.staff.map((member) => ({ ...member, present: true })),
          ({ id }) => id,
        ),
      };
    case 'OrderBooked': {
      const known = state.jobs[event.job];
      const job = known
        ? {
            ...known,
            orders: [...known.orders, event.order],
            operations: [...known.operations, ...planned(event, stamp)],
          }
        : newJob(event.job, event.order, planned(event, stamp), stamp);
      return withJob(state, { ...job, operations: inOrder(job.operations) });
    }
    case 'OrderChanged':
      return changeJob(state, event.job, (job) => ({
        ...job,
        ...(job.orders[0]?.number === event.order.number ? visitOf(event.order) : {}),
        orders: job.orders.map((order) => (order.number === event.order.number ? event.order : order)),
        operations: inOrder(planned(event, stamp)),
      }));
    case 'PromiseMade':
      return changeJob(state, event.job, (job) => ({
        ...job,
        promises: [
          ...job.promises,
          {
            promisedAt: event.promisedAt,
            kind: event.kind,
            reason: event.reason,
            madeAt: stamp.at,
            madeBy: stamp.by,
          },
        ],
      }));
    case 'CarCheckedIn':
      return {
        ...changeJob(state, event.job, (job) => ({
          ...job,
          slip: event.slip,
          waits: event.waits,
          loungeLabel: event.loungeLabel,
          location: { kind: 'parking' },
          checkedInAt: stamp.at,
        })),
        slips: { day: event.day, last: Number(event.slip.slice(1)) },
      };
    case 'CarMoved':
      return changeJob(state, event.job, (job) => ({ ...job, location: event.to }));
    case 'OperationsDispatched':
      return changeJob(state, event.job, (job) => ({
        ...job,
        operations: job.operations.map((operation) =>
          event.operations.includes(operation.id)
            ? {
                ...operation,
                status: 'dispatched',
                bay: event.bay,
                crew: event.crew,
                queuedAs: stamp.version,
                ...holdOver(operation),
                dispatchedAt: stamp.at,
                since: stamp.at,
              }
            : operation,
        ),
      }));
    case 'OperationRecalled':
      return changeOperation(state, event.job, event.operation, (operation) => ({
        ...operation,
        status: 'planned',
        bay: null,
        crew: [],
        queuedAs: null,
        dispatchedAt: null,
        since: stamp.at,
      }));
    case 'OperationStarted':
      return changeOperation(state, event.job, event.operation, (operation) => running(operation, stamp.at));
    case 'OperationHeld': {
      const { reason, expectedAt, freesBay } = event;
      return changeOperation(state, event.job, event.operation, (operation) => ({
        ...stopped(operation, stamp.at),
        status: 'held',
        hold: { reason, expectedAt, freesBay, since: stamp.at },
      }));
    }
    case 'OperationResumed':
      return changeOperation(state, event.job, event.operation, (operation) =>
        operation.runs.length > 0
          ? running(operation, stamp.at)
          : { ...operation, status: 'dispatched', ...holdOver(operation), since: stamp.at },
      );
    case 'OperationFinished':
    case 'InspectionPassed':
      return changeOperation(state, event.job, event.operation, (operation) => ({
        ...stopped(operation, stamp.at),
        status: 'done',
      }));
    case 'CarReady':
      return changeJob(state, event.job, (job) => ({ ...job, readyAt: stamp.at }));
    case 'CustomerCalled':
      return changeJob(state, event.job, (job) => ({ ...job, calledAt: stamp.at }));
    case 'CarHandedOver':
      return {
        ...changeJob(state, event.job, (job) => ({
          ...job,
          handedOverAt: stamp.at,
          onTime: event.onTime,
          location: { kind: 'away' },
        })),
        days: event.onTime === null ? state.days : withHandOver(state.days, event.day, event.onTime),
      };
    case 'AttendanceChanged':
      return changeStaff(state, event.staff, event.present);
    case 'BayClosed': {
      const { reason, until } = event;
      return changeBay(state, event.bay, { reason, until, since: stamp.at });
    }
    case 'BayOpened':
      return changeBay(state, event.bay, null);
    case 'DirectoryRenewed':
      return state;
    default:
      throw new UnknownEvent(`No event of type ${JSON.stringify((event as { type: unknown }).type)} is known`);
  }
}

function byKey<Value>(values: readonly Value[], key: (value: Value) => string): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [key(value), value]));
}

function withJob(state: ShopState, job: Job): ShopState {
  return { ...state, jobs: { ...state.jobs, [job.id]: job } };
}

/** An event names what `decide` has seen; if it is not there, the log and the code disagree, and that is a bug. */
function must<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The log speaks of ${what}, which is not there`);
  return value;
}

function changeJob(state: ShopState, id: JobId, change: (job: Job) => Job): ShopState {
  return withJob(state, change(must(state.jobs[id], `job ${id}`)));
}

function changeOperation(
  state: ShopState,
  job: JobId,
  id: OperationId,
  change: (operation: Operation) => Operation,
): ShopState {
  return changeJob(state, job, (found) => ({
    ...found,
    operations: found.operations.map((operation) => (operation.id === id ? change(operation) : operation)),
  }));
}

function changeStaff(state: ShopState, id: StaffId, present: boolean): ShopState {
  return { ...state, staff: { ...state.staff, [id]: { ...must(state.staff[id], `staff ${id}`), present } } };
}

function changeBay(state: ShopState, code: string, closed: ShopState['bays'][string]['closed']): ShopState {
  return { ...state, bays: { ...state.bays, [code]: { ...must(state.bays[code], `bay ${code}`), closed } } };
}

function planned(event: { operations: PlannedOperation[] }, stamp: Stamp): Operation[] {
  return event.operations.map((operation) => ({
    ...operation,
    status: 'planned',
    bay: null,
    crew: [],
    queuedAs: null,
    segments: [],
    runs: [],
    hold: null,
    pastHolds: [],
    dispatchedAt: null,
    since: stamp.at,
  }));
}

/** Work first, then the inspection, then the wash, whatever order joined later. */
function inOrder(operations: Operation[]): Operation[] {
  const rank = { work: 0, inspection: 1, wash: 2 };
  return [...operations].sort((a, b) => rank[a.kind] - rank[b.kind]);
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
    promises: [],
    slip: null,
    loungeLabel: 'plate',
    location: { kind: 'away' },
    operations,
    checkedInAt: null,
    readyAt: null,
    calledAt: null,
    handedOverAt: null,
    onTime: null,
  };
}

/** A hold that ends is kept as one that was. */
function holdOver({ hold, pastHolds }: Operation): Pick<Operation, 'hold' | 'pastHolds'> {
  return { hold: null, pastHolds: hold ? [...pastHolds, { reason: hold.reason, since: hold.since }] : pastHolds };
}

/** Begun or taken up again: a new run, and a labour segment for each of the crew; drying needs nobody. */
function running(operation: Operation, at: Instant): Operation {
  const segments = operation.unattended ? [] : operation.crew.map((technician) => ({ technician, from: at, to: null }));
  return {
    ...operation,
    status: 'running',
    ...holdOver(operation),
    since: at,
    segments: [...operation.segments, ...segments],
    runs: [...operation.runs, { from: at, to: null }],
  };
}

/** No longer running: what was open ends now. */
function stopped(operation: Operation, at: Instant): Operation {
  const ended = <Span extends { to: Instant | null }>(span: Span): Span =>
    span.to === null ? { ...span, to: at } : span;
  return {
    ...operation,
    hold: null,
    since: at,
    segments: operation.segments.map(ended),
    runs: operation.runs.map(ended),
  };
}

function withHandOver(days: ShopState['days'], day: string, onTime: boolean): ShopState['days'] {
  const figures = days[day] ?? { delivered: 0, onTime: 0 };
  const all = {
    ...days,
    [day]: { delivered: figures.delivered + 1, onTime: figures.onTime + (onTime ? 1 : 0) },
  };
  const kept = Object.keys(all).sort().slice(-KEEP_FIGURES_DAYS);
  return Object.fromEntries(kept.map((key) => [key, must(all[key], `day ${key}`)]));
}
