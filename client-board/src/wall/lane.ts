// wall/ — a list that is longer than its place: some entries stay on every page, the others take turns (docs/SPEC.md, [WAL-3]).

/** How a list is shown: `slots` places, of which the first `pinned` entries keep theirs on every page. */
export interface Lane {
  slots: number;
  pinned: number;
  pages: number;
}

/** The lane of so many entries, of which so many are late, in so many places. At least one place takes turns. */
export function laneOf(entries: number, late: number, slots: number): Lane {
  if (entries <= slots) return { slots: entries, pinned: 0, pages: 1 };
  const pinned = Math.max(0, Math.min(late, slots - 1));
  return { slots, pinned, pages: Math.ceil((entries - pinned) / Math.max(1, slots - pinned)) };
}

/**
 * What a lane shows at a turn: first the pinned ones, then the page's others in their order. The last page is filled up from the
 * one before, so that no place is empty.
 * @param entries in the order of the board
 * @param late which entries are to be pinned first
 */
export function laneAtTurn<Entry>(
  entries: readonly Entry[],
  late: (entry: Entry) => boolean,
  lane: Lane,
  turn: number,
): Entry[] {
  if (lane.pages <= 1) return entries.slice(0, lane.slots);
  const pinned = entries.filter(late).slice(0, lane.pinned);
  const others = entries.filter((entry) => !pinned.includes(entry));
  const perPage = lane.slots - pinned.length;
  const start = Math.min((turn % lane.pages) * perPage, others.length - perPage);
  return [...pinned, ...others.slice(start, start + perPage)];
}
