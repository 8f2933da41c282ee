// led/ — moves the picture by whole LEDs each minute, so that no line burns into a television that runs for weeks.

/** A way around the centre, two LEDs at a time, never further than two from it. */
const path = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [-2, 2],
  [-2, 0],
  [-2, -2],
  [0, -2],
  [2, -2],
  [2, 0],
] as const;

/** Offset in LEDs for a running minute. */
export function burnInShift(minute: number): { x: number; y: number } {
  const [x, y] = path[minute % path.length] ?? path[0];
  return { x, y };
}
