// led/ — lays out the whole wall: bands that tile it from top to bottom, from what there is to show. Pure.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { Freshness } from '@zhunshi/shared/wire/shopClock.ts';
import type { CarText } from './carText.ts';
import type { DotFonts } from './dotFont.ts';
import type { Band } from './drawList.ts';
import { layoutBottom } from './layoutBottom.ts';
import { cardsFit, layoutCards } from './layoutCards.ts';
import { layoutNotice } from './layoutNotice.ts';
import { layoutRows } from './layoutRows.ts';
import { layoutTop } from './layoutTop.ts';
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

/** The bands of the wall. They tile it: each LED belongs to exactly one band. */
export function layoutWall(content: WallContent, canvas: Canvas): Band[] {
  const listed = content.connected && content.cars.length > 0;
  const asCards = listed && cardsFit(content);
  const top = layoutTop(content, canvas, listed && !asCards);
  const bottom = layoutBottom(content, canvas);
  if (asCards) return [top, ...layoutCards(content, canvas), bottom];
  if (listed) return [top, ...layoutRows(content, canvas), bottom];
  const { connecting, nothingShown, welcome } = loungeWords['zh-CN'];
  const notice = content.connected
    ? { heading: welcome, name: content.shopName, zh: nothingShown, en: loungeWords.en.nothingShown }
    : { heading: '', name: '', zh: connecting, en: loungeWords.en.connecting };
  return [top, layoutNotice(notice, canvas), bottom];
}
