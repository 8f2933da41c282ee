// led/ — the shapes that the wall can take, and which of them a screen gets: whole device pixels for every LED.
import type { DotSize } from './dotFont.ts';

/** Places of one form of the wall, in LEDs. */
export interface WallForm {
  name: 'landscape' | 'small' | 'portrait';
  columns: number;
  rows: number;
  margin: number;
  /** LEDs by which a lit ground reaches over the margins. */
  bleed: number;
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
  bleed: 6,
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
  tickerWidth: 410,
  infoTop: 335,
};

const small: WallForm = {
  name: 'small',
  columns: 480,
  rows: 270,
  margin: 10,
  bleed: 6,
  big: 16,
  titleTop: 2,
  shopNameTop: 2,
  headTop: 19,
  bodyTop: 37,
  bodyHeight: 210,
  rowsPerPage: 6,
  label: { x: 10, room: 122 },
  status: { x: 140, room: 116 },
  expected: { x: 357, room: 113 },
  bar: { x: 264, width: 76, height: 12, underLabel: false },
  tickerTop: 249,
  tickerWidth: 258,
  infoTop: 249,
};

const portrait: WallForm = {
  name: 'portrait',
  columns: 360,
  rows: 640,
  margin: 14,
  bleed: 6,
  big: 24,
  titleTop: 10,
  shopNameTop: 40,
  headTop: 64,
  bodyTop: 86,
  bodyHeight: 490,
  rowsPerPage: 10,
  label: { x: 14, room: 108 },
  status: { x: 134, room: 98 },
  expected: { x: 245, room: 101 },
  bar: { x: 14, width: 104, height: 9, underLabel: true },
  tickerTop: 582,
  tickerWidth: 332,
  infoTop: 614,
};

/** What is left of a form on a screen that lacks `GIVES` LEDs each way, for an edge that the television cuts off [LNG-7]. */
interface Tightest extends Pick<WallForm, 'margin' | 'bleed' | 'label' | 'status' | 'expected' | 'tickerWidth'> {
  bar: { x: number; width: number };
}

const GIVES = 36;

const tightest: Record<WallForm['name'], Tightest> = {
  landscape: {
    ...{ margin: 2, bleed: 0, label: { x: 2, room: 168 }, status: { x: 184, room: 144 } },
    ...{ bar: { x: 338, width: 104 }, expected: { x: 456, room: 146 }, tickerWidth: 396 },
  },
  small: {
    ...{ margin: 2, bleed: 0, label: { x: 2, room: 118 }, status: { x: 128, room: 110 } },
    ...{ bar: { x: 246, width: 68 }, expected: { x: 324, room: 118 }, tickerWidth: 236 },
  },
  portrait: {
    ...{ margin: 2, bleed: 0, label: { x: 2, room: 108 }, status: { x: 118, room: 98 } },
    ...{ bar: { x: 2, width: 104 }, expected: { x: 226, room: 96 }, tickerWidth: 320 },
  },
};

/** The form with as many LEDs as there are: as it is, or tighter and with a row less. */
function formWithin(form: WallForm, columns: number, rows: number): WallForm {
  const lessColumns = Math.max(0, form.columns - columns);
  const lessRows = Math.max(0, form.rows - rows);
  const tight = tightest[form.name];
  const between = (full: number, least: number): number => Math.round(full + ((least - full) * lessColumns) / GIVES);
  const column = (full: Column, least: Column): Column => ({
    x: between(full.x, least.x),
    room: between(full.room, least.room),
  });
  const bodyHeight = form.bodyHeight - lessRows;
  return {
    ...form,
    columns: form.columns - lessColumns,
    rows: form.rows - lessRows,
    margin: between(form.margin, tight.margin),
    bleed: between(form.bleed, tight.bleed),
    label: column(form.label, tight.label),
    status: column(form.status, tight.status),
    expected: column(form.expected, tight.expected),
    bar: { ...form.bar, x: between(form.bar.x, tight.bar.x), width: between(form.bar.width, tight.bar.width) },
    tickerWidth: between(form.tickerWidth, tight.tickerWidth),
    bodyHeight,
    rowsPerPage: Math.floor(bodyHeight / (form.bodyHeight / form.rowsPerPage)),
    tickerTop: form.tickerTop - lessRows,
    infoTop: form.infoTop - lessRows,
  };
}

/** A form and how large one of its LEDs is. */
export interface Wall {
  form: WallForm;
  /** Device pixels of one LED, a whole number. */
  pitch: number;
}

interface Candidate extends Wall {
  /** Device pixels of its width. */
  filled: number;
}

/** A form that is made tighter must fill so much more than one that is whole. */
const WORTH_IT = 1.1;

/** The wall for a screen of so many device pixels: of the forms that fit its direction, the one that fills most of it. */
export function chooseWall(width: number, height: number): Wall {
  const forms = height > width ? [portrait] : [landscape, small];
  const whole = mostFilled(forms.map((form) => candidate(form, width, height, 0)));
  const tight = mostFilled(forms.map((form) => candidate(form, width, height, GIVES)));
  const { form, pitch } = tight.filled > whole.filled * WORTH_IT ? tight : whole;
  return { form, pitch };
}

function candidate(form: WallForm, width: number, height: number, gives: number): Candidate {
  const pitch = Math.floor(Math.min(width / (form.columns - gives), height / (form.rows - gives)));
  // An LED needs two pixels to be seen as one; with less, larger and fewer LEDs are clearer.
  if (pitch < 2) return { form, pitch: 1, filled: 0 };
  const fitting = formWithin(form, Math.floor(width / pitch), Math.floor(height / pitch));
  return { form: fitting, pitch, filled: pitch * fitting.columns };
}

/** The one that fills most, and has the larger letters of two that fill about as much; where none does, the one with the fewest LEDs. */
function mostFilled(candidates: readonly Candidate[]): Candidate {
  const most = Math.max(...candidates.map(({ filled }) => filled));
  const good = candidates.filter(({ filled }) => filled * WORTH_IT >= most);
  const letters = ({ form, pitch }: Candidate): number => form.big * pitch;
  return good.reduce((best, other) => (most > 0 && letters(other) <= letters(best) ? best : other));
}

/** A wall at its place on the screen. */
export interface PlacedWall extends Wall {
  /** CSS pixels of what it stands on: the window, or the window turned. */
  width: number;
  height: number;
  /** CSS pixels of one device pixel. */
  devicePixel: number;
  /** CSS pixels, each a whole number of device pixels. */
  left: number;
  top: number;
}

/** The window of the page: CSS pixels, and device pixels of one of them. */
export interface ScreenWindow {
  width: number;
  height: number;
  ratio: number;
}

/** What is chosen for the screen: the edge to leave free, % of the short side, and whether it hangs upright without knowing it. */
export interface Placing {
  inset: number;
  turned: boolean;
}

/** Chooses and centres the wall. */
export function placeWall(window: ScreenWindow, { inset, turned }: Placing): PlacedWall {
  const { ratio } = window;
  const [width, height] = turned ? [window.height, window.width] : [window.width, window.height];
  // A window of 1280.5 device pixels has 1280 whole ones; the hair's breadth is for rounding in the browser.
  const deviceWidth = Math.floor(width * ratio + 0.01);
  const deviceHeight = Math.floor(height * ratio + 0.01);
  const edges = Math.ceil((Math.min(deviceWidth, deviceHeight) * inset) / 100) * 2;
  const { form, pitch } = chooseWall(deviceWidth - edges, deviceHeight - edges);
  const devicePixel = 1 / ratio;
  return {
    form,
    pitch,
    width,
    height,
    devicePixel,
    left: Math.floor((deviceWidth - form.columns * pitch) / 2) * devicePixel,
    top: Math.floor((deviceHeight - form.rows * pitch) / 2) * devicePixel,
  };
}
