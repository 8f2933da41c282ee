// led/ — what the wall shows at this moment, gathered from what is live.
import type { LoungeCarRow } from '@zhunshi/shared/views/loungeBoard.ts';
import { localTime } from '@zhunshi/shared/time/shopTime.ts';
import { shopTimeAt } from '@zhunshi/shared/wire/shopClock.ts';
import type { Freshness, ReceivedBeat } from '@zhunshi/shared/wire/shopClock.ts';
import { shownCall } from '../calls/callWords.ts';
import type { ShownCall } from '../calls/loungeCalls.svelte.ts';
import type { BothLanguages, CarText } from './carText.ts';
import type { WallContent } from './wallLayoutInput.ts';
import { BLINK_MS, pageCount, PAGE_MS } from './paging.ts';
import type { Round } from './paging.ts';
import type { WallForm } from './wallForm.ts';

/** What is known and where the wall is in its round. */
export interface Known {
  live: { now: number; certain: ReceivedBeat | null; cars: LoungeCarRow[]; round: Round; board: object | null };
  call: ShownCall | null;
  silenced: boolean;
  /** When somebody was at the screen: it was opened, or a pointer moved. Real ms, as `now`. */
  attendedAt: number;
  notices: readonly BothLanguages[];
  /** All cars in words, in the order of the wall. */
  texts: CarText[];
  timeZone: string;
  shopName: string;
  /** Real ms since the board was last certain, null while it never was. */
  age: number | null;
  freshness: Freshness;
  /** A ready car stays lit instead of blinking. */
  still: boolean;
  form: WallForm;
}

/** Half of a blink: lit for so long, dark for so long, which is once a second. */
const HALF_BLINK_MS = 500;
/** For so long somebody who was at the screen is asked to touch it [LNG-10]. */
const ASK_MS = 120_000;

export function wallContent(known: Known): WallContent {
  const { live, call, silenced, attendedAt, notices, texts, timeZone, shopName, age, freshness, still, form } = known;
  const { now, certain, round } = live;
  const pages = pageCount(texts.length, form.rowsPerPage);
  const page = round.page % pages;
  const lit = (since: number) => still || Math.floor((now - since) / HALF_BLINK_MS) % 2 === 0;
  const inverted = [...round.blinking].filter(([, since]) => lit(since)).map(([key]) => key);
  const calledFor = call === null ? 0 : now - call.since;
  const timed = certain !== null && live.board !== null;
  return {
    shopName,
    clock: timed ? localTime(shopTimeAt(certain, now), timeZone) : '',
    connected: live.board !== null,
    cars: texts.slice(page * form.rowsPerPage, (page + 1) * form.rowsPerPage),
    page,
    pages,
    inverted,
    call: call === null ? null : { text: shownCall(call.call), lit: calledFor >= BLINK_MS || lit(call.since) },
    notice: texts.length > 0 ? null : (notices[Math.floor(now / PAGE_MS) % notices.length] ?? null),
    silenced,
    asksForTouch: silenced && now - attendedAt < ASK_MS,
    freshness,
    updatedAt: timed && age !== null ? localTime(shopTimeAt(certain, now - age), timeZone) : '',
    ageSeconds: toldSeconds(age ?? 0, freshness),
  };
}

/** The age as exactly as the wall tells it: content that says the same is the same, and need not be laid out again. */
function toldSeconds(age: number, freshness: Freshness): number {
  if (freshness === 'fresh') return 0;
  const seconds = Math.floor(age / 1000);
  return freshness === 'aging' ? seconds : Math.floor(seconds / 60) * 60;
}

/** Gives back the content of before where nothing in it has changed, so that what follows from it is not reckoned again. */
export function contentKeeper(): (next: WallContent) => WallContent {
  let kept: WallContent | null = null;
  let keptText = '';
  return (next) => {
    const text = JSON.stringify(next);
    if (kept === null || text !== keptText) kept = next;
    keptText = text;
    return kept;
  };
}
