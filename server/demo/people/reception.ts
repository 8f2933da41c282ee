// demo/people/ — cars come, late or not at all; customers go away and come back; what was typed wrong is put right.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { localTime } from '@zhunshi/shared/time/shopTime.ts';
import { troubleOf } from './trouble.ts';
import { isTime, MINUTE, type Act, type Seen } from './seen.ts';

/** What an advisor does for a car that is due or here. */
export function reception(seen: Seen, job: Job): Act | null {
  const { asOf, luck } = seen;
  const by = job.advisor;
  if (job.checkedInAt === null) {
    const { comes } = troubleOf(luck, job);
    if (comes.kind === 'never') {
      const missed = asOf >= job.arrivalAt + 45 * MINUTE;
      return missed ? { by, command: { type: 'CancelJob', job: job.id, reason: 'noShow' } } : null;
    }
    if (comes.kind === 'cancels') {
      const rung = asOf >= job.arrivalAt - 20 * MINUTE;
      return rung ? { by, command: { type: 'CancelJob', job: job.id, reason: 'customerWish' } } : null;
    }
    if (comes.kind === 'anotherDay' && job.arrivalAt < job.bookedAt + 20 * 3_600_000) {
      const rung = asOf >= job.arrivalAt - 10 * MINUTE;
      const day = 24 * 60 * MINUTE;
      const promisedAt = job.promises.at(-1)?.promisedAt ?? null;
      return rung
        ? {
            by,
            command: {
              type: 'Rebook',
              job: job.id,
              arrivalAt: job.arrivalAt + day,
              promisedAt: promisedAt === null ? null : promisedAt + day,
              bay: null,
            },
          }
        : null;
    }
    const lateMinutes = comes.kind === 'comes' ? comes.lateMinutes : 0;
    if (asOf < job.arrivalAt + lateMinutes * MINUTE) return null;
    const loungeLabel = luck.chance('label', job) < 0.15 ? 'slip' : 'plate';
    const keyTag = `K${String(Math.floor(luck.between(1, 99, 'key tag', job)))}`;
    const keepsOldParts = luck.chance('old parts', job) < 0.2;
    return { by, command: { type: 'CheckIn', job: job.id, loungeLabel, keyTag, keepsOldParts } };
  }
  if (job.corrections.length === 0 && luck.chance('typed wrong', job) < 0.03) {
    const read = (job.mileageKm ?? 0) + 10;
    const looked = isTime(seen, job.checkedInAt, 5, 15, 'reads again', job);
    return looked ? { by, command: { type: 'CorrectJob', job: job.id, mileageKm: read } } : null;
  }
  return goesAway(seen, job);
}

/** Some who wait here go for a walk at noon, and come back. */
function goesAway({ state, asOf, luck }: Seen, job: Job): Act | null {
  const time = localTime(asOf, state.shop?.timeZone ?? 'UTC');
  const walks = luck.chance('walks', job) < 0.1;
  if (!walks || job.readyAt !== null) return null;
  const by = job.advisor;
  if (job.waits === 'lounge' && time >= '11:30' && time < '11:50') {
    return { by, command: { type: 'SetWhereabouts', job: job.id, waits: 'away' } };
  }
  const came = job.bookedAt < asOf && job.orders[0]?.waits === 'lounge';
  return came && job.waits === 'away' && time >= '13:10'
    ? { by, command: { type: 'SetWhereabouts', job: job.id, waits: 'back' } }
    : null;
}
