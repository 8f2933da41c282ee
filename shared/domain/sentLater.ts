// domain/ — what was done where there was no network, and is sent later: when it counts as done [LTR-1] [LTR-2].
import type { Command } from './commands.ts';
import type { DomainEvent } from './events.ts';
import { predecessorsOf } from './job.ts';
import { refusal } from './refusals.ts';
import { accepted, refused, type Result } from './result.ts';
import type { Operation, ShopState } from './state.ts';
import type { Instant } from './words.ts';

const minuteMs = 60_000;
/** Nobody remembers longer what was done when; older than this it is told to a person, who writes it down. */
const LATEST_HOURS = 12;
/** A phone reckons the shop's time from the last beat that it heard; so far it may be ahead. */
const AHEAD_MS = minuteMs;

/** Commands that say when they happened. */
export type SentLaterCommand = Extract<Command, { happenedAt?: Instant | undefined }> & { happenedAt: Instant };

/** True of a command that says when it happened. */
export function isSentLater(command: Command): command is SentLaterCommand {
  return 'happenedAt' in command && command.happenedAt !== undefined;
}

/**
 * When such a command counts as done: when it happened, but never before what went before it, as the log has it: the last change of
 * that work, the end of the work that it comes after, and of what its crew did last. Refused: in the future; longer ago than
 * `LATEST_HOURS` [LTR-2].
 */
export function momentOf(state: ShopState, command: SentLaterCommand, at: Instant): Result<Instant> {
  const { happenedAt } = command;
  if (happenedAt > at + AHEAD_MS) return refused(refusal('happenedInFuture', {}));
  if (happenedAt < at - LATEST_HOURS * 60 * minuteMs) {
    return refused(refusal('happenedTooLongAgo', { hours: LATEST_HOURS }));
  }
  return accepted(Math.min(at, Math.max(happenedAt, earliest(state, command))));
}

/** Events that carry the moment themselves; the others of the same command need none. */
const told: ReadonlySet<DomainEvent['type']> = new Set<DomainEvent['type']>([
  'OperationStarted',
  'OperationHeld',
  'OperationResumed',
  'OperationFinished',
  'WorkProposed',
  'InspectionRecorded',
]);

/** The events of such a command, each with the moment it happened. */
export function happenedThen(events: readonly DomainEvent[], happenedAt: Instant): DomainEvent[] {
  return events.map((event) => (told.has(event.type) ? ({ ...event, happenedAt } as DomainEvent) : event));
}

function earliest(state: ShopState, command: SentLaterCommand): Instant {
  const job = state.jobs[command.job];
  if (!job) return 0;
  const id = command.type === 'ProposeWork' ? command.foundIn : command.operation;
  const operation = job.operations.find((one) => one.id === id);
  // Of the whole car: after all that was done to it.
  if (!operation) return Math.max(job.checkedInAt ?? 0, ...job.operations.map(({ since }) => since));
  const before = predecessorsOf(job, operation).map(({ since }) => since);
  return Math.max(job.checkedInAt ?? 0, operation.since, ...before, ...endsOf(state, operation.crew));
}

/** When each of them last stopped working, at whatever car. */
function endsOf(state: ShopState, crew: Operation['crew']): Instant[] {
  return Object.values(state.jobs).flatMap(({ operations }) =>
    operations.flatMap(({ segments }) =>
      segments.flatMap(({ technician, to }) => (to !== null && crew.includes(technician) ? [to] : [])),
    ),
  );
}
