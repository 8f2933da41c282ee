// wall/ — the second line of a car's card: what it says, and what gives way where it does not fit (docs/SPEC.md, [WAL-4]).
import type { WallWords } from '@zhunshi/shared/i18n/wallWords.ts';
import type { WorkType } from '@zhunshi/shared/domain/words.ts';
import type { WallJobRow } from '@zhunshi/shared/views/wallBoard.ts';
import { textWidth } from './textWidth.ts';
import { saidTime, shortestSpan, shortSpan, waitedSpan } from './wallTime.ts';
import type { WallMoment } from './wallTime.ts';

/** What a part says; its size follows from it. `slack`: 迟 5, 余 12; `state`, in its place: 待料, 待交车. */
export type PartRole = 'due' | 'day' | 'slack' | 'state' | 'place' | 'who' | 'word' | 'waited' | 'english' | 'finish';

export interface CardPart {
  role: PartRole;
  text: string;
  /** Drawn before it: the car is on its way there, or, of a late car, this is what it waits for. */
  sign?: 'toward' | 'held';
}

/** Size of each part in vh at size 1. */
export const partVh: Readonly<Record<PartRole, number>> = {
  due: 4.1,
  day: 3.4,
  slack: 3.4,
  state: 3.2,
  place: 3.2,
  who: 3,
  word: 3,
  waited: 3,
  english: 2.3,
  finish: 3,
};
/** Between two parts, in vh at size 1. */
export const PART_GAP_VH = 0.7;
/** Width of a sign before its part. */
export const signEm = { toward: 1.05, held: 0.78 } as const;

type Hold = NonNullable<WallJobRow['hold']>;

/** Given up first when a line is too long; what is not here never gives way: slack, who. */
const dropOrder = ['english', 'word', 'waited', 'due', 'place', 'state'] as const satisfies readonly PartRole[];

export interface CardRoom {
  /** Width of the line in vh, at size 1. */
  widthVh: number;
  /** Old predictions mislead: nothing that was reckoned from one is said. */
  stale: boolean;
  /** The other language, small beside where there is room. */
  beside: WallWords;
}

/** The parts of a card's second line, in their order, as many as fit. */
export function cardLine(job: WallJobRow, moment: WallMoment, room: CardRoom): CardPart[] {
  const parts = [...dueParts(job, moment), ...markParts(job, moment, room), ...placeParts(job, moment)];
  for (const role of dropOrder) {
    if (lineWidth(parts) <= room.widthVh) break;
    const dropped = parts.findIndex((part) => part.role === role);
    if (dropped >= 0 && mayDrop(role, parts, job)) parts.splice(dropped, 1);
  }
  if (lineWidth(parts) <= room.widthVh) return heldSign(job, parts, (signed) => lineWidth(signed) <= room.widthVh);
  // Nothing more may give way: the hours are whole ones.
  const short = slackText(job, moment.words, shortestSpan);
  return parts.map((part) => (part.role === 'slack' && short !== null ? { ...part, text: short } : part));
}

/** The parts of a late car that is held, with the sign of waiting before what it waits for, or before for whom, where it fits. */
export function heldSign(job: WallJobRow, parts: CardPart[], fits: (parts: CardPart[]) => boolean): CardPart[] {
  const first = parts.findIndex(({ role }) => role === 'state' || role === 'who');
  if (job.mark !== 'late' || !job.hold || first < 0) return parts;
  const signed = parts.map((part, index) => (index === first ? { ...part, sign: 'held' as const } : part));
  return fits(signed) ? signed : parts;
}

/**
 * The time of a promise gives way only to its day, or to that somebody must mark the car ready, the place only to the person who must
 * act, and what the car waits for only to its slack.
 */
function mayDrop(role: PartRole, parts: readonly CardPart[], job: WallJobRow): boolean {
  const has = (wanted: PartRole): boolean => parts.some((part) => part.role === wanted);
  if (role === 'due') return has('day') || isToMarkReady(job);
  if (role === 'place') return has('who');
  if (role === 'state') return has('slack');
  return true;
}

function lineWidth(parts: readonly CardPart[]): number {
  const text = parts.reduce(
    (sum, part) => sum + (textWidth(part.text) + (part.sign ? signEm[part.sign] : 0)) * partVh[part.role],
    0,
  );
  return text + Math.max(0, parts.length - 1) * PART_GAP_VH;
}

function dueParts(job: WallJobRow, moment: WallMoment): CardPart[] {
  if (job.promisedAt === null) return [{ role: 'day', text: moment.words.noPromise }];
  const { day, time } = saidTime(job.promisedAt, moment);
  const due: CardPart = { role: 'due', text: time };
  return day === null ? [due] : [{ role: 'day', text: day }, due];
}

function markParts(job: WallJobRow, moment: WallMoment, room: CardRoom): CardPart[] {
  const { words } = moment;
  if (job.mark === 'waiting') {
    if (!job.hold) return room.stale ? [] : [{ role: 'state', text: words.unknownSlack }];
    return holdParts(job.hold, words, room);
  }
  if (job.mark === 'ready') return [{ role: 'state', text: words.stages.ready }];
  const slack = slackText(job, words);
  const slackParts: CardPart[] = room.stale || slack === null ? [] : [{ role: 'slack', text: slack }];
  return job.mark === 'late' && job.hold ? [...slackParts, ...holdParts(job.hold, words, room)] : slackParts;
}

function holdParts({ reason }: Hold, words: WallWords, { beside }: CardRoom): CardPart[] {
  return [
    { role: 'state', text: words.holds[reason] },
    { role: 'english', text: beside.holds[reason] },
  ];
}

/** Slack in words: 迟 5, 余 12; null where there is none to be said. */
export function slackText(job: WallJobRow, words: WallWords, said = shortSpan): string | null {
  if (job.overdueMinutes > 0) return words.overdue(said(job.overdueMinutes, words));
  if (job.mark === 'laterDay' || job.promisedAt === null) return null;
  // Part of its work waits without an end while another part goes on.
  if (job.slackMinutes === null) return words.unknownSlack;
  const span = said(job.slackMinutes, words);
  return job.slackMinutes < 0 ? words.late(span) : words.left(span);
}

/** Where the car is; or, where somebody must act for it to go on, who. */
function placeParts(job: WallJobRow, moment: WallMoment): CardPart[] {
  const { words } = moment;
  if (isToMarkReady(job)) return [{ role: 'who', text: words.toMarkReady }];
  const parts: CardPart[] = [];
  if (job.stage === 'dispatched' && job.nextBay !== null)
    parts.push({ role: 'place', text: job.nextBay, sign: 'toward' });
  else if (job.bay !== null) parts.push({ role: 'place', text: job.bay });
  const who = whoActs(job, words);
  if (who) parts.push({ role: 'who', text: who });
  if (job.stage === 'waiting') parts.push({ role: 'waited', text: waitedSpan(job.stageSince, moment) });
  else if (job.workType !== null && job.stage !== 'ready') {
    parts.push({ role: 'word', text: workTypeWord(job.workType, words) });
  }
  return parts;
}

/** All is done, and nobody has marked it ready: it has nothing at hand. */
function isToMarkReady({ stage, workType }: WallJobRow): boolean {
  return workType === null && (stage === 'inspecting' || stage === 'washing');
}

/** Who must act for the car to go on; null: nobody need. */
export function whoActs(job: WallJobRow, words: WallWords): string | null {
  if (job.stage === 'ready') return job.advisor;
  if (!job.hold) return null;
  const { reason } = job.hold;
  // A pause ends by itself: nobody need act.
  if (reason === 'break' || reason === 'closing') return null;
  return reason === 'approval' || reason === 'customer' ? job.advisor : words.holdFor[reason];
}

/** The word of a kind of work; a shop's own kind is said as the shop wrote it. */
export function workTypeWord(workType: WorkType, words: WallWords): string {
  const known: Readonly<Record<WorkType, string>> = words.workTypes;
  return known[workType] ?? workType;
}
