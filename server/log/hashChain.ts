// log/ — the chain of hashes: each entry's text holds the hash of the one before, its own hash is over that text [LOG-4].
import { createHash } from 'node:crypto';
import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import type { LogHead, SealedEntry } from './log.ts';

/** Hash before the first entry. */
export const GENESIS = '0'.repeat(64);

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Writes an entry down, in one fixed order of its fields, and hashes it. */
export function seal(draft: Omit<LogEntry, 'hash'>): SealedEntry {
  const { version, epoch, at, by, commandId, fingerprint, fold, events, previousHash } = draft;
  const text = JSON.stringify({ version, epoch, at, by, commandId, fingerprint, fold, events, previousHash });
  // What is folded is what was written: a field that JSON drops must not live on in this node's memory alone.
  const stored = JSON.parse(text) as Omit<LogEntry, 'hash'>;
  return { entry: { ...stored, hash: sha256(text) }, text };
}

/** Reads a stored entry; null when the text is not the one that was hashed, or no entry at all. */
export function unseal(text: string, hash: string): LogEntry | null {
  if (sha256(text) !== hash) return null;
  try {
    return { ...(JSON.parse(text) as Omit<LogEntry, 'hash'>), hash };
  } catch {
    return null;
  }
}

/** Does an entry continue a log that stands here? */
export function follows(head: LogHead, entry: Pick<LogEntry, 'version' | 'previousHash'>): boolean {
  return entry.version === head.version + 1 && entry.previousHash === head.hash;
}
