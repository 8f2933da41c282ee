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
  /** What was done: `粤B12345 已派工`. */
  text: string;
  secondsLeft: number;
}

/**
 * Offers the latest step of the person who looks, on this page [UNDO-1] [UNDO-2]. `typeOf` knows the commands that this page sent;
 * what the same person did elsewhere is offered there.
 */
export function undoOfferOf(
  view: ShopView,
  now: Instant,
  typeOf: (command: string) => CommandType | null,
): UndoOffer | null {
  if (!maySend(view.roles, 'Undo')) return null;
  const step = view.state.undo.findLast(
    ({ by, at, command }) => by === view.me && now - at < UNDO_MS && typeOf(command) !== null,
  );
  const job = step && view.state.jobs[step.before.id];
  const type = step ? typeOf(step.command) : null;
  if (!step || !job || type === null || job.touched !== step.version) return null;
  const sentences: Partial<Record<CommandType, (plate: string) => string>> = view.say.undo.done;
  return {
    command: step.command,
    job: job.id,
    text: (sentences[type] ?? view.say.undo.other)(plateOf(view, job)),
    // This page's clock may lie behind the server's: never more than the whole minute.
    secondsLeft: Math.ceil(Math.min(UNDO_MS, UNDO_MS - (now - step.at)) / 1000),
  };
}
