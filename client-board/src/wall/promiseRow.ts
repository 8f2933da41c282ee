// wall/ — what a row of the promise list says in its cells, and what gives way where it does not fit (docs/SPEC.md, [WAL-4]).
import type { WallJobRow } from '@zhunshi/shared/views/wallBoard.ts';
import { heldSign, PART_GAP_VH, partVh, signEm, slackText, whoActs, workTypeWord } from './cardLine.ts';
import type { CardPart, PartRole } from './cardLine.ts';
import { textWidth } from './textWidth.ts';
import { saidTime, waitedShort } from './wallTime.ts';
import type { WallMoment } from './wallTime.ts';

export interface PromiseCells {
  due: CardPart[];
  slack: CardPart | null;
  /** Width of the slack's cell at size 1, in vh: wider than the column where the text is. */
  slackVh: number;
  /** In a wide row: the predicted finish, and whose customer it is. */
  extra: CardPart[];
  /** One line, or two where there is room for them. */
  place: CardPart[][];
  /** Which neighbour takes the place of the slack as well, where there is none to be said. */
  overSlack: 'due' | 'place' | null;
}

/** Widths of the cells at size 1, in vh; the place has what is left. */
export interface CellWidths {
  plateVh: number;
  dueVh: number;
  slackVh: number;
  /** Narrowest place beside which its work still stands, and narrowest one above its work. */
  leastPlaceVh: { beside: number; above: number };
}

/** What a row has room for. */
export interface RowRoom extends CellWidths {
  /** Width of the place at size 1, in vh. */
  placeVh: number;
  /** Width for the predicted finish and the advisor; 0: no room. */
  extraVh: number;
  stacked: boolean;
  /** Old predictions mislead: nothing that was reckoned from one is said [WAL-7]. */
  stale: boolean;
}

/** Edge, sign and paddings of a row at size 1, in vh. */
export const ROW_SIDES_VH = 5.9;
const DUE_VH = 11.2;
/** Holds `余2.5h`, and `over 99`; what is longer yet takes its room from the place of its row. */
const SLACK_VH = 11.6;
const SLACK_ENGLISH_VH = 12.9;
const PLATE_VH = 4.4;
const NARROWEST_PLATE_VH = 22.6;
/** Holds `待料 配件`. */
const LEAST_PLACE_VH = { beside: 13.85, above: 11.85 };
/** English words give way sooner, so that there are two columns as well. */
const LEAST_PLACE_ENGLISH_VH = { beside: 12.6, above: 12.6 };
/** A place with all its words; and what the finish and the advisor need beside it. */
const FULL_PLACE_VH = { beside: 23, above: 15 };
const EXTRA_VH = { beside: 26, above: 15 };

/** Given up first when the place is too long. Who must act is never given up, and what the car waits for only for that. */
const dropOrder = ['waited', 'word', 'place', 'state'] as const satisfies readonly PartRole[];

/** Widths of the cells that hold the longest plate of these cars. */
export function cellWidths(jobs: readonly WallJobRow[], english: boolean): CellWidths {
  const plates = jobs.map(({ plate }) => (textWidth(plate.prefix) * 0.68 + textWidth(plate.rest) + 0.42) * PLATE_VH);
  return {
    plateVh: Math.max(NARROWEST_PLATE_VH, ...plates),
    dueVh: DUE_VH,
    slackVh: english ? SLACK_ENGLISH_VH : SLACK_VH,
    leastPlaceVh: english ? LEAST_PLACE_ENGLISH_VH : LEAST_PLACE_VH,
  };
}

/** Width in vh that a row needs at size 1. */
export function rowWidth({ plateVh, dueVh, slackVh, leastPlaceVh }: CellWidths, stacked: boolean): number {
  return ROW_SIDES_VH + plateVh + dueVh + slackVh + leastPlaceVh[stacked ? 'above' : 'beside'];
}

/** What is left of a row, for the place, and in a wide row for the finish and the advisor too. */
export function endWidths(leftVh: number, stacked: boolean): { placeVh: number; extraVh: number } {
  const shape = stacked ? 'above' : 'beside';
  const extraVh = leftVh - FULL_PLACE_VH[shape] >= EXTRA_VH[shape] ? EXTRA_VH[shape] : 0;
  return { placeVh: leftVh - extraVh, extraVh };
}

/** The cells of a car's row. */
export function promiseCells(job: WallJobRow, moment: WallMoment, room: RowRoom): PromiseCells {
  const slack = slackOf(job, moment, room.stale);
  const due = dueParts(job, moment);
  const place = placeParts(job, moment);
  const extra = extraParts(job, moment, room.stale);
  const bothVh = room.slackVh + room.placeVh;
  const slackVh = slack === null ? room.slackVh : Math.max(room.slackVh, widthOf([slack]) + PART_GAP_VH);
  const placeVh = bothVh - slackVh;
  // Of a later day there is the day as well: it takes the place of the slack, or, where that is said, the time gives way.
  if (widthOf(due) > room.dueVh) {
    const only = slack === null ? due : due.filter(({ role }) => role === 'day');
    return {
      extra,
      due: only,
      slack,
      slackVh,
      place: lines(job, place, placeVh, room),
      overSlack: slack === null ? 'due' : null,
    };
  }
  // What is ready, and what waits for longer words than fit, is said from the slack on.
  const open = slack === null || slack.role === 'state';
  const over = job.mark === 'ready' || (open && !fits(place, placeVh, room));
  return over
    ? { extra, due, slack: null, slackVh, place: lines(job, place, bothVh, room), overSlack: 'place' }
    : { extra, due, slack, slackVh, place: lines(job, place, placeVh, room), overSlack: null };
}

function dueParts(job: WallJobRow, moment: WallMoment): CardPart[] {
  if (job.promisedAt === null) return [{ role: 'day', text: moment.words.noPromise }];
  const { day, time } = saidTime(job.promisedAt, moment);
  const due: CardPart = { role: 'due', text: time };
  return day === null ? [due] : [{ role: 'day', text: day }, due];
}

function slackOf(job: WallJobRow, { words }: WallMoment, stale: boolean): CardPart | null {
  if (stale || job.mark === 'ready') return null;
  if (job.mark === 'waiting') return { role: 'state', text: words.unknownSlack };
  const text = slackText(job, words);
  return text === null ? null : { role: 'slack', text };
}

function extraParts(job: WallJobRow, moment: WallMoment, stale: boolean): CardPart[] {
  const { mark, predictedAt, advisor } = job;
  // Of a ready car the advisor stands with the word that says so.
  if (mark === 'ready') return [];
  const who: CardPart = { role: 'word', text: advisor };
  if (stale || mark === 'waiting' || predictedAt === null) return [who];
  const { day, time } = saidTime(predictedAt, moment);
  return [{ role: 'finish', text: moment.words.finish(day ?? time) }, who];
}

/** Where the car is, or what it waits for and who must act; then the work, or how long it waits. */
function placeParts(job: WallJobRow, moment: WallMoment): CardPart[] {
  const { words } = moment;
  const who = whoActs(job, words);
  const whoParts: CardPart[] = who === null ? [] : [{ role: 'who', text: who }];
  if (job.stage === 'ready') return [{ role: 'state', text: words.stages.ready }, ...whoParts];
  if (job.hold) return [{ role: 'state', text: words.holds[job.hold.reason] }, ...whoParts];
  const work = job.workType === null ? words.counts.working : workTypeWord(job.workType, words);
  if (job.stage === 'waiting') {
    return [
      // The short word of the header: the English one of the stage is a hair wider than a place.
      { role: 'state', text: words.counts.waiting },
      { role: 'waited', text: waitedShort(job.stageSince, moment) },
    ];
  }
  if (job.stage === 'dispatched' && job.nextBay !== null) {
    return [
      { role: 'place', text: job.nextBay, sign: 'toward' },
      { role: 'word', text: words.onTheWay },
    ];
  }
  // The short words of the header: the English ones of the stages are wider than a place.
  if (job.bay === null) return [{ role: 'state', text: words.counts[stageShown(job)] }];
  return [
    { role: 'place', text: job.bay },
    { role: 'word', text: work },
  ];
}

function stageShown({ stage }: WallJobRow): 'working' | 'inspecting' | 'washing' | 'dispatched' {
  return stage === 'inspecting' || stage === 'washing' || stage === 'dispatched' ? stage : 'working';
}

function lines(job: WallJobRow, parts: readonly CardPart[], widthVh: number, { stacked }: RowRoom): CardPart[][] {
  const withSign = (line: CardPart[]): CardPart[] => heldSign(job, line, (signed) => widthOf(signed) <= widthVh);
  if (!stacked) return [withSign(fitted(parts, widthVh))];
  const [first, ...rest] = parts;
  const above = withSign(first ? [first] : []);
  const below = rest.filter((part) => widthOf([part]) <= widthVh);
  return below.length > 0 ? [above, below] : [above];
}

function fits(parts: readonly CardPart[], widthVh: number, { stacked }: RowRoom): boolean {
  return stacked ? parts.every((part) => widthOf([part]) <= widthVh) : widthOf(parts) <= widthVh;
}

function fitted(parts: readonly CardPart[], widthVh: number): CardPart[] {
  const left = [...parts];
  for (const role of dropOrder) {
    if (widthOf(left) <= widthVh || left.length < 2) break;
    const dropped = left.findIndex((part) => part.role === role);
    if (dropped >= 0) left.splice(dropped, 1);
  }
  return left;
}

function widthOf(parts: readonly CardPart[]): number {
  const texts = parts.map(
    ({ role, text, sign }) => (textWidth(text) + (sign ? signEm[sign] : 0) + wideEm(text)) * partVh[role],
  );
  return texts.reduce((sum, width) => sum + width, 0) + Math.max(0, parts.length - 1) * PART_GAP_VH;
}

/** W and m are far wider than other letters, as in the code of a bay (`W01`), and in `Wait 22m`. */
function wideEm(text: string): number {
  return 0.3 * (text.match(/[Wm]/g)?.length ?? 0);
}
