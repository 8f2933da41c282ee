// led/ — what the layout of the wall is given: the content of one moment, and the wall it is for.
import type { Freshness } from '@zhunshi/shared/wire/shopClock.ts';
import type { CallText } from '../calls/callWords.ts';
import type { BothLanguages, CarText } from './carText.ts';
import type { DotFonts } from './dotFont.ts';
import type { WallForm } from './wallForm.ts';

/** What the wall shows at one moment. */
export interface WallContent {
  shopName: string;
  /** The shop's time of day, empty while it is not known. */
  clock: string;
  /** False until the first board has come. */
  connected: boolean;
  /** Cars of the page that is shown. */
  cars: CarText[];
  page: number;
  pages: number;
  /** Keys of the rows that are drawn dark on light in this half second. */
  inverted: readonly string[];
  /** The call that is being made, over the body of the wall; `lit`: its frame is, in this half second. */
  call: { text: CallText; lit: boolean } | null;
  /** What the shop tells everybody and whose turn it is, while there is no car to show. */
  notice: BothLanguages | null;
  /** The browser keeps the page silent until somebody touches the screen. */
  silenced: boolean;
  /** Somebody may be there to touch it: the page has just been opened, or a pointer moved. */
  asksForTouch: boolean;
  freshness: Freshness;
  /** Time of day at which the board was last certain, empty while it never was. */
  updatedAt: string;
  /** Real seconds since then, as exactly as they are told: 0 while fresh, whole minutes when stale. */
  ageSeconds: number;
}

/** What the parts of the layout work with. */
export interface Canvas {
  form: WallForm;
  fonts: DotFonts;
}
