// led/ — a call over the body of the wall: whose car, what for, in both languages, within a frame of its colour.
import type { CallText } from '../calls/callWords.ts';
import { joined } from '../calls/callWords.ts';
import type { DotFont } from './dotFont.ts';
import type { Band, BoxItem, DrawItem, LedColor } from './drawList.ts';
import { textWidth } from './measure.ts';
import { box, placeText } from './place.ts';
import type { TextWish } from './place.ts';
import type { Canvas } from './wallLayoutInput.ts';

const FRAME = 4;
const INSIDE = 8;

/**
 * The call as one band.
 * @param lit whether the frame is lit in this half second
 */
export function layoutCall(text: CallText, lit: boolean, { form, fonts }: Canvas): Band {
  const { big, bodyTop: top, bodyHeight: height, columns, margin } = form;
  const color: LedColor = text.about === 'ready' ? 'ready' : 'waiting';
  const edge = Math.max(2, margin - 8);
  const room = columns - (edge + FRAME + INSIDE) * 2;
  const line = (words: string, part: Pick<TextWish, 'sizes' | 'color' | 'scale'>) => ({ text: words, ...part });
  const lines = [
    line(text.owner, { ...largest(text.owner, fonts, big, room), color: 'white' }),
    ...zhLines(text, fonts[big], room).map((words) => line(words, { sizes: [big, 16], color, scale: 2 })),
    ...enLines(text, fonts, big, room).map(({ words, size }) => line(words, { sizes: [size], color, scale: 1 })),
  ];
  const heights = lines.map(({ sizes, scale = 1 }) => sizes[0] * scale);
  const words = heights.reduce((sum, one) => sum + one, 0);
  const gap = Math.min(Math.round(big * 0.8), Math.floor((height - FRAME * 2 - words) / (lines.length + 1)));
  let y = top + Math.floor((height - words - gap * (lines.length - 1)) / 2);
  const items: DrawItem[] = lines.map((wish, index) => {
    const item = placeText(fonts, { ...wish, x: Math.floor(columns / 2), y, room, align: 'middle' });
    y += (heights[index] ?? 0) + gap;
    return item;
  });
  const frame = frameItems(
    { x: edge, y: top + 2, width: columns - edge * 2, height: height - 4 },
    lit ? color : 'line',
  );
  return { id: 'call', top, height, items: [...frame, ...items] };
}

/** The largest letters in which a text stands on one line. */
function largest(text: string, fonts: Canvas['fonts'], big: 16 | 24, room: number): Pick<TextWish, 'sizes' | 'scale'> {
  for (const scale of [2, 1] as const) {
    for (const size of [big, 16] as const)
      if (textWidth(fonts[size], text) * scale <= room) return { sizes: [size], scale };
  }
  return { sizes: [16], scale: 1 };
}

/** On one line in double size, or else in its two parts. */
function zhLines(text: CallText, font: DotFont, room: number): readonly string[] {
  const whole = joined(text, text.zh, 'zh-CN');
  return textWidth(font, whole) * 2 <= room ? [whole] : text.zh;
}

/** As large as it can be, on one line or on two. */
function enLines(
  text: CallText,
  fonts: Canvas['fonts'],
  big: 16 | 24,
  room: number,
): { words: string; size: 16 | 24 }[] {
  const whole = joined(text, text.en, 'en');
  if (textWidth(fonts[big], whole) <= room) return [{ words: whole, size: big }];
  const size = text.en.every((part) => textWidth(fonts[big], part) <= room) ? big : 16;
  return text.en.map((words) => ({ words, size }));
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
