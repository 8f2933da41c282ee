// desk/ — what was reckoned anew, with the very objects of before wherever they say the same: nothing is drawn anew for those.

/** `now`, of which every part that holds the same as before is the object of before. For plain values: lists, objects, texts, figures. */
export function keepSame<Value>(before: Value, now: Value): Value {
  return kept(before, now) as Value;
}

function kept(before: unknown, now: unknown): unknown {
  if (before === now || !isObject(before) || !isObject(now) || Array.isArray(before) !== Array.isArray(now)) return now;
  if (Array.isArray(before) && Array.isArray(now)) {
    const all: unknown[] = now.map((one, index) => kept(before[index], one));
    return all.length === before.length && all.every((one, index) => one === before[index]) ? before : all;
  }
  const entries = Object.entries(now).map(([key, one]) => [key, kept(before[key], one)] as const);
  const same = entries.length === Object.keys(before).length && entries.every(([key, one]) => before[key] === one);
  return same ? before : Object.fromEntries(entries);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
