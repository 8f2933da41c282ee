// phone/queue/ — the queue in the browser's storage: every change reads it first, so that two windows of the page do not lose each
// other's taps. A browser that forbids storage still works; it only forgets when the page is closed.
import { noTaps } from './tapQueue.ts';
import type { TapQueue } from './tapQueue.ts';

const key = 'zhunshi.phone.taps';
/** Another layout of the queue gets another number: what an older page left is not misread. */
const LAYOUT = 1;

export type Keep = Pick<Storage, 'getItem' | 'setItem'>;

export class TapStore {
  readonly #keep: Keep;
  /** Where storage is forbidden or full. */
  #memory: TapQueue | null = null;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  read(): TapQueue {
    if (this.#memory) return this.#memory;
    try {
      return parsed(this.#keep.getItem(key));
    } catch {
      return noTaps;
    }
  }

  /** Changes what is kept, and gives it back. */
  change(how: (queue: TapQueue) => TapQueue): TapQueue {
    const next = how(this.read());
    try {
      this.#keep.setItem(key, JSON.stringify({ layout: LAYOUT, ...next }));
      this.#memory = null;
    } catch {
      this.#memory = next;
    }
    return next;
  }
}

/** True of the browser's word that another window changed the queue. */
export function isOfTaps(event: { key: string | null }): boolean {
  return event.key === key;
}

function parsed(text: string | null): TapQueue {
  if (text === null) return noTaps;
  const kept: unknown = JSON.parse(text);
  const known = typeof kept === 'object' && kept !== null && 'layout' in kept && kept.layout === LAYOUT;
  return known ? (kept as unknown as TapQueue) : noTaps;
}
