// views/ — a rate → the figures that every screen writes for it, so that console and wall never tell two numbers.

/** Guards the floor below against shares like 0.57, whose product falls a hair short of the whole number. */
const HAIR = 1e-9;

/** A share as percent with one decimal, `95.9`, cut and not rounded: a rate below the target never reads as the target [OTR-1]. */
export function rateText(share: number): string {
  return (tenthsOf(share) / 10).toFixed(1);
}

/** By how much a rate misses its target, in percent points, of the figures as they are written; null where it does not [OTR-1]. */
export function missText(share: number, target: number): string | null {
  return share < target ? ((Math.round(target * 1000) - tenthsOf(share)) / 10).toFixed(1) : null;
}

/** The target as percent, without a decimal where it has none: `96`, `96.5`. */
export function targetText(target: number): string {
  return String(Math.round(target * 1000) / 10);
}

function tenthsOf(share: number): number {
  return Math.floor(share * 1000 + HAIR);
}
