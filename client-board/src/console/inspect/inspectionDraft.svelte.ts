// inspect/ — what an inspector has ticked so far: kept on this tablet until the car passed or went back, so that a reload or a flat
// battery loses nothing.
import type { DefectKind, OperationId } from '@zhunshi/shared/domain/words.ts';

/** A defect while it is being written down. */
export interface DraftDefect {
  /** The point where it was found; null: found beside them. */
  point: string | null;
  /** '' until it is chosen. */
  operation: OperationId;
  kind: DefectKind | '';
  /** Minutes to put it right, as typed. */
  minutes: string;
}

export type PointMark = 'ok' | 'defect';

interface Draft {
  marks: Readonly<Record<string, PointMark>>;
  defects: readonly DraftDefect[];
  note: string;
}

const nothing: Draft = { marks: {}, defects: [], note: '' };
const usualMinutes = '20';
/** Store of the browser; a test gives its own. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The draft of one inspection. `key` names the inspection: another round of the same car is another one. */
export class InspectionDraft {
  #draft = $state.raw<Draft>(nothing);
  readonly #key: string;
  readonly #store: DraftStore;

  constructor(key: string, store: DraftStore = localStorage) {
    this.#key = `zhunshi.inspection.${key}`;
    this.#store = store;
    this.#draft = read(store, this.#key);
  }

  get defects(): readonly DraftDefect[] {
    return this.#draft.defects;
  }
  get note(): string {
    return this.#draft.note;
  }

  /** How a point is marked; null: not looked at yet. */
  markOf(point: string): PointMark | null {
    return this.#draft.marks[point] ?? null;
  }

  /** Marks a point; a defect gets a line of its own to be completed. `operation`: where there is only one that it can be of. */
  mark(point: string, mark: PointMark, operation: OperationId): void {
    const others = this.#draft.defects.filter((one) => one.point !== point);
    const own = this.#draft.defects.filter((one) => one.point === point);
    const made = own.length > 0 ? own : [{ point, operation, kind: '' as const, minutes: usualMinutes }];
    this.#keep({
      marks: { ...this.#draft.marks, [point]: mark },
      defects: mark === 'defect' ? [...others, ...made] : others,
    });
  }

  /** A defect beside the points. */
  add(operation: OperationId): void {
    this.#keep({ defects: [...this.#draft.defects, { point: null, operation, kind: '', minutes: usualMinutes }] });
  }

  change(index: number, change: Partial<DraftDefect>): void {
    this.#keep({ defects: this.#draft.defects.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  }

  /** Takes a defect away; its point is to be looked at again. */
  drop(index: number): void {
    const gone = this.#draft.defects[index];
    const marks = Object.fromEntries(Object.entries(this.#draft.marks).filter(([point]) => point !== gone?.point));
    this.#keep({ defects: this.#draft.defects.filter((_one, at) => at !== index), marks });
  }

  write(note: string): void {
    this.#keep({ note });
  }

  /** The car passed or went back. */
  clear(): void {
    this.#draft = nothing;
    try {
      this.#store.removeItem(this.#key);
    } catch {
      // A browser that keeps nothing has nothing to remove.
    }
  }

  #keep(change: Partial<Draft>): void {
    this.#draft = { ...this.#draft, ...change };
    try {
      this.#store.setItem(this.#key, JSON.stringify(this.#draft));
    } catch {
      // Full or forbidden: the draft then lives as long as the page.
    }
  }
}

/** What was kept; nothing where it is none that this page wrote. */
function read(store: DraftStore, key: string): Draft {
  try {
    const found: unknown = JSON.parse(store.getItem(key) ?? 'null');
    return isDraft(found) ? found : nothing;
  } catch {
    return nothing;
  }
}

function isDraft(found: unknown): found is Draft {
  if (typeof found !== 'object' || found === null) return false;
  const { marks, defects, note } = found as Record<string, unknown>;
  return typeof marks === 'object' && marks !== null && Array.isArray(defects) && typeof note === 'string';
}

/** A defect as the command wants it; null while something of it is missing. */
export function wholeDefect({
  operation,
  kind,
  minutes,
}: DraftDefect): { operation: OperationId; kind: DefectKind; minutes: number } | null {
  const whole = Math.round(Number(minutes));
  if (operation === '' || kind === '' || !(whole >= 1 && whole <= 6000)) return null;
  return { operation, kind, minutes: whole };
}
