// live/ — what a display holds: its board, the last beat it may trust, and what it needs from its person. Knows no socket.
import { applyChange, boardOf } from '@zhunshi/shared/wire/boardRows.ts';
import type { Board } from '@zhunshi/shared/wire/boardRows.ts';
import type { BoardChange, BoardRow, BoardSnapshot, ClockBeat } from '@zhunshi/shared/wire/protocol.ts';
import type { ReceivedBeat } from './shopClock.ts';

export class BoardFeed<Row extends BoardRow> {
  /** The board as last received, null before the first. */
  board = $state.raw<Board<Row> | null>(null);
  /** The last beat that also vouches for the board shown here. */
  certain = $state.raw<ReceivedBeat | null>(null);
  /** The server wants a token that it knows. */
  tokenNeeded = $state(false);
  /** Monotonic time of the last beat, trusted or not: silence means a dead connection. */
  heardAt = 0;
  /** Since this connection began, the board was received: a beat may vouch for it. */
  #synced = false;

  /** A connection began. What is shown is of before, until the server sends the board or vouches for its version. */
  connected(now: number): void {
    this.tokenNeeded = false;
    this.#synced = false;
    this.heardAt = now;
  }

  /** The whole board came. */
  snapshot(snapshot: BoardSnapshot<Row>): void {
    this.board = boardOf(snapshot);
    this.#synced = true;
  }

  /** Changed rows came [WIRE-3]. False: they do not fit this board, ask for a snapshot. */
  change(change: BoardChange<Row>): boolean {
    const board = this.board && applyChange(this.board, change);
    this.#synced = board !== null;
    if (board) this.board = board;
    return this.#synced;
  }

  /** A beat came, at a monotonic time in ms. False: it cannot vouch for this board, ask for a snapshot. */
  beat(beat: ClockBeat, now: number): boolean {
    this.heardAt = now;
    this.#synced ||= this.board !== null && this.board.version >= beat.version;
    if (this.#synced) this.certain = { beat, receivedMs: now };
    return this.#synced;
  }
}
