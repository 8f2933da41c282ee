// bench/screens/ — the figures of the screens as a part of the page of results.
import type { Spread } from '../figures.ts';
import { THROTTLE, WINDOW_MS, type ChangeCost, type Opening, type ScreenFigures } from './measureScreens.ts';

/** Where the part begins on the page. */
export const SCREENS_HEADING = '## Screens';

const reach = { changeMs: 16, codeKb: 150 };

const met = (reached: boolean) => (reached ? '✔ reached' : '✕ missed');
const spread = ({ median, low, high }: Spread, digits = 1) =>
  `**${median.toFixed(digits)}** (${low.toFixed(digits)}–${high.toFixed(digits)})`;
const kb = (bytes: number) => (bytes / 1000).toFixed(1);
/** The floor stands beside the others, and has nothing to reach. */
const isFloor = ({ what }: ChangeCost) => what.startsWith('floor');

function costRow(cost: ChangeCost): string {
  const verdict = isFloor(cost)
    ? ''
    : `≤ ${String(reach.changeMs)} ms: ${met(cost.cpuMedian.median <= reach.changeMs)}`;
  const cells = [spread(cost.cpuMedian), spread(cost.cpuP95), spread(cost.wallMedian), spread(cost.idleMs), verdict];
  return `| ${cost.what} | ${cells.join(' | ')} |`;
}

function openingRow({ cars, transferred: { script, style }, openMs, heapMb }: Opening): string {
  const cells = [kb(script), kb(style), kb(script + style), spread(openMs, 0), spread(heapMb)];
  return `| ${String(cars)} | ${cells.join(' | ')} |`;
}

/** The part of the page. */
export function renderScreens({ effort, costs, openings, minuteMs }: ScreenFigures): string {
  const code = Math.max(...openings.map(({ transferred: { script, style } }) => (script + style) / 1000));
  const minute = minuteMs
    ? `The second in which a minute begins, with 200 cars on the console: ${spread(minuteMs)} ms.\n\n`
    : '';
  return `${SCREENS_HEADING}

A real Chromium, the main thread of its pages slowed down ${String(THROTTLE)} times (\`bench/screens\`). Work is dispatched, begun and held, and a car
moved between bays, one change at a time, over the socket: ${String(effort.changes)} changes a run, ${String(effort.runs)} runs of each page in turn, each
time opened anew and alone, after ${String(effort.warmUp)} changes to warm up. What one change costs: all tasks of
the main thread in the ${String(WINDOW_MS)} ms after it, layout and painting included, less what the page does anyway in as much time. The
prediction is made in a worker beside the page (decision 28); what the page has to do for it is included. By the processor, for others may
use the machine; by the clock beside it. Medians over the runs, lowest and highest in brackets, ms.

| page | a change, median | 95 of 100 | median by the clock | without a change | to reach |
|---|---|---|---|---|---|
${costs.map(costRow).join('\n')}

${minute}The console opened by somebody who is logged in, in a browser that never saw it; not slowed down. Code as it came over the wire,
the worker's too, gzip as in a LAN without TLS.

| cars | scripts, kB | styles, kB | together | from the address to the bays, ms | heap, MB |
|---|---|---|---|---|---|
${openings.map(openingRow).join('\n')}

To reach: ≤ ${String(reach.codeKb)} kB of code: ${met(code <= reach.codeKb)}.
`;
}
