// domain/folds/ — an operation through its life: planned, running, stopped; its runs and labour segments.
import type { PlannedOperation } from '../events.ts';
import type { Operation } from '../state.ts';
import type { Instant, StaffId } from '../words.ts';

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
    runs: [...operation.runs, { from: at, to: null }],
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
