// led/ — top of the wall: title, shop's name, clock, and the heads of the columns.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { Band, DrawItem } from './drawList.ts';
import type { Canvas, WallContent } from './wallLayoutInput.ts';
import { textWidth } from './measure.ts';
import { placeText } from './place.ts';

const zh = loungeWords['zh-CN'];
const en = loungeWords.en;

/** @param says the heads of the columns, and whose lounge it is */
export function layoutTop(content: WallContent, canvas: Canvas, says: { heads: boolean; name: boolean }): Band {
  const { form, fonts } = canvas;
  const right = form.columns - form.margin;
  const big = fonts[form.big];
  const clockWidth = textWidth(big, '00:00');
  const items = titleItems(right - clockWidth - 12 - form.margin, canvas);
  if (content.clock !== '') {
    items.push(
      placeText(fonts, {
        text: content.clock,
        x: right,
        y: form.titleTop,
        room: clockWidth,
        sizes: [form.big],
        color: 'working',
        align: 'right',
      }),
    );
  }
  // On a board that is no longer live, when it was matters more than whose it is.
  const stale = content.freshness === 'stale' && content.connected && content.updatedAt !== '';
  const beside = form.name !== 'portrait';
  const x = beside ? form.margin + textWidth(big, `${zh.title} ${en.title}`) + 14 : form.margin;
  const room = beside ? right - clockWidth - 14 - x : right - form.margin;
  const asks = !stale && content.asksForTouch && tapForSoundFits(canvas, room);
  const beneath = stale ? zh.updatedAt(content.updatedAt) : asks ? tapForSound : says.name ? content.shopName : '';
  if (beneath !== '') {
    const color = stale ? 'waiting' : asks ? 'working' : 'dim';
    items.push(placeText(fonts, { text: beneath, x, y: form.shopNameTop, room, sizes: [16], color }));
  }
  if (says.heads) items.push(...columnHeads(canvas));
  return { id: 'top', top: 0, height: form.bodyTop, items };
}

const tapForSound = `${zh.tapForSound} ${en.tapForSound}`;

/** In both languages or not at all: the sign in the bottom line says it then. */
function tapForSoundFits({ fonts }: Canvas, room: number): boolean {
  return textWidth(fonts[16], tapForSound) <= room;
}

/** The title in both languages at full size, or, where that is too wide, with the English one smaller. */
function titleItems(room: number, { form, fonts }: Canvas): DrawItem[] {
  const { big, margin: x, titleTop: y } = form;
  const both = `${zh.title} ${en.title}`;
  if (textWidth(fonts[big], both) <= room) {
    return [placeText(fonts, { text: both, x, y, room, sizes: [big], color: 'white' })];
  }
  const width = textWidth(fonts[big], zh.title) + 8;
  return [
    placeText(fonts, { text: zh.title, x, y, room, sizes: [big], color: 'white' }),
    placeText(fonts, { text: en.title, x: x + width, y: y + 6, room: room - width, sizes: [16], color: 'white' }),
  ];
}

/** LEDs between two heads, more than between two words of one. */
const HEAD_GAP = 10;

function columnHeads({ form, fonts }: Canvas): DrawItem[] {
  const heads: [keyof typeof zh.columns, number, number][] = [
    ['label', form.label.x, form.status.x - form.label.x - HEAD_GAP],
    ['status', form.status.x, form.status.room],
    ['expected', form.expected.x, form.expected.room],
  ];
  if (!form.bar.underLabel) heads.push(['stage', form.bar.x, form.expected.x - form.bar.x - HEAD_GAP]);
  return heads.map(([column, x, room]) =>
    placeText(fonts, {
      text: headText(column, (text) => textWidth(fonts[16], text) <= room),
      x,
      y: form.headTop,
      room,
      sizes: [16],
      color: 'dim',
    }),
  );
}

/** Both languages; of a pair of words only the first where there is no room for both: in English, then in Chinese, too. */
function headText(column: keyof typeof zh.columns, fits: (text: string) => boolean): string {
  const [first = ''] = en.columns[column].split('/');
  const both = `${zh.columns[column]} ${en.columns[column]}`;
  const shorter = `${zh.columns[column]} ${first}`;
  const shortest = `${zh.columns[column].split('/')[0] ?? ''} ${first}`;
  return [both, shorter, shortest].find(fits) ?? zh.columns[column];
}
