import { describe, expect, it } from 'vitest';
import { mayReload } from './reloadGuard.ts';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  };
}

describe('reloading an outdated page', () => {
  it('given a page that was just reloaded, when it is told to again, then it says so instead of reloading for ever', () => {
    const kept = storage();
    expect(mayReload(kept, 1_000_000)).toBe(true);
    expect(mayReload(kept, 1_005_000)).toBe(false);
  });

  it('given a reload of an hour ago, when it is told to again, then it reloads', () => {
    const kept = storage();
    mayReload(kept, 1_000_000);
    expect(mayReload(kept, 4_600_000)).toBe(true);
  });
});
