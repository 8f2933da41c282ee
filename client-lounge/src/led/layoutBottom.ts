// led/ — bottom of the wall: page and "updated at" beside the moving line, or, when stale, a clear badge over all of it.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { Band, DrawItem } from './drawList.ts';
import type { Canvas, WallContent } from './wallLayoutInput.ts';
import { textWidth } from './measure.ts';
import { MUTE_SIGN_WIDTH, muteSign } from './muteSign.ts';
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
  const aging = content.freshness === 'aging';
  const pages = content.pages > 1 ? `${String(content.page + 1)}/${String(content.pages)}` : '';
  const beside = aging ? zh.secondsAgo(content.ageSeconds) : pages;
  const besideWidth = beside === '' ? 0 : textWidth(fonts[16], beside) + GAP;
  const signWidth = content.silenced ? MUTE_SIGN_WIDTH + GAP : 0;
  const y = form.infoTop;
  // In portrait the line has the whole width for itself.
  const lineEnds = form.infoTop >= form.tickerTop + form.big ? form.margin : form.margin + form.tickerWidth + GAP;
  const updated = updatedText(content.updatedAt, (text) => {
    return textWidth(fonts[16], text) + besideWidth + signWidth <= right - lineEnds;
  });
  const width = textWidth(fonts[16], updated);
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
  if (beside !== '') {
    const color = aging ? 'working' : 'white';
    items.push(
      placeText(fonts, { text: beside, x: right - width - GAP, y, room: 60, sizes: [16], color, align: 'right' }),
    );
  }
  if (content.silenced) items.push(...muteSign(right - width - besideWidth - signWidth, y + 2, 'dim'));
  return items;
}

/** LEDs between two things that are said in this line. */
const GAP = 10;

/** In both languages where there is room for them. */
function updatedText(time: string, fits: (text: string) => boolean): string {
  const both = `${zh.updatedAt('')}${en.updatedAt(time)}`;
  return fits(both) ? both : zh.updatedAt(time);
}

/** Dark words on a red ground: seen from the other end of the room, and not by its colour alone. */
function staleBadge(content: WallContent, { form, fonts }: Canvas): DrawItem[] {
  const { margin, bleed, columns, rows, bodyTop, bodyHeight, tickerTop, big } = form;
  const left = margin - bleed;
  const portrait = form.name === 'portrait';
  const end = tickerTop - 3 + (portrait ? rows - tickerTop - 6 : big + 6);
  const room = columns - margin * 2;
  const top = Math.max(bodyTop + bodyHeight, tickerTop - 3);
  const ground = box(left, top, columns - left * 2, end - top, 'waiting');
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
