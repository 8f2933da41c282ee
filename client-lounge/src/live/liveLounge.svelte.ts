// live/ — the one object that the page reads: board, certainty, need of a token, and the round of pages, kept as things happen.
import type { LoungeCarRow, LoungeRow, LoungeShopRow } from '@zhunshi/shared/views/loungeBoard.ts';
import type { Board } from '@zhunshi/shared/wire/boardRows.ts';
import type { Dismissal } from '@zhunshi/shared/wire/protocol.ts';
import { inWallOrder, newlyReady, pageCount, showReady, startRound, turnRound } from '../led/paging.ts';
import type { Round } from '../led/paging.ts';
import { nothingKnown, onBeat, onChange, onConnected, onSnapshot } from './boardState.ts';
import type { BoardState } from './boardState.ts';
import { browserStore, keepToken, readSettings } from './displaySettings.ts';
import { openLounge } from './loungeSocket.ts';
import type { LoungeLine } from './loungeSocket.ts';
import { reloadWhenServed } from './reloadPage.ts';

/** Why the screen asks for a token: it has none, or the server refused the one it has. */
export type TokenWanted = 'missing' | 'refused';

export class LiveLounge {
  /** Real ms of the screen's steady clock, moved on by `tick`. */
  now = $state(performance.now());
  known = $state.raw<BoardState>(nothingKnown);
  tokenWanted = $state.raw<TokenWanted | null>(null);
  round = $state.raw<Round>(startRound(performance.now()));

  readonly board = $derived(this.known.board);
  readonly certain = $derived(this.known.certain);
  readonly shop: LoungeShopRow | null = $derived(shopOf(this.board));
  readonly cars: LoungeCarRow[] = $derived(inWallOrder(carsOf(this.board)));

  #perPage: number;
  #line: LoungeLine | null = null;
  readonly #store = browserStore();
  readonly #shopId: string;

  /** @param perPage rows that one page of the wall has; see `setPerPage` */
  constructor(perPage: number) {
    this.#perPage = perPage;
    const settings = readSettings(window.location.hash, this.#store);
    if (settings.clearAddress) window.history.replaceState(null, '', window.location.pathname + window.location.search);
    this.#shopId = settings.shop;
    if (settings.token === null) this.tokenWanted = 'missing';
    else this.#open(settings.token);
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
  }

  /** Takes a token that somebody has entered. */
  enterToken(token: string): void {
    keepToken(this.#store, token);
    this.tokenWanted = null;
    this.#open(token);
  }

  close(): void {
    this.#line?.close();
    this.#line = null;
  }

  #open(token: string): void {
    this.close();
    const line = openLounge(
      { shop: this.#shopId, token },
      {
        connected: () => {
          this.tokenWanted = null;
          this.known = onConnected(this.known);
        },
        snapshot: (snapshot) => this.#learn(onSnapshot(this.known, snapshot), line),
        rows: (change) => this.#learn(onChange(this.known, change), line),
        clock: (beat) => this.#learn(onBeat(this.known, beat, performance.now()), line),
        dismiss: (dismissal) => this.#dismiss(dismissal),
        unauthorized: () => (this.tokenWanted = 'refused'),
        shown: () => ({ epoch: this.board?.epoch ?? null, version: this.board?.version ?? null }),
      },
    );
    this.#line = line;
  }

  /** Takes over what is known now; cars that have become ready by it are shown and blink. */
  #learn(known: BoardState, line: LoungeLine): void {
    const before = this.known.board === null ? null : this.cars;
    this.known = known;
    this.tick();
    this.round = showReady(this.round, newlyReady(before, this.cars), this.cars, this.#perPage, this.now);
    if (!known.synced) line.resync();
  }

  #dismiss(dismissal: Dismissal): void {
    if (dismissal !== 'reload') {
      this.tokenWanted = 'refused';
      return;
    }
    // This page cannot talk to that server: what it shows grows old, and says so, until the new page is there.
    this.close();
    void reloadWhenServed();
  }
}

function carsOf(board: Board<LoungeRow> | null): LoungeCarRow[] {
  return board === null ? [] : [...board.rows.values()].filter((row) => row.kind === 'car');
}

function shopOf(board: Board<LoungeRow> | null): LoungeShopRow | null {
  const row = board?.rows.get('shop');
  return row?.kind === 'shop' ? row : null;
}
