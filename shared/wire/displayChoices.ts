// wire/ — what a display shows and how: the choices and their plain forms, without the schemas, so that pages of old TVs stay small.
import type { Language } from '../i18n/dictionary.ts';

export const displayKinds = ['wall', 'lounge'] as const;
/** What a display shows; its token opens only that namespace. */
export type DisplayKind = (typeof displayKinds)[number];

export const wallLayouts = ['kanban', 'promises'] as const;
/** How a wall shows its cars: by stage, or in the order of their promises. */
export type WallLayoutKind = (typeof wallLayouts)[number];

/** What is chosen for one wall [DSPL-2]. */
export interface WallChoice {
  layout: WallLayoutKind;
  /** The language that stands first; null: the one of the address that was opened on the screen. */
  language: Language | null;
}

/** A wall that nobody chose anything for. */
export const plainWall: WallChoice = { layout: 'kanban', language: null };

/** The widest edge that a lounge screen may leave free, % of its short side. */
export const MOST_INSET = 5;

/** What is chosen for one lounge screen [DSPL-3]. */
export interface LoungeChoice {
  /** Edge that is left free, for a TV that cuts off its picture: 0 to `MOST_INSET`, whole % of the short side. */
  inset: number;
  /** The TV hangs upright but does not know it: the picture is turned by 90°. */
  turned: boolean;
  /** The grid of dots is drawn; without it the text is plain. */
  leds: boolean;
}

/** A lounge screen that nobody chose anything for. */
export const plainLounge: LoungeChoice = { inset: 0, turned: false, leds: true };
