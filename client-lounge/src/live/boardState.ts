// live/ — what a lounge screen knows: its board, and the last beat that vouches for it. Pure steps, so that each is testable.
import type { LoungeRow } from '@zhunshi/shared/views/loungeBoard.ts';
import { applyChange, boardOf } from '@zhunshi/shared/wire/boardRows.ts';
import type { Board } from '@zhunshi/shared/wire/boardRows.ts';
import type { BoardChange, BoardSnapshot, ClockBeat } from '@zhunshi/shared/wire/protocol.ts';
import type { ReceivedBeat } from './shopClock.ts';

export interface BoardState {
  readonly board: Board<LoungeRow> | null;
  /** The last beat that vouches for this board, kept when the connection is lost: its age is what the screen tells. */
  readonly certain: ReceivedBeat | null;
  /** On this connection the board is known to be whole, so that a beat may vouch for it. */
  readonly synced: boolean;
}

export const nothingKnown: BoardState = { board: null, certain: null, synced: false };

/** A connection began: what is shown is of before, until the server sends the board or vouches for its version. */
export function onConnected(state: BoardState): BoardState {
  return { ...state, synced: false };
}

/** The whole board came. One that is older than what is shown, from a server that lags, is not gone back to [WIRE-3]. */
export function onSnapshot(state: BoardState, snapshot: BoardSnapshot<LoungeRow>): BoardState {
  const shown = state.board;
  const older =
    shown !== null &&
    snapshot.epoch === shown.epoch &&
    (snapshot.version < shown.version || (snapshot.version === shown.version && snapshot.tick < shown.tick));
  return { ...state, board: older ? shown : boardOf(snapshot), synced: true };
}

/** Changed rows came. `synced: false` in the answer: they do not fit this board, a snapshot is needed. */
export function onChange(state: BoardState, change: BoardChange<LoungeRow>): BoardState {
  const board = state.board === null ? null : applyChange(state.board, change);
  return board === null ? { ...state, synced: false } : { ...state, board, synced: true };
}

/** A beat came at `receivedAt`. `synced: false` in the answer: it cannot vouch for this board, a snapshot is needed. */
export function onBeat(state: BoardState, beat: ClockBeat, receivedAt: number): BoardState {
  const synced = state.synced || (state.board !== null && state.board.version >= beat.version);
  return synced ? { ...state, synced, certain: { beat, receivedAt } } : state;
}
