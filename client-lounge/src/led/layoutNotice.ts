// led/ — what the wall says while it has no cars to show: a greeting, or what the shop tells everybody, as large as it goes.
import type { BothLanguages } from './carText.ts';
import type { DotSize } from './dotFont.ts';
import type { Band, DrawItem, LedColor } from './drawList.ts';
import { fitText } from './measure.ts';
import { placeText } from './place.ts';
import type { Canvas, WallContent } from './wallLayoutInput.ts';
import { balancedLines } from './wrapText.ts';

export interface Notice extends BothLanguages {
  /** In double size, over the rest; may be empty. */
  heading: string;
  name: string;
  color: LedColor;
}

interface Line {
  text: string;
  size: DotSize;
  scale: 1 | 2;
  color: LedColor;
  /** LEDs above it. */
  gap: number;
}

/** The body greets, by the shop's name: it is said nowhere else then. */
export function greets({ connected, cars, call, notice }: WallContent): boolean {
  return connected && cars.length === 0 && call === null && notice === null;
}

const LINE_GAP = 8;
const PART_GAP = 16;

export function layoutNotice(notice: Notice, canvas: Canvas): Band {
  const { form, fonts } = canvas;
  const room = form.columns - form.margin * 2;
  const lines = largestThatFits(notice, canvas, room);
  let y = form.bodyTop + Math.max(0, Math.floor((form.bodyHeight - heightOf(lines)) / 2));
  const items: DrawItem[] = [];
  lines.forEach(({ text, size, scale, color, gap }, index) => {
    if (index > 0) y += gap;
    const x = Math.floor(form.columns / 2);
    items.push(placeText(fonts, { text, x, y, room, sizes: [size], color, scale, align: 'middle' }));
    y += size * scale;
  });
  return { id: 'notice', top: form.bodyTop, height: form.bodyHeight, items };
}

/** The lines in the largest sizes in which all of them fit into the body; what is too much even then loses its last lines. */
function largestThatFits(notice: Notice, canvas: Canvas, room: number): Line[] {
  const { big, bodyHeight } = canvas.form;
  const sizes: [zh: DotSize, scale: 1 | 2, en: DotSize][] = [
    [big, 2, big],
    [big, 2, 16],
    [big, 1, big],
    [big, 1, 16],
    [16, 1, 16],
  ];
  const most = bodyHeight - LINE_GAP;
  const tried = sizes.map(([zh, scale, en]) => linesOf(notice, canvas, room, { zh, scale, en }));
  const fitting = tried.find((lines) => heightOf(lines) <= most);
  if (fitting !== undefined) return fitting;
  const last = tried[tried.length - 1] ?? [];
  while (heightOf(last) > most) last.pop();
  return last;
}

function linesOf(
  { heading, name, zh, en, color }: Notice,
  { form, fonts }: Canvas,
  room: number,
  sizes: { zh: DotSize; scale: 1 | 2; en: DotSize },
): Line[] {
  const { big } = form;
  const part = (text: string, size: DotSize, scale: 1 | 2, own: LedColor): Line[] =>
    balancedLines(fonts[size], text, Math.floor(room / scale)).map((line, index) => ({
      ...{ text: line, size, scale, color: own },
      gap: index === 0 ? PART_GAP : LINE_GAP,
    }));
  const nameSize = fitText(fonts, name, room, [big, 16]).size;
  return [
    ...part(heading, big, 2, 'working'),
    ...part(name, nameSize, 1, 'white'),
    ...part(zh, sizes.zh, heading === '' ? sizes.scale : 1, color),
    ...part(en, sizes.en, 1, color),
  ];
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { size, scale, gap }, index) => sum + size * scale + (index > 0 ? gap : 0), 0);
}
