// bench/week/ — the figures of prediction as a part of the page of results.
import type { PredictionFigures, WeekFigures } from './measureWeek.ts';

/** Where the part begins on the page. */
export const WEEKS_HEADING = '## Prediction';

const reach = { recall: 0.9, precision: 0.75, ms: 20 };

const percent = (value: number) => `${(value * 100).toFixed(0)} %`;
const met = (reached: boolean) => (reached ? '✔ reached' : '✕ missed');

function verdict({ recall, precision }: WeekFigures): string {
  return met(recall >= reach.recall && precision >= reach.precision);
}

/** Some weeks as one: each of them has too few late cars to judge by. */
function pooled(seed: string, weeks: readonly WeekFigures[]): WeekFigures {
  const sum = (of: (week: WeekFigures) => number): number => weeks.reduce((all, week) => all + of(week), 0);
  const share = (part: number, whole: number): number => part / Math.max(1, whole);
  const [late, warned, both] = [sum((w) => w.late), sum((w) => w.warned), sum((w) => w.warnedAndLate)];
  const mean = (of: (week: WeekFigures) => number): number => share(sum(of), weeks.length);
  return {
    seed,
    tuned: weeks.every((week) => week.tuned),
    promises: sum((w) => w.promises),
    late,
    warned,
    warnedAndLate: both,
    recall: share(both, late),
    precision: share(both, warned),
    cautionRecall: mean((w) => w.cautionRecall),
    cautionPrecision: mean((w) => w.cautionPrecision),
    alarmsPerPersonHour: mean((w) => w.alarmsPerPersonHour),
    settledRate: mean((w) => w.settledRate),
  };
}

function row(week: WeekFigures, judged: string): string {
  const cells = [
    week.seed,
    week.tuned ? 'yes' : 'no',
    String(week.promises),
    String(week.late),
    percent(week.settledRate),
    `**${percent(week.recall)}**`,
    `**${percent(week.precision)}**`,
    `${percent(week.cautionRecall)} / ${percent(week.cautionPrecision)}`,
    week.alarmsPerPersonHour.toFixed(1),
    judged,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The part of the page. */
export function renderWeeks({ weeks, openJobs, predictionMs }: PredictionFigures): string {
  const tuned = pooled(
    'all of these',
    weeks.filter((week) => week.tuned),
  );
  const heldOut = pooled(
    'all of these',
    weeks.filter((week) => !week.tuned),
  );
  const rows = [
    ...weeks.filter((week) => week.tuned).map((week) => row(week, '')),
    row(tuned, verdict(tuned)),
    ...weeks.filter((week) => !week.tuned).map((week) => row(week, '')),
    row(heldOut, verdict(heldOut)),
  ];
  const { median, low, high } = predictionMs;
  return `${WEEKS_HEADING}

Simulated weeks of the sample shop, Monday to Saturday, with noise on every duration (\`bench/week\`). Late: the car was not ready by the
promise. Warned: the alarm that the promise will be broken (\`predictedLate\`) stood at least 30 minutes before it; beside it, for what it is
worth, recall and precision of that alarm together with the milder one of little slack (\`tight\`). Only the seeds that say so were looked at while tuning.
A week has some 50 late cars, too few to judge by: the verdict is on the weeks of a group together.

| seed | tuned on | promises | late | handed over on time | recall | precision | with little slack too | alarms a person an hour | ≥ ${percent(reach.recall)} and ≥ ${percent(reach.precision)} |
|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

Prediction and alarms for ${String(openJobs)} open jobs: **${median.toFixed(1)} ms** (${low.toFixed(1)}–${high.toFixed(1)}); to reach: ≤ ${String(reach.ms)} ms: ${met(median <= reach.ms)}.
`;
}
