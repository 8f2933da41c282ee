// http/ — the log read backwards, newest first, for the audit trail: what is wanted of it, page by page, and never more than so many
// entries a request, so that a year of history costs no more than a day of it.
import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import type { DomainEvent } from '@zhunshi/shared/domain/events.ts';
import { FOLD } from '@zhunshi/shared/domain/foldVersion.ts';
import { jobsOf } from '@zhunshi/shared/domain/folds/undoing.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, StaffId } from '@zhunshi/shared/domain/words.ts';
import { upcast } from '@zhunshi/shared/domain/upcast.ts';
import { kindOfEvent } from '@zhunshi/shared/wire/auditKinds.ts';
import type { AuditAnswer, AuditEntry, AuditQuery } from '@zhunshi/shared/wire/auditLog.ts';
import type { ServedShop } from '../shop/shop.ts';

const PAGE = 500;
/** Entries that one request looks at. */
const MOST_READ = 10_000;
const MOST_ANSWERED = 200;

type Searched = Pick<ServedShop, 'epoch' | 'version' | 'state' | 'readLog'>;

/**
 * Entries of the log that a reader wants, newest first [AUD-1]. `next` tells where to go on; null: nothing older is wanted. Rejects when
 * Redis does not answer.
 */
export async function searchLog(shop: Searched, query: AuditQuery): Promise<AuditAnswer> {
  const { epoch, version } = shop;
  const count = Math.min(MOST_ANSWERED, Math.max(1, query.count));
  const wanted = wantedOf(shop.state, query);
  const floor = firstOf(shop.state, query, wanted);
  const newest = query.to === undefined ? version : await lastBefore(shop, query.to);
  let end = Math.min(newest, query.before === undefined ? version : query.before - 1);
  const lowest = Math.max(floor, end - MOST_READ + 1);
  const found: AuditEntry[] = [];
  let reached: Instant | null = null;
  while (end >= lowest) {
    const start = Math.max(lowest, end - PAGE + 1);
    const page = await shop.readLog(start, end - start + 1);
    for (const entry of page.reverse()) {
      if (entry.version > end) continue;
      if (query.from !== undefined && entry.at < query.from)
        return { epoch, version, entries: found, next: null, reached };
      reached = entry.at;
      if (!isWanted(entry, query, wanted)) continue;
      found.push(toldOf(shop.state, entry));
      if (found.length === count) {
        return { epoch, version, entries: found, next: entry.version > floor ? entry.version : null, reached };
      }
    }
    end = start - 1;
  }
  return { epoch, version, entries: found, next: end >= floor ? end + 1 : null, reached };
}

/** What an entry must be about; null: anything. */
interface Wanted {
  jobs: ReadonlySet<string>;
  vehicles: ReadonlySet<string>;
  staff: ReadonlySet<StaffId>;
}

/** A car stands for its visits, as far as they are remembered. */
function wantedOf({ jobs, visits }: ShopState, { job, vehicle, staff }: AuditQuery): Wanted | null {
  if (job.length + vehicle.length + staff.length === 0) return null;
  const cars = new Set(vehicle);
  const ofCars = [...Object.entries(jobs), ...Object.entries(visits)].filter(([, visit]) => cars.has(visit.vehicle));
  return { jobs: new Set([...job, ...ofCars.map(([id]) => id)]), vehicles: cars, staff: new Set(staff) };
}

/** Visits that the fold has began with an entry that is known: nothing older is about them. */
function firstOf({ jobs }: ShopState, { vehicle, staff }: AuditQuery, wanted: Wanted | null): number {
  if (wanted === null || vehicle.length + staff.length > 0) return 1;
  const begun = [...wanted.jobs].map((id) => (Object.hasOwn(jobs, id) ? (jobs[id]?.bookedAs ?? 1) : 1));
  return Math.max(1, Math.min(...begun));
}

function isWanted({ by, events }: LogEntry, query: AuditQuery, wanted: Wanted | null): boolean {
  if (query.by !== undefined && by !== query.by) return false;
  if (query.people !== undefined && by === null) return false;
  if (query.kind !== undefined && !events.some(({ type }) => kindOfEvent[type] === query.kind)) return false;
  if (wanted === null) return true;
  return (by !== null && wanted.staff.has(by)) || events.some((event) => isAbout(event, wanted));
}

function isAbout(event: DomainEvent, { jobs, vehicles, staff }: Wanted): boolean {
  if (jobsOf(event).some((job) => jobs.has(job))) return true;
  if ((event.type === 'OrderBooked' || event.type === 'OrderChanged') && vehicles.has(event.order.vehicle)) return true;
  return peopleOf(event).some((one) => staff.has(one));
}

/** Members of staff whom an event names. */
function peopleOf(event: DomainEvent): readonly StaffId[] {
  switch (event.type) {
    case 'OperationsDispatched':
    case 'WorkReassigned':
      return event.crew;
    case 'InspectionRecorded':
      return event.by;
    case 'InspectionPassed':
    case 'InspectionFailed':
      return event.inspectors;
    case 'AttendanceChanged':
    case 'BreakStarted':
    case 'BreakEnded':
    case 'LeaveSet':
      return [event.staff];
    case 'SetUpChanged':
      return event.changes.flatMap((change) => {
        if (change.kind === 'saveStaff') return [change.member.id];
        return change.kind === 'removeStaff' ? [change.staff] : [];
      });
    case 'DirectoryRenewed':
      return event.staff ?? [];
    default:
      return [];
  }
}

function toldOf(state: ShopState, entry: LogEntry): AuditEntry {
  if (entry.fold === FOLD) return { entry };
  // The state before an old entry is not at hand; of the present one only what a sentence needs is read.
  return { entry, told: entry.events.map((event) => upcast(event, entry.fold, state, entry.at)) };
}

/** The last version before a moment; time never runs back in the log [LOG-3], so halving finds it. */
async function lastBefore(shop: Searched, to: Instant): Promise<number> {
  let low = 0;
  let high = shop.version;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [entry] = await shop.readLog(middle, 1);
    // An entry that was altered tells no time: it is looked at with the newer ones.
    if (entry && entry.version === middle && entry.at >= to) high = middle - 1;
    else low = middle;
  }
  return low;
}
