// shop/ — an entry of the log as screens of the staff get it: what they need to fold it, and no more.
import type { LogEntry, WireEntry } from '@zhunshi/shared/domain/entry.ts';
import { FOLD } from '@zhunshi/shared/domain/foldVersion.ts';

/** The entry without its hashes and fingerprint; one of an older fold says so, that its events are brought to today's shape. */
export function wireEntry({ version, at, by, commandId, fold, events }: LogEntry): WireEntry {
  return { version, at, by, commandId, events, ...(fold === FOLD ? {} : { fold }) };
}
