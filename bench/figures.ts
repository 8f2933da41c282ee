// bench/ — the arithmetic of the results: percentiles of a run, medians and spread over paired runs.

/** The value below which `share` (0..1) of the values lie, by nearest rank. Throws where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('no values');
  return value;
}

/** The middle of the values; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('no values');
  return (upper + lower) / 2;
}

/** Several runs as one figure: the middle one, and the lowest and the highest. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** Median and spread of runs. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), low: Math.min(...values), high: Math.max(...values) };
}

/** A figure of both sides in paired runs, and their ratio pair by pair. */
export interface Paired {
  shop: Spread;
  floor: Spread;
  ratio: Spread;
}

/** Compares pair by pair: what disturbs the machine for a while disturbs both sides of a pair. */
export function pairedOf(pairs: readonly { shop: number; floor: number }[]): Paired {
  return {
    shop: spreadOf(pairs.map(({ shop }) => shop)),
    floor: spreadOf(pairs.map(({ floor }) => floor)),
    ratio: spreadOf(pairs.map(({ shop, floor }) => shop / floor)),
  };
}
