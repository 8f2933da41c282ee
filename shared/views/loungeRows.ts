// views/ — projection for the lounge: picks, field by field, what strangers may see. By default the cars whose customers wait here.
// When a car will be done is what its customer was told, which is on record, and no live prediction [LNG-4].
import type { Directory } from '../domain/directory.ts';
import { isHere, isPause, openProposals, stageOf } from '../domain/job.ts';
import { isInLounge, loungeCallOf } from '../domain/loungeCall.ts';
import type { Hold, Job, Operation, Proposal, ShopConfig, ShopState } from '../domain/state.ts';
import type { HoldReason, Instant } from '../domain/words.ts';
import {
  LOUNGE_STEPS,
  type LoungeCarRow,
  type LoungeNoticeRow,
  type LoungeRow,
  type LoungeShopRow,
  type LoungeStatus,
} from './loungeBoard.ts';
import { maskedLabels } from './plateMask.ts';

/** Lit segments of the stage bar. */
const STEP: Record<LoungeStatus, number> = {
  waiting: 1,
  dispatched: 2,
  waitingParts: 3,
  waitingApproval: 3,
  waitingOther: 3,
  working: 4,
  inspecting: 5,
  washing: 6,
  ready: LOUNGE_STEPS,
};

/** All rows of the lounge as of a moment [PRV-2] [PRV-3] [LNG-1] [NTC-2]. Empty for a shop that is not set up. */
export function loungeRows(state: ShopState, directory: Directory, asOf: Instant): LoungeRow[] {
  const { shop } = state;
  if (!shop) return [];
  const here = Object.values(state.jobs)
    .filter(isHere)
    .sort((a, b) => (a.checkedInAt ?? 0) - (b.checkedInAt ?? 0) || (a.slip ?? '').localeCompare(b.slip ?? ''));
  const labels = maskedLabels(
    here.map((job) => ({ job: job.id, plate: directory.vehicles[job.vehicle]?.plate ?? '', slip: job.slip ?? '' })),
  );
  const cars = here
    .filter((job) => isInLounge(state, job))
    .map((job, position): LoungeCarRow => {
      const status = customerStatus(job);
      const known = job.loungeLabel === 'plate' && directory.vehicles[job.vehicle] !== undefined;
      const label = (known ? labels.get(job.id) : job.slip) ?? '';
      const told = toldOf(job);
      const passed = hasPassed(told, asOf);
      const expected = { expectedAt: passed ? null : told, soon: passed && GOES_ON.has(status) };
      const call = loungeCallOf(job);
      return { key: keyOf(job), kind: 'car', label, status, step: STEP[status], ...expected, position, call };
    });
  return [shopRow(shop), ...noticeRows(state, asOf), ...cars];
}

/** Tells rows apart, and strangers nothing: made of what the lounge may show anyway, never of the order's number [PRV-4]. */
function keyOf({ checkedInAt, slip }: Job): string {
  const ofDay = Number((slip ?? '').replace(/\D/g, ''));
  return `car:${(checkedInAt ?? 0).toString(36)}-${ofDay.toString(36)}`;
}

function shopRow({ name, timeZone, locale, rules }: ShopConfig): LoungeShopRow {
  const { quietHours, volume, voice } = rules.lounge;
  return { key: 'shop', kind: 'shop', name, timeZone, locale, quietHours, volume, voice };
}

/** Notices that are on, the oldest first. */
function noticeRows({ notices }: ShopState, asOf: Instant): LoungeNoticeRow[] {
  return Object.values(notices)
    .filter(({ from, until }) => from <= asOf && asOf < until)
    .sort((a, b) => a.from - b.from || a.id.localeCompare(b.id))
    .map(({ id, zh, en, from }) => ({ key: `notice:${id}`, kind: 'notice', zh, en, from }));
}

/** What the customer was told of the finish [LNG-4]; of a ready car there is nothing to expect [LNG-3]. */
function toldOf({ readyAt, told }: Job): Instant | null {
  return readyAt === null ? (told?.finishAt ?? null) : null;
}

/** A time that has passed is not said any more [LNG-9]; its own minute still is. */
export function hasPassed(told: Instant | null, asOf: Instant): boolean {
  return told !== null && told < asOf;
}

/** Work that is under way. */
const GOES_ON: ReadonlySet<LoungeStatus> = new Set(['working', 'inspecting', 'washing']);

const WAITING_FOR: Record<HoldReason, LoungeStatus> = {
  parts: 'waitingParts',
  approval: 'waitingApproval',
  customer: 'waitingApproval',
  sublet: 'waitingOther',
  equipment: 'waitingOther',
  break: 'working',
  closing: 'working',
};

/** What the customer of a car is told of the state of its work [LNG-2]: in the lounge and on their own page. */
export function customerStatus(job: Job): LoungeStatus {
  const status = statusOfWork(job);
  return isOut(job) && OUT_FOR_WORK.has(status) ? 'working' : status;
}

/** A car on the road or with a subcontractor is being worked on, to its customer [LNG-2]. */
const OUT_FOR_WORK: ReadonlySet<LoungeStatus> = new Set(['waiting', 'dispatched', 'waitingOther']);

function isOut({ location }: Job): boolean {
  return location.kind === 'road' || location.kind === 'sublet';
}

/** How far a question to the customer is that work waits for. */
export type Asking = 'pricing' | 'asked' | 'answered' | 'over';

/**
 * What an operation that is held for approval waits for [TRK-9]: the price of what was found in it, the customer's answer, or, once that
 * is given or no longer wanted, its turn. A hold of which nothing was proposed is a question by word of mouth. Null: not held for it.
 */
export function askingOf(job: Job, { id, hold }: Pick<Operation, 'id' | 'hold'>): Asking | null {
  if (hold?.reason === 'customer') return 'asked';
  if (hold?.reason !== 'approval') return null;
  const own = job.proposals.filter((proposal) => proposal.foundIn === id && isOfHold(proposal, hold));
  if (own.length === 0) return 'asked';
  const open = openProposals(job).filter((proposal) => own.includes(proposal));
  if (open.length > 0) return open.some(({ quote }) => quote !== null) ? 'asked' : 'pricing';
  return own.some(({ answer }) => answer !== null) ? 'answered' : 'over';
}

/** Proposed, answered or withdrawn while the operation was held as it is now. */
function isOfHold({ proposedAt, answer, withdrawnAt }: Proposal, { since }: Hold): boolean {
  return Math.max(proposedAt, answer?.at ?? 0, withdrawnAt ?? 0) >= since || (answer === null && withdrawnAt === null);
}

/** True while the customer is asked for something that the work waits for: by a quote, or by word of mouth. */
function isAsked(job: Job): boolean {
  return (
    openProposals(job).some(({ quote }) => quote !== null) ||
    job.operations.some((one) => askingOf(job, one) === 'asked')
  );
}

/** True of work that waits for nothing but its turn, since the customer has answered [TRK-9]. */
export function isAnswered(job: Job): boolean {
  const held = heldOf(job);
  return (
    stageOf(job) === 'held' &&
    !isAsked(job) &&
    held.length > 0 &&
    held.every((one) => askingOf(job, one) === 'answered')
  );
}

function heldOf(job: Job): Operation[] {
  return job.operations.filter(({ kind, status, hold }) => kind === 'work' && status === 'held' && !isPause(hold));
}

/** What a car that is held waits for: its customer before all else, then whatever holds its first work. */
function statusOfHeld(job: Job): LoungeStatus {
  if (isAsked(job)) return WAITING_FOR.approval;
  const hold = heldOf(job).find((one) => askingOf(job, one) === null)?.hold;
  return hold ? WAITING_FOR[hold.reason] : 'waitingOther';
}

function statusOfWork(job: Job): LoungeStatus {
  const stage = stageOf(job);
  switch (stage) {
    case 'held':
      return statusOfHeld(job);
    case 'working':
    case 'inspecting':
    case 'washing':
    case 'ready':
      return stage;
    case 'dispatched':
      return begun(job) ? 'working' : 'dispatched';
    default:
      return begun(job) ? 'working' : 'waiting';
  }
}

/** A car between two operations is in the works to its customer, whatever queue it stands in [LNG-2]. */
function begun(job: Job): boolean {
  return job.operations.some(({ runs }) => runs.length > 0);
}
