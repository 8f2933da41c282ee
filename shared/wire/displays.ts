// wire/ — bodies of `/api/v1/shops/:shop/displays`: the screens that a manager has let in [ACC-3], how each is to show its board, and
// what it says of itself.
import { z } from 'zod';
import type { Instant } from '../domain/words.ts';
import { languages } from '../i18n/dictionary.ts';
import { displayKinds, MOST_INSET, wallLayouts } from './displayChoices.ts';
import type { DisplayKind, LoungeChoice, WallChoice } from './displayChoices.ts';

export { plainWall, wallLayouts } from './displayChoices.ts';
export type { DisplayKind, LoungeChoice, WallChoice, WallLayoutKind } from './displayChoices.ts';

const wallChoiceSchema = z.strictObject({
  layout: z.enum(wallLayouts),
  language: z.enum(languages).nullable(),
}) satisfies z.ZodType<WallChoice>;

const loungeChoiceSchema = z.strictObject({
  inset: z.int().min(0).max(MOST_INSET),
  turned: z.boolean(),
  leds: z.boolean(),
}) satisfies z.ZodType<LoungeChoice>;

const nameSchema = z.string().trim().min(1).max(40);

/** `wall`, `lounge`: what is chosen for a display of that kind; left out, it is plain. The other kind's is ignored. */
export const createDisplayRequestSchema = z.strictObject({
  name: nameSchema,
  kind: z.enum(displayKinds),
  wall: wallChoiceSchema.optional(),
  lounge: loungeChoiceSchema.optional(),
});
export type CreateDisplayRequest = z.infer<typeof createDisplayRequestSchema>;

/** The same for a screen that shows a code [PAIR-2]; small letters, spaces and dashes in the code do not matter. */
export const pairDisplayRequestSchema = createDisplayRequestSchema.extend({ code: z.string().trim().min(1).max(20) });
export type PairDisplayRequest = z.infer<typeof pairDisplayRequestSchema>;

/** What is left out stays as it is, also within a choice: who chooses one thing does not say again what they saw of the others. */
export const changeDisplayRequestSchema = z.strictObject({
  name: nameSchema.optional(),
  wall: wallChoiceSchema.exactPartial().optional(),
  lounge: loungeChoiceSchema.exactPartial().optional(),
});
export type ChangeDisplayRequest = z.infer<typeof changeDisplayRequestSchema>;

/** Largest side of a picture that is believed, CSS pixels. */
const MOST_PIXELS = 20_000;

/** What a display says of the page that it shows: message `here` [DSPL-4]. */
export const displayPageSchema = z.object({
  /** Which build the page is. */
  version: z.string().max(40),
  /** Size of the picture, CSS pixels. */
  width: z.int().min(0).max(MOST_PIXELS),
  height: z.int().min(0).max(MOST_PIXELS),
  /** What is on it: the layout of a wall, the form of a lounge. */
  shows: z.string().max(40),
});
export type DisplayPage = z.infer<typeof displayPageSchema>;

/** What a screen may be asked to do at once: show its name large, or load its page anew [DSPL-5]. */
export const displayActs = ['identify', 'reload'] as const;
export type DisplayAct = (typeof displayActs)[number];

/** A display as managers see it. Times are real ones, not the shop's. */
export interface Display {
  id: string;
  name: string;
  kind: DisplayKind;
  /** Null for a lounge. */
  wall: WallChoice | null;
  /** Null for a wall. */
  lounge: LoungeChoice | null;
  createdAt: Instant;
  /** It was there a moment ago. */
  online: boolean;
  /** Its last sign of life; null: it has never connected. */
  lastSeenAt: Instant | null;
  /** What it said last; null: nothing yet. */
  page: DisplayPage | null;
}

/** What a display is told about itself, when it connects and whenever it changes: message `display`. */
export type DisplayTold = Pick<Display, 'id' | 'name' | 'wall' | 'lounge'>;

/** Answer of `GET`. */
export interface DisplaysAnswer {
  displays: Display[];
  /** The build that this server would serve now, by kind; null: it is not known. */
  versions: Record<DisplayKind, string | null>;
}

/** Answer of `POST`: the token is told here and never again. */
export interface CreateDisplayAnswer {
  display: Display;
  /** 20 Crockford characters in 4 groups of 5: `ABCDE-FGHJK-MNPQR-STVWX`. */
  token: string;
}
