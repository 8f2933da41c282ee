// phone/work/ — the one large slot starts and finishes: it is pressed for what was read on it, not for what it became under the thumb.

/** So long a new meaning stands before it is pressed for: the second tap of a greasy hand comes sooner. */
const standsMs = 1_000;

/** Since when the slot has meant what it means. Nothing of it shows: who reads first never notices [PHN-8]. */
export class StandingSlot {
  #meaning: string | null = null;
  #since = -Infinity;

  /** The slot means this now; null: there is none. What appears where there was none was no other thing a moment ago. */
  shows(meaning: string | null, nowMs: number): void {
    if (meaning === this.#meaning) return;
    this.#since = this.#meaning === null ? -Infinity : nowMs;
    this.#meaning = meaning;
  }

  /** The person chose the work that the slot is about now: they know what it means. */
  chosen(meaning: string | null): void {
    this.#meaning = meaning;
    this.#since = -Infinity;
  }

  /** Whether a press now is for what stands there. */
  answers(nowMs: number): boolean {
    return nowMs - this.#since >= standsMs;
  }
}
