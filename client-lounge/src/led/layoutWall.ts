// led/ — lays out the whole wall: bands that tile it from top to bottom, from what there is to show. Pure.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { Band } from './drawList.ts';
import { layoutBottom } from './layoutBottom.ts';
import { layoutCall } from './layoutCall.ts';
import { cardsFit, layoutCards } from './layoutCards.ts';
import { greets, layoutNotice } from './layoutNotice.ts';
import type { Notice } from './layoutNotice.ts';
import { layoutRows } from './layoutRows.ts';
import { layoutTop } from './layoutTop.ts';
import type { Canvas, WallContent } from './wallLayoutInput.ts';

/** The bands of the wall. They tile it: each LED belongs to exactly one band. */
export function layoutWall(content: WallContent, canvas: Canvas): Band[] {
  const listed = content.connected && content.cars.length > 0;
  const asCards = listed && cardsFit(content);
  const { call } = content;
  const top = layoutTop(content, canvas, { heads: listed && !asCards && call === null, name: !greets(content) });
  const bottom = layoutBottom(content, canvas);
  if (call !== null) return [top, layoutCall(call.text, call.lit, canvas), bottom];
  if (asCards) return [top, ...layoutCards(content, canvas), bottom];
  if (listed) return [top, ...layoutRows(content, canvas), bottom];
  return [top, layoutNotice(noticeOf(content), canvas), bottom];
}

/** What stands there instead of cars: what the shop tells everybody, or else a greeting; or that the line is not there yet. */
function noticeOf({ connected, notice, shopName }: WallContent): Notice {
  const zh = loungeWords['zh-CN'];
  const { en } = loungeWords;
  if (!connected) return { heading: '', name: '', zh: zh.connecting, en: en.connecting, color: 'dim' };
  if (notice !== null) return { heading: '', name: '', ...notice, color: 'working' };
  return { heading: zh.welcome, name: shopName, zh: zh.nothingShown, en: en.nothingShown, color: 'dim' };
}
