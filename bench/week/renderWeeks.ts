// bench/week/ — the figures of prediction as a part of the page of results.
import type { PredictionFigures } from './measureWeek.ts';

/** Where the part begins on the page. */
export const WEEKS_HEADING = '## Prediction';

const reach = { recall: 0.9, precision: 0.75, ms: 20 };

const percent = (value: number) => `${(value * 100).toFixed(0)} %`;
const met = (reached: boolean) => (reached ? '✔ reached' : '✕ missed');

/** The part of the page. */
export function renderWeeks({ weeks, openJobs, predictionMs }: PredictionFigures): string {
  const rows = weeks.map((week) => {
    const good = week.recall >= reach.recall && week.precision >= reach.precision;
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
      met(good),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const { median, low, high } = predictionMs;
  return `${WEEKS_HEADING}

Simulated weeks of the sample shop, Monday to Saturday, with noise on every duration (\`bench/week\`). Late: the car was not ready by the
promise. Warned: the alarm that the promise will be broken (\`predictedLate\`) stood at least 30 minutes before it; beside it, for what it is
worth, recall and precision of that alarm together with the milder one of little slack (\`tight\`). Only the seeds that say so were looked at while tuning.

| seed | tuned on | promises | late | handed over on time | recall | precision | with little slack too | alarms a person an hour | ≥ ${percent(reach.recall)} and ≥ ${percent(reach.precision)} |
|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

Prediction and alarms for ${String(openJobs)} open jobs: **${median.toFixed(1)} ms** (${low.toFixed(1)}–${high.toFixed(1)}); to reach: ≤ ${String(reach.ms)} ms: ${met(median <= reach.ms)}.
`;
}
