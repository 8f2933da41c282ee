// slip/ — a text as a QR code, drawn as one path: dark runs of each line, a unit a module.
import { encode } from 'uqr';

export interface QrPath {
  /** Units a side, with the quiet zone around it that readers need. */
  size: number;
  path: string;
}

/** Quiet zone, modules. */
const BORDER = 4;

/** Medium correction: a slip gets creased and stained, and a phone reads it at an arm's length. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const path = data
    .flatMap((line, y) => runsOf(line).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('');
  return { size, path };
}

/** Where dark runs begin, and how long they are. */
function runsOf(line: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  line.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
