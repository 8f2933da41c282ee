// live/ — the one object that the page reads: board, certainty, need of a token, and the round of pages, kept as things happen.
import type { LoungeCarRow, LoungeNoticeRow, LoungeRow, LoungeShopRow } from '@zhunshi/shared/views/loungeBoard.ts';
import type { Board } from '@zhunshi/shared/wire/boardRows.ts';
import { nothingKnown } from '@zhunshi/shared/wire/boardFeed.ts';
import { localTime } from '@zhunshi/shared/time/shopTime.ts';
import type { BoardFeed } from '@zhunshi/shared/wire/boardFeed.ts';
import type { Paired } from '@zhunshi/shared/wire/displayAccess.ts';
import type { DisplayLine } from '@zhunshi/shared/wire/displayLine.ts';
import type { DisplayTold } from '@zhunshi/shared/wire/displays.ts';
import type { PairingShown } from '@zhunshi/shared/wire/pairingLine.ts';
import { shopTimeAt } from '@zhunshi/shared/wire/shopClock.ts';
import { LoungeCalls } from '../calls/loungeCalls.svelte.ts';
import { inWallOrder, newlyReady, pageCount, showReady, startRound, turnRound } from '../led/paging.ts';
import type { Round } from '../led/paging.ts';
import { loungeAccess } from './loungeAccess.ts';
import { loungeSocket } from './loungeSocket.ts';
import { nightlyDue } from './nightlyDue.ts';
import { pageVersion } from './pageVersion.ts';
import { pairScreen } from './pairScreen.ts';
import { goWhenServed, reloadWhenServed } from './reloadPage.ts';

/** Why the screen wants to be paired: it has no token, or the server does not accept the one it has, or not the one just entered. */
export type TokenWanted = 'missing' | 'refused' | 'wrong';

/** A screen that is asked who it is shows its name for so long [DSPL-5]. */
const IDENTIFY_MS = 15_000;

export class LiveLounge {
  /** Real ms of the screen's steady clock, moved on by `tick`. */
  now = $state(performance.now());
  known = $state.raw<BoardFeed<LoungeRow>>(nothingKnown);
  tokenWanted = $state.raw<TokenWanted | null>(null);
  round = $state.raw<Round>(startRound(performance.now()));
  /** What a manager chose for this screen; null before the server said so. */
  told = $state.raw<DisplayTold | null>(null);
  /** The code that the screen shows while it wants to be paired. */
  pairing = $state.raw<PairingShown>({ code: null, silent: false });
  /** Its name is to be seen large until then, by `now`. */
  identifyUntil = $state(-Infinity);

  readonly board = $derived(this.known.board);
  readonly certain = $derived(this.known.certain);
  readonly shop: LoungeShopRow | null = $derived(shopOf(this.board));
  readonly cars: LoungeCarRow[] = $derived(inWallOrder(carsOf(this.board)));
  readonly notices: LoungeNoticeRow[] = $derived(noticesOf(this.board));
  readonly calls = new LoungeCalls(() => (this.certain === null ? 0 : shopTimeAt(this.certain, performance.now())));

  #perPage: number;
  readonly #access = loungeAccess();
  readonly #line: DisplayLine<LoungeRow>;
  #stopPairing: (() => void) | null = null;
  #entered = false;
  #renewing = false;
  readonly #openedAt = performance.now();
  /** Not all screens at the same minute. */
  readonly #nightMinute = Math.floor(Math.random() * 60);

  /** @param perPage rows that one page of the wall has; see `setPerPage` */
  constructor(perPage: number) {
    this.#perPage = perPage;
    this.#line = loungeSocket(() => this.#access.current, {
      show: (known) => this.#learn(known),
      admitted: () => {
        this.#want(null);
        this.calls.doubt();
      },
      refused: () => this.#want(this.#entered ? 'wrong' : 'refused'),
      told: (told) => (this.told = told),
      identify: () => (this.identifyUntil = performance.now() + IDENTIFY_MS),
      // This page cannot talk to that server: what it shows grows old, and says so, until the new page is there.
      reload: (why) => void reloadWhenServed(why),
    });
    // It was paired as a wall, and its address is still this one.
    if (this.#access.elsewhere) void goWhenServed('/wall');
    else if (this.#access.current.token === null) this.#want('missing');
    else this.#line.connect();
  }

  /** Tells the server what the screen shows [DSPL-4]. */
  here(width: number, height: number, shows: string): void {
    this.#line.here({ version: pageVersion, width, height, shows });
  }

  /** The wall has taken a form with so many rows on a page. */
  setPerPage(perPage: number): void {
    this.#perPage = perPage;
    this.tick();
  }

  /** Moves time on: called twice a second. */
  tick(): void {
    this.now = performance.now();
    this.round = turnRound(this.round, pageCount(this.cars.length, this.#perPage), this.now);
    this.#renewByNight();
  }

  /** Loads the page anew in the small hours, once a day: whatever a television's browser has piled up is gone by the morning [LNG-5]. */
  #renewByNight(): void {
    if (this.#renewing || this.certain === null || this.shop === null || this.calls.shown !== null) return;
    if (this.calls.touchCounts) return;
    const shopTime = localTime(shopTimeAt(this.certain, this.now), this.shop.timeZone);
    if (!nightlyDue(this.now - this.#openedAt, shopTime, this.#nightMinute)) return;
    this.#renewing = true;
    void reloadWhenServed('asked');
  }

  /** Takes what somebody has entered: a token, or the whole link with one. */
  enterToken(entry: string): void {
    if (!this.#access.enter(entry)) return;
    this.#want(null);
    this.#entered = true;
    this.#line.connect();
  }

  close(): void {
    this.#want(null);
    this.#line.close();
  }

  /** Shows codes for as long as the screen wants to be paired. */
  #want(wanted: TokenWanted | null): void {
    this.tokenWanted = wanted;
    if (wanted === null) {
      this.#entered = false;
      this.#stopPairing?.();
      this.#stopPairing = null;
    } else {
      this.#stopPairing ??= pairScreen({
        show: (shown) => (this.pairing = shown),
        paired: (paired) => this.#pair(paired),
      });
    }
  }

  #pair(paired: Paired): void {
    this.#stopPairing = null;
    if (this.#access.pair(paired)) {
      this.#want(null);
      this.#line.connect();
    } else void goWhenServed(`/${paired.kind}`);
  }

  /** Takes over what is known now; cars that have become ready by it are shown and blink. */
  #learn(known: BoardFeed<LoungeRow>): void {
    const before = this.known.board === null ? null : this.cars;
    this.known = known;
    this.tick();
    this.round = showReady(this.round, newlyReady(before, this.cars), this.cars, this.#perPage, this.now);
    this.calls.learn(known, this.cars, this.shop);
  }
}

function carsOf(board: Board<LoungeRow> | null): LoungeCarRow[] {
  return board === null ? [] : [...board.rows.values()].filter((row) => row.kind === 'car');
}

/** Notices that are on, the oldest first [NTC-2]. */
function noticesOf(board: Board<LoungeRow> | null): LoungeNoticeRow[] {
  const notices = board === null ? [] : [...board.rows.values()].filter((row) => row.kind === 'notice');
  return notices.sort((a, b) => a.from - b.from || (a.key < b.key ? -1 : 1));
}

function shopOf(board: Board<LoungeRow> | null): LoungeShopRow | null {
  const row = board?.rows.get('shop');
  return row?.kind === 'shop' ? row : null;
}
