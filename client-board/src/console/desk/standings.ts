// desk/ — how all jobs stand at a moment. What has not changed stays the same object from one view to the next, so that nothing is drawn anew.
import type { Job, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, JobId } from '@zhunshi/shared/domain/words.ts';
import type { Forecast, JobForecast } from '@zhunshi/shared/plan/forecast.ts';
import { standingOf } from '@zhunshi/shared/plan/standing.ts';
import type { Standing } from '@zhunshi/shared/plan/standing.ts';

interface Known {
  asOf: Instant;
  predicted: JobForecast | undefined;
  standing: Standing;
}

const known = new WeakMap<Job, Known>();

/** Standings by job [STD-1]. */
export function standingsOf(
  { jobs }: ShopState,
  forecast: Forecast,
  asOf: Instant,
  timeZone: string,
): Map<JobId, Standing> {
  const standings = new Map<JobId, Standing>();
  for (const job of Object.values(jobs)) standings.set(job.id, standingFor(job, forecast, asOf, timeZone));
  return standings;
}

function standingFor(job: Job, forecast: Forecast, asOf: Instant, timeZone: string): Standing {
  const before = known.get(job);
  const predicted = forecast.jobs.get(job.id);
  if (before?.asOf === asOf && before.predicted === predicted) return before.standing;
  const now = standingOf(job, forecast, asOf, timeZone);
  const standing = before && isSame(before.standing, now) ? before.standing : now;
  known.set(job, { asOf, predicted, standing });
  return standing;
}

function isSame(a: Standing, b: Standing): boolean {
  return (
    a.mark === b.mark &&
    a.promisedAt === b.promisedAt &&
    a.predictedAt === b.predictedAt &&
    a.slackMinutes === b.slackMinutes &&
    a.overdueMinutes === b.overdueMinutes
  );
}
