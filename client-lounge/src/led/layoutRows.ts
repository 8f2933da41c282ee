// led/ — the cars of a page as rows: plate, state in both languages, stage bar, expected time.
import { labelParts } from './carText.ts';
import type { CarText, ExpectedText } from './carText.ts';
import type { DotSize } from './dotFont.ts';
import type { Band, DrawItem, LedColor } from './drawList.ts';
import type { Canvas, WallContent } from './wallLayoutInput.ts';
import { textWidth } from './measure.ts';
import { box, placeText } from './place.ts';
import { stageBar } from './stageBar.ts';
import type { WallForm } from './wallForm.ts';

/** A row grows to this share of its usual height where few cars leave room. */
const MOST_GROWTH = 1.4;
const BAR_GAP = 2;
/** LEDs between the bar and a slip beside it. */
const SLIP_GAP = 6;

/** Height of a row. With several pages it stays the same, so that nothing moves from page to page. */
function rowHeight(cars: number, pages: number, form: WallForm): number {
  const usual = Math.floor(form.bodyHeight / form.rowsPerPage);
  if (pages > 1) return usual;
  return Math.min(Math.floor(usual * MOST_GROWTH), Math.floor(form.bodyHeight / Math.max(1, cars)));
}

/** One band a car, and one for what is left of the body. */
export function layoutRows(content: WallContent, canvas: Canvas): Band[] {
  const { form } = canvas;
  const height = rowHeight(content.cars.length, content.pages, form);
  const bands = content.cars.map((car, index): Band => {
    const top = form.bodyTop + index * height;
    const items = rowItems(car, { top, height }, canvas, content.inverted.includes(car.key));
    return { id: `row${String(index)}`, top, height, items: [rowLine(top, form), ...items] };
  });
  const restTop = form.bodyTop + bands.length * height;
  const rest = form.bodyTop + form.bodyHeight - restTop;
  return rest > 0 ? [...bands, { id: 'rest', top: restTop, height: rest, items: [] }] : bands;
}

/** LEDs of both languages, one above the other. Letters start lower in their line than ideographs: 16 dots of both stand closer. */
const PAIR: Record<DotSize, { englishAt: number; height: number }> = {
  16: { englishAt: 15, height: 32 },
  24: { englishAt: 24, height: 42 },
};

/** A faint line above a row leads the eye across, and parts its English from the Chinese beneath. */
function rowLine(top: number, form: WallForm): DrawItem {
  return box(form.margin, top, form.columns - form.margin * 2, 1, 'line');
}

interface Place {
  top: number;
  height: number;
}

function rowItems(car: CarText, { top, height }: Place, { form, fonts }: Canvas, inverted: boolean): DrawItem[] {
  const { big, bleed, status, expected, bar } = form;
  const color: LedColor = inverted ? 'off' : car.color;
  // Both languages stand close together, one above the other; what is said once stands at their middle.
  const pairTop = top + Math.floor((height - PAIR[big].height) / 2) + 1;
  const englishTop = pairTop + PAIR[big].englishAt;
  const middleTop = top + Math.floor((height - big) / 2) + 1;
  const items: DrawItem[] = [];
  if (inverted)
    items.push(box(form.margin - bleed, top + 1, form.columns - (form.margin - bleed) * 2, height - 2, 'ready'));
  const barTop = bar.underLabel ? englishTop + 4 : top + Math.floor((height - bar.height) / 2) + 1;
  const label = labelItems(
    car.label,
    { alone: bar.underLabel ? pairTop - 1 : middleTop, pairTop, englishTop },
    { form, fonts },
  );
  items.push(
    ...label.items.map((item) => ({ ...item, color: inverted ? ('off' as const) : item.color })),
    placeText(fonts, { text: car.status.zh, x: status.x, y: pairTop, room: status.room, sizes: [big, 16], color }),
    placeText(fonts, { text: car.status.en, x: status.x, y: englishTop, room: status.room, sizes: [16], color }),
    ...stageBar(
      { x: bar.x, y: barTop, width: bar.width - label.takenFromBar, height: bar.height, gap: BAR_GAP },
      car.step,
      color,
      inverted ? 'ready' : 'unlit',
    ),
  );
  const alone = car.expected.en === '';
  items.push(...expectedItems(car.expected, alone && !bar.underLabel ? middleTop : pairTop, color, { form, fonts }));
  if (!alone) {
    const { x, room } = expected;
    items.push(placeText(fonts, { text: car.expected.en, x, y: englishTop, room, sizes: [16], color }));
  }
  return items;
}

/**
 * The label in one line; where that has no room for it, the plate as large as the rest of its row, and the slip beneath it: beside the bar
 * where that stands there.
 */
function labelItems(
  text: string,
  y: { alone: number; pairTop: number; englishTop: number },
  { form, fonts }: Canvas,
): { items: DrawItem[]; takenFromBar: number } {
  const { big, bar, label } = form;
  const { x, room } = label;
  const wish = { x, room, sizes: [big, 16] as [DotSize, DotSize], color: 'white' as const };
  const { plate, slip } = labelParts(text);
  if (slip === '' || textWidth(fonts[big], text) <= room)
    return { items: [placeText(fonts, { ...wish, text, y: y.alone })], takenFromBar: 0 };
  const plateItem = placeText(fonts, { ...wish, text: plate, y: bar.underLabel ? y.alone : y.pairTop });
  const slipWish = { ...wish, text: slip, y: y.englishTop, sizes: [16] as [DotSize] };
  if (!bar.underLabel) return { items: [plateItem, placeText(fonts, slipWish)], takenFromBar: 0 };
  const taken = textWidth(fonts[16], slip) + SLIP_GAP;
  const slipItem = placeText(fonts, { ...slipWish, x: bar.x + bar.width, align: 'right' });
  return { items: [plateItem, slipItem], takenFromBar: taken };
}

/** The time in full size; where a day before it leaves no room for that, the day in a smaller one. */
function expectedItems({ zh, parts }: ExpectedText, y: number, color: LedColor, { form, fonts }: Canvas): DrawItem[] {
  const { big, expected } = form;
  const { x, room } = expected;
  if (parts === null || big === 16 || textWidth(fonts[big], zh) <= room) {
    return [placeText(fonts, { text: zh, x, y, room, sizes: [big, 16], color })];
  }
  const day = placeText(fonts, { text: parts.day, x, y: y + 6, room, sizes: [16], color });
  const after = textWidth(fonts[16], parts.day) + 5;
  return [day, placeText(fonts, { text: parts.time, x: x + after, y, room: room - after, sizes: [big, 16], color })];
}
