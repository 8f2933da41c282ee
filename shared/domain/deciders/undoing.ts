// domain/deciders/ — taking a slip of the hand back, within a minute, as if it had not been.
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { withoutJob } from '../folds/changes.ts';
import { UNDO_MS } from '../folds/undoing.ts';
import { bayOf, isHere } from '../job.ts';
import { refusal } from '../refusals.ts';
import { whyNotReserve } from '../reservations.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, ShopState } from '../state.ts';
import type { Instant } from '../words.ts';
import { whyNotBy, whyNotInBay } from './working.ts';

/**
 * Takes a command back: its job is again as it was before [UNDO-1]. Refused: not known, not to be undone, or more than a minute ago;
 * another person's; something was built on it [UNDO-2]; the floor has no room for what was before [UNDO-3].
 */
export function undo(state: ShopState, command: CommandOf<'Undo'>, { at, by }: Context): Result<DomainEvent[]> {
  const step = state.undo.find((one) => one.command === command.command);
  if (!step || at - step.at > UNDO_MS) return refused(refusal('nothingToUndo', { seconds: UNDO_MS / 1000 }));
  if (step.by !== by) return refused(refusal('undoByAnother', { staff: step.by }));
  const { id } = step.before;
  const now = state.jobs[id];
  if (!now || now.touched !== step.version || !hasRoomFor(state, now, step.before, at)) {
    return refused(refusal('builtUpon', { job: id }));
  }
  return accepted([{ type: 'CommandUndone', command: step.command, job: id }]);
}

/** True when the job as it was breaks no rule of the floor as the others have left it [UNDO-3]. */
function hasRoomFor(state: ShopState, now: Job, before: Job, at: Instant): boolean {
  const others = withoutJob(state, before.id);
  const { reservation, operations } = before;
  if (isHere(before) && !isHere(now) && carIsHere(others, before)) return false;
  if (bayOf(before) !== bayOf(now) && whyNotInBay(others, before, bayOf(before))) return false;
  if (reservation && reservation.bay !== now.reservation?.bay && whyNotReserve(others, before.id, [], reservation)) {
    return false;
  }
  return operations.every((operation) => {
    const { status, bay, crew, unattended } = operation;
    const known = (bay === null || bay in state.bays) && crew.every((staff) => staff in state.staff);
    return known && (status !== 'running' || unattended || whyNotBy(others, operation, at) === null);
  });
}

function carIsHere(state: ShopState, { vehicle }: Job): boolean {
  return Object.values(state.jobs).some((other) => other.vehicle === vehicle && isHere(other));
}
