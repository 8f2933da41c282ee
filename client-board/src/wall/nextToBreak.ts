// wall/ — which promise breaks next, where no alarm says so yet: shown where the alarms leave room.
import type { WallAlarmRow, WallJobRow } from '@zhunshi/shared/views/wallBoard.ts';

/** The car with the least slack of those that are not late and have no alarm; null: there is none with a slack that can be said. */
export function nextToBreak(jobs: readonly WallJobRow[], alarms: readonly WallAlarmRow[]): WallJobRow | null {
  const alarmed = new Set(alarms.map(({ key }) => key.replace('alarm:', 'job:')));
  let next: WallJobRow | null = null;
  for (const job of jobs) {
    if (job.mark === 'late' || job.mark === 'ready' || job.slackMinutes === null || alarmed.has(job.key)) continue;
    if (next === null || job.slackMinutes < (next.slackMinutes ?? Infinity)) next = job;
  }
  return next;
}
