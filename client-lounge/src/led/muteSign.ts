// led/ — the sign of a silent screen: a loudspeaker, struck out. Small, for who looks for it [LNG-10].
import type { BoxItem, LedColor } from './drawList.ts';
import { box } from './place.ts';

/** One character an LED; `#` is lit. */
const DOTS = [
  '#.....#......',
  '.#...##......',
  '..#.###......',
  '...#.##......',
  '####.#.......',
  '#####.##.#..#',
  '######.#..##.',
  '#######...##.',
  '#####.##.#..#',
  '....##.#.....',
  '.....##.#....',
  '......#..#...',
];

export const MUTE_SIGN_WIDTH = 13;

/** The sign with its left top at a place: a box for each run of lit LEDs. */
export function muteSign(x: number, y: number, color: LedColor): BoxItem[] {
  const boxes: BoxItem[] = [];
  DOTS.forEach((line, down) => {
    let at = 0;
    for (const run of line.split('.')) {
      if (run !== '') boxes.push(box(x + at, y + down, run.length, 1, color));
      at += run.length + 1;
    }
  });
  return boxes;
}
