// plan/ — a list in the order of what breaks first that does not jump: predictions move by minutes whenever anybody does anything, and nobody
// can read, or press, what moves under the eye.

/** Where something belongs in its list: the lower group, within it the fewer minutes, come first. */
export interface Urgency {
  group: number;
  minutes: number;
}

/** Within a group, so many minutes are no reason to change places [STD-3]. */
export const CALM_MINUTES = 15;

/** `sorted` in the order of before, of which ids are known; what is new stands below the one that it follows by now. */
export function keptOrder<Item>(
  sorted: readonly Item[],
  before: readonly string[],
  idOf: (item: Item) => string,
): Item[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const placeOf = (item: Item): number => places.get(idOf(item)) ?? 0;
  const kept = sorted.filter((item) => places.has(idOf(item))).sort((a, b) => placeOf(a) - placeOf(b));
  // One after the other, so that each has the one that it follows above it already.
  sorted.forEach((item, index) => {
    if (places.has(idOf(item))) return;
    const above = sorted[index - 1];
    kept.splice(above === undefined ? 0 : kept.indexOf(above) + 1, 0, item);
  });
  return kept;
}

/**
 * `sorted` in the order of before, but for what clearly belongs above something that it stands below. So whatever stands above
 * another is of its group or a lower one, and has at most {@link CALM_MINUTES} more [STD-3].
 */
export function calmOrder<Item>(
  sorted: readonly Item[],
  before: readonly string[],
  idOf: (item: Item) => string,
  urgencyOf: (item: Item) => Urgency,
): Item[] {
  if (before.length === 0) return [...sorted];
  const calm: Item[] = [];
  const urgencies: Urgency[] = [];
  let last: Urgency = { group: -Infinity, minutes: 0 };
  for (const item of keptOrder(sorted, before, idOf)) {
    const urgency = urgencyOf(item);
    const later = isClearlyBefore(urgency, last) ? urgencies.findIndex((one) => isClearlyBefore(urgency, one)) : -1;
    const place = later === -1 ? calm.length : later;
    calm.splice(place, 0, item);
    urgencies.splice(place, 0, urgency);
    if (isBefore(last, urgency)) last = urgency;
  }
  return calm;
}

function isClearlyBefore(a: Urgency, b: Urgency): boolean {
  return a.group < b.group || (a.group === b.group && a.minutes + CALM_MINUTES < b.minutes);
}

function isBefore(a: Urgency, b: Urgency): boolean {
  return a.group < b.group || (a.group === b.group && a.minutes < b.minutes);
}
