// led/ — a call over the body of the wall: whose car, what for, in both languages, within a frame of its colour.
import type { CallText } from '../calls/callWords.ts';
import { joined } from '../calls/callWords.ts';
import type { Band, BoxItem, DrawItem, LedColor } from './drawList.ts';
import { textWidth } from './measure.ts';
import { box, placeText } from './place.ts';
import type { TextWish } from './place.ts';
import type { Canvas } from './wallLayoutInput.ts';

const FRAME = 4;
const INSIDE = 4;
/** LEDs between two lines that belong together. */
const LINE_GAP = 8;

interface Line extends Pick<TextWish, 'text' | 'sizes' | 'scale' | 'color'> {
  /** It goes on from the line before. */
  continues: boolean;
}

/**
 * The call as one band.
 * @param lit whether the frame is lit in this half second
 */
export function layoutCall(text: CallText, lit: boolean, canvas: Canvas): Band {
  const { form, fonts } = canvas;
  const { big, bodyTop: top, bodyHeight: height, columns, margin } = form;
  const color: LedColor = text.about === 'ready' ? 'ready' : 'waiting';
  const edge = Math.max(2, margin - 8);
  const lines = linesOf(text, color, columns - (edge + FRAME + INSIDE) * 2, canvas);
  const heights = lines.map(({ sizes, scale = 1 }) => sizes[0] * scale);
  const parts = lines.filter(({ continues }) => !continues).length;
  const words = heights.reduce((sum, one) => sum + one, 0) + LINE_GAP * (lines.length - parts);
  const gap = Math.min(big, Math.floor((height - FRAME * 2 - words) / (parts + 1)));
  let y = top + Math.floor((height - words - gap * (parts - 1)) / 2);
  const items: DrawItem[] = lines.map(({ continues, ...wish }, index) => {
    if (index > 0) y += continues ? LINE_GAP : gap;
    const item = placeText(fonts, { ...wish, x: Math.floor(columns / 2), y, room: columns, align: 'middle' });
    y += heights[index] ?? 0;
    return item;
  });
  const frame = frameItems(
    { x: edge, y: top + 2, width: columns - edge * 2, height: height - 4 },
    lit ? color : 'line',
  );
  return { id: 'call', top, height, items: [...frame, ...items] };
}

/** Whose car, and what for in both languages: each on one line, or on two where that lets it be larger. */
function linesOf(text: CallText, color: LedColor, room: number, { form, fonts }: Canvas): Line[] {
  const { big } = form;
  const double = (words: string): boolean => textWidth(fonts[big], words) * 2 <= room;
  const line = (words: string, own: LedColor, continues: boolean): Line => ({
    ...{ text: words, color: own, continues },
    ...largest(words, fonts, big, room),
  });
  const owner = `${text.label} ${text.owner}`;
  const owners = double(owner)
    ? [line(owner, 'white', false)]
    : [
        line(text.label, 'white', false),
        { ...line(text.owner, 'white', true), sizes: [big] as const, scale: 1 as const },
      ];
  const zh = joined(text, text.zh, 'zh-CN');
  const zhParts: readonly string[] = double(zh) ? [zh] : text.zh;
  const en = joined(text, text.en, 'en');
  const enParts: readonly string[] = textWidth(fonts[big], en) <= room ? [en] : text.en;
  const enSize = enParts.every((part) => textWidth(fonts[big], part) <= room) ? big : 16;
  return [
    ...owners,
    ...zhParts.map((words, index) => line(words, color, index > 0)),
    ...enParts.map((words, index): Line => ({
      ...{ text: words, color, sizes: [enSize], scale: 1 },
      continues: index > 0,
    })),
  ];
}

/** The largest letters in which a text stands on one line. */
function largest(text: string, fonts: Canvas['fonts'], big: 16 | 24, room: number): Pick<TextWish, 'sizes' | 'scale'> {
  for (const scale of [2, 1] as const) {
    for (const size of [big, 16] as const)
      if (textWidth(fonts[size], text) * scale <= room) return { sizes: [size], scale };
  }
  return { sizes: [16], scale: 1 };
}

function frameItems(place: { x: number; y: number; width: number; height: number }, color: LedColor): BoxItem[] {
  const { x, y, width, height } = place;
  return [
    box(x, y, width, FRAME, color),
    box(x, y + height - FRAME, width, FRAME, color),
    box(x, y + FRAME, FRAME, height - FRAME * 2, color),
    box(x + width - FRAME, y + FRAME, FRAME, height - FRAME * 2, color),
  ];
}
