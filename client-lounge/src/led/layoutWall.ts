// led/ — lays out the whole wall: bands that tile it from top to bottom, from what there is to show. Pure.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { Band } from './drawList.ts';
import { layoutBottom } from './layoutBottom.ts';
import { cardsFit, layoutCards } from './layoutCards.ts';
import { layoutNotice } from './layoutNotice.ts';
import { layoutRows } from './layoutRows.ts';
import { layoutTop } from './layoutTop.ts';
import type { Canvas, WallContent } from './wallLayoutInput.ts';

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
