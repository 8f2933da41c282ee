// desk/ — the last own command while it can be taken back: offered for a minute, and gone as soon as something is built on it.
import type { CommandType } from '@zhunshi/shared/domain/commands.ts';
import { UNDO_MS } from '@zhunshi/shared/domain/folds/undoing.ts';
import { maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { Instant, JobId } from '@zhunshi/shared/domain/words.ts';
import { plateOf } from './shopView.ts';
import type { ShopView } from './shopView.ts';

export interface UndoOffer {
  command: string;
  job: JobId;
  /** What would be undone: `派工 粤B12345`. */
  text: string;
  secondsLeft: number;
}

/** Offers the latest step of the person who looks [UNDO-1] [UNDO-2]. `typeOf` knows the commands that this page sent. */
export function undoOfferOf(
  view: ShopView,
  now: Instant,
  typeOf: (command: string) => CommandType | null,
): UndoOffer | null {
  if (!maySend(view.roles, 'Undo')) return null;
  const step = view.state.undo.findLast(({ by, at }) => by === view.me && now - at < UNDO_MS);
  const job = step && view.state.jobs[step.before.id];
  if (!step || !job || job.touched !== step.version) return null;
  const type = typeOf(step.command);
  return {
    command: step.command,
    job: job.id,
    text: [type === null ? '' : view.commands[type], plateOf(view, job)].filter(Boolean).join(' '),
    secondsLeft: Math.max(0, Math.ceil((UNDO_MS - (now - step.at)) / 1000)),
  };
}
