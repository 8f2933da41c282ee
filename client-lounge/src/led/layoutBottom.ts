// led/ — bottom of the wall: page and "updated at" beside the moving line, or, when stale, a clear badge over all of it.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { Band, DrawItem } from './drawList.ts';
import type { Canvas, WallContent } from './wallLayoutInput.ts';
import { textWidth } from './measure.ts';
import { box, placeText } from './place.ts';

const zh = loungeWords['zh-CN'];
const en = loungeWords.en;

export function layoutBottom(content: WallContent, canvas: Canvas): Band {
  const { form } = canvas;
  const top = form.bodyTop + form.bodyHeight;
  const showsOldRows = content.freshness === 'stale' && content.connected;
  const items = showsOldRows ? staleBadge(content, canvas) : info(content, canvas);
  return { id: 'bottom', top, height: form.rows - top, items };
}

function info(content: WallContent, { form, fonts }: Canvas): DrawItem[] {
  if (content.updatedAt === '') return [];
  const right = form.columns - form.margin;
  const updated = zh.updatedAt(content.updatedAt);
  const width = textWidth(fonts[16], updated);
  const aging = content.freshness === 'aging';
  const y = form.infoTop;
  const items: DrawItem[] = [
    placeText(fonts, {
      text: updated,
      x: right - width,
      y,
      room: width,
      sizes: [16],
      color: aging ? 'working' : 'dim',
    }),
  ];
  const pages = content.pages > 1 ? `${String(content.page + 1)}/${String(content.pages)}` : '';
  const beside = aging ? zh.secondsAgo(content.ageSeconds) : pages;
  if (beside !== '') {
    const color = aging ? 'working' : 'white';
    items.push(
      placeText(fonts, { text: beside, x: right - width - 10, y, room: 60, sizes: [16], color, align: 'right' }),
    );
  }
  return items;
}

/** Dark words on a red ground: seen from the other end of the room, and not by its colour alone. */
function staleBadge(content: WallContent, { form, fonts }: Canvas): DrawItem[] {
  const { margin, bleed, columns, rows, tickerTop, big } = form;
  const left = margin - bleed;
  const portrait = form.name === 'portrait';
  const height = portrait ? rows - tickerTop - 6 : big + 6;
  const room = columns - margin * 2;
  const top = tickerTop - 3;
  const ground = box(left, top, columns - left * 2, height, 'waiting');
  const chinese = placeText(fonts, {
    text: zh.stale(content.ageSeconds / 60),
    x: margin,
    y: tickerTop,
    room,
    sizes: [big, 16],
    color: 'off',
  });
  const taken = textWidth(fonts[chinese.size], chinese.text);
  const english = portrait
    ? placeText(fonts, { text: en.stale(0), x: margin, y: tickerTop + big + 4, room, sizes: [16], color: 'off' })
    : placeText(fonts, {
        text: en.stale(0),
        x: columns - margin,
        y: tickerTop + Math.floor((big - 16) * 0.75),
        room: room - taken - 12,
        sizes: [16],
        color: 'off',
        align: 'right',
      });
  return [ground, chinese, english];
}
