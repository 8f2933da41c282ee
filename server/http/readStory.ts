// http/ — what the log holds of one job: its entries since it was booked, with its own events alone.
import type { LogEntry, WireEntry } from '@zhunshi/shared/domain/entry.ts';
import { jobsOf } from '@zhunshi/shared/domain/folds/undoing.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { upcast } from '@zhunshi/shared/domain/upcast.ts';
import type { JobStoryAnswer } from '@zhunshi/shared/wire/jobStory.ts';
import type { ServedShop } from '../shop/shop.ts';

const PAGE = 500;

/**
 * The story of a job from a version on, never from before it was booked [STO-1]. Read page by page, so that others are served in
 * between. Rejects when Redis does not answer.
 */
export async function readStory(shop: ServedShop, job: Job, from: number): Promise<JobStoryAnswer> {
  const { epoch, version } = shop;
  const entries: WireEntry[] = [];
  for (let next = Math.max(job.bookedAs, from); next <= version; next += PAGE) {
    const page = await shop.readLog(next, Math.min(PAGE, version - next + 1));
    entries.push(...page.flatMap((entry) => ofJob(shop, job, entry)));
  }
  return { epoch, version, entries };
}

/** The entry without other jobs' events and without its hashes; none where nothing is left. */
function ofJob(shop: ServedShop, job: Job, { version, at, by, commandId, fold, events }: LogEntry): WireEntry[] {
  const own = events.filter((event) => jobsOf(event).includes(job.id));
  if (own.length === 0) return [];
  // The state before an old entry is not at hand; of the present one only what the job's first promise and the shop's zone say is read.
  return [{ version, at, by, commandId, events: own.map((event) => upcast(event, fold, shop.state, at)) }];
}
