// session/ — a page that is told to reload does so once; if that did not help, it says so instead of reloading for ever.

const key = 'zhunshi.reloadedAt';
const soonMs = 30_000;

/** True when the page was not reloaded for this reason a moment ago; remembers that it is now. */
export function mayReload(storage: Pick<Storage, 'getItem' | 'setItem'>, nowMs: number): boolean {
  const before = Number(storage.getItem(key) ?? 0);
  storage.setItem(key, String(nowMs));
  return nowMs - before > soonMs;
}
