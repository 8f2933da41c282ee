// led/ — the cars of a page as rows: plate, state in both languages, stage bar, expected time.
import type { CarText, ExpectedText } from './carText.ts';
import type { Band, DrawItem, LedColor } from './drawList.ts';
import type { Canvas, WallContent } from './wallLayoutInput.ts';
import { textWidth } from './measure.ts';
import { box, placeText } from './place.ts';
import { stageBar } from './stageBar.ts';
import type { WallForm } from './wallForm.ts';

/** A row grows to this share of its usual height where few cars leave room. */
const MOST_GROWTH = 1.4;
const BAR_GAP = 2;

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
    return { id: `row${String(index)}`, top, height, items: [...rowLine(top, height, form), ...items] };
  });
  const restTop = form.bodyTop + bands.length * height;
  const rest = form.bodyTop + form.bodyHeight - restTop;
  return rest > 0 ? [...bands, { id: 'rest', top: restTop, height: rest, items: [] }] : bands;
}

/** A faint line above a row leads the eye across; rows that are hardly higher than their words have no room for it. */
function rowLine(top: number, height: number, form: WallForm): DrawItem[] {
  const fits = height > form.big + 18;
  return fits ? [box(form.margin, top, form.columns - form.margin * 2, 1, 'line')] : [];
}

interface Place {
  top: number;
  height: number;
}

function rowItems(car: CarText, { top, height }: Place, { form, fonts }: Canvas, inverted: boolean): DrawItem[] {
  const { big, bleed, label, status, expected, bar } = form;
  const color: LedColor = inverted ? 'off' : car.color;
  // Both languages stand close together, one above the other; what is said once stands at their middle.
  const pairTop = top + Math.floor((height - big - 18) / 2) + 1;
  // Letters start lower in their line than ideographs: 16 dots of both stand one LED closer.
  const englishTop = big === 16 ? pairTop + 15 : pairTop + big;
  const middleTop = top + Math.floor((height - big) / 2) + 1;
  const items: DrawItem[] = [];
  if (inverted)
    items.push(box(form.margin - bleed, top + 1, form.columns - (form.margin - bleed) * 2, height - 2, 'ready'));
  const barTop = bar.underLabel ? englishTop + 4 : top + Math.floor((height - bar.height) / 2) + 1;
  items.push(
    placeText(fonts, {
      text: car.label,
      x: label.x,
      y: bar.underLabel ? pairTop - 1 : middleTop,
      room: label.room,
      sizes: [big, 16],
      color: inverted ? 'off' : 'white',
    }),
    placeText(fonts, { text: car.status.zh, x: status.x, y: pairTop, room: status.room, sizes: [big, 16], color }),
    placeText(fonts, { text: car.status.en, x: status.x, y: englishTop, room: status.room, sizes: [16], color }),
    ...stageBar(
      { x: bar.x, y: barTop, width: bar.width, height: bar.height, gap: BAR_GAP },
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
