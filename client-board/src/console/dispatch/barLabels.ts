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
  /** Inside, what there is room for beside the plate. */
  beside: Beside;
  /** Inside in small letters, since there is no room behind the bar. */
  small: boolean;
  /**
   * Words behind the bar, and the room for them; null: none, or said behind a bar further on. Behind a row of narrow bars each car has
   * its plate and its own mark, and nothing more: the words of one would be read as those of its neighbour.
   */
  outside: { cars: BayBar[]; room: number; beside: Beside } | null;
}

/** What is said beside a plate: each whole or not at all, but the work, which may be cut at its end. */
interface Beside {
  /** Who has just changed it. */
  hand: boolean;
  standing: boolean;
  detail: boolean;
}

/** The mark that is drawn of a bar; null: none, since nothing is to be done about it. */
export function barMark({ kind, mark }: BayBar): 'late' | 'tight' | 'waiting' | null {
  if (kind === 'done') return null;
  if (kind === 'held') return 'waiting';
  return mark === 'late' || mark === 'tight' ? mark : null;
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
const markPx = 17;
/** Between two words of a bar. */
const gapPx = 5;
/** Between the plates of two cars. */
const dotPx = 14;
/** Initials in their frame. */
const handPx = 32;
/** Less of the work than this says nothing. */
const leastDetailPx = 3 * wideCharPx;
const nothing: Beside = { hand: false, standing: false, detail: false };

/** About how wide a text is in the row's bold letters. */
export function textPx(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? wideCharPx : charPx), 0);
}

/** What fits beside a plate in so many px: first who has just changed it, then how it stands, then the work. */
function besideIn(px: number, { changedBy, standing, detail }: BayBar, leastDetail: number): Beside {
  let left = px;
  const fits = (needed: number): boolean => {
    if (left < needed + gapPx) return false;
    left -= needed + gapPx;
    return true;
  };
  const hand = changedBy !== '' && fits(handPx);
  const says = standing !== '' && fits(textPx(standing) * smallShare);
  const worded = detail !== '' && (says || standing === '') && fits(leastDetail);
  return { hand, standing: says, detail: worded };
}

/** Room that a car's mark and plate take. */
function namePx(bar: BayBar): number {
  return (barMark(bar) ? markPx : 0) + textPx(bar.plate);
}

/** Bars with their px, and what is written in and behind them. `fraction` places a moment on the row, 0..1. */
export function placeBars(bars: readonly BayBar[], rowPx: number, fraction: (at: number) => number): PlacedBar[] {
  const lanes = new Map<number, BayBar[]>();
  for (const bar of bars) lanes.set(bar.lane, [...(lanes.get(bar.lane) ?? []), bar]);
  return [...lanes.values()].flatMap((lane) => placeLane(lane, rowPx, fraction));
}

function placeLane(lane: readonly BayBar[], rowPx: number, fraction: (at: number) => number): PlacedBar[] {
  let unsaid: BayBar[] = [];
  /** Words of work lie over what is kept up to here. */
  let wordsUntil = 0;
  return lane.map((bar, index) => {
    const left = fraction(bar.from) * rowPx;
    const width = Math.max(fraction(bar.to) * rowPx - left, thinnestPx);
    const marked = barMark(bar) ? markPx : 0;
    const inside = width >= Math.max(narrowPx, namePx(bar) + paddingPx);
    const beside = inside ? besideIn(width - namePx(bar) - paddingPx, bar, leastDetailPx) : nothing;
    const placed = { bar, left, width, inside, text: bar.plate, beside, small: false, outside: null };
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
    unsaid = [...unsaid.filter(({ job }) => job !== bar.job), bar];
    const needed = unsaid.reduce((sum, one) => sum + namePx(one), (unsaid.length - 1) * dotPx);
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
    const cars = unsaid;
    unsaid = [];
    const alone = cars.length === 1 ? besideIn(room - needed, bar, textPx(bar.detail) * smallShare) : nothing;
    return { ...placed, outside: { cars, room, beside: { ...alone, hand: false } } };
  });
}
