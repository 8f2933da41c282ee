// led/ — top of the wall: title, shop's name, clock, and the heads of the columns.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { Band, DrawItem } from './drawList.ts';
import type { Canvas, WallContent } from './layoutWall.ts';
import { textWidth } from './measure.ts';
import { placeText } from './place.ts';

const zh = loungeWords['zh-CN'];
const en = loungeWords.en;

export function layoutTop(content: WallContent, canvas: Canvas, withHeads: boolean): Band {
  const { form, fonts } = canvas;
  const right = form.columns - form.margin;
  const big = fonts[form.big];
  const clockWidth = textWidth(big, '00:00');
  const titleRoom = right - clockWidth - 12 - form.margin;
  const title = placeText(fonts, {
    text: `${zh.title} ${en.title}`,
    x: form.margin,
    y: form.titleTop,
    room: titleRoom,
    sizes: [form.big, 16],
    color: 'white',
  });
  const items: DrawItem[] = [title];
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
  const beneath = stale ? zh.updatedAt(content.updatedAt) : content.shopName;
  if (beneath !== '') {
    const beside = form.name !== 'portrait';
    const x = beside ? form.margin + textWidth(fonts[title.size], title.text) + 14 : form.margin;
    const room = beside ? right - clockWidth - 14 - x : right - form.margin;
    items.push(
      placeText(fonts, { text: beneath, x, y: form.shopNameTop, room, sizes: [16], color: stale ? 'waiting' : 'dim' }),
    );
  }
  if (withHeads) items.push(...columnHeads(canvas));
  return { id: 'top', top: 0, height: form.bodyTop, items };
}

function columnHeads({ form, fonts }: Canvas): DrawItem[] {
  const heads: [keyof typeof zh.columns, number, number][] = [
    ['label', form.label.x, form.label.room],
    ['status', form.status.x, form.status.room],
    ['expected', form.expected.x, form.expected.room],
  ];
  if (!form.bar.underLabel) heads.push(['stage', form.bar.x, form.expected.x - form.bar.x - 8]);
  return heads.map(([column, x, room]) =>
    placeText(fonts, {
      text: `${zh.columns[column]} ${en.columns[column]}`,
      x,
      y: form.headTop,
      room,
      sizes: [16],
      color: 'dim',
    }),
  );
}
