// domain/deciders/ — breaks and planned leave: whose work waits, who goes on without them, and what goes on when they are back.
import { addDays, localDay } from '../../time/shopTime.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { runningWorkOf } from '../job.ts';
import { isOnLeave } from '../presence.ts';
import { refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, Operation, ShopState, StaffMember } from '../state.ts';
import type { Instant, LocalDay, StaffId } from '../words.ts';
import { goingOn, whyNotRun } from './working.ts';

/**
 * A break: their labour ends. Work that others are on goes on with them; work that nobody is left on is held until the break is over
 * [ATT-5]. Refused: away; on a break already; over in the past [HLD-2].
 */
export function startBreak(state: ShopState, command: CommandOf<'StartBreak'>, { at }: Context): Result<DomainEvent[]> {
  const { staff, until } = command;
  const member = state.staff[staff];
  if (!member) return refused(refusal('unknownStaff', { staff }));
  if (!member.present) return refused(refusal('staffAway', { staff }));
  if (member.onBreak) return refused(refusal('alreadyOnBreak', { staff }));
  if (until !== null && until <= at) return refused(refusal('expectedInPast', {}));
  const running = runningWorkOf(state, staff);
  return accepted([
    { type: 'BreakStarted', staff, until },
    ...(running ? [without(running.job, running.operation, staff, until)] : []),
  ]);
}

function without(job: Job, { id, bay, crew }: Operation, staff: StaffId, until: Instant | null): DomainEvent {
  const of = { job: job.id, operation: id };
  const others = crew.filter((one) => one !== staff);
  return others.length > 0
    ? { type: 'WorkReassigned', ...of, bay, crew: others }
    : { type: 'OperationHeld', ...of, reason: 'break', expectedAt: until, freesBay: false };
}

/**
 * Back from a break: they join again the work that went on without them, and work that waited for them goes on where it can; else it
 * stays held [ATT-6]. Refused: not on a break.
 */
export function endBreak(state: ShopState, command: CommandOf<'EndBreak'>, context: Context): Result<DomainEvent[]> {
  const { staff } = command;
  const member = state.staff[staff];
  if (!member) return refused(refusal('unknownStaff', { staff }));
  if (!member.onBreak) return refused(refusal('notOnBreak', { staff }));
  const leftAt = member.onBreak.since;
  const events: DomainEvent[] = [{ type: 'BreakEnded', staff }];
  let after = state;
  const fold = (some: DomainEvent[]): void => {
    for (const event of some) after = evolve(after, event, { version: 0, ...context });
  };
  fold(events);
  for (const { id, operations } of Object.values(state.jobs)) {
    for (const operation of operations) {
      const job = after.jobs[id];
      const back = job ? backAtWork(after, job, operation, staff, leftAt, context.at) : [];
      fold(back);
      events.push(...back);
    }
  }
  return accepted(events);
}

/** What their coming back means for one operation. */
function backAtWork(
  state: ShopState,
  job: Job,
  operation: Operation,
  staff: StaffId,
  leftAt: Instant,
  at: Instant,
): DomainEvent[] {
  const { bay, crew, hold } = operation;
  const waits = hold?.reason === 'break';
  if (crew.includes(staff)) {
    return waits && whyNotRun(state, job, operation, at) === null ? goingOn(job, operation) : [];
  }
  const left = operation.segments.some(({ technician, to }) => technician === staff && to === leftAt);
  const wentOn = operation.status === 'running' || waits;
  return left && wentOn
    ? [{ type: 'WorkReassigned', job: job.id, operation: operation.id, bay, crew: [...crew, staff] }]
    : [];
}

/**
 * Sets all planned absence of somebody: in its order, days that overlap or follow each other as one [ATT-7]. Nothing when it is so
 * already. Refused: it ends before it begins; it begins today while they have work running [ATT-2].
 */
export function setLeave(state: ShopState, command: CommandOf<'SetLeave'>, { at }: Context): Result<DomainEvent[]> {
  const { staff } = command;
  const member = state.staff[staff];
  if (!member) return refused(refusal('unknownStaff', { staff }));
  if (command.leave.some(({ from, to }) => to < from)) return refused(refusal('daysBackwards', {}));
  const leave = merged(command.leave);
  if (JSON.stringify(leave) === JSON.stringify(member.leave)) return accepted([]);
  const running = isOnLeave({ ...member, leave }, today(state, at)) ? runningWorkOf(state, staff) : null;
  if (running) return refused(refusal('staffStillWorking', { staff, job: running.job.id }));
  return accepted([{ type: 'LeaveSet', staff, leave }]);
}

function today({ shop }: ShopState, at: Instant): LocalDay {
  return localDay(at, shop?.timeZone ?? 'UTC');
}

function merged(leave: StaffMember['leave']): StaffMember['leave'] {
  const result: StaffMember['leave'] = [];
  for (const { from, to } of [...leave].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last && from <= addDays(last.to, 1)) last.to = to > last.to ? to : last.to;
    else result.push({ from, to });
  }
  return result;
}
