// led/ — what the wall says while it has no cars to show.
import type { Band, DrawItem } from './drawList.ts';
import type { Canvas } from './wallLayoutInput.ts';
import { placeText } from './place.ts';

export interface Notice {
  /** In double size; may be empty. */
  heading: string;
  name: string;
  zh: string;
  en: string;
}

const LINE_GAP = 14;

export function layoutNotice(notice: Notice, { form, fonts }: Canvas): Band {
  const { big } = form;
  const x = Math.floor(form.columns / 2);
  const room = form.columns - form.margin * 2;
  const lines = [
    { text: notice.heading, sizes: [big] as const, scale: 2 as const, color: 'working' as const },
    { text: notice.name, sizes: [big, 16] as const, scale: 1 as const, color: 'white' as const },
    { text: notice.zh, sizes: [big, 16] as const, scale: 1 as const, color: 'dim' as const },
    { text: notice.en, sizes: [16] as const, scale: 1 as const, color: 'dim' as const },
  ].filter((line) => line.text !== '');
  const heights = lines.map((line) => line.sizes[0] * line.scale);
  const total = heights.reduce((sum, height) => sum + height, 0) + LINE_GAP * (lines.length - 1);
  let y = form.bodyTop + Math.floor((form.bodyHeight - total) / 2);
  const items: DrawItem[] = lines.map((line, index) => {
    const item = placeText(fonts, { ...line, x, y, room, align: 'middle' });
    y += (heights[index] ?? 0) + LINE_GAP;
    return item;
  });
  return { id: 'notice', top: form.bodyTop, height: form.bodyHeight, items };
}
