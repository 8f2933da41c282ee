// crew/ — who can do the work that is to be dispatched: the suggested first, each with what they have on hand.
import { whyNotCrew } from '@zhunshi/shared/domain/deciders/dispatching.ts';
import { isPause, runningWorkOf } from '@zhunshi/shared/domain/job.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { OperationId, StaffId } from '@zhunshi/shared/domain/words.ts';
import { suggestCrew } from '@zhunshi/shared/plan/suggestCrew.ts';
import { localTime } from '@zhunshi/shared/time/shopTime.ts';
import { nameOf, shortPlateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';

export interface CrewChoice {
  staff: StaffId;
  name: string;
  team: string;
  suggested: boolean;
  /** Until when they are on a break, what they do or have stopped, and how much waits for them. */
  load: string;
  busy: boolean;
}

/** Everybody who may do all of these operations, the suggested one first, the idle before the busy; for no work, nobody. */
export function crewChoicesOf(view: ShopView, job: Job, operations: Operation[]): CrewChoice[] {
  if (operations.length === 0) return [];
  const { state, say, asOf } = view;
  const suggested = suggestCrew(state, job, operations, asOf);
  const able = Object.keys(state.staff).filter((staff) => whyNotCrew(state, job, operations, [staff], asOf) === null);
  const [queues, stopped] = [queueLengths(view), stoppedWork(view)];
  const choices = able.map((staff): CrewChoice => {
    const running = runningWorkOf(state, staff);
    const queue = queues.get(staff) ?? 0;
    const paused = stopped.get(staff);
    const onBreak = breakText(view, staff);
    const load = [
      onBreak ?? '',
      paused ? say.crew.stopped(shortPlateOf(view, paused)) : '',
      running ? say.crew.busy(shortPlateOf(view, running.job)) : '',
      queue > 0 ? say.crew.queue(queue) : '',
    ].filter(Boolean);
    return {
      staff,
      name: nameOf(view, staff),
      team: state.teams[state.staff[staff]?.team ?? '']?.name ?? '',
      suggested: suggested.includes(staff),
      load: load.join(' · ') || say.crew.free,
      busy: load.length > 0,
    };
  });
  const rank = (one: CrewChoice): number => (one.suggested ? 0 : one.busy ? 2 : 1);
  return choices.sort((a, b) => rank(a) - rank(b) || a.staff.localeCompare(b.staff));
}

/**
 * The operations to begin with: all of the drop where one person can do them; else the first ones that belong together, so that
 * there is somebody to suggest.
 */
export function firstOperations(view: ShopView, job: Job, operations: Operation[]): OperationId[] {
  const ids = (some: Operation[]): OperationId[] => some.map(({ id }) => id);
  if (suggestCrew(view.state, job, operations, view.asOf).length > 0) return ids(operations);
  const workType = operations[0]?.workType;
  const together = operations.findIndex((operation) => operation.workType !== workType);
  return ids(together > 0 ? operations.slice(0, together) : operations);
}

/** Until when somebody is on a break, as far as they said; null: they are not. */
function breakText({ state, say, timeZone }: ShopView, staff: StaffId): string | null {
  const onBreak = state.staff[staff]?.onBreak;
  if (!onBreak) return null;
  return onBreak.until === null ? say.crew.onBreak : say.crew.onBreakUntil(localTime(onBreak.until, timeZone));
}

/** The car whose work stopped for somebody's break, or for the night, and goes on with them. */
function stoppedWork({ state }: ShopView): Map<StaffId, Job> {
  const stopped = new Map<StaffId, Job>();
  for (const job of Object.values(state.jobs)) {
    for (const { status, hold, crew } of job.operations) {
      if (status === 'held' && isPause(hold)) for (const staff of crew) stopped.set(staff, job);
    }
  }
  return stopped;
}

function queueLengths({ state }: ShopView): Map<StaffId, number> {
  const lengths = new Map<StaffId, number>();
  for (const job of Object.values(state.jobs)) {
    for (const { status, crew } of job.operations) {
      if (status === 'dispatched') for (const staff of crew) lengths.set(staff, (lengths.get(staff) ?? 0) + 1);
    }
  }
  return lengths;
}
