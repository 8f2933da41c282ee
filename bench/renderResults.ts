// bench/ — the results as a page: absolutes, ratios to the floor, what was to be reached, and what they were measured on.
import type { Paired, Spread } from './figures.ts';
import type { Bytes, Contention, Delivery, Effort } from './measurements.ts';

export interface Machine {
  cores: number;
  node: string;
  redis: string;
}

export interface Results {
  machine: Machine;
  effort: Effort;
  delivery: Delivery;
  /** Eight givers, no other screens. */
  alone: Paired;
  /** The same with all screens looking on. */
  watched: Paired;
  contention: Contention;
  bytes: Bytes[];
}

const reach = { deliveryRatio: 1.25, deliveryMs: 50, throughputRatio: 0.5, bytes: 400, starving: 0.5 };

const ms = (value: number) => value.toFixed(1);
const whole = (value: number) => Math.round(value).toLocaleString('en');
const ratio = (value: number) => value.toFixed(2);
const percent = (value: number) => `${(value * 100).toFixed(0)} %`;

function spread({ median, low, high }: Spread, show: (value: number) => string): string {
  return `**${show(median)}** (${show(low)}–${show(high)})`;
}

const met = (reached: boolean) => (reached ? '✔ reached' : '✕ missed');

function pairedRow(what: string, paired: Paired, show: (value: number) => string, verdict: string): string {
  return `| ${what} | ${spread(paired.shop, show)} | ${spread(paired.floor, show)} | ${spread(paired.ratio, ratio)} | ${verdict} |`;
}

function bytesRow({ cars, ...row }: Bytes): string {
  const rate = (value: number | null) => (value === null ? '—' : whole(value));
  const cells = [
    whole(cars),
    whole(row.staffPerMove),
    whole(row.staffPerWork),
    whole(row.wallPerCommand),
    whole(row.loungePerCommand),
    rate(row.wallPerMinute),
    rate(row.loungePerMinute),
    rate(row.clockPerMinute),
    whole(row.snapshot['staff'] ?? 0),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The page. */
export function renderResults(results: Results): string {
  const { machine, effort, delivery, alone, watched, contention, bytes } = results;
  const deliveryMet = delivery.p99.ratio.median <= reach.deliveryRatio && delivery.p99.shop.median <= reach.deliveryMs;
  const fewest = Math.min(...bytes.map(({ staffPerMove }) => staffPerMove));
  const most = Math.max(...bytes.flatMap(({ staffPerMove, staffPerWork }) => [staffPerMove, staffPerWork]));
  const same = Math.max(...bytes.map(({ staffPerMove }) => staffPerMove)) - fewest <= fewest * 0.02;
  return `# Results of \`npm run bench\`

Measured with ${machine.cores} cores, Node ${machine.node}, Redis ${machine.redis} (append-only file, fsync always). Load, server and
floor are processes of their own on the same machine. Medians over ${effort.pairs} interleaved pairs of runs, lowest and highest run in
brackets; a ratio is taken within each pair. The floor (\`bench/floor\`) gets the very same commands and has no rules: one XADD, one
blocking XREAD, one room emit.

## From a command to the last of ${effort.screens} screens, 60 cars on the board

${effort.commands} commands a run, one at a time, after ${effort.warmUp} to warm up. A command moves a car to another bay.

| | server, ms | floor, ms | ratio | to reach |
|---|---|---|---|---|
${pairedRow('p50', delivery.p50, ms, '')}
${pairedRow('p99', delivery.p99, ms, `≤ ${reach.deliveryRatio} × floor and ≤ ${reach.deliveryMs} ms: ${met(deliveryMet)}`)}

## Commands a second, one shop, 8 dispatchers at once

Each waits for the answer before the next command; ${effort.durationMs / 1000} s a run. Their own 8 consoles are among the screens.

| | server | floor | ratio | to reach |
|---|---|---|---|---|
${pairedRow('no other screens', alone, whole, `≥ ${reach.throughputRatio} × floor: ${met(alone.ratio.median >= reach.throughputRatio)}`)}
${pairedRow(`${effort.screens} screens looking on`, watched, whole, `≥ ${reach.throughputRatio} × floor: ${met(watched.ratio.median >= reach.throughputRatio)}`)}

Two nodes on one Redis, 4 dispatchers at each: ${spread(contention.perSecond, whole)} commands a second together. The second node's
share is ${spread(contention.secondShare, percent)}; the slowest dispatcher has ${spread(contention.slowestGiver, percent)} of an even
share (nobody starves, by the worst run: ${met(contention.slowestGiver.low >= reach.starving)}); refused as conflicts: ${spread(contention.conflicts, percent)};
longest wait for an answer ${whole(contention.longestMs)} ms.

## Bytes to a screen

Whole WebSocket frames. A move takes a car to another bay; work is dispatched, begun and held in turn. Rows are what a wall or a lounge
gets for a command, or in a minute without commands because time passes; beats of the clock are counted apart.

| cars | staff, per move | staff, per work | wall rows, per command | lounge rows, per command | wall, a minute | lounge, a minute | clock, a minute | staff snapshot |
|---|---|---|---|---|---|---|---|---|
${bytes.map(bytesRow).join('\n')}

To reach: ≤ ${reach.bytes} B to a staff screen per command (${met(most <= reach.bytes)}), the same at every size of the board (${met(same)}).
`;
}
