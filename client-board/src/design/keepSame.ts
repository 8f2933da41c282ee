// design/ — what was reckoned anew, with the very objects of before wherever they say the same: nothing is drawn anew for those.

/** `now`, of which every part that holds the same as before is the object of before. For plain values: lists, objects, texts, figures. */
export function keepSame<Value>(before: Value, now: Value): Value {
  return kept(before, now) as Value;
}

/** Most of a board says the same after a change: that is found out without making anything. */
function kept(before: unknown, now: unknown): unknown {
  if (saysTheSame(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) {
    return now.map((one: unknown, index): unknown => kept(before[index], one));
  }
  if (!isObject(before) || !isObject(now) || Array.isArray(before) !== Array.isArray(now)) return now;
  return Object.fromEntries(Object.keys(now).map((key) => [key, kept(before[key], now[key])]));
}

function saysTheSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  let parts = 0;
  for (const key in b) {
    if (!(key in a) || !saysTheSame(a[key], b[key])) return false;
    parts += 1;
  }
  return parts === Object.keys(a).length;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
