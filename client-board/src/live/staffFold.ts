// live/ — what a member of staff sees: the confirmed fold, and on top of it the own commands that have no entry yet [LIVE-2].
// Pure. The server's log decides; a pending command is only this screen's guess, made with the server's own rules.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, StaffId } from '@zhunshi/shared/domain/words.ts';
import type { CommandAnswer, StaffEvents, StaffSnapshot } from '@zhunshi/shared/wire/protocol.ts';

/** An own command that the log has not shown yet. */
export interface PendingCommand {
  command: Command;
  askedAt: Instant;
  /** Version of its entry once the server said so; null while nothing is known. */
  acceptedAs: number | null;
}

/** What a screen of the staff holds. */
export interface StaffFold {
  epoch: string;
  version: number;
  /** Folded from the log alone. */
  confirmed: ShopState;
  pending: readonly PendingCommand[];
  /** Ids of the commands whose entries were read last: such a one is not to be shown on top once more. */
  readLately: readonly string[];
}

/** As many as can be read before the answers to them come. */
const MOST_READ_LATELY = 200;

/** A snapshot replaces all that was read; commands that it cannot hold yet stay pending. */
export function foldOfSnapshot(snapshot: StaffSnapshot, pending: readonly PendingCommand[]): StaffFold {
  const { epoch, version, state } = snapshot;
  return { epoch, version, confirmed: state, pending: pending.filter((one) => !isRead(one, version)), readLately: [] };
}

/**
 * The fold after entries of the log. Entries that it holds already are skipped; null where one is missing or another life of
 * the log began: then only a snapshot helps, never a guess [WIRE-2].
 */
export function readEntries(fold: StaffFold, { epoch, entries }: StaffEvents): StaffFold | null {
  if (epoch !== fold.epoch) return null;
  let { version, confirmed } = fold;
  const read = new Set<string>();
  for (const entry of entries) {
    if (entry.version <= version) continue;
    if (entry.version !== version + 1) return null;
    confirmed = foldEntry(confirmed, entry);
    version = entry.version;
    read.add(entry.commandId);
  }
  const pending = fold.pending.filter((one) => !read.has(one.command.id) && !isRead(one, version));
  const readLately = [...fold.readLately, ...read].slice(-MOST_READ_LATELY);
  return { epoch, version, confirmed, pending, readLately };
}

/** Adds an own command: it shows at once. */
export function addPending(fold: StaffFold, command: Command, askedAt: Instant): StaffFold {
  return { ...fold, pending: [...fold.pending, { command, askedAt, acceptedAs: null }] };
}

/** The fold after the server's word about an own command: taken back when refused, kept until its entry is read when accepted. */
export function settlePending(fold: StaffFold, commandId: string, answer: CommandAnswer): StaffFold {
  const pending = fold.pending.flatMap((one) => {
    if (one.command.id !== commandId) return [one];
    if (!answer.ok) return [];
    const accepted = { ...one, acceptedAs: answer.version };
    return isRead(accepted, fold.version) ? [] : [accepted];
  });
  return { ...fold, pending };
}

/** The state to show: confirmed, and the pending commands decided on it in their order. What no longer fits shows nothing. */
export function shownState(fold: Pick<StaffFold, 'version' | 'confirmed' | 'pending'>, by: StaffId): ShopState {
  let { version, confirmed: state } = fold;
  for (const { command, askedAt } of fold.pending) {
    const decided = decide(state, command, { at: askedAt, by });
    if (!decided.ok || decided.value.length === 0) continue;
    version += 1;
    state = foldEntry(state, { version, at: askedAt, by, commandId: command.id, events: decided.value });
  }
  return state;
}

function isRead({ acceptedAs }: PendingCommand, version: number): boolean {
  return acceptedAs !== null && acceptedAs <= version;
}
