// plan/ — a list in the order of what breaks first that does not jump: predictions move by minutes whenever anybody does anything, and nobody
// can read, or press, what moves under the eye.

/** Where something belongs in its list: the lower group, within it the fewer minutes, come first. */
export interface Urgency {
  group: number;
  minutes: number;
}

const LEAST_CALM_MINUTES = 5;
const MOST_CALM_MINUTES = 15;

/** Within a group, so many minutes more than these are no reason to change places: a quarter of them, 5 at least, 15 at most [STD-3]. */
export function calmMinutes(minutes: number): number {
  return Math.min(MOST_CALM_MINUTES, Math.max(LEAST_CALM_MINUTES, Math.abs(minutes) / 4));
}

interface Placed<Item> {
  item: Item;
  id: string;
  urgency: Urgency;
}

/** `items` in the order of before, of which ids are known; what is new stands below the one that it follows in `items`. */
export function keptOrder<Item extends object>(
  items: readonly Item[],
  before: readonly string[],
  idOf: (item: Item) => string,
): Item[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const slots = new Array<Item | undefined>(before.length);
  let known = 0;
  for (const item of items) {
    const place = places.get(idOf(item));
    if (place === undefined) continue;
    slots[place] = item;
    known += 1;
  }
  const kept = slots.filter((item) => item !== undefined);
  if (known === items.length) return kept;
  // One after the other, so that each has the one that it follows above it already.
  items.forEach((item, index) => {
    if (places.has(idOf(item))) return;
    const above = items[index - 1];
    kept.splice(above === undefined ? 0 : kept.indexOf(above) + 1, 0, item);
  });
  return kept;
}

/**
 * Items in the order of before, but for what clearly belongs above something that it stands below. So whatever stands above another is
 * of its group or a lower one, and has at most {@link calmMinutes} more [STD-3]. Where nothing is known of before: in the order of
 * their urgency, those alike by their ids.
 */
export function calmOrder<Item extends object>(
  items: readonly Item[],
  before: readonly string[],
  idOf: (item: Item) => string,
  urgencyOf: (item: Item) => Urgency,
): Item[] {
  const all = items.map((item): Placed<Item> => ({ item, id: idOf(item), urgency: urgencyOf(item) }));
  const known = new Set(before);
  if (all.some(({ id }) => !known.has(id)))
    all.sort((a, b) => inOrder(a.urgency, b.urgency) || a.id.localeCompare(b.id));
  if (before.length === 0) return all.map(({ item }) => item);
  const calm: Placed<Item>[] = [];
  let last: Urgency = { group: -Infinity, minutes: 0 };
  for (const placed of keptOrder(all, before, ({ id }) => id)) {
    const { urgency } = placed;
    const later = isClearlyBefore(urgency, last) ? calm.findIndex((one) => isClearlyBefore(urgency, one.urgency)) : -1;
    calm.splice(later === -1 ? calm.length : later, 0, placed);
    if (inOrder(last, urgency) < 0) last = urgency;
  }
  return calm.map(({ item }) => item);
}

function isClearlyBefore(a: Urgency, b: Urgency): boolean {
  return a.group < b.group || (a.group === b.group && a.minutes + calmMinutes(a.minutes) < b.minutes);
}

function inOrder(a: Urgency, b: Urgency): number {
  return a.group - b.group || a.minutes - b.minutes;
}
