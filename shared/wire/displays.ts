// wire/ — bodies of `/api/v1/shops/:shop/displays`: the screens that a manager has let in [ACC-3], and how each is to show its board.
import { z } from 'zod';
import type { Instant } from '../domain/words.ts';
import { languages } from '../i18n/dictionary.ts';

export const displayKinds = ['wall', 'lounge'] as const;
/** What a display shows; its token opens only that namespace. */
export type DisplayKind = (typeof displayKinds)[number];

export const wallLayouts = ['kanban', 'promises'] as const;
/** How a wall shows its cars: by stage, or in the order of their promises. */
export type WallLayoutKind = (typeof wallLayouts)[number];

const wallChoiceSchema = z.strictObject({
  layout: z.enum(wallLayouts),
  /** The language that stands first; null: the one of the address that was opened on the screen. */
  language: z.enum(languages).nullable(),
});
/** What is chosen for one wall [DSPL-2]. */
export type WallChoice = z.infer<typeof wallChoiceSchema>;

/** A wall that nobody chose anything for. */
export const plainWall: WallChoice = { layout: 'kanban', language: null };

const nameSchema = z.string().trim().min(1).max(40);

/** `wall`: left out, a wall is a plain one; a lounge has no such choice. */
export const createDisplayRequestSchema = z.strictObject({
  name: nameSchema,
  kind: z.enum(displayKinds),
  wall: wallChoiceSchema.optional(),
});
export type CreateDisplayRequest = z.infer<typeof createDisplayRequestSchema>;

/** What is left out stays as it is. */
export const changeDisplayRequestSchema = z.strictObject({
  name: nameSchema.optional(),
  wall: wallChoiceSchema.optional(),
});
export type ChangeDisplayRequest = z.infer<typeof changeDisplayRequestSchema>;

/** A display as managers see it. Times are real ones, not the shop's. */
export interface Display {
  id: string;
  name: string;
  kind: DisplayKind;
  /** Null for a lounge. */
  wall: WallChoice | null;
  createdAt: Instant;
  /** Null: it has never connected. */
  lastSeenAt: Instant | null;
}

/** What a display is told about itself, when it connects and whenever it changes: message `display`. */
export type DisplayTold = Pick<Display, 'id' | 'name' | 'wall'>;

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
