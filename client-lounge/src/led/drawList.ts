// led/ — what the layout hands to the painter: bands of the wall, each a list of texts and boxes at whole LEDs.
import type { DotSize } from './dotFont.ts';

/** Colours of the LEDs. `off` is an LED that is not lit, `unlit` the empty part of a stage bar. */
export const ledColors = {
  off: '#0a0b0d',
  unlit: '#231e15',
  line: '#1b1813',
  white: '#f4f1e8',
  ready: '#3cff6e',
  working: '#ffb000',
  checking: '#5cc8ff',
  waiting: '#ff5a4a',
  dim: '#a38b5c',
} as const;
export type LedColor = keyof typeof ledColors;

export interface TextItem {
  kind: 'text';
  /** LEDs from the left and the top of the wall. */
  x: number;
  y: number;
  text: string;
  size: DotSize;
  /** 2 doubles each dot. */
  scale: 1 | 2;
  color: LedColor;
}

export interface BoxItem {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  color: LedColor;
}

export type DrawItem = TextItem | BoxItem;

/** A part of the wall over its whole width; it is painted again only when something of it changed. */
export interface Band {
  id: string;
  top: number;
  height: number;
  items: DrawItem[];
}
