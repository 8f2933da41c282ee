// dispatch/ — where the words of a bar go: inside when they fit, behind it when it is narrow, shared by a row of narrow bars.
import type { BayBar } from './bayRows.ts';

/** How a bar is drawn, in px of the row. */
export interface PlacedBar {
  bar: BayBar;
  left: number;
  width: number;
  inside: boolean;
  /** What is written inside: the plate, its last three letters where the whole has no room, or nothing. */
  text: string;
  /** Inside, there is room for more than the plate. */
  roomy: boolean;
  /** Inside in small letters, since there is no room behind the bar. */
  small: boolean;
  /** Words behind the bar, and the room for them; null: none, or said behind a bar further on. */
  outside: { text: string; room: number; roomy: boolean } | null;
}

const narrowPx = 44;
const thinnestPx = 6;
/** Small letters against the row's bold ones, and what stands beside them. */
const smallShare = 0.9;
const smallPaddingPx = 6;
/** As much of a plate is enough to tell cars of a row apart, and is what people say. */
const lastLetters = 3;
const charPx = 8;
const wideCharPx = 13;
const paddingPx = 12;
const markPx = 16;

/** About how wide a text is in the row's bold letters. */
export function textPx(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? wideCharPx : charPx), 0);
}

/** Bars with their px, and what is written in and behind them. `fraction` places a moment on the row, 0..1. */
export function placeBars(bars: readonly BayBar[], rowPx: number, fraction: (at: number) => number): PlacedBar[] {
  const lanes = new Map<number, BayBar[]>();
  for (const bar of bars) lanes.set(bar.lane, [...(lanes.get(bar.lane) ?? []), bar]);
  return [...lanes.values()].flatMap((lane) => placeLane(lane, rowPx, fraction));
}

function placeLane(lane: readonly BayBar[], rowPx: number, fraction: (at: number) => number): PlacedBar[] {
  let unsaid: string[] = [];
  /** Words of work lie over what is kept up to here. */
  let wordsUntil = 0;
  return lane.map((bar, index) => {
    const left = fraction(bar.from) * rowPx;
    const width = Math.max(fraction(bar.to) * rowPx - left, thinnestPx);
    const marked = bar.mark === 'late' || bar.mark === 'tight' || bar.kind === 'held' ? markPx : 0;
    const inside = width >= Math.max(narrowPx, textPx(bar.plate) + paddingPx + marked);
    const roomy = width >= textPx(bar.plate) + paddingPx + marked + 3 * wideCharPx;
    const placed = { bar, left, width, inside, text: bar.plate, roomy, small: false, outside: null };
    const kept = bar.kind === 'reserved';
    if (kept) unsaid = [];
    if (kept && left < wordsUntil) return { ...placed, inside: false };
    if (inside) {
      unsaid = [];
      return placed;
    }
    // What is done is told in the panel: words behind it would only hide what is going on.
    if (bar.kind === 'done') return placed;
    const next = lane[index + 1];
    if (!unsaid.includes(bar.plate)) unsaid.push(bar.plate);
    const text = unsaid.join(' · ');
    const needed = textPx(text) + marked;
    const roomTo = (end: BayBar | undefined): number => (end ? fraction(end.from) * rowPx : rowPx) - left - width - 4;
    // Work is said before what is kept: its words may lie over the hatch.
    const crowded = next?.kind === 'reserved' && roomTo(next) < needed;
    const room = roomTo(crowded ? lane.slice(index + 1).find(({ kind }) => kind !== 'reserved') : next);
    if (crowded) wordsUntil = left + width + 4 + Math.min(room, needed);
    if (room < needed) {
      const fits = (inner: string): boolean => width >= textPx(inner) * smallShare + smallPaddingPx + marked;
      const inner = [bar.plate, Array.from(bar.plate).slice(-lastLetters).join('')].find(fits) ?? '';
      return { ...placed, inside: inner !== '' || (marked > 0 && width >= marked + 2), text: inner, small: true };
    }
    unsaid = [];
    return { ...placed, outside: { text, room, roomy: room >= needed + 5 + textPx(bar.detail) } };
  });
}
