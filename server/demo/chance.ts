// demo/ — chance that is the same at every run: drawn from what it is about, not from a generator.

/** A number 0..1 that depends on the text alone (FNV-1a, mixed). */
export function chance(about: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < about.length; index += 1) {
    hash ^= about.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  return (hash >>> 0) / 0x1_0000_0000;
}

/** A number between two others that depends on the text alone. */
export function between(about: string, low: number, high: number): number {
  return low + (high - low) * chance(about);
}
