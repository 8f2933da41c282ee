// dispatch/ — the fold → rows of the bay grid: what stands, runs and queues in each bay, as bars over time.
import { carsIn, stageOf } from '@zhunshi/shared/domain/job.ts';
import { reservationsOf } from '@zhunshi/shared/domain/reservations.ts';
import type { KeptBay } from '@zhunshi/shared/domain/reservations.ts';
import type { Bay, Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { BayCode, Instant, JobId } from '@zhunshi/shared/domain/words.ts';
import type { JobForecast } from '@zhunshi/shared/plan/forecast.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { changedBy } from '../cards/carCard.ts';
import { freeFrom } from '../desk/freeFrom.ts';
import { nameOf, shortPlateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { holdText, slackText } from '../desk/standingText.ts';
import { dayText } from '../desk/timeText.ts';

export type BarKind = 'done' | 'running' | 'dispatched' | 'held' | 'reserved';

/** Work of one car in one bay, one stretch of time. */
export interface BayBar {
  /** One of its row, the same while the work is queued, begun, held and done: its bar stays, and only changes. */
  key: string;
  job: JobId;
  kind: BarKind;
  from: Instant;
  to: Instant;
  /** `late`, `tight` and `waiting` are coloured; others are not. */
  mark: Mark;
  plate: string;
  /** Slack when it is short, or what it waits for: said whole or not at all. */
  standing: string;
  /** The work and who does it. */
  detail: string;
  /** The other person who has just changed the car [CON-1]; empty: nobody, or what is drawn is no work of now. */
  changedBy: string;
  /** 0 is the upper lane of the row. */
  lane: number;
}

export interface BayRowView {
  code: BayCode;
  bay: Bay;
  /** First row of another kind of work: a heavier line above it. */
  startsGroup: boolean;
  /** `free`, or from when it can take another car, or why not; `busy` also where nobody can say until when. */
  status: 'free' | 'busy' | 'held' | 'closed';
  statusText: string;
  bars: BayBar[];
  lanes: number;
}

interface Piece {
  job: Job;
  operation: Operation;
  kind: BarKind;
  from: Instant;
  to: Instant;
}

const joinWithinMs = 20 * 60_000;
const shortestMs = 60_000;

/** Rows of all bays in the order of the floor. A row of which nothing changed is the object of before, so that nothing is drawn for it. */
export function bayRowsOf(view: ShopView): BayRowView[] {
  const pieces = piecesByBay(view);
  const bays = Object.values(view.state.bays).sort((a, b) => a.position - b.position);
  return bays.map((bay, index) => {
    const startsGroup = index > 0 && bays[index - 1]?.workTypes[0] !== bay.workTypes[0];
    const drawn: Drawn = {
      bay,
      startsGroup,
      status: statusOf(view, bay),
      pieces: pieces.get(bay.code) ?? [],
      kept: reservationsOf(view.state, bay.code, view.asOf),
    };
    const of = partsOf(view, drawn);
    const before = made.get(bay);
    if (before?.of.length === of.length && of.every((part, place) => part === before.of[place])) return before.row;
    const row = rowOf(view, drawn);
    made.set(bay, { of, row });
    return row;
  });
}

/** What is drawn in a row. */
interface Drawn {
  bay: Bay;
  startsGroup: boolean;
  status: Pick<BayRowView, 'status' | 'statusText'>;
  pieces: Piece[];
  kept: readonly KeptBay[];
}

const made = new WeakMap<Bay, { of: readonly unknown[]; row: BayRowView }>();

/** All that a row is made of: texts and objects that stay the same while nothing of them changes. */
function partsOf(view: ShopView, { startsGroup, status, pieces, kept }: Drawn): unknown[] {
  const parts: unknown[] = [view.asOf, view.say, view.directory, startsGroup, status.status, status.statusText];
  for (const piece of pieces) {
    const { id } = piece.job;
    parts.push(piece, view.standings.get(id), view.hands.get(id));
  }
  for (const { job, from, to } of kept) parts.push(view.state.jobs[job], from, to);
  return parts;
}

function rowOf(view: ShopView, { bay, startsGroup, status, pieces, kept }: Drawn): BayRowView {
  const work = joined(pieces).map((stretch) => barOf(view, stretch));
  const bars = named(inLanes([...work, ...reservedBars(view, kept, work)]));
  const lanes = Math.max(1, ...bars.map(({ lane }) => lane + 1));
  return { code: bay.code, bay, startsGroup, ...status, bars, lanes };
}

/** A piece in the bay where it is drawn; none: work without a bay. */
interface Lying {
  bay: BayCode | null;
  piece: Piece;
}

interface Cut {
  predicted: JobForecast | undefined;
  asOf: Instant;
  timeZone: string;
  lying: readonly Lying[];
}

const cut = new WeakMap<Job, Cut>();

function piecesByBay(view: ShopView): Map<BayCode, Piece[]> {
  const pieces = new Map<BayCode, Piece[]>();
  for (const job of Object.values(view.state.jobs)) {
    for (const { bay, piece } of lyingOf(view, job)) {
      if (bay === null) continue;
      const there = pieces.get(bay);
      if (there) there.push(piece);
      else pieces.set(bay, [piece]);
    }
  }
  return pieces;
}

/** The pieces of a job; those of before while neither it, its prediction nor the minute is another. */
function lyingOf(view: ShopView, job: Job): readonly Lying[] {
  const { asOf, timeZone } = view;
  const predicted = view.forecast.jobs.get(job.id);
  const before = cut.get(job);
  if (before?.predicted === predicted && before?.asOf === asOf && before.timeZone === timeZone) return before.lying;
  const today = localDay(asOf, timeZone);
  const lying = job.operations.flatMap((operation) => [
    ...pastOf(view, today, job, operation),
    ...piecesOf(view, job, operation).map((piece) => ({ bay: operation.bay, piece })),
  ]);
  cut.set(job, { predicted, asOf, timeZone, lying });
  return lying;
}

/** Runs of today that are over, each in the bay where it was. */
function pastOf({ timeZone }: ShopView, today: string, job: Job, operation: Operation): Lying[] {
  return operation.runs.flatMap(({ from, to, bay }) =>
    to !== null && localDay(to, timeZone) === today
      ? [{ bay, piece: { job, operation, kind: 'done' as const, from, to } }]
      : [],
  );
}

/** What is now or to come, as it is predicted. */
function piecesOf(view: ShopView, job: Job, operation: Operation): Piece[] {
  const { asOf } = view;
  const predicted = view.forecast.jobs.get(job.id)?.operations.get(operation.id);
  const piece = (kind: BarKind, from: Instant, to: Instant): Piece => ({ job, operation, kind, from, to });
  const standardMs = operation.minutes * 60_000;
  switch (operation.status) {
    case 'running':
      return [piece('running', operation.since, Math.max(predicted?.finishAt ?? operation.since + standardMs, asOf))];
    case 'dispatched': {
      const from = Math.max(predicted?.startAt ?? asOf, asOf);
      return [piece('dispatched', from, Math.max(predicted?.finishAt ?? from + standardMs, from + shortestMs))];
    }
    case 'held': {
      const { hold } = operation;
      const goesOn = job.operations.some(({ bay, status }) => status === 'running' && bay === operation.bay);
      const standsThere = job.location.kind === 'bay' && job.location.bay === operation.bay;
      // A car held in the queue takes no room. While one is worked on in the same bay, that is what the row shows; the hold is in
      // the panel.
      if (!hold || hold.freesBay || goesOn || !standsThere) return [];
      return [piece('held', hold.since, Math.max(hold.expectedAt ?? asOf, asOf))];
    }
    default:
      return [];
  }
}

/** Stretches for which the bay is kept for cars that are not at work in it yet [RSV-1]. */
function reservedBars(view: ShopView, kept: readonly KeptBay[], work: readonly BayBar[]): BayBar[] {
  const { state, asOf, say, timeZone } = view;
  return kept.flatMap(({ job: id, from, to }): BayBar[] => {
    const job = state.jobs[id];
    if (!job || work.some((bar) => bar.job === id && bar.kind !== 'done')) return [];
    const detail = `${say.grid.legend.reserved} ${localTime(from, timeZone)}–${localTime(to, timeZone)}`;
    const bar = {
      key: `${id} reserved`,
      job: id,
      kind: 'reserved' as const,
      mark: 'laterDay' as const,
      standing: '',
      lane: 0,
    };
    return [{ ...bar, changedBy: '', from: Math.max(from, asOf), to, plate: shortPlateOf(view, job), detail }];
  });
}

/** Stretches of one car and one kind that follow each other are one bar. */
function joined(pieces: Piece[]): Piece[][] {
  const stretches: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const before = stretches.findLast(([first]) => first?.job.id === piece.job.id && first.kind === piece.kind);
    const gap = before ? piece.from - Math.max(...before.map(({ to }) => to)) : Infinity;
    if (before && gap < joinWithinMs) before.push(piece);
    else stretches.push([piece]);
  }
  return stretches;
}

function barOf(view: ShopView, stretch: Piece[]): BayBar {
  const [first] = stretch;
  if (!first) throw new Error('A stretch of work has at least one piece');
  const { job, kind } = first;
  const mark =
    kind === 'done' ? 'inOrder' : kind === 'held' ? 'waiting' : (view.standings.get(job.id)?.mark ?? 'inOrder');
  return {
    key: `${job.id} ${first.operation.id}`,
    job: job.id,
    kind,
    from: first.from,
    to: Math.max(...stretch.map(({ to }) => to)),
    mark,
    plate: shortPlateOf(view, job),
    standing: standingOf(view, job, kind, mark),
    detail: detailOf(view, kind, stretch),
    changedBy: kind === 'done' ? '' : changedBy(view, job.id),
    lane: 0,
  };
}

function standingOf(view: ShopView, job: Job, kind: BarKind, mark: Mark): string {
  if (kind === 'held') return holdText(view, job) ?? '';
  return kind !== 'done' && (mark === 'late' || mark === 'tight') ? slackText(view, job) : '';
}

function detailOf(view: ShopView, kind: BarKind, stretch: Piece[]): string {
  if (kind === 'held') return '';
  const names = stretch.map(({ operation }) => operationName(operation, view.language));
  const work = names.length > 1 ? `${names[0] ?? ''} +${names.length - 1}` : (names[0] ?? '');
  if (kind === 'done') return work;
  const crew = [...new Set(stretch.flatMap(({ operation }) => operation.crew))].map((staff) => nameOf(view, staff));
  return [work, ...crew].filter(Boolean).join(' ');
}

/** Bars that overlap in time lie one below the other. */
function inLanes(bars: BayBar[]): BayBar[] {
  const ends: Instant[] = [];
  return [...bars]
    .sort((a, b) => a.from - b.from)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.from + shortestMs);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = bar.to;
      return { ...bar, lane };
    });
}

/** Stretches of the same work, one after the other in the order of time, have names of their own. */
function named(bars: BayBar[]): BayBar[] {
  const seen = new Map<string, number>();
  return bars.map((bar) => {
    const times = (seen.get(bar.key) ?? 0) + 1;
    seen.set(bar.key, times);
    return times === 1 ? bar : { ...bar, key: `${bar.key} ${String(times)}` };
  });
}

function statusOf(view: ShopView, bay: Bay): Pick<BayRowView, 'status' | 'statusText'> {
  const { say, words, timeZone } = view;
  if (bay.closed) {
    const until = bay.closed.until === null ? null : localTime(bay.closed.until, timeZone);
    return { status: 'closed', statusText: say.grid.closedBecause(words.closureReasons[bay.closed.reason], until) };
  }
  const cars = carsIn(view.state, bay.code);
  const held = cars.find((job) => stageOf(job) === 'held');
  if (held && cars.length >= bay.capacity) return { status: 'held', statusText: say.grid.notMoved };
  const freeAt = freeFrom(view, bay);
  if (freeAt === null) return { status: 'busy', statusText: say.grid.taken };
  if (freeAt <= view.asOf) return { status: 'free', statusText: say.grid.free };
  const day = dayText(view, freeAt);
  const text = day === '' ? say.grid.busyUntil(localTime(freeAt, timeZone)) : say.grid.busyDay(day);
  return { status: 'busy', statusText: text };
}
