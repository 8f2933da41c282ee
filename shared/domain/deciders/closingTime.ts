// domain/deciders/ — closing time stops what runs by hand, and breaks; in the morning one list says what goes on.
import { WorkCalendar } from '../../time/workCalendar.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { isOpen } from '../job.ts';
import { accepted, type Result } from '../result.ts';
import type { Operation, ShopState } from '../state.ts';
import type { Instant } from '../words.ts';
import { operationIn } from './found.ts';
import { resumeOperation } from './working.ts';

/**
 * Closing time: work that runs by hand is held until the next working moment [CLS-1], what runs unattended goes on [CLS-2], and
 * breaks end with the day [CLS-4]. What began after closing is somebody's own late hour and is let be. Refuses nothing; nothing when
 * all rests already.
 */
export function suspendWork(
  state: ShopState,
  command: CommandOf<'SuspendWork'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const closedAt = Math.min(command.closedAt, at);
  const expectedAt = reopensAt(state, closedAt);
  const rested = Object.values(state.staff).filter(({ onBreak }) => onBreak !== null && onBreak.since < closedAt);
  const stopping = Object.values(state.jobs)
    .filter(isOpen)
    .flatMap((job) => job.operations.filter((one) => stopsAt(one, closedAt)).map((one) => ({ job, operation: one })));
  return accepted([
    ...rested.map(({ id }): DomainEvent => ({ type: 'BreakEnded', staff: id })),
    ...stopping.map(({ job, operation }): DomainEvent => ({
      type: 'WorkSuspended',
      job: job.id,
      operation: operation.id,
      closedAt,
      expectedAt,
    })),
  ]);
}

/** Running by hand, or waiting for a break to end, since before closing time. */
function stopsAt({ status, hold, unattended, since }: Operation, closedAt: Instant): boolean {
  return (hold?.reason === 'break' || (status === 'running' && !unattended)) && since < closedAt;
}

/** The next working moment after closing; null where none is in sight. */
function reopensAt({ shop }: ShopState, closedAt: Instant): Instant | null {
  if (!shop) return null;
  const next = WorkCalendar.of(shop, closedAt).nextWorking(closedAt);
  return next > closedAt ? next : null;
}

/**
 * The morning's list: what it names goes on, in its order, under the rules of resuming, all of it or nothing [CLS-3]. What runs again
 * already is passed over. Refused: as `ResumeOperation`.
 */
export function continueWork(
  state: ShopState,
  command: CommandOf<'ContinueWork'>,
  context: Context,
): Result<DomainEvent[]> {
  const events: DomainEvent[] = [];
  let after = state;
  for (const { job, operation } of command.operations) {
    const found = operationIn(after, { job, operation }, ['held', 'running']);
    if (!found.ok) return found;
    if (found.value.operation.status === 'running') continue;
    const decided = resumeOperation(after, { id: command.id, type: 'ResumeOperation', job, operation }, context);
    if (!decided.ok) return decided;
    for (const event of decided.value) after = evolve(after, event, { version: 0, ...context });
    events.push(...decided.value);
  }
  return accepted(events);
}
