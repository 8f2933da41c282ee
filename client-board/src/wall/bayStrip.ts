// wall/ — the bays along the bottom: how wide a bay may be, and what takes turns in a shop with more bays than fit.
import type { BayGroup } from './wallRows.ts';

export interface StripPage {
  groups: readonly BayGroup[];
}

export interface BayStrip {
  pages: readonly StripPage[];
  /** Width of one bay in vh. */
  bayVh: number;
}

/** The strip's gaps in vh: between groups, between bays, and inside a group at each side. */
export const STRIP_GAP_VH = 1;
export const BAY_GAP_VH = 0.5;
export const GROUP_PAD_VH = 0.5;
/** Narrowest bay whose code and time are read across the hall. */
const BAY_MIN_VH = 6.3;
const BAY_MAX_VH = 44;

/** The bays of all groups in pages that fit a strip of that width in vh. A group wider than the strip is broken. */
export function bayStrip(groups: readonly BayGroup[], widthVh: number): BayStrip {
  const pages: BayGroup[][] = [[]];
  for (const { group, bays } of groups) {
    let rest = bays;
    while (rest.length > 0) {
      const page = pages.at(-1) ?? [];
      const free = baysThatFit(page, widthVh);
      if (free < rest.length && page.length > 0) {
        pages.push([]);
        continue;
      }
      const taken = Math.max(1, Math.min(free, rest.length));
      page.push({ group, bays: rest.slice(0, taken) });
      rest = rest.slice(taken);
    }
  }
  const shown = pages.filter((page) => page.length > 0);
  const bayVh = Math.min(BAY_MAX_VH, ...shown.map((page) => widestBay(page, widthVh)));
  return { pages: shown.map((page) => ({ groups: page })), bayVh };
}

function fixedVh(groups: number, bays: number): number {
  return Math.max(0, groups - 1) * STRIP_GAP_VH + groups * 2 * GROUP_PAD_VH + (bays - groups) * BAY_GAP_VH;
}

function bayCount(page: readonly BayGroup[]): number {
  return page.reduce((sum, { bays }) => sum + bays.length, 0);
}

/** Bays of one more group that fit beside those of the page. */
function baysThatFit(page: readonly BayGroup[], widthVh: number): number {
  const before = bayCount(page);
  const free = widthVh - fixedVh(page.length + 1, before) - before * BAY_MIN_VH;
  return Math.floor(free / (BAY_MIN_VH + BAY_GAP_VH));
}

function widestBay(page: readonly BayGroup[], widthVh: number): number {
  const bays = bayCount(page);
  return (widthVh - fixedVh(page.length, bays)) / bays;
}
