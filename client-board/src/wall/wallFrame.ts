// wall/ — where header, cars, alarms and bays stand on a screen of any shape. Pure: from the shape to measures. A measure of one "vh" is
// a hundredth of the screen's shorter side: of its height where it hangs across, of its width where it hangs upright.

export interface WallFrame {
  /** Upright: the alarms stand under the cars and not beside them. */
  upright: boolean;
  /** The counts of the header have a line of their own. */
  countsBelow: boolean;
  /** There is room for the rate of the promises that fell due beside that of the cars handed over. */
  roomForDue: boolean;
  headVh: number;
  /** The room of the cars. */
  boardWidthVh: number;
  boardHeightVh: number;
  railWidthVh: number;
  railHeightVh: number;
  /** Alarms side by side, and how many have a place. */
  railColumns: number;
  railPlaces: number;
  /** Width of the line of bays. */
  baysWidthVh: number;
}

/** Around and between everything, as `--gap` in wall.css. */
const GAP_VH = 1.2;
const HEAD_VH = 9.8;
const COUNTS_VH = 8.6;
export const BAYS_VH = 12.8;
const RAIL_VH = 41;
/** Height of an alarm, and of the rail's heading. */
export const ALARM_VH = 17.1;
export const RAIL_HEADING_VH = 4.2;
const ALARMS_UPRIGHT = 4;
/** A column of cars and the rail beside it need so much. */
const UPRIGHT_UNDER_VH = 112;
const COUNTS_BELOW_UNDER_VH = 150;
const ROOM_FOR_DUE_VH = 172;

/** The frame of a screen of that width and height in px. */
export function wallFrame(width: number, height: number): WallFrame {
  const unit = Math.max(1, Math.min(width, height)) / 100;
  const widthVh = width / unit;
  const heightVh = height / unit;
  const upright = widthVh < UPRIGHT_UNDER_VH;
  const countsBelow = widthVh < COUNTS_BELOW_UNDER_VH;
  const headVh = HEAD_VH + (countsBelow ? COUNTS_VH : 0);
  const insideVh = widthVh - 2 * GAP_VH;
  const middleVh = heightVh - headVh - BAYS_VH - 4 * GAP_VH;
  const railColumns = upright && insideVh >= 2 * RAIL_VH ? 2 : 1;
  const railHeightVh = upright ? RAIL_HEADING_VH + ALARM_VH * Math.ceil(ALARMS_UPRIGHT / railColumns) : middleVh;
  return {
    upright,
    countsBelow,
    roomForDue: widthVh >= ROOM_FOR_DUE_VH,
    headVh,
    boardWidthVh: upright ? insideVh : insideVh - RAIL_VH - GAP_VH,
    boardHeightVh: upright ? middleVh - railHeightVh - GAP_VH : middleVh,
    railWidthVh: upright ? insideVh : RAIL_VH,
    railHeightVh,
    railColumns,
    railPlaces: Math.max(1, railColumns * Math.floor((railHeightVh - RAIL_HEADING_VH + 0.01) / ALARM_VH)),
    baysWidthVh: insideVh,
  };
}
