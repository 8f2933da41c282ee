// domain/ — what follows from a job: its stage, its promise in force, what must come before what. Never stored, always derived.
import type { Hold, Job, Operation, OperationStatus, Promise, Proposal, ShopState } from './state.ts';
import type { BayCode, Instant, StaffId, Stage } from './words.ts';

/** Operations that have to be done before this one: work in its order, inspection after all work, wash after inspection [DSP-5]. */
export function predecessorsOf(job: Pick<Job, 'operations'>, operation: Operation): Operation[] {
  switch (operation.kind) {
    case 'work':
      return job.operations.filter(({ id }) => operation.after.includes(id));
    case 'inspection':
      return job.operations.filter(({ kind }) => kind === 'work');
    case 'wash':
      return job.operations.filter(({ kind }) => kind !== 'wash');
  }
}

/** The operation that comes before this one and is not done yet. */
export function openPredecessor(job: Job, operation: Operation): Operation | undefined {
  return predecessorsOf(job, operation).find(({ status }) => status !== 'done');
}

/** The promise in force, null when none is given yet [PRM-1]. */
export function promiseOf(job: Job): Promise | null {
  return job.promises.at(-1) ?? null;
}

/** The promise that the rate is reckoned against: the last that counts [PRM-4]; null when none is given. */
export function ratedPromiseOf(job: Job): Promise | null {
  return job.promises.findLast(({ counts }) => counts) ?? null;
}

/** The original promise: the first firm one, or the first of all where none was firm [PRM-5]. Null when none is given. */
export function originalPromiseOf(job: Job): Promise | null {
  return job.promises.find(({ kind }) => kind === 'firm') ?? job.promises[0] ?? null;
}

/**
 * Kept: handed over by the promise, or ready and the customer called by then [OTR-1].
 *
 * @param handedOverAt null: the car is still here
 */
export function isKept({ readyAt, calledAt }: Job, promisedAt: Instant, handedOverAt: Instant | null): boolean {
  if (handedOverAt !== null && handedOverAt <= promisedAt) return true;
  return readyAt !== null && readyAt <= promisedAt && calledAt !== null && calledAt <= promisedAt;
}

/** True when the promise was moved after the original was given, for whatever reason. */
export function isRevised(job: Job): boolean {
  const original = originalPromiseOf(job);
  return original !== null && promiseOf(job)?.promisedAt !== original.promisedAt;
}

/** Inspections that failed: internal returns 内返 [INS-5]. */
export function internalReturnsOf(job: Job): number {
  return job.inspections.filter(({ passed }) => !passed).length;
}

/** When the visit was over: handed over or cancelled; null while it is not. */
export function closedAtOf(job: Job): Instant | null {
  return job.handedOverAt ?? job.cancelled?.at ?? null;
}

/** True while the visit is still to come or under way. */
export function isOpen(job: Job): boolean {
  return closedAtOf(job) === null;
}

/** True while the car is here: checked in, not handed over, not cancelled [STG-1]. */
export function isHere(job: Job): boolean {
  return job.checkedInAt !== null && isOpen(job);
}

/** The bay that a car takes up: where it stands, or which it comes back to from the road [LOC-4]. */
export function bayOf({ location }: Job): BayCode | null {
  if (location.kind === 'bay') return location.bay;
  return location.kind === 'road' ? location.keeps : null;
}

/** Additional work that waits for the customer's answer. */
export function openProposals(job: Job): Proposal[] {
  return job.proposals.filter(({ answer, withdrawnAt }) => answer === null && withdrawnAt === null);
}

/**
 * True of what comes after all work and was done, or begun, before more work joined: it waits again. An inspection stops even under
 * way [ADD-7]; a wash goes on, unless it waits for the answer that brought the work.
 */
export function isOvertaken({ kind, status, runs, hold }: Operation): boolean {
  if (kind === 'work') return false;
  if (status === 'done') return true;
  const held = status === 'held' && hold?.reason === 'approval';
  return runs.length > 0 && (held || (kind === 'inspection' && (status === 'running' || status === 'held')));
}

/** True of a hold that is a pause: nobody is asked for anything, the work goes on by itself soon [HLD-5]. */
export function isPause(hold: Hold | null): boolean {
  return hold?.reason === 'break' || hold?.reason === 'closing';
}

/** Everybody who worked on the car [INS-1]. */
export function workersOf(job: Job): Set<StaffId> {
  const work = job.operations.filter(({ kind }) => kind === 'work');
  return new Set(work.flatMap(({ segments, crew }) => [...crew, ...segments.map(({ technician }) => technician)]));
}

/** Stage of a job, derived from what happened to it [STG-1]. */
export function stageOf(job: Job): Stage {
  if (job.handedOverAt !== null) return 'delivered';
  if (job.cancelled !== null) return 'cancelled';
  if (job.readyAt !== null) return 'ready';
  if (job.checkedInAt === null) return 'booked';
  const work = job.operations.filter(({ kind }) => kind === 'work');
  if (work.every(({ status }) => status === 'done')) return stageAfterWork(job);
  if (work.some(({ status, hold }) => status === 'running' || isPause(hold))) return 'working';
  if (work.some(({ status }) => status === 'held')) return 'held';
  if (work.filter(isNext(job)).some(({ status }) => status === 'dispatched')) return 'dispatched';
  return 'waiting';
}

/** After the work: inspected, then washed; the last of the two it passed is its stage until it is marked ready. */
function stageAfterWork(job: Job): Stage {
  const inspected = job.operations.every(({ kind, status }) => kind !== 'inspection' || status === 'done');
  const wash = job.operations.some(({ kind }) => kind === 'wash');
  return inspected && wash ? 'washing' : 'inspecting';
}

/** The operation at hand: running, else held, else the next one that can go on. Null when all is done. */
export function operationAtHand(job: Job): Operation | null {
  const open = job.operations.filter(({ status }) => status !== 'done');
  return (
    open.find(({ status }) => status === 'running') ??
    open.find(({ status }) => status === 'held') ??
    open.find((operation) => operation.status === 'dispatched' && !openPredecessor(job, operation)) ??
    open.find((operation) => !openPredecessor(job, operation)) ??
    null
  );
}

/** When the job came into its stage. */
export function stageSince(job: Job): Instant {
  const arrivedAt = job.checkedInAt ?? job.bookedAt;
  const work = job.operations.filter(({ kind }) => kind === 'work');
  const sinceOf = (status: OperationStatus, operations = job.operations): Instant[] =>
    operations.filter((operation) => operation.status === status).map(({ since }) => since);
  switch (stageOf(job)) {
    case 'booked':
      return job.bookedAt;
    case 'cancelled':
      return job.cancelled?.at ?? job.bookedAt;
    case 'waiting':
      return Math.max(arrivedAt, lastWorkedAt(job), ...sinceOf('planned', work));
    case 'dispatched':
      return Math.max(arrivedAt, lastWorkedAt(job), Math.min(...sinceOf('dispatched', work.filter(isNext(job)))));
    case 'working':
      return Math.min(
        ...work.filter(({ status, hold }) => status === 'running' || isPause(hold)).map(({ since }) => since),
      );
    case 'held':
      return Math.max(lastWorkedAt(job), Math.min(...sinceOf('held', work)));
    case 'inspecting':
      return Math.max(arrivedAt, ...sinceOf('done', work));
    case 'washing':
      return Math.max(
        arrivedAt,
        ...sinceOf(
          'done',
          job.operations.filter(({ kind }) => kind !== 'wash'),
        ),
      );
    case 'ready':
      return job.readyAt ?? arrivedAt;
    case 'delivered':
      return job.handedOverAt ?? arrivedAt;
  }
}

/** True of operations that nothing open comes before. */
function isNext(job: Job): (operation: Operation) => boolean {
  return (operation) => openPredecessor(job, operation) === undefined;
}

/** When work on the car last stopped; 0 while nothing has begun. */
function lastWorkedAt(job: Job): Instant {
  const ends = job.operations.flatMap(({ runs }) => runs.map(({ to }) => to ?? 0));
  return Math.max(0, ...ends);
}

/** Work that is dispatched to a bay. */
interface Queued {
  job: Job;
  operation: Operation;
}

/** What stands and queues in each bay: read once from the jobs of a state, for it is asked of every bay, and jobs never change. */
interface Floor {
  cars: Map<BayCode, Job[]>;
  queues: Map<BayCode, Queued[]>;
}

const floors = new WeakMap<ShopState['jobs'], Floor>();

function floorOf({ jobs }: ShopState): Floor {
  const known = floors.get(jobs);
  if (known) return known;
  const floor: Floor = { cars: new Map(), queues: new Map() };
  for (const job of Object.values(jobs)) {
    if (!isOpen(job)) continue;
    const standsIn = bayOf(job);
    if (standsIn !== null) listIn(floor.cars, standsIn).push(job);
    for (const operation of job.operations) {
      const { status, bay } = operation;
      if (status === 'dispatched' && bay !== null) listIn(floor.queues, bay).push({ job, operation });
    }
  }
  for (const queue of floor.queues.values()) queue.sort((a, b) => inQueueOrder(a.operation, b.operation));
  floors.set(jobs, floor);
  return floor;
}

function listIn<One>(lists: Map<BayCode, One[]>, bay: BayCode): One[] {
  const list = lists.get(bay) ?? [];
  lists.set(bay, list);
  return list;
}

/** Jobs whose cars take up a bay. */
export function carsIn(state: ShopState, bay: BayCode): readonly Job[] {
  return floorOf(state).cars.get(bay) ?? [];
}

/** Operations of open jobs [CAN-3] dispatched to a bay and not begun: rework first [INS-5], then in the order they were dispatched. */
export function queueOf(state: ShopState, bay: BayCode): readonly Queued[] {
  return floorOf(state).queues.get(bay) ?? [];
}

/** Which of two operations of a queue stands before the other: rework, then what was dispatched first [DSP-13]. */
export function inQueueOrder(a: Operation, b: Operation): number {
  const rework = Number(b.reworkOf !== null) - Number(a.reworkOf !== null);
  return rework !== 0 ? rework : (a.queuedAs ?? 0) - (b.queuedAs ?? 0);
}

/** The operation that a technician has running now, unattended ones apart: they need nobody [DSP-7]. */
export function runningWorkOf(state: ShopState, technician: StaffId): { job: Job; operation: Operation } | null {
  for (const job of Object.values(state.jobs)) {
    for (const operation of job.operations) {
      if (operation.status === 'running' && !operation.unattended && operation.crew.includes(technician)) {
        return { job, operation };
      }
    }
  }
  return null;
}

/** Ms that an operation has been worked on until a moment. */
export function workedMs(operation: Operation, at: Instant): number {
  return operation.runs.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? at) - from), 0);
}
