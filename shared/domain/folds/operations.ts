// domain/folds/ — an operation through its life: planned, running, stopped; its runs and labour segments.
import type { PlannedOperation } from '../events.ts';
import { isOvertaken } from '../job.ts';
import type { Operation } from '../state.ts';
import type { Instant, OperationId, StaffId } from '../words.ts';

/** Operations before anything happened to them. */
export function planned(operations: readonly PlannedOperation[], at: Instant): Operation[] {
  return operations.map((operation) => ({
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
    since: at,
  }));
}

/** Work first, then the inspection, then the wash, whatever joined later. */
export function inOrder(operations: Operation[]): Operation[] {
  const rank = { work: 0, inspection: 1, wash: 2 };
  return [...operations].sort((a, b) => rank[a.kind] - rank[b.kind]);
}

/**
 * Work that joins a job. Inspection and wash come after all work: where they were done, they are to be done again [ORD-6]; an
 * inspection under way stops and waits [ADD-7].
 */
export function joinedBy(operations: Operation[], added: readonly PlannedOperation[], at: Instant): Operation[] {
  const moreWork = added.some(({ kind }) => kind === 'work');
  const again = operations.map((operation) =>
    moreWork && isOvertaken(operation) ? waitingAgain(stopped(operation, at), at) : operation,
  );
  return inOrder([...again, ...planned(added, at)]);
}

/** What is left when some are dropped: what came after one of them comes after what that one came after [ORD-2]. */
export function withoutDropped(operations: readonly Operation[], dropped: readonly OperationId[]): Operation[] {
  const before = (id: OperationId): OperationId[] => {
    if (!dropped.includes(id)) return [id];
    return operations.find((one) => one.id === id)?.after.flatMap(before) ?? [];
  };
  return operations
    .filter(({ id }) => !dropped.includes(id))
    .map((operation) => ({ ...operation, after: [...new Set(operation.after.flatMap(before))] }));
}

/** A hold that ends is kept as one that was [HLD-4]. */
export function holdOver({ hold, pastHolds }: Operation, at: Instant): Pick<Operation, 'hold' | 'pastHolds'> {
  if (!hold) return { hold: null, pastHolds };
  return { hold: null, pastHolds: [...pastHolds, { reason: hold.reason, since: hold.since, until: at }] };
}

/** Begun or taken up again: a new run, and a labour segment for each of the crew; drying needs nobody. */
export function running(operation: Operation, at: Instant): Operation {
  return {
    ...operation,
    status: 'running',
    ...holdOver(operation, at),
    since: at,
    segments: [...operation.segments, ...segmentsOf(operation, operation.crew, at)],
    runs: [...operation.runs, { from: at, to: null, bay: operation.bay }],
  };
}

/** No longer running: what was open ends now [FIN-1]. */
export function stopped(operation: Operation, at: Instant): Operation {
  return {
    ...operation,
    ...holdOver(operation, at),
    since: at,
    segments: operation.segments.map((segment) => ended(segment, at)),
    runs: operation.runs.map((run) => ended(run, at)),
  };
}

/** Other hands: who leaves ends their segment, who joins begins one, if it runs [SEG-1]. */
export function withCrew(operation: Operation, crew: StaffId[], at: Instant): Operation {
  if (operation.status !== 'running') return { ...operation, crew };
  const segments = operation.segments.map((segment) =>
    crew.includes(segment.technician) ? segment : ended(segment, at),
  );
  const joined = crew.filter((staff) => !operation.crew.includes(staff));
  return { ...operation, crew, segments: [...segments, ...segmentsOf(operation, joined, at)] };
}

/** In another bay from now on: what runs goes on there, as another stretch of the same work. */
export function inBay(operation: Operation, bay: Operation['bay'], at: Instant): Operation {
  const open = operation.runs.at(-1);
  if (bay === operation.bay || open?.to !== null) return { ...operation, bay };
  const runs = [...operation.runs.map((run) => ended(run, at)), { from: at, to: null, bay }];
  return { ...operation, bay, runs: open.from === at ? runs.filter(({ from, to }) => from !== to) : runs };
}

/** Waiting again as if it had not been dispatched. */
export function waitingAgain(operation: Operation, at: Instant): Operation {
  return { ...operation, status: 'planned', bay: null, crew: [], queuedAs: null, dispatchedAt: null, since: at };
}

function segmentsOf({ unattended }: Operation, crew: StaffId[], at: Instant): Operation['segments'] {
  return unattended ? [] : crew.map((technician) => ({ technician, from: at, to: null }));
}

function ended<Span extends { to: Instant | null }>(span: Span, at: Instant): Span {
  return span.to === null ? { ...span, to: at } : span;
}
