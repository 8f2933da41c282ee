// led/ — one or two cars alone in the shop get the wall to themselves: twice the size, instead of an empty board.
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import { labelParts } from './carText.ts';
import type { CarText } from './carText.ts';
import type { DotFonts, DotSize } from './dotFont.ts';
import type { Band, DrawItem, LedColor } from './drawList.ts';
import type { Canvas, WallContent } from './wallLayoutInput.ts';
import { textWidth } from './measure.ts';
import { box, placeText } from './place.ts';
import type { TextWish } from './place.ts';
import { stageBar } from './stageBar.ts';

const MOST_CARDS = 2;
const BAR_GAP = 4;
/** LEDs between the state and what stands beside it. */
const CARD_GAP = 10;

const zh = loungeWords['zh-CN'];
const en = loungeWords.en;

/** Whether the cars are few enough to be shown as cards. */
export function cardsFit({ pages, cars }: WallContent): boolean {
  return pages === 1 && cars.length <= MOST_CARDS;
}

/** One band a car in the middle of the body, and the empty bands above and below. */
export function layoutCards(content: WallContent, canvas: Canvas): Band[] {
  const { form } = canvas;
  const { cars } = content;
  const height = Math.floor(form.bodyHeight / MOST_CARDS);
  const above = Math.floor((form.bodyHeight - height * cars.length) / 2);
  const start = form.bodyTop + above;
  const end = start + height * cars.length;
  const bands = cars.map((car, index): Band => {
    const top = start + index * height;
    return { id: `card${String(index)}`, top, height, items: cardItems(car, top, height, content, canvas) };
  });
  const empty: Band[] = [
    { id: 'above', top: form.bodyTop, height: above, items: [] },
    { id: 'below', top: end, height: form.bodyTop + form.bodyHeight - end, items: [] },
  ];
  return [...bands, ...empty.filter((band) => band.height > 0)];
}

function cardItems(car: CarText, top: number, height: number, content: WallContent, canvas: Canvas): DrawItem[] {
  const { form } = canvas;
  const width = form.columns - form.margin * 2;
  const items = form.name === 'portrait' ? tallCard(car, top, height, canvas) : wideCard(car, top, height, canvas);
  if (!content.inverted.includes(car.key)) {
    // Lines above each card and below the last.
    const last = car === content.cars[content.cars.length - 1];
    const line = (y: number) => box(form.margin, y, width, 1, 'line');
    return [line(top), ...(last ? [line(top + height - 1)] : []), ...items];
  }
  const { bleed } = form;
  const ground = box(form.margin - bleed, top + 2, width + bleed * 2, height - 4, 'ready');
  return [ground, ...items.map(onLitGround)];
}

/** The item as it looks on a lit ground. */
function onLitGround(item: DrawItem): DrawItem {
  const color: LedColor = item.color === 'unlit' ? 'ready' : 'off';
  return { ...item, color };
}

/** Plate, state and time side by side, English beneath, and the stage bar over the whole width. */
function wideCard(car: CarText, top: number, height: number, canvas: Canvas): DrawItem[] {
  const { form, fonts } = canvas;
  const { big, margin } = form;
  const right = form.columns - margin;
  const barHeight = big - 2;
  const first = top + Math.floor((height - big * 3 - barHeight - 14) / 2);
  const second = first + big * 2 + 4;
  const middle = Math.round(form.columns * 0.44);
  const statusRoom = big * 8;
  const { color } = car;
  const sizes: [DotSize, DotSize] = [big, 16];
  const plateRoom = middle - margin - CARD_GAP;
  return [
    ...labelItems(car.label, { x: margin, y: first, room: plateRoom }, { x: margin, y: second }, canvas),
    placeText(fonts, { text: car.status.zh, x: middle, y: first, room: statusRoom, sizes, color, scale: 2 }),
    placeText(fonts, { text: car.status.en, x: middle, y: second, room: statusRoom, sizes, color }),
    ...expectedItems(car, { right, first, second, room: right - middle - statusRoom + big }, big, fonts),
    ...stageBar(
      { x: margin, y: second + big + 10, width: right - margin, height: barHeight, gap: BAR_GAP },
      car.step,
      color,
      'unlit',
    ),
  ];
}

/** Plate, state with the time at its right, English, stage bar: one under the other. */
function tallCard(car: CarText, top: number, height: number, canvas: Canvas): DrawItem[] {
  const { form, fonts } = canvas;
  const { big, margin } = form;
  const right = form.columns - margin;
  const room = right - margin;
  const first = top + Math.floor((height - big * 6 - 36) / 2);
  const second = first + big * 2 + 12;
  const third = second + big * 2 + 4;
  const { color } = car;
  const sizes: [DotSize, DotSize] = [big, 16];
  return [
    ...labelItems(car.label, { x: margin, y: first, room }, { x: right, y: first + big - 2, align: 'right' }, canvas),
    placeText(fonts, { text: car.status.zh, x: margin, y: second, room: big * 8, sizes, color, scale: 2 }),
    placeText(fonts, { text: car.status.en, x: margin, y: third, room: big * 8, sizes, color }),
    ...expectedItems(car, { right, first: second, second: third, room: room - big * 8 - CARD_GAP }, big, fonts),
    ...stageBar(
      { x: margin, y: third + big + 14, width: room, height: big - 4, gap: BAR_GAP },
      car.step,
      color,
      'unlit',
    ),
  ];
}

/**
 * The plate as large as the state; a slip that has no room beside it in that size has a place of its own. Whole in any case: nobody finds
 * a car by half a plate.
 */
function labelItems(
  text: string,
  place: Pick<TextWish, 'x' | 'y' | 'room'>,
  slipPlace: Pick<TextWish, 'x' | 'y' | 'align'>,
  { form, fonts }: Canvas,
): DrawItem[] {
  const { big } = form;
  const { plate, slip } = labelParts(text);
  const isOne = slip === '' || textWidth(fonts[big], text) * 2 <= place.room;
  const large = isOne ? text : plate;
  const fits = textWidth(fonts[16], large) * 2 <= place.room;
  const wish = { ...place, sizes: [big, 16] as [DotSize, DotSize], color: 'white' as const };
  const y = fits ? place.y : place.y + Math.floor(big / 2);
  const items = [placeText(fonts, { ...wish, text: large, y, scale: fits ? 2 : 1 })];
  return isOne ? items : [...items, placeText(fonts, { ...wish, ...slipPlace, text: slip })];
}

interface ExpectedPlace {
  right: number;
  first: number;
  second: number;
  room: number;
}

/**
 * The expected time in double size, and beneath it what it is the time of; a day, and words, which are longer, in single size in both
 * languages, and over a day what of: nobody takes it for the day on which the parts come.
 */
function expectedItems(car: CarText, place: ExpectedPlace, big: DotSize, fonts: DotFonts): DrawItem[] {
  const { right: x, first, second, room } = place;
  const sizes: [DotSize, DotSize] = [big, 16];
  const { color, expected } = car;
  const align = 'right';
  const head = { text: `${zh.columns.expected} ${en.columns.expected}`, x, room, color: 'dim', align } as const;
  if (expected.en === '') {
    return [
      placeText(fonts, { text: expected.zh, x, y: first, room, sizes, color, align, scale: 2 }),
      placeText(fonts, { ...head, y: second, sizes }),
    ];
  }
  const y = first + big - 2;
  return [
    placeText(fonts, { text: expected.zh, x, y, room, sizes, color, align }),
    placeText(fonts, { text: expected.en, x, y: second, room, sizes, color, align }),
    ...(expected.isTime ? [placeText(fonts, { ...head, y: y - 18, sizes: [16] })] : []),
  ];
}
