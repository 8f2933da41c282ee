// wire/ — `/api/v1/shops/:shop/log/search` and `/log/chain`: the audit trail, newest first, and whether the log is whole [AUD-1] [AUD-2].
// References only: who reads it joins names and plates as far as they may see them.
import { z } from 'zod';
import type { LogEntry } from '../domain/entry.ts';
import type { DomainEvent } from '../domain/events.ts';
import type { Instant } from '../domain/words.ts';
import { auditKinds } from './auditKinds.ts';

const whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const some = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat())
  .pipe(z.array(z.string().min(1).max(40)).max(50))
  .default([]);

/** Query of `GET …/log/search`. What is left out does not narrow it; `job`, `vehicle` and `staff` may be given several times. */
export const auditQuerySchema = z.object({
  /** Cursor: entries below this version. */
  before: whole.optional(),
  /** From the shop's time on, and before that one. */
  from: whole.optional(),
  to: whole.optional(),
  /** Who gave the command. */
  by: z.string().min(1).max(40).optional(),
  /** `1`: without what the server does by itself. */
  people: z.literal('1').optional(),
  kind: z.enum(auditKinds).optional(),
  /** Any one of these: a visit, a car, somebody who gave the command or whom it is about. */
  job: some,
  vehicle: some,
  staff: some,
  count: whole.default(50),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** An entry as it is stored, hash and all. */
export interface AuditEntry {
  entry: LogEntry;
  /** Its events in the shape of today; left out where they are so already. */
  told?: DomainEvent[];
}

/** Answer of `GET …/log/search`: newest first. */
export interface AuditAnswer {
  epoch: string;
  version: number;
  entries: AuditEntry[];
  /** `before` of the next request; null: there is nothing older. Fewer entries than asked for do not mean the end: one request looks at so many only. */
  next: number | null;
  /** How far back it looked. */
  reached: Instant | null;
}

/** Query of `GET …/log/chain`: where the reader stands; nothing: at the beginning. */
export const chainQuerySchema = z.object({
  from: whole.default(1),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** Answer of `GET …/log/chain`: each entry up to `checkedTo` holds what was hashed, and the hash of the one before it [LOG-4]. */
export interface ChainAnswer {
  epoch: string;
  version: number;
  checkedTo: number;
  /** Hash of that entry, to go on with; '' before the first. */
  hash: string;
  /** The first entry that is missing, altered, or not chained to the one before it; null: none so far. */
  broken: number | null;
}
