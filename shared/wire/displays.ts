// wire/ — bodies of `/api/v1/shops/:shop/displays`: the screens that a manager has let in [ACC-3].
import { z } from 'zod';
import type { Instant } from '../domain/words.ts';

export const displayKinds = ['wall', 'lounge'] as const;
/** What a display shows; its token opens only that namespace. */
export type DisplayKind = (typeof displayKinds)[number];

export const createDisplayRequestSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  kind: z.enum(displayKinds),
});
export type CreateDisplayRequest = z.infer<typeof createDisplayRequestSchema>;

/** A display as managers see it. Times are real ones, not the shop's. */
export interface Display {
  id: string;
  name: string;
  kind: DisplayKind;
  createdAt: Instant;
  /** Null: it has never connected. */
  lastSeenAt: Instant | null;
}

/** Answer of `GET`. */
export interface DisplaysAnswer {
  displays: Display[];
}

/** Answer of `POST`: the token is told here and never again. */
export interface CreateDisplayAnswer {
  display: Display;
  /** 20 Crockford characters in 4 groups of 5: `ABCDE-FGHJK-MNPQR-STVWX`. */
  token: string;
}
