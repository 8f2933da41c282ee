// drag/ — a car held near the edge of a list or of the bays moves it on: places beyond the fold can be reached without letting go.

/** So near the edge it begins, px, and so fast it goes, px a frame. */
const edgePx = 40;
const stepPx = 9;

/** Scrolls what lies below the hand while that stays at its edge. */
export class EdgeScroll {
  #frame = 0;
  #x = 0;
  #y = 0;
  #moved: () => void;

  /** `moved` is told when the places below the hand have changed. */
  constructor(moved: () => void) {
    this.#moved = moved;
  }

  /** The hand is here now. */
  at(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#go());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #go(): void {
    this.#frame = 0;
    if (!scrollBelow(this.#x, this.#y)) return;
    this.#moved();
    this.#frame = requestAnimationFrame(() => this.#go());
  }
}

/** Scrolls the innermost thing that can go on in the direction of the edge; false where none can. */
function scrollBelow(x: number, y: number): boolean {
  for (let one = document.elementFromPoint(x, y); one; one = one.parentElement) {
    const { top, bottom, left, right } = one.getBoundingClientRect();
    const { overflowX, overflowY } = getComputedStyle(one);
    const down = isScrolling(overflowY) ? towards(y, Math.max(0, top), Math.min(innerHeight, bottom)) : 0;
    const along = isScrolling(overflowX) ? towards(x, Math.max(0, left), Math.min(innerWidth, right)) : 0;
    const before = [one.scrollTop, one.scrollLeft];
    if (down !== 0 || along !== 0) one.scrollBy({ top: down, left: along, behavior: 'instant' });
    if (before[0] !== one.scrollTop || before[1] !== one.scrollLeft) return true;
  }
  return false;
}

function isScrolling(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

function towards(at: number, from: number, to: number): number {
  if (at < from + edgePx) return -stepPx;
  return at > to - edgePx ? stepPx : 0;
}
