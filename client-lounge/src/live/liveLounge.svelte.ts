// live/ — the one object that the page reads: board, certainty, need of a token, and the round of pages, kept as things happen.
import type { LoungeCarRow, LoungeRow, LoungeShopRow } from '@zhunshi/shared/views/loungeBoard.ts';
import type { Board } from '@zhunshi/shared/wire/boardRows.ts';
import { nothingKnown } from '@zhunshi/shared/wire/boardFeed.ts';
import type { BoardFeed } from '@zhunshi/shared/wire/boardFeed.ts';
import type { DisplayLine } from '@zhunshi/shared/wire/displayLine.ts';
import { inWallOrder, newlyReady, pageCount, showReady, startRound, turnRound } from '../led/paging.ts';
import type { Round } from '../led/paging.ts';
import { loungeAccess } from './loungeAccess.ts';
import { loungeSocket } from './loungeSocket.ts';
import { reloadWhenServed } from './reloadPage.ts';

/** Why the screen asks for a token: it has none, or the server refused the one it has. */
export type TokenWanted = 'missing' | 'refused';

export class LiveLounge {
  /** Real ms of the screen's steady clock, moved on by `tick`. */
  now = $state(performance.now());
  known = $state.raw<BoardFeed<LoungeRow>>(nothingKnown);
  tokenWanted = $state.raw<TokenWanted | null>(null);
  round = $state.raw<Round>(startRound(performance.now()));

  readonly board = $derived(this.known.board);
  readonly certain = $derived(this.known.certain);
  readonly shop: LoungeShopRow | null = $derived(shopOf(this.board));
  readonly cars: LoungeCarRow[] = $derived(inWallOrder(carsOf(this.board)));

  #perPage: number;
  readonly #access = loungeAccess();
  readonly #line: DisplayLine<LoungeRow>;

  /** @param perPage rows that one page of the wall has; see `setPerPage` */
  constructor(perPage: number) {
    this.#perPage = perPage;
    this.#line = loungeSocket(() => this.#access.current, {
      show: (known) => this.#learn(known),
      admitted: () => (this.tokenWanted = null),
      refused: () => (this.tokenWanted = 'refused'),
      // This page cannot talk to that server: what it shows grows old, and says so, until the new page is there.
      reload: () => void reloadWhenServed(),
    });
    if (this.#access.current.token === null) this.tokenWanted = 'missing';
    else this.#line.connect();
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

  /** Takes what somebody has entered: a token, or the whole link with one. */
  enterToken(entry: string): void {
    if (!this.#access.enter(entry)) return;
    this.tokenWanted = null;
    this.#line.connect();
  }

  close(): void {
    this.#line.close();
  }

  /** Takes over what is known now; cars that have become ready by it are shown and blink. */
  #learn(known: BoardFeed<LoungeRow>): void {
    const before = this.known.board === null ? null : this.cars;
    this.known = known;
    this.tick();
    this.round = showReady(this.round, newlyReady(before, this.cars), this.cars, this.#perPage, this.now);
  }
}

function carsOf(board: Board<LoungeRow> | null): LoungeCarRow[] {
  return board === null ? [] : [...board.rows.values()].filter((row) => row.kind === 'car');
}

function shopOf(board: Board<LoungeRow> | null): LoungeShopRow | null {
  const row = board?.rows.get('shop');
  return row?.kind === 'shop' ? row : null;
}
