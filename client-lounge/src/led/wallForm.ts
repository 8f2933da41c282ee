// led/ — the shapes that the wall can take, and which of them a screen gets: whole device pixels for every LED.
import type { DotSize } from './dotFont.ts';

/** Places of one form of the wall, in LEDs. */
export interface WallForm {
  name: 'landscape' | 'small' | 'portrait';
  columns: number;
  rows: number;
  margin: number;
  /** Size of plates, states and times; labels and English have 16 dots. */
  big: DotSize;
  titleTop: number;
  /** Where the shop's name stands: beside the title, or on a line of its own. */
  shopNameTop: number;
  headTop: number;
  bodyTop: number;
  bodyHeight: number;
  rowsPerPage: number;
  /** Left edge and room of each column. */
  label: Column;
  status: Column;
  expected: Column;
  /** The stage bar; in portrait it stands under the plate. */
  bar: { x: number; width: number; height: number; underLabel: boolean };
  tickerTop: number;
  tickerWidth: number;
  /** Line of page and "updated at". */
  infoTop: number;
}

export interface Column {
  x: number;
  room: number;
}

const landscape: WallForm = {
  name: 'landscape',
  columns: 640,
  rows: 360,
  margin: 16,
  big: 24,
  titleTop: 5,
  shopNameTop: 11,
  headTop: 35,
  bodyTop: 55,
  bodyHeight: 270,
  rowsPerPage: 6,
  label: { x: 16, room: 172 },
  status: { x: 200, room: 144 },
  expected: { x: 480, room: 144 },
  bar: { x: 356, width: 104, height: 18, underLabel: false },
  tickerTop: 330,
  tickerWidth: 440,
  infoTop: 335,
};

const small: WallForm = {
  name: 'small',
  columns: 480,
  rows: 270,
  margin: 10,
  big: 16,
  titleTop: 3,
  shopNameTop: 3,
  headTop: 21,
  bodyTop: 41,
  bodyHeight: 204,
  rowsPerPage: 6,
  label: { x: 10, room: 122 },
  status: { x: 140, room: 116 },
  expected: { x: 357, room: 113 },
  bar: { x: 264, width: 76, height: 12, underLabel: false },
  tickerTop: 249,
  tickerWidth: 288,
  infoTop: 249,
};

const portrait: WallForm = {
  name: 'portrait',
  columns: 360,
  rows: 640,
  margin: 8,
  big: 24,
  titleTop: 10,
  shopNameTop: 40,
  headTop: 64,
  bodyTop: 86,
  bodyHeight: 490,
  rowsPerPage: 10,
  label: { x: 8, room: 112 },
  status: { x: 122, room: 116 },
  expected: { x: 240, room: 112 },
  bar: { x: 8, width: 102, height: 9, underLabel: true },
  tickerTop: 582,
  tickerWidth: 344,
  infoTop: 614,
};

/** A form and how large one of its LEDs is. */
export interface Wall {
  form: WallForm;
  /** Device pixels of one LED, a whole number. */
  pitch: number;
}

/** The wall for a screen of so many device pixels: of the forms that fit its direction, the one that fills most of it. */
export function chooseWall(width: number, height: number): Wall {
  const forms: [WallForm, ...WallForm[]] = height > width ? [portrait] : [landscape, small];
  const [first, ...others] = forms.map((form) => {
    const pitch = Math.max(1, Math.floor(Math.min(width / form.columns, height / form.rows)));
    // An LED needs two pixels to be seen as one; with less, larger and fewer LEDs are clearer.
    const filled = pitch < 2 ? 0 : pitch * form.columns;
    return { form, pitch, filled };
  });
  let best = first ?? { form: landscape, pitch: 1, filled: 0 };
  for (const other of others) if (other.filled > best.filled || (best.filled === 0 && other.filled === 0)) best = other;
  return { form: best.form, pitch: best.pitch };
}

/** A wall at its place on the screen. */
export interface PlacedWall extends Wall {
  /** CSS pixels of one device pixel. */
  devicePixel: number;
  /** CSS pixels, each a whole number of device pixels. */
  left: number;
  top: number;
}

/**
 * Chooses and centres the wall.
 * @param width of the window in CSS pixels
 * @param ratio device pixels of one CSS pixel
 */
export function placeWall(width: number, height: number, ratio: number): PlacedWall {
  // A window of 1280.5 device pixels has 1280 whole ones; the hair's breadth is for rounding in the browser.
  const deviceWidth = Math.floor(width * ratio + 0.01);
  const deviceHeight = Math.floor(height * ratio + 0.01);
  const { form, pitch } = chooseWall(deviceWidth, deviceHeight);
  const devicePixel = 1 / ratio;
  return {
    form,
    pitch,
    devicePixel,
    left: Math.floor((deviceWidth - form.columns * pitch) / 2) * devicePixel,
    top: Math.floor((deviceHeight - form.rows * pitch) / 2) * devicePixel,
  };
}
